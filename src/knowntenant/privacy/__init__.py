"""Who may see records, and who is told what (7.301 cip, 7.302(e)(3), (f)(1))."""
