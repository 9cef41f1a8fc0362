"""How long records are kept, and whether they are complete (7.302(e))."""
