"""Verifying identity: routes, outcome, failure, use, review (7.302(d)(2), (3), (f)(2))."""
