"""Tools for assistants over one ledger, by the Model Context Protocol, served by `dateline mcp`. Nothing here writes."""
