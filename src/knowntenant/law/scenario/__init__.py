"""Scenarios: facts told in order, questions asked of the law, and the answers expected (law cases)."""
