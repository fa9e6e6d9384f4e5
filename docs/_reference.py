"""What the generated parts of docs/reference.md are made of: each function returns Markdown."""

import inspect
import os

from typer.main import get_command
from typer.testing import CliRunner

from dateline.app import settings
from dateline.cli.main import app
from dateline.knowledge.load import tables as knowledge_tables
from dateline.ledger.tables import metadata
from dateline.model import errors

RULE_TOPICS = ("meetings/rules", "parties/rules", "relations/relations")
"""Knowledge files with named rules that have no page of their own (times and statements have)."""


def commands() -> list[tuple[str, ...]]:
    """The words of every command, those of groups after their group's."""
    found: list[tuple[str, ...]] = []
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        found += [(name, each) for each in inner] if inner else [(name,)]
    return found


def command_help() -> str:
    """The help of every command as a terminal of 100 columns shows it."""
    os.environ.update({"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"})
    parts = []
    for words in commands():
        done = CliRunner().invoke(app, [*words, "--help"], terminal_width=100)
        lines = [line.rstrip() for line in done.stdout.strip("\n").splitlines()]
        parts.append(f"### dateline {' '.join(words)}\n\n```text\n" + "\n".join(lines) + "\n```")
    return "\n\n".join(parts)


def settings_table() -> str:
    """Every environment variable."""
    names = [value for name, value in vars(settings).items() if name.endswith("_VARIABLE")]
    return "\n".join(f"- `{name}`" for name in names)


def error_tree() -> str:
    """The tree of errors, as their module draws it."""
    return "```text\n" + inspect.cleandoc(errors.__doc__ or "") + "\n```"


def ledger_tables() -> str:
    """Every table of the ledger with its columns."""
    rows = ["| table | columns |", "|---|---|"]
    rows += [f"| {table.name} | {', '.join(column.name for column in table.columns)} |" for table in metadata.sorted_tables]
    return "\n".join(rows)


def rule_catalogue() -> str:
    """Every named rule with the first example it reads and the first it leaves."""
    rows = ["| rule | reads | leaves |", "|---|---|---|"]
    for topic in RULE_TOPICS:
        for rule in knowledge_tables(topic).get("rule", []):
            name = rule["name"].replace("<", "‹").replace(">", "›")
            reads, leaves = (rule.get("examples") or [""])[0], (rule.get("leaves") or [""])[0]
            rows.append(f"| {name} | {words_of(reads)} | {words_of(leaves)} |")
    return "\n".join(rows)


def words_of(example: object) -> str:
    """The sentence of an example, written as text or as a table with `text`."""
    return str(example["text"] if isinstance(example, dict) else example).replace("|", "\\|")
