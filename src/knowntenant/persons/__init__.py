"""Who is a US person and who is a foreign person, on any day (7.301)."""
