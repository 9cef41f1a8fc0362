"""What lies within the proposal's reach: product lines, and accounts over time."""
