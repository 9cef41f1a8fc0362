"""Readers of corporate trees: GLEIF, BODS and plain CSV become facts about owners and parents."""
