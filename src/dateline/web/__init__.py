"""The desk: pages to work at and an API, over one ledger, served by `dateline serve`."""
