"""What the reader of statements learns by words alone."""
