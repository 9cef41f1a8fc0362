"""The law kernel: clauses, packs, readings, deadlines, answers and the registry of decisions."""
