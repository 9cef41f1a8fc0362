"""The screening engine: who of the people and companies we deal with may stand on a list."""
