"""The second reader."""
