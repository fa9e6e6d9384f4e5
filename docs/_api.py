"""What the generated part of docs/api.md is made of: every name of the door, with its shape, from the code itself."""

import dataclasses
import inspect
import re
from collections.abc import Iterator

import dateline

GROUPS = (
    ("Functions", ("load", "open")),
    ("Classes", ("Reader", "Ledger")),
    (
        "What a story says",
        ("Reading", "Meeting", "Statement", "Event", "Relation", "Party", "Place", "TimeExpression", "Dating"),
    ),
    ("What these are made of", ("Sourced", "Evidence", "Span", "When", "Attendee", "Mention", "Problem", "Document", "Text")),
    (
        "What a ledger answers",
        ("Counts", "AgendaRow", "Occasion", "Saying", "Carrier", "Positions", "Issue", "Stance", "Branch"),
    ),
    (
        "Errors",
        ("DatelineError", "InputError", "SettingsError", "ModelError", "LedgerError", "UnknownEntryError"),
    ),
    ("Other", ("__version__",)),
)  # fmt: skip
"""Heading -> names, in the order of the page."""

INNER = ("ready", "outcomes", "walk")
"""Methods that are not for users."""

OPTIONAL = re.compile(r"Optional\[(.*)\]")
HOME = re.compile(r"(?:\b[A-Za-z_]\w*\.)+(?=[A-Za-z_])")
LITERAL = re.compile(r"Literal\[([^\]]+)\]")


def names() -> str:
    """All names under their headings."""
    return "\n\n".join("\n\n".join([f"### {heading}", *map(described, listed)]) for heading, listed in GROUPS)


def described(name: str) -> str:
    """One name: its signature or fields, and what its docstring says."""
    thing = getattr(dateline, name)
    if name == "__version__":
        return "#### `dateline.__version__`\n\nThe version, as text."
    if inspect.isfunction(thing):
        return f"#### `dateline.{name}`\n\n{signature(name, thing)}\n\n{told(thing)}"
    if issubclass(thing, Exception):
        above = thing.__mro__[1].__name__
        return f"#### `dateline.{name}`\n\nA kind of `{above}`. {told(thing)}"
    parts = [f"#### `dateline.{name}`", told(thing)]
    parts += [fields(thing)] if fields(thing) else []
    parts += [f"{signature(name.lower() + '.' + each, method)}\n\n{told(method)}" for each, method in methods(thing)]
    properties = [f"- `{each}`: {told(value)}" for each, value in inspect.getmembers(thing, is_property) if value.__doc__]
    if properties:
        parts.append("\n".join(properties))
    return "\n\n".join(parts)


def is_property(value: object) -> bool:
    """Is it read like a field?"""
    return isinstance(value, property) or type(value).__name__ == "cached_property"


def methods(thing: type) -> Iterator[tuple[str, object]]:
    """The public methods, in the order of the code."""
    for home in thing.__mro__:
        for name, method in vars(home).items():
            if inspect.isfunction(method) and not name.startswith("_") and name not in INNER:
                yield name, method


def told(thing: object) -> str:
    """The docstring without its examples, as paragraphs of one line each."""
    words = inspect.getdoc(thing) or ""
    paragraphs = words.partition(">>>")[0].strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def signature(name: str, function: object) -> str:
    """How it is called."""
    parameters = []
    for each in inspect.signature(function).parameters.values():  # type: ignore[arg-type]
        if each.kind is each.KEYWORD_ONLY and "*" not in parameters:
            parameters.append("*")
        if each.name != "self":
            parameters.append(each.name + (f"={each.default!r}" if each.default is not each.empty else ""))
    returned = short(inspect.signature(function).return_annotation)  # type: ignore[arg-type]
    return f"```text\n{name}({', '.join(parameters)}) -> {returned}\n```"


def fields(noun: type) -> str:
    """The fields with their types."""
    if not dataclasses.is_dataclass(noun):
        return ""
    shown = (each for each in dataclasses.fields(noun) if each.repr)
    lines = "\n".join(f"{each.name}: {short(each.type)}" for each in shown)
    return f"```text\n{lines}\n```" if lines else ""


def short(annotation: object) -> str:
    """A type as one writes it."""
    words = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    words = LITERAL.sub(lambda match: match[1].replace("'", '"').replace(", ", " | "), HOME.sub("", words))
    return OPTIONAL.sub(r"\1 | None", words).replace("'", "").replace("~", "")
