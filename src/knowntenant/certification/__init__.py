"""Certifications: form, attestations, window, updates, gates (7.303(c), 7.304)."""
