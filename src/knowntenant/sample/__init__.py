"""A synthetic provider, Harborgrid: an export to try a review on, and the truth about it."""
