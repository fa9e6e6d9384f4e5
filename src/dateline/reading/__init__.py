"""From a document to its reading: parse, times, parties, dating, places, statements, meetings."""
