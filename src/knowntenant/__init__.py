"""Knowntenant: customer identification for cloud providers, under rule packs with a status.

This file holds the version only; every part of the law has a room of its own beside it.
"""

__version__ = "0.1.0"
