"""Special measures: their three states, whom they reach, what they forbid or condition (7.307)."""
