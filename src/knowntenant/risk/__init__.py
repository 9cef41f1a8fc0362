"""Risk of the provider and of each customer; two programs compared (7.302(b))."""
