"""How much work a well-formed feed is to its parser, and as much of it as is done in good time."""

import re
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

__all__ = ["DEEPEST", "Measured", "measure"]

MOST_STEPS = 300_000
"""Steps of some microseconds each that the parser may take."""

ELEMENT_STEPS = 10
"""Those of an element, and of an entry beside those of its elements. Attributes, namespaces, lines, references: one each."""

DEEPEST = 1_000
"""Elements inside each other; beyond it a feed is an attack."""

NAME = re.compile(rb"[^\s/>]++")


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A feed or as many of its entries as are read in good time, well-formed too, and how deep its elements lie."""

    data: bytes
    is_part: bool
    deepest: int


@dataclass
class Steps:
    """The steps on the way through a feed, up to the element before which there were enough."""

    parser: XMLParserType
    data: bytes
    taken: int = 0
    at: int = 0
    deepest: int = 0
    open: list[int] = field(default_factory=list)
    entries: int = 0
    last_entry: tuple[int, tuple[int, ...]] = (0, ())
    end: tuple[int, tuple[int, ...]] | None = None

    def opens(self, name: str, attributes: list[str]) -> None:
        """An element begins."""
        is_entry = name.rpartition(" ")[2].lower() in ("item", "entry")
        here = self.parser.CurrentByteIndex
        self.moves(ELEMENT_STEPS * (1 + is_entry) + len(attributes) // 2, here)
        if is_entry and self.end is None:
            self.entries, self.last_entry = self.entries + 1, (self.at, tuple(self.open[:DEEPEST]))
        self.open.append(self.at)
        self.deepest = max(self.deepest, len(self.open))

    def closes(self, _name: str) -> None:
        """An element ends."""
        begun = self.open.pop()
        self.moves(0, begun)

    def names(self, _prefix: str | None, _uri: str) -> None:
        """A namespace is declared."""
        self.taken += 1

    def moves(self, steps: int, begun: int) -> None:
        """Count the steps up to here; with too many the feed ends before its last entry, in its first before this element."""
        at = self.parser.CurrentByteIndex
        self.taken += steps + self.data.count(b"\n", self.at, at) + self.data.count(b"&", self.at, at)
        self.at = at
        if self.taken > MOST_STEPS and self.end is None:
            self.end = self.last_entry if self.entries > 1 else (begun, tuple(self.open[:DEEPEST]))


def measure(data: bytes) -> Measured | None:
    """A feed in UTF-8 or as much of it as is read in good time, None for one that its parser has to mend.

    >>> measure(b"<rss><channel>a</channel></rss>").is_part, measure(b"<rss><br></rss>")
    (False, None)
    """
    from feedparser.sanitizer import replace_doctype

    written = replace_doctype(data)[1]  # as the parser takes it: what it leaves out of the head may be missed below
    parser = ParserCreate(namespace_separator=" ")
    parser.ordered_attributes = True
    steps = Steps(parser, written)
    parser.StartElementHandler, parser.EndElementHandler = steps.opens, steps.closes
    parser.StartNamespaceDeclHandler = steps.names
    try:
        parser.Parse(written, True)
    except (ExpatError, ValueError, LookupError):
        return None
    if steps.end is None:
        return Measured(data=data, is_part=False, deepest=steps.deepest)
    end, still_open = steps.end
    shut = b"".join(b"</" + NAME.findall(written[at + 1 : at + 1_000])[0] + b">" for at in reversed(still_open))
    return Measured(data=data[: len(data) - len(written) + end] + shut, is_part=True, deepest=steps.deepest)
