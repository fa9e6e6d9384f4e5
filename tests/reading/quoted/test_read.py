"""Nothing that does not stand in the text ever reaches a reading; and what both readers say is laid over each other."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model.document import Document, Text
from dateline.model.entry import MeetingKind, StatementKind, Status
from dateline.model.evidence import Span, Stamp
from dateline.model.quoted import answer_from
from dateline.model.reading import Reading
from dateline.reading.desk import Findings, Story
from dateline.reading.parse import Parser
from dateline.reading.quoted import hold_quotes
from dateline.reading.read import ORDER, read
from dateline.views.record import record
from tests.rules import evidence_in

BODY = (
    "LOME, May 16 - Togo's Foreign Minister Afi Mensa will receive a Chadian delegation here on Friday.\n\n"
    "She urged N'Djamena to reopen the road. “There is no quarrel  between us,” she added — twice.\n\n"
    "The two sides last met in Accra in March, when Ghana's president, Kojo Asante, offered to mediate. "
    "Guinea-Bissau said on Tuesday that it would send observers if the U.N. Security Council agreed."
)
INVENTED = ["Oslo", "Norway", "met in Paris on Sunday", "Jane Doe", "2031-01-01", "war", "the", "", "“”", "Fri", "Afi  Mensa"]


@pytest.fixture(scope="module")
def found(parser: Parser) -> tuple[Story, Findings]:
    story = parser.parse(Document(name="a", text=Text("Envoys to meet", BODY), published=date(2019, 5, 16)))
    findings = Findings()
    for reader in ORDER:
        if reader is hold_quotes:
            break
        findings = reader(story, findings)
    return story, findings


def cut(bounds: tuple[int, int]) -> str:
    start, length = bounds
    return BODY[start : start + length]


QUOTES = st.one_of(
    st.sampled_from(INVENTED),
    st.tuples(st.integers(0, len(BODY)), st.integers(1, 60)).map(cut),
    st.sampled_from([word.strip(".,") for word in BODY.split()]),
    st.sampled_from(BODY.split(". ")),
    st.text(max_size=12),
)
NAMED = st.fixed_dictionaries({"words": QUOTES, "name": QUOTES})
MANY = st.lists(QUOTES, max_size=3)
MEETING = st.fixed_dictionaries(
    {
        "span": QUOTES, "mentions": MANY, "kind": st.sampled_from(get_args(MeetingKind)), "status_words": QUOTES,
        "status": st.sampled_from(get_args(Status)), "date_words": MANY, "place_words": QUOTES, "forum_words": QUOTES,
        "sides": st.lists(NAMED, max_size=3), "people": MANY,
    }
)  # fmt: skip
STATEMENT = st.fixed_dictionaries(
    {
        "source": QUOTES, "speaker": QUOTES, "of": MANY, "cue": QUOTES, "content": QUOTES,
        "kind": st.sampled_from(get_args(StatementKind)), "targets": st.lists(NAMED, max_size=3),
    }
)  # fmt: skip
ANSWERS = st.fixed_dictionaries({"meetings": st.lists(MEETING, max_size=4), "statements": st.lists(STATEMENT, max_size=4)})


def spans_in(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from spans_in(getattr(value, each.name))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from spans_in(each)


@pytest.mark.parametrize("by", ["model", "both"])
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answer=ANSWERS, start=st.integers(0, 200))
def test_nothing_that_does_not_stand_in_the_text_is_read(
    found: tuple[Story, Findings], by: Any, answer: dict[str, Any], start: int
) -> None:
    story, findings = found
    made = replace(answer_from(answer, "some-model", 1), start=start)
    held = hold_quotes(story, replace(findings, answers=(made,), by=by))
    for entry in (*held.meetings, *held.statements):
        assert all(span.holds_in(story.document.text) for span in spans_in(entry))
        grounds = [each.ground for each in evidence_in(entry)]
        assert all(isinstance(ground, Stamp | Span) for ground in grounds)
        assert {ground.name for ground in grounds if isinstance(ground, Stamp)} <= {"model", "rules", "published"}
    for meeting in held.meetings:
        assert meeting.parties or meeting.people
        if meeting.when is not None:
            told = [each for each in evidence_in(meeting.when) if isinstance(each.ground, Span)]
            assert any(each.ground in [time.span for time in findings.times] for each in told)
        own = [*([meeting.place.value] if meeting.place else ()), *(each.value.id for each in meeting.people)]
        known = (
            {place.name for place in findings.places} | {each.id for each in findings.cast.parties} if findings.cast else set()
        )
        assert all(value in BODY or value in story.document.text.title or value in known for value in own)


ANSWER = {
    "meetings": [
        {
            "span": "Togo's Foreign Minister Afi Mensa will receive a Chadian delegation here on Friday", "mentions": [],
            "kind": "visit", "status": "scheduled", "status_words": "will receive", "date_words": ["on Friday"],
            "place_words": "LOME", "forum_words": "", "people": ["Afi Mensa"],
            "sides": [{"words": "Togo", "name": "Togo"}, {"words": "a Chadian delegation", "name": "Chadian"}],
        },
        {
            "span": "The two sides last met in Accra in March", "mentions": [], "kind": "talks", "status": "held",
            "status_words": "met", "date_words": ["in March"], "place_words": "Accra", "forum_words": "", "people": [],
            "sides": [{"words": "The two sides", "name": "Togo"}, {"words": "The two sides", "name": "N'Djamena"}],
        },
    ],
    "statements": [
        {
            "source": "She", "speaker": "Afi Mensa", "of": ["Togo"], "cue": "urged", "content": "to reopen the road",
            "kind": "demand", "targets": [{"words": "N'Djamena", "name": "N'Djamena"}],
        },
        {
            "source": "she", "speaker": "Afi Mensa", "of": ["Togo"], "cue": "added",
            "content": "There is no quarrel between us", "kind": "assert", "targets": [],
        },
    ],
}  # fmt: skip


def test_a_model_alone(found: tuple[Story, Findings]) -> None:
    story, _ = found
    reading = read(story, by="model", answers=[answer_from(ANSWER, "some-model", 1)])
    told = record(reading)
    assert [(each["date"], each["place"], each["parties"]) for each in told["meetings"]] == [
        ("2019-05-17", "Lome", ["TGO", "TCD"]),
        ("2019-03", "Accra", ["TGO", "TCD"]),
    ]
    demand, denial = told["statements"]
    assert (demand["speaker"], demand["of"], demand["target"]) == ("Afi Mensa", ["TGO"], ["TCD"])
    assert (denial["form"], denial["content"]["quote"]) == ("direct", "There is no quarrel  between us")
    why = demand["evidence"][0]
    assert (why["quote"], why["rule"]) == ("urged", "read by a model")
    assert why["because"] == [
        {"stamp": "model", "value": "some-model, question 1", "rule": "read by a model", "assumed": False}
    ]
    assert reading.problems == ()


def test_both_readers(found: tuple[Story, Findings]) -> None:
    story, findings = found
    answer = answer_from(ANSWER, "some-model", 1)
    other = replace(answer, meetings=(replace(answer.meetings[1], status="refused"),), statements=answer.statements[:1])
    agreed = read(story, by="both", answers=[answer])
    parted = read(story, by="both", answers=[other])
    alone = read(story, by="model", answers=[answer])
    talks, disputed = agreed.meetings[1], parted.meetings[0]
    assert talks.confidence > alone.meetings[1].confidence
    assert talks.sure["status"] > disputed.sure["status"]
    assert disputed.status.value == "refused"
    assert Stamp("rules", "held") in [each.ground for each in evidence_in(disputed.status)]
    left = [each for each in parted.statements if "road" not in each.content[0].quote]
    before = {each.id: each.confidence for each in findings.statements}
    assert left
    assert all(each.confidence < before[each.id] for each in left)
    assert all(Stamp("model", "nothing") in [why.ground for why in evidence_in(each.kind)] for each in left)


def test_parts_that_overlap_tell_once(found: tuple[Story, Findings]) -> None:
    story, _ = found
    answer = answer_from(ANSWER, "some-model", 1)
    reading = read(story, by="model", answers=[replace(answer, end=250), replace(answer, start=0), answer])
    assert (len(reading.meetings), len(reading.statements)) == (2, 2)


def quoted(span: str, *sides: str, **slots: Any) -> dict[str, Any]:
    """A meeting of an answer, held unless it is told otherwise."""
    return {"span": span, "kind": "talks", "status": "held", "sides": [{"words": side, "name": side} for side in sides]} | slots


def read_by_model(parser: Parser, text: str, *meetings: dict[str, Any], title: str = "", by: Any = "model") -> Reading:
    story = parser.parse(Document(name="a", text=Text(title, text), published=date(2019, 5, 16)))
    return read(story, by=by, answers=[answer_from({"meetings": [*meetings], "statements": []}, "some-model", 1)])


BOTH = "met Ghana's Kojo Asante in Accra and Chad's Idriss Nour in Lome"


def test_two_meetings_in_the_same_words_stay_apart(parser: Parser) -> None:
    one = quoted(BOTH, "Togo", "Ghana", place_words="Accra", people=["Kojo Asante"])
    other = quoted(BOTH, "Togo", "Chad", place_words="Lome", people=["Idriss Nour"])
    reading = read_by_model(parser, f"Togo's foreign minister {BOTH}.", one, other, one)
    assert [(each.place.value, [side.value for side in each.parties]) for each in reading.meetings if each.place] == [
        ("Accra", ["TGO", "GHA"]),
        ("Lome", ["TGO", "TCD"]),
    ]
    assert len({each.id for each in reading.meetings}) == 2
    assert [each.spans[0].quote for each in reading.meetings] == [BOTH, "Idriss Nour"]
    assert all(BOTH in [span.quote for span in each.spans] for each in reading.meetings)


def test_what_has_no_words_of_its_own_is_counted(parser: Parser) -> None:
    one = quoted("Togo and Chad met in Lome", "Togo", "Chad", place_words="Lome")
    reading = read_by_model(parser, "Togo and Chad met in Lome.", one, one | {"place_words": ""})
    assert len(reading.meetings) == 1
    assert any("1 entries of the model" in problem.what for problem in reading.problems)


def test_a_meeting_of_no_status_is_left_out_and_counted(parser: Parser) -> None:
    reading = read_by_model(
        parser, "Togo and Chad met in Lome.", quoted("Togo and Chad met in Lome", "Togo", "Chad", status="?")
    )
    assert reading.meetings == ()
    assert any("1 entries of the model" in problem.what for problem in reading.problems)


@pytest.mark.parametrize("by", ["model", "both"])
def test_a_meeting_may_be_told_in_the_title_alone(parser: Parser, by: Any) -> None:
    told = quoted("Togo, Chad hold talks in Lome", "Togo", "Chad", place_words="Lome", status_words="hold")
    reading = read_by_model(parser, "It rained all day.", told, title="Togo, Chad hold talks in Lome", by=by)
    assert [[side.value for side in each.parties] for each in reading.meetings] == [["TGO", "TCD"]]
    assert reading.meetings[0].spans[0].field == "title"
    assert reading.problems == ()


def test_the_target_is_who_is_named_nearest(parser: Parser) -> None:
    text = "Togo's Afi Mensa spoke first. Her brother, Kojo Mensa, waited. Chad's Idriss Nour urged Mensa to reopen the road."
    said = {
        "source": "Idriss Nour", "speaker": "Idriss Nour", "of": ["Chad"], "cue": "urged", "kind": "demand",
        "content": "to reopen the road", "targets": [{"words": "Mensa", "name": ""}],
    }  # fmt: skip
    story = parser.parse(Document(name="a", text=Text("", text), published=date(2019, 5, 16)))
    (statement,) = read(
        story, by="model", answers=[answer_from({"meetings": [], "statements": [said]}, "some-model", 1)]
    ).statements
    (target,) = statement.target
    assert [each.ground.start for each in target.evidence if isinstance(each.ground, Span)] == [text.rindex("Mensa")]
