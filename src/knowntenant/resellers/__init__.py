"""Foreign resellers: their CIPs, copies on request, the way to termination (7.303, 7.305(a))."""
