"""Training of what Dateline learns; not part of the package."""
