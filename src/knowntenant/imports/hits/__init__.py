"""Readers of what other screening tools found: yente, Watchman, a webhook shape, and tables."""
