"""What is asked before an account is opened, and whether it may be (7.302(d)(1), (3)(i))."""
