"""The nouns of Dateline. Standard library only; every other room speaks in these."""
