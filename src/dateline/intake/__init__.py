"""From files, streams and lines to documents."""
