"""Readings made by hand, without any language model: a line of prose a story, values and words beside each other."""

from dataclasses import dataclass
from datetime import date, datetime

from dateline.model.document import Document, Text
from dateline.model.entry import Attendee, Meeting, Statement
from dateline.model.evidence import Evidence, Sourced, Span, Stamp
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.reading import Reading
from dateline.model.when import Dating, When

COUNTRIES = {"Geneva": "CHE", "Vienna": "AUT", "Brussels": "BEL", "Kyiv": "UKR", "Ukraine": "UKR", "Cairo": "EGY"}
NAMES = {"RUS": "Russia", "USA": "United States", "UKR": "Ukraine", "EGY": "Egypt", "ISR": "Israel", "NATO": "NATO"}


def day(words: str | None) -> date | None:
    return None if words is None else date.fromisoformat(words)


def when(words: str | None) -> When | None:
    """`2022-01-12`, `2022-01-10/2022-01-13` (extent), `2022-01` (within), `~2022-01-10/2022-01-16` (within)."""
    if words is None:
        return None
    if len(words) == 7:
        return When.month(int(words[:4]), int(words[5:]))
    if "/" in words:
        first, last = words.lstrip("~").split("/")
        return When(date.fromisoformat(first), date.fromisoformat(last), "within" if words[0] == "~" else "extent")
    if "T" in words:
        starts = datetime.fromisoformat(words)
        return When(starts.date(), starts.date(), None, starts)
    return When.on(date.fromisoformat(words))


@dataclass(frozen=True)
class Told:
    """What a story is to tell of one meeting."""

    quote: str
    parties: tuple[str, ...]
    date: str | None = None
    status: str = "scheduled"
    kind: str = "talks"
    forum: str | None = None
    place: str | None = None
    people: tuple[tuple[str, str], ...] = ()
    previously: str | None = None
    level: str | None = None
    confidence: float = 0.8
    topic: str | None = None
    title: str | None = None


def story(
    published: str | None,
    *told: Told,
    source: str | None = "Wire",
    url: str | None = None,
    name: str | None = None,
    said: tuple[tuple[str, str, str], ...] = (),
    body: str | None = None,
) -> Reading:
    """A reading of a story whose text is the quotes, one after another."""
    words = body or " ".join([*(each.quote for each in told), *(content for _, _, content in said)])
    text = Text("", words)
    given = day(published)
    document = Document(name=name or f"story {text.id}", text=text, published=given, source=source, url=url)
    stamp = (Evidence(Stamp("published", published or ""), "the day the story gives"),)
    sides = {side for each in told for side in (*each.parties, *(of for _, of in each.people))}
    persons = {person: of for each in told for person, of in each.people}
    return Reading(
        document=document,
        dating=Dating(given, given=given is not None, earliest=given, latest=given, because=stamp),
        parties=(
            *(Party(side, NAMES.get(side, side), "state") for side in sorted(sides)),
            *(Party(person, person, "person", of=of) for person, of in sorted(persons.items())),
        ),
        places=tuple(Place(each.place, COUNTRIES.get(each.place), feature=feature(each.place)) for each in told if each.place),
        meetings=tuple(meeting(text, each, stamp) for each in told),
        statements=tuple(statement(text, *each) for each in said),
    )


def feature(place: str) -> str:
    """The GeoNames code of a place: a country or a city."""
    return "PCLI" if place in NAMES.values() else "PPLC"


def words(text: Text, quote: str) -> Span:
    start = text.body.index(quote)
    return Span.of(text, start, start + len(quote))


def meeting(text: Text, told: Told, stamp: tuple[Evidence, ...]) -> Meeting:
    span = words(text, told.quote)

    def sourced(value, rule: str):
        return None if value is None else Sourced(value, (Evidence(span, rule),))

    dated = when(told.date)
    reasons = (Evidence(span, "the year nearest to the story's day", stamp, assumed=True),)
    return Meeting(
        text=text.id,
        spans=(span,),
        kind=sourced(told.kind, "a noun of meeting"),
        status=sourced(told.status, "the verb's tense"),
        title=told.title or f"{told.forum or ' and '.join(told.parties)} {told.kind}",
        forum=sourced(told.forum, "a forum's name"),
        parties=tuple(sourced(party, "who is named") for party in told.parties),
        people=tuple(sourced(Attendee(person, of), "a named person") for person, of in told.people),
        level=sourced(told.level, "a rank"),
        place=sourced(told.place, "in <place>"),
        when=Sourced(dated, (Evidence(span, "on <date>", reasons),)) if dated else None,
        previously=sourced(when(told.previously), "from <date>"),
        topic=sourced(told.topic, "on <topic>"),
        confidence=told.confidence,
    )


def statement(text: Text, speaker: str, kind: str, content: str) -> Statement:
    span = words(text, content)
    reason = (Evidence(span, "<speaker> says <content>"),)
    return Statement(
        text=text.id,
        content=(span,),
        speaker=Sourced(speaker, reason),
        kind=Sourced(kind, reason),
        of=(Sourced(speaker, reason),),
        evidence=reason,
    )
