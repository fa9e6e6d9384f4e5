"""Stories out again as a feed: RSS 2.0, Atom or JSON Feed 1.1, one item a story, with all its carriers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from email.utils import format_datetime
from typing import Any, Literal
from xml.etree import ElementTree

from dateline.model.story import Carrier, Story
from dateline.views.outward import as_json, legible, link
from dateline.views.wording import SHORT_ID

__all__ = ["FORMS", "Form", "feed", "lines", "stories_json"]

Form = Literal["rss", "atom", "jsonfeed"]
FORMS: tuple[Form, ...] = ("rss", "atom", "jsonfeed")

ATOM = "http://www.w3.org/2005/Atom"
NAME = "urn:dateline"
LONGEST = 600
"""Code points of a story that a feed gives; the whole of it lies with its carriers."""


def feed(found: Sequence[Story], form: Form, through: str, at: datetime) -> bytes:
    """The stories as a feed; `through` says which they are."""
    title = f"Dateline: {through}"
    if form == "jsonfeed":
        return json_feed(found, title)
    return atom(found, title, through, at) if form == "atom" else rss(found, title, at)


def rss(found: Sequence[Story], title: str, at: datetime) -> bytes:
    """RSS 2.0."""
    top = ElementTree.Element("rss", {"version": "2.0"})
    channel = ElementTree.SubElement(top, "channel")
    put(channel, "title", title)
    put(channel, "link", f"{NAME}:stories")
    put(channel, "description", "Stories of a ledger, each once, with all that carry it")
    put(channel, "lastBuildDate", format_datetime(max((each.last_seen for each in found), default=at).astimezone(UTC)))
    for story in found:
        item = ElementTree.SubElement(channel, "item")
        put(item, "title", headline(story))
        if link := link_of(story):
            put(item, "link", link)
        put(item, "guid", f"{NAME}:story:{story.id}").set("isPermaLink", "false")
        put(item, "pubDate", format_datetime(moment_of(story)))
        put(item, "description", escaped("\n\n".join((excerpt(story), carried(story)))))
    return written(top)


def atom(found: Sequence[Story], title: str, through: str, at: datetime) -> bytes:
    """Atom (RFC 4287)."""
    ElementTree.register_namespace("", ATOM)
    top = ElementTree.Element(f"{{{ATOM}}}feed")
    put(top, f"{{{ATOM}}}id", f"{NAME}:stories:{through}")
    put(top, f"{{{ATOM}}}title", title)
    put(top, f"{{{ATOM}}}updated", stamp(max((each.last_seen for each in found), default=at)))
    put(ElementTree.SubElement(top, f"{{{ATOM}}}author"), f"{{{ATOM}}}name", "Dateline")
    for story in found:
        entry = ElementTree.SubElement(top, f"{{{ATOM}}}entry")
        put(entry, f"{{{ATOM}}}id", f"{NAME}:story:{story.id}")
        put(entry, f"{{{ATOM}}}title", headline(story))
        put(entry, f"{{{ATOM}}}updated", stamp(story.last_seen))
        put(entry, f"{{{ATOM}}}published", stamp(moment_of(story)))
        first = link_of(story)
        for url in dict.fromkeys(url for carrier in story.carriers if (url := web(carrier))):
            ElementTree.SubElement(entry, f"{{{ATOM}}}link", {"rel": "alternate" if url == first else "via", "href": url})
        put(entry, f"{{{ATOM}}}summary", excerpt(story)).set("type", "text")
        put(entry, f"{{{ATOM}}}content", f"{excerpt(story)}\n\n{carried(story)}").set("type", "text")
    return written(top)


def json_feed(found: Sequence[Story], title: str) -> bytes:
    """JSON Feed 1.1; the carriers stand in an extension of their own."""
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "items": [json_item(story) for story in found],
    }
    return as_json(value, indent=1).encode() + b"\n"


def json_item(story: Story) -> Mapping[str, Any]:
    """A story as an item."""
    link = link_of(story)
    return {
        "id": f"{NAME}:story:{story.id}",
        **({"url": link} if link else {}),
        "title": headline(story),
        "content_text": excerpt(story),
        "date_published": stamp(moment_of(story)),
        "date_modified": stamp(story.last_seen),
        "_dateline": {
            "carriers": [
                {"document": each.document, "source": each.source, "url": web(each), "published": each.published}
                for each in story.carriers
            ]
        },
    }


def lines(found: Sequence[Story]) -> Iterator[str]:
    """The stories for a person, a line each with the id of its first document, and a line of carriers if there are several."""
    for story in found:
        first = story.carriers[0]
        day = (first.published or "")[:10] or "undated"
        yield legible(f"{first.document[:SHORT_ID]}  {day:10}  {headline(story)}  ({first.source or 'no outlet'})")
        if len(story.carriers) > 1:
            others = (f"{outlet(each)} {each.document[:SHORT_ID]}" for each in story.carriers)
            yield legible(f"{'':22}carried by {len(story.carriers)}: {', '.join(others)}")


def stories_json(found: Sequence[Story]) -> Mapping[str, Any]:
    """The object of `dateline stories --json`: a row a story, with all its documents."""
    return {"ok": True, "rows": [story_json(story) for story in found]}


def story_json(story: Story) -> Mapping[str, Any]:
    """One story; `published`, `source` and `url` are those of its first document."""
    first = story.carriers[0]
    return {
        "id": first.document,
        "title": headline(story),
        "published": first.published,
        "source": first.source,
        "url": link_of(story),
        "first_seen": stamp(story.first_seen),
        "last_seen": stamp(story.last_seen),
        "documents": [
            {
                "id": each.document,
                "document": each.name,
                "source": each.source,
                "url": each.url,
                "published": each.published,
                "added": stamp(each.added_at),
            }
            for each in story.carriers
        ],
    }


def headline(story: Story) -> str:
    """The title of a story, or its first words."""
    words = " ".join((story.title or story.body).split())
    return legible(words if len(words) <= 200 else words[:199] + "…")


def excerpt(story: Story) -> str:
    """The beginning of a story, to the end of a word."""
    text = legible(story.body.strip())
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"


def carried(story: Story) -> str:
    """Who carries a story."""
    told = (f"{outlet(each)}{f', {each.published[:10]}' if each.published else ''}" for each in story.carriers)
    return legible(f"Carried by {len(story.carriers)}: " + "; ".join(dict.fromkeys(told)))


def outlet(carrier: Carrier) -> str:
    """The outlet of a carrier, or what its giver calls it."""
    return carrier.source or carrier.name


def link_of(story: Story) -> str | None:
    """The address of the first carrier that has one."""
    return next((url for carrier in story.carriers if (url := web(carrier))), None)


def web(carrier: Carrier) -> str | None:
    """The address of a carrier, if it is one of the web."""
    return link(carrier.url)


def moment_of(story: Story) -> datetime:
    """When a story was first published, else when the ledger learnt of it; a day counts from midnight UTC."""
    given = next((carrier.published for carrier in story.carriers if carrier.published), None)
    if given is None:
        return story.first_seen.astimezone(UTC)
    if len(given) <= 10:
        day = date.fromisoformat(given)
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    found = datetime.fromisoformat(given)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def stamp(at: datetime) -> str:
    """A moment as Atom and JSON Feed write it."""
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")


def escaped(words: str) -> str:
    """Words as the HTML that RSS takes a description for."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n\n", "<br><br>")


def put(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    """A child with words."""
    child = ElementTree.SubElement(parent, name)
    child.text = legible(text)
    return child


def written(top: ElementTree.Element) -> bytes:
    """The bytes of a feed."""
    return bytes(ElementTree.tostring(top, encoding="utf-8", xml_declaration=True)) + b"\n"
