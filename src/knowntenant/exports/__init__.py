"""Files that leave the house: written whole, in one style, safe to open."""
