"""Is this the same occasion as one we know? Scores and reasons, no storage."""
