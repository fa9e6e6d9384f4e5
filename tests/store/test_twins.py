"""The same story only once: read once, carried by many, the same belief in every order; updates are no second source."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import permutations

import pytest

from dateline.app import gather as gathering
from dateline.app.forget import forget
from dateline.app.gather import Gathered, gather
from dateline.ledger import query, twins
from dateline.ledger.database import Ledger
from dateline.model.agenda import AgendaRow, Question
from dateline.model.document import Document
from dateline.model.problem import Refusal
from dateline.model.reading import Reading
from dateline.views.agenda import agenda_json
from tests.conftest import EXAMPLE_DAY
from tests.ledger.build import Told, story
from tests.store.test_keep import content, emptied

QUOTE = "Envoys of Russia and Ukraine meet in Vienna on May 20, the Austrian hosts announced."
MORE = """The ministry in the capital confirmed the date and praised the mediators for their patience over eleven months.
Nobody expects that the border crossings will reopen at once, but a timetable is within reach, diplomats believe.
An earlier round collapsed in March when one delegation left the hall after a quarrel over the seating.
The list of prisoners runs to forty names, most of them sailors taken in the strait during the winter storms."""
NEWS = "\nLate in the evening both delegations agreed on observers from three neutral states and on a second day of talks."
TALKS = Told(QUOTE, ("RUS", "UKR"), "2019-05-20", place="Vienna")


def read(document: Document) -> Reading:
    """What a document says: the talks, where it has the sentence that tells of them."""
    told = (TALKS,) if QUOTE in document.text.body else ()
    made = story(document.day.isoformat() if document.day else None, *told, source=document.source, body=document.text.body)
    meetings = tuple(replace(each, text=document.text.id) for each in made.meetings)
    return replace(made, document=document, meetings=meetings)


def carrying(name: str, body: str, day: str, source: str, title: str = "") -> Document:
    made = story(day, source=source, body=body, name=name).document
    return Document(name=name, text=type(made.text)(title, body), published=made.published, source=source, language="en")


FULL = carrying("full", f"{QUOTE}\n{MORE}", "2019-05-14", "Wire", "Envoys to meet in Vienna")
COPY = carrying("copy", f"VIENNA (Reuters) - {QUOTE}\n{MORE}\n\nSign up for our letter.", "2019-05-14", "Post")
EDITED = carrying("edited", f"{QUOTE}\n{MORE}".replace("forty names", "40 names"), "2019-05-15", "Herald")
EXCERPT = carrying("excerpt", MORE.partition("\nAn earlier")[0], "2019-05-15", "Gazette")
UPDATE = carrying("update", f"{QUOTE}\n{MORE}{NEWS}", "2019-05-15", "Wire", "Envoys to meet in Vienna")
OTHER = carrying(
    "other", f"{QUOTE} The harbour of Arden stays closed for repairs until the autumn storms.", "2019-05-16", "Times"
)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the stories that were read."""
    names: list[str] = []

    def readings(stories: Iterable[Document | Refusal], parser: object, **others: object) -> Iterator[Reading | Refusal]:
        waiting = list(stories)
        for each in waiting:
            if isinstance(each, Document):
                names.append(each.name)
                yield read(each)

    monkeypatch.setattr(gathering, "readings", readings)
    return names


def add(ledger: Ledger, *documents: Document) -> list[str]:
    return list(gather(ledger, documents, lambda: None, Gathered()))  # type: ignore[arg-type,return-value]


def rows(ledger: Ledger) -> list[AgendaRow]:
    with ledger.reading() as connection:
        return query.agenda(connection, Question())


def test_copies_are_read_once(ledger: Ledger, parsed: list[str]) -> None:
    assert sorted(add(ledger, FULL, COPY, EDITED, EXCERPT)) == ["copy", "edited", "excerpt", "full"]
    assert parsed == ["full"] or set(parsed) <= {"full", "copy"}
    (row,) = rows(ledger)
    (shown,) = agenda_json([row], EXAMPLE_DAY)["rows"]
    assert shown["reports"] == 1
    quotes = {each["document"]: each["quote"] for each in shown["sources"]}
    assert quotes == {"full": QUOTE, "copy": QUOTE, "edited": QUOTE, "excerpt": ""}
    assert row.occasion.credibility == 2


def test_again_changes_nothing(ledger: Ledger, parsed: list[str]) -> None:
    add(ledger, FULL, COPY)
    before, count = content(ledger), len(parsed)
    add(ledger, COPY, FULL)
    assert (content(ledger), len(parsed)) == (before, count)


@pytest.mark.parametrize("one_by_one", [True, False])
def test_belief_does_not_depend_on_the_order(ledger: Ledger, parsed: list[str], one_by_one: bool) -> None:
    seen = set()
    for order in list(permutations((FULL, EDITED, EXCERPT, UPDATE, OTHER)))[:: 1 if one_by_one else 7][:40]:
        emptied(ledger)
        if one_by_one:
            for each in order:
                add(ledger, each)
        else:
            add(ledger, *order)
        seen.add("\n".join(content(ledger)))
    assert len(seen) == 1


def test_an_update_names_its_predecessor_and_is_no_second_source(ledger: Ledger, parsed: list[str]) -> None:
    for order in ((FULL, UPDATE), (UPDATE, FULL)):
        emptied(ledger)
        parsed.clear()
        for each in order:
            add(ledger, each)
        assert sorted(parsed) == ["full", "update"]
        with ledger.reading() as connection:
            kept = twins.members(connection, [FULL.text.id, UPDATE.text.id])
            named = {name: query_predecessor(ledger, name) for name in ("full", "update")}
        assert {each.read_as for each in kept.values()} == {FULL.text.id, UPDATE.text.id}
        assert named == {"full": None, "update": FULL.id}
        (row,) = rows(ledger)
        assert (row.occasion.stories, len(row.sources), row.occasion.credibility) == (1, 2, 2)
    add(ledger, OTHER)
    (row,) = rows(ledger)
    assert (row.occasion.stories, row.occasion.credibility) == (2, 1)


def query_predecessor(ledger: Ledger, name: str) -> str | None:
    from sqlalchemy import select

    from dateline.ledger.tables import documents

    with ledger.reading() as connection:
        return connection.execute(select(documents.c.predecessor).where(documents.c.name == name)).scalar()


def test_a_story_stays_while_another_carries_it(ledger: Ledger, parsed: list[str]) -> None:
    add(ledger, FULL)
    add(ledger, EDITED, UPDATE)
    forget(ledger, FULL.id, by="Ana", read=read)
    (row,) = rows(ledger)
    assert {each.name for each in row.sources} == {"edited", "update"}
    assert query_predecessor(ledger, "update") == EDITED.id or query_predecessor(ledger, "update") is None
    forget(ledger, UPDATE.id, by="Ana", read=read)
    forget(ledger, EDITED.id, by="Ana", read=read)
    assert rows(ledger) == []
