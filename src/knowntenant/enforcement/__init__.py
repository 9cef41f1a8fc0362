"""Prohibited conduct, continuing statements, penalties, violation reports (7.309, 7.310)."""
