"""What the pictures of docs/architecture.md are made of: drawn from the imports as they stand."""

from collections.abc import Iterable

import grimp

ROOMS = ("cli", "web", "assistants", "app", "views", "intake", "reading", "matching", "ledger", "knowledge", "model")
READERS = (
    "read", "events", "quoted", "meetings", "statements", "relations", "encoder", "places", "dating", "times", "parties",
    "desk",
)  # fmt: skip


def rooms() -> str:
    """The rooms of the house, an arrow from each to those it imports."""
    return picture("dateline", ROOMS, leave=("model", "knowledge"))


def readers() -> str:
    """The rooms of `reading`, an arrow from each to those it imports."""
    return picture("dateline.reading", READERS, leave=("desk",))


def picture(package: str, names: Iterable[str], leave: tuple[str, ...]) -> str:
    """A Mermaid flowchart of sub-packages; arrows to those that nearly all import are left out for the eye."""
    graph = grimp.build_graph("dateline", cache_dir=None)
    lines = ["```mermaid", "flowchart TD"]
    lines += [f"  {name}" for name in names]
    for name in names:
        for other in names:
            if name != other and other not in leave and imports(graph, f"{package}.{name}", f"{package}.{other}"):
                lines.append(f"  {name} --> {other}")
    return "\n".join([*lines, "```"])


def imports(graph: grimp.ImportGraph, one: str, other: str) -> bool:
    """Does a module of one package import a module of the other?"""
    inside = {one, *graph.find_descendants(one)}
    theirs = {other, *graph.find_descendants(other)}
    return any(theirs & graph.find_modules_directly_imported_by(module) for module in inside)
