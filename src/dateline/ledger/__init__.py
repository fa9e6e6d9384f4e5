"""The store: documents, reports, entries and their evidence."""
