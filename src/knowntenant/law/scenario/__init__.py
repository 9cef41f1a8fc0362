"""Scenarios: facts told in order, questions asked of the law, answers expected (law cases)."""
