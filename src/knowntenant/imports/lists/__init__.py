"""Readers of the authorities' list files: entries one by one, and a count of what was left."""
