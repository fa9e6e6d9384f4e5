"""By which rules and facts a story was read: what the ledger notes beside each reading, and `reread` compares."""

from dateline import __version__

__all__ = ["reading_version"]


def reading_version() -> str:
    """The version of the package, and behind it the digest of the packs in use, where there are any."""
    from dateline.knowledge.packs import digest

    found = digest()
    return f"{__version__}+{found}" if found else __version__
