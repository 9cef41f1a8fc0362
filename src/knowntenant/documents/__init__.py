"""Pages written from the registries and packs, so that they say what the program does."""
