"""The review queue: what is doubtful, gathered kind by kind, and what people decide of it."""
