"""What the generated parts of docs/datasets.md are made of: each function returns Markdown."""

import textwrap

from dateline.views import export_flat, export_gdelt, relations


def listed(names: tuple[str, ...]) -> str:
    """Names of columns in their order."""
    return textwrap.fill(", ".join(f"`{name}`" for name in names), 126, break_long_words=False, break_on_hyphens=False)


def flat_columns() -> str:
    """The columns of jsonl, csv and parquet."""
    return listed(export_flat.COLUMNS)


def relation_columns() -> str:
    """The columns of relations."""
    return listed(relations.COLUMNS)


def gdelt_columns() -> str:
    """The columns of GDELT's two tables."""
    return f"Events: {listed(export_gdelt.EVENTS)}\n\nMentions: {listed(export_gdelt.MENTIONS)}"
