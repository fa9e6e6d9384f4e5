"""Who wrote a story, against who carries it: the agency that it credits, with the words that do."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from dateline.intake.addresses import clean_address
from dateline.knowledge.wires import CreditRule, credit_rules, credit_words, wire_named, wire_of_host
from dateline.model.document import Document, Text
from dateline.model.evidence import Evidence, Sourced, Span, Stamp

__all__ = ["credited", "wire_of"]

HEAD = 5
END = 5
"""Lines with words in which a story credits others."""

WORD = re.compile(r"[^\W\d_]{2,}")

LONGEST = 400
"""Code points of a line that are looked at."""

FIRST = 2_000
LAST = 4_000
"""Code points at the beginning and end of a text in which these lines are sought."""


def credited(document: Document) -> Document:
    """The document with its address cleaned and with the agency that wrote it, where it shows one."""
    address = clean_address(document.url) if document.url else None
    wire = document.wire or wire_of(document)
    if wire is document.wire and address == document.url:
        return document
    return replace(document, url=address, wire=wire)


def wire_of(document: Document) -> Sourced[str] | None:
    """The agency that wrote a story: by a credit in its words, else because it is on the agency's own site."""
    text = document.text
    lines = Lines(text.body)
    if credit_words().isdisjoint(WORD.findall(lines.words)):
        return own(document)
    weak: Sourced[str] | None = None
    for rule in credit_rules():
        for each in credits_in(text, rule, lines):
            if not rule.weak:
                return each
            weak = weak or each
    return own(document) or weak


def own(document: Document) -> Sourced[str] | None:
    """The agency that carries its own story."""
    if document.source and (name := wire_named(document.source)):
        return Sourced(name, (Evidence(Stamp("source", document.source), "the outlet is an agency"),))
    host = host_of(document.url)
    if host and (name := wire_of_host(host)):
        return Sourced(name, (Evidence(Stamp("url", str(document.url)), "the address is an agency's own"),))
    return None


def host_of(address: str | None) -> str | None:
    """The host of an address."""
    try:
        return urlsplit(address).hostname if address else None
    except ValueError:
        return None


def credits_in(text: Text, rule: CreditRule, lines: "Lines") -> Iterator[Sourced[str]]:
    """The credits of one form."""
    for start, end in getattr(lines, rule.place):
        words = text.body[start:end]
        match = rule.regex.match(words) if rule.place == "start" else rule.regex.fullmatch(words)
        if match is None:
            continue
        name = rule.wire or wire_named(match["wire"])
        if name is not None:
            span = (match.start(), match.end()) if rule.wire else match.span("wire")
            ground = Span.of(text, start + span[0], start + span[1])
            yield Sourced(name, (Evidence(ground, rule.name, assumed=rule.weak),))


class Lines:
    """Where credits may stand in a text: at the very `start`, on a line of its `head`, or of its `end`."""

    def __init__(self, body: str) -> None:
        first = [*lines_of(body[:FIRST])]
        before = max(0, len(body) - LAST)
        self.start = [(start, min(end, start + LONGEST)) for start, end in first[:2]]
        self.head = [line for line in first[:HEAD] if line[1] - line[0] <= LONGEST // 2]
        last = [(before + start, before + end) for start, end in lines_of(body[before:])]
        words = [body[start:end] for start, end in (*self.start, *self.head)]
        self.end = [(max(start, end - LONGEST), end) for start, end in reversed(last[-END:])]
        self.words = "\n".join([*words, *(body[start:end] for start, end in self.end)])


def lines_of(body: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that has words, without white space around them."""
    start = 0
    for raw in body.split("\n"):
        words = raw.strip()
        if words:
            lead = start + len(raw) - len(raw.lstrip())
            yield lead, lead + len(words)
        start += len(raw) + 1
