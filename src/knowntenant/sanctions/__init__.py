"""Blocked persons and the 50 percent rule of OFAC; list hits and owners come in as facts."""
