"""Who owns and controls a customer: beneficial owners by chain and by control (7.301)."""
