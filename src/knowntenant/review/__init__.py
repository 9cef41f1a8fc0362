"""The review: a provider's own export in, findings with clause and reason out; none is stored."""
