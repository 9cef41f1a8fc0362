"""Abuse deterrence programs and exemptions: contents, submission, effect, revocation (7.306)."""
