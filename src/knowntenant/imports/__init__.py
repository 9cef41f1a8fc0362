"""Readers of what others wrote: a provider's own export becomes records. Free of the framework."""
