"""Training of large AI models by foreign persons: coverage, clocks, reports, worksheet (7.308)."""
