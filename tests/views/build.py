"""A reading made by hand: a story in our own words, and what a perfect reader would find in it."""

from datetime import UTC, date, datetime

from dateline.model.document import Document, Text
from dateline.model.entry import Attendee, Meeting, Statement
from dateline.model.evidence import Evidence, Sourced, Span, Stamp
from dateline.model.party import Mention, Party
from dateline.model.place import Place
from dateline.model.problem import Problem
from dateline.model.reading import Reading
from dateline.model.when import Dating, Rival, TimeExpression, When

BODY = (
    "Foreign Minister Ana Lopes will meet her French counterpart in Lyon on March 3, officials in Lisbon said on Monday.\n\n"
    'The talks follow a call on Feb. 28. "We expect an open <word> & a *plan*," Lopes said through a spokesman.\n\n'
    "France denies Portuguese claims that it delayed the visit. A two-day summit of the EU may follow later in March.\n"
)
TEXT = Text("Lopes to visit Lyon", BODY)


def cut(words: str, field: str = "text") -> Span:
    """The first place where the text says these words."""
    start = TEXT.field("text" if field == "text" else "title").index(words)
    return Span.of(TEXT, start, start + len(words))


def seen(words: str, rule: str = "a rule", *, assumed: bool = False) -> Evidence:
    """Evidence that a rule read these words."""
    return Evidence(cut(words), rule, assumed=assumed)


CALL = Meeting(
    text=TEXT.id,
    spans=(cut("a call on Feb. 28"),),
    kind=Sourced("call", (seen("call"),)),
    status=Sourced("held", (seen("follow"),)),
    title="Call of Portugal and France",
    parties=(Sourced("PRT", (seen("Lisbon"),)), Sourced("FRA", (seen("French"),))),
    when=Sourced(When.on(date(2022, 2, 28)), (seen("Feb. 28"),)),
    confidence=0.6,
)
TALKS = Meeting(
    text=TEXT.id,
    spans=(cut("will meet her French counterpart in Lyon on March 3"), cut("The talks")),
    kind=Sourced("talks", (seen("meet"),)),
    status=Sourced("scheduled", (seen("will meet", "will <meet>"),)),
    title="Talks of Portugal and France in Lyon",
    parties=CALL.parties,
    people=(Sourced(Attendee("Ana Lopes", "PRT"), (seen("Ana Lopes"),)),),
    level=Sourced("foreign ministers", (seen("Foreign Minister"),)),
    place=Sourced("Lyon", (seen("Lyon"),)),
    when=Sourced(
        When(date(2022, 3, 3), date(2022, 3, 3), starts=datetime(2022, 3, 3, 9, 30, tzinfo=UTC)),
        (seen("March 3"), seen("March 3", "the year nearest to the story", assumed=True)),
    ),
    after=(CALL.id,),
    confidence=0.9,
    sure={"parties": 0.95, "date": 0.8},
)
SUMMIT = Meeting(
    text=TEXT.id,
    spans=(cut("A two-day summit of the EU"),),
    kind=Sourced("summit", (seen("summit"),)),
    status=Sourced("proposed", (seen("may"),)),
    title="Summit of the EU",
    forum=Sourced("EU", (seen("EU"),)),
    parties=(Sourced("EU", (seen("EU"),)),),
    when=Sourced(When(date(2022, 3, 1), date(2022, 3, 31), "within"), (seen("later in March"),)),
    confidence=0.2,
)
HOPE = Statement(
    text=TEXT.id,
    content=(cut("We expect an open <word> & a *plan*"),),
    speaker=Sourced("Ana Lopes", (seen("Lopes said"),)),
    kind=Sourced("assert", (seen("said through"),)),
    form="direct",
    of=(Sourced("PRT", (seen("Lisbon"),)),),
    via=Sourced("PRT:spokesperson", (seen("a spokesman"),)),
    source=cut("Lopes said"),
    cue=cut("said through"),
    confidence=0.9,
)
DENIAL = Statement(
    text=TEXT.id,
    content=(cut("Portuguese claims that it delayed the visit"),),
    speaker=Sourced("FRA", (seen("France"),)),
    kind=Sourced("deny", (seen("denies"),)),
    of=(Sourced("FRA", (seen("France"),)),),
    cue=cut("denies"),
    source=cut("France"),
    target=(Sourced("PRT", (seen("Portuguese"),)),),
    confidence=0.9,
)
CLAIM = Statement(
    text=TEXT.id,
    content=(cut("it delayed the visit"),),
    speaker=Sourced("PRT", (seen("Portuguese claims"),)),
    kind=Sourced("accuse", (seen("claims"),)),
    of=(Sourced("PRT", (seen("Portuguese"),)),),
    target=(Sourced("FRA", (seen("it delayed"),)),),
    inside=DENIAL.id,
    confidence=0.4,
)
READING = Reading(
    document=Document(
        name="lyon.txt",
        text=TEXT,
        source="Example Post",
        url="https://exa.mp/1",
        origin="from world - Example Post https://exa.mp/1",
    ),
    dating=Dating(
        date(2022, 2, 28),
        given=False,
        earliest=date(2022, 2, 28),
        latest=date(2022, 2, 28),
        rivals=(Rival(date(2022, 3, 7), 0.25),),
        because=(
            seen("Monday", "weekday of saying"),
            seen("March 3", "near the story"),
            Evidence(Stamp("x", "y"), "most likely"),
        ),
    ),
    parties=(
        Party("PRT", "Portugal", "state", "PRT", "Q45", mentions=(Mention(cut("Lisbon"), "metonym"),)),
        Party("FRA", "France", "state", "FRA", "Q142", mentions=(Mention(cut("French"), "demonym"),)),
        Party("EU", "European Union", "organisation", "EU", mentions=(Mention(cut("EU"), "name"),)),
        Party(
            "Ana Lopes", "Ana Lopes", "person", "PRT", office="foreign minister", mentions=(Mention(cut("Ana Lopes"), "name"),)
        ),
    ),
    places=(Place("Lyon", "FRA", mentions=(cut("Lyon"),)),),
    times=(TimeExpression(cut("March 3"), "DATE", "2022-03-03", earliest=date(2022, 3, 3), latest=date(2022, 3, 3)),),
    meetings=(TALKS, CALL, SUMMIT),
    statements=(HOPE, DENIAL, CLAIM),
    problems=(Problem("reading", "a quotation is not closed", cut("France")),),
)
