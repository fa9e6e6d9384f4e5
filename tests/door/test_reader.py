"""Reading from Python gives what the command line gives, whatever way a story is given."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import dateline
from dateline import Document, InputError, Reader, Reading, Text
from dateline.cli.main import app
from dateline.model.errors import SettingsError
from dateline.reading.encoder import opening
from tests.contract import violations

STORIES = Path(__file__).parents[2] / "examples" / "stories"
FIRST = "Envoys of Norway and Chile will meet in Oslo on May 20. Chile denies that it has broken off the talks."
FRENCH = (
    "Le ministre des affaires étrangères a déclaré mardi que son pays ne participerait pas aux pourparlers de la semaine "
    "prochaine, selon plusieurs sources diplomatiques."
)
LINES: list[dict[str, Any]] = [
    {"id": "a", "text": FIRST, "title": "Talks due", "published": "2019-05-16", "source": "Example Post", "more": 1},
    {"id": "b", "text": FIRST, "url": "https://exa.mp/1?utm_source=x", "published": "2019-05-16T23:30:00-04:00"},
    {"id": "c", "text": FRENCH},
    {"id": "d", "text": ""},
    {"id": "e", "text": FIRST, "published": "soon"},
    {"id": "f", "text": f"{FIRST}\n\nfrom world - Example Post https://exa.mp/1", "language": "en"},
]


def of_command(*arguments: str, given: str | None = None) -> list[dict[str, Any]]:
    result = CliRunner().invoke(app, ["read", *arguments], input=given)
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("doubtful", [False, True])
def test_lines_give_the_records_of_the_command(reader: Reader, doubtful: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.model.reading.DOUBTFUL", 0.8)
    given = "".join(json.dumps(line) + "\n" for line in LINES)
    records = [reading.to_dict() for reading in reader.read_many(LINES, doubtful=doubtful)]
    wanted = of_command("--jsonl", "-", *(["--all"] if doubtful else []), given=given)
    for record in (*records, *wanted):
        for problem in record["problems"]:
            problem["what"] = problem["what"].partition(": ")[2] if problem["what"].startswith("line ") else problem["what"]
    assert json.loads(json.dumps(records)) == wanted
    assert [record["id"] for record in records] == list("abcdef")
    assert all(violations(record) == [] for record in records)


def test_doubtful_entries_come_when_asked_for(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.model.reading.DOUBTFUL", 1.1)
    assert not reader.read(FIRST).meetings
    assert reader.read(FIRST, doubtful=True).meetings
    assert isinstance(reader.read(FIRST, doubtful=True).without_doubtful(), Reading)


def test_files_give_the_records_of_the_command(reader: Reader) -> None:
    records = [reading.to_dict(document=True) for reading in reader.read_many(STORIES)]
    assert records == of_command("--json", str(STORIES))
    (one,) = reader.read_many([STORIES / "6-brussels-2022.txt"])
    assert [one.to_dict(document=True)] == of_command("--json", str(STORIES / "6-brussels-2022.txt"))


def test_one_story_is_read_as_among_many(reader: Reader) -> None:
    line = LINES[0]
    alone = reader.read(line["text"], line["title"], line["published"], line["source"], id=line["id"])
    assert alone == next(reader.read_many([line]))
    document = Document(name="a", text=Text("Talks due", FIRST), published=date(2019, 5, 16), source="Example Post")
    assert next(reader.read_many([document])).meetings == alone.meetings


def test_without_an_id_the_words_are_the_name(reader: Reader) -> None:
    by_text, by_fields = reader.read_many([FIRST, {"text": FIRST}])
    assert by_text.id == by_fields.id == reader.read(FIRST).id == Text("", FIRST).id


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2019-05-16", date(2019, 5, 16)),
        ("2019-05-16T23:30:00-04:00", date(2019, 5, 16)),
        (date(2019, 5, 16), date(2019, 5, 16)),
        (datetime(2019, 5, 16, 23, 30), date(2019, 5, 16)),  # noqa: DTZ001
        (datetime(2019, 5, 16, 23, 30, tzinfo=UTC), date(2019, 5, 16)),
    ],
)
def test_days_can_be_given_in_many_ways(reader: Reader, published: Any, day: date) -> None:
    reading = reader.read(FIRST, published=published)
    assert (reading.dating.value, reading.dating.given) == (day, True)
    assert next(reader.read_many([{"id": "x", "text": FIRST, "published": published}])).dating == reading.dating


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": " "}, "'text' is empty: there is nothing to read"),
        ({"text": None}, "no 'text': a story needs the words of its body"),
        ({"text": b"They met."}, "'text' must be a string, not bytes"),
        ({"text": "a\x00b"}, "NUL character at 1"),
        ({"published": "next week"}, "no date: 'next week'; write 2022-01-04"),
        ({"published": 20220104}, "'published' must be a date, a datetime or a string such as '2022-01-04', not int"),
        ({"title": 7}, "'title' must be a string, not int"),
        ({"id": 7}, "'id' must be a string, not int"),
    ],
)
def test_what_is_no_story_is_said(reader: Reader, fields: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as raised:
        reader.read(**({"text": FIRST} | fields))
    assert message in str(raised.value)
    (reading,) = reader.read_many([{"id": "x", "text": FIRST} | fields])
    assert reading.refused
    assert message in reading.problems[0].what


@pytest.mark.parametrize("stories", [FIRST, FIRST.encode(), {"id": "x", "text": FIRST}, 7, None])
def test_one_story_is_not_many(reader: Reader, stories: Any) -> None:
    with pytest.raises(InputError, match="wanted"):
        reader.read_many(stories)


def test_a_path_that_is_not_there(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        reader.read_many(tmp_path / "nothing.txt")
    refused, read = reader.read_many([tmp_path / "nothing.txt", FIRST])
    assert "no such file or folder" in refused.problems[0].what
    assert read.meetings


def test_none_is_dropped_and_all_are_in_order(reader: Reader) -> None:
    given: list[Any] = [FIRST, 7, FRENCH, "", b"They met.", Document(name="x", text=Text("", " ")), {}, FIRST]
    found = list(reader.read_many(given))
    assert [reading.is_unread for reading in found] == [False, True, True, True, True, True, True, False]
    assert [reading.refused for reading in found] == [False, True, False, True, True, True, True, False]
    assert found[1].to_dict()["id"] == "story 2"
    assert found[2].problems[0].what == "language not read yet: fr"
    assert all(violations(reading.to_dict()) == [] for reading in found)
    assert all(reading.to_html() for reading in found)


def test_many_are_read_as_they_are_asked_for(reader: Reader) -> None:
    taken: list[int] = []

    def stories() -> Iterator[str]:
        for number in range(40):
            taken.append(number)
            yield f"Envoys of Norway and Chile met in Oslo on Monday, for the {number}th time."

    found = reader.read_many(stories())
    assert not taken
    next(found)
    assert 1 <= len(taken) <= 17
    assert len(list(found)) == 39


def test_a_reading_shows_itself_in_a_line(reader: Reader) -> None:
    assert repr(reader.read(FIRST, id="x", published="2019-05-16")).startswith("<Reading 'x', 2019-05-16: 1 meetings, ")
    assert repr(reader.read(FRENCH, id="x")) == "<Reading 'x': language not read yet: fr>"


def test_notebooks_show_the_marks(reader: Reader) -> None:
    reading = reader.read(FIRST, published="2019-05-16")
    assert reading._repr_html_() == reading.to_html()
    assert reading.to_html().startswith("<div")


def test_a_model_that_is_not_there() -> None:
    with pytest.raises(dateline.ModelError):
        dateline.load("no_such_model")


def test_a_trained_reader_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(opening, "FILES", tmp_path)
    monkeypatch.setattr(opening, "network", opening.network.__wrapped__)
    with pytest.raises(dateline.ModelError, match=r"missing: .*DATELINE_READER=rules"):
        dateline.load()
    monkeypatch.setenv("DATELINE_READER", "rules")
    assert dateline.load().read(FIRST).meetings


def test_a_command_without_the_trained_reader_says_the_mend(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(opening, "FILES", tmp_path)
    monkeypatch.setattr(opening, "network", opening.network.__wrapped__)
    given = json.dumps(LINES[0])
    result = CliRunner().invoke(app, ["read", "--jsonl", "-"], input=given)
    assert isinstance(result.exception, dateline.ModelError)
    assert result.stdout == ""


def test_a_reader_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_READER", "both")
    with pytest.raises(SettingsError, match="no reader: 'both'"):
        dateline.load()
