"""Who wrote a story, against who carries it: the agency that it credits, with the words that do."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from dateline.intake.addresses import clean_address
from dateline.knowledge.wires import CreditRule, credit_rules, wire_named, wire_of_host
from dateline.model.document import Document, Text
from dateline.model.evidence import Evidence, Sourced, Span, Stamp

__all__ = ["credited", "wire_of"]

HEAD = 5
END = 5
"""Lines with words in which a story credits others."""

LONGEST = 400
"""Code points of a line that are looked at."""

Line = tuple[int, int]


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
    found = [each for rule in credit_rules() for each in credits_in(text, rule)]
    strong = next((each for each in found if not each.evidence[0].assumed), None)
    return strong or own(document) or next(iter(found), None)


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


def credits_in(text: Text, rule: CreditRule) -> Iterator[Sourced[str]]:
    """The credits of one form."""
    for start, end in places_of(text.body, rule):
        words = text.body[start:end]
        match = rule.regex.match(words) if rule.place == "start" else rule.regex.fullmatch(words)
        if match is None:
            continue
        name = rule.wire or wire_named(match["wire"])
        if name is not None:
            span = (match.start(), match.end()) if rule.wire else match.span("wire")
            ground = Span.of(text, start + span[0], start + span[1])
            yield Sourced(name, (Evidence(ground, rule.name, assumed=rule.weak),))


def places_of(body: str, rule: CreditRule) -> list[Line]:
    """Where a credit of this form may stand."""
    lines = list(lines_of(body))
    if rule.place == "start":
        return [(start, min(end, start + LONGEST)) for start, end in lines[:2]]
    if rule.place == "head":
        return [line for line in lines[:HEAD] if line[1] - line[0] <= LONGEST // 2]
    return [(max(start, end - LONGEST), end) for start, end in reversed(lines[-END:])]


def lines_of(body: str) -> Iterator[Line]:
    """Start and end of each line that has words, without white space around them."""
    start = 0
    for raw in body.split("\n"):
        words = raw.strip()
        if words:
            lead = start + len(raw) - len(raw.lstrip())
            yield lead, lead + len(words)
        start += len(raw) + 1
