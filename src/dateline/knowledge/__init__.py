"""What the readers know, as data: typed loaders over the TOML files of `en/`."""
