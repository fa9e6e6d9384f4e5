"""Settings and the pipeline: the only room that knows all others."""
