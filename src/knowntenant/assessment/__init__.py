"""Compliance assessments: requests, shortcomings, audits, the factors of risk (7.305)."""
