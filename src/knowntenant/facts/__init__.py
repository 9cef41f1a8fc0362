"""One registry of fact types; vocabulary, import columns and scenario keys derive from it."""
