"""What the generated parts of README and docs are made of: each function returns Markdown."""

from datetime import date

from dateline.model.document import Document, Text
from dateline.model.entry import Meeting, Statement
from dateline.reading.parse import Parser
from dateline.reading.read import read

SENTENCES = (
    (
        (
            "Ambassadors of the 30 NATO allies and senior Russian officials will meet in Brussels on Jan. 12, "
            "two days after the United States and Russia hold security talks in Geneva."
        ),
        date(2022, 1, 4),
    ),
    (
        "A special summit of European Union leaders on ties with Turkey has been postponed from Sept. 24-25 to Oct. 1-2.",
        date(2020, 9, 22),
    ),
    (
        "Moscow denies that it plans to invade Ukraine and accuses Kyiv of massing troops in the east of the country.",
        date(2022, 1, 4),
    ),
    (
        '"There will be no negotiations and no compromise," U.S. President George Bush told reporters on Friday.',
        date(1991, 1, 4),
    ),
)


def entries_table() -> str:
    """Sentences of the bundled stories, and the entries that the real reader makes of them."""
    parser = Parser()
    rows = ["| in the story | in the ledger |", "|---|---|"]
    for sentence, day in SENTENCES:
        reading = read(parser.parse(Document(name="README", text=Text("", sentence), published=day)))
        entries = [meeting_line(each) for each in reading.meetings] + [statement_line(each) for each in reading.statements]
        rows.append(f"| {sentence}<br>*({day})* | {'<br>'.join(entries)} |")
    return "\n".join(rows)


def meeting_line(meeting: Meeting) -> str:
    """A meeting in one cell."""
    parts = [f"**{meeting.kind.value}**", " + ".join(each.value for each in meeting.parties)]
    parts += [meeting.when.value.edtf] if meeting.when else []
    parts += [meeting.place.value] if meeting.place else []
    parts += [f"*{meeting.status.value}*"]
    parts += [f"(was {meeting.previously.value.edtf})"] if meeting.previously else []
    return " · ".join(parts)


def statement_line(statement: Statement) -> str:
    """A statement in one cell."""
    target = f" → {', '.join(each.value for each in statement.target)}" if statement.target else ""
    words = " … ".join(piece.quote for piece in statement.content)
    return f"{statement.speaker.value} **{statement.kind.value}**{target}: “{words}”"
