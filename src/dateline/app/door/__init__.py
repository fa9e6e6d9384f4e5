"""The door for programmers: `import dateline` hands on what stands here (docs/api.md)."""
