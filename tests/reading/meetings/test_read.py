"""Meetings that the rules' own examples do not show: several sentences, and what is none."""

import pytest

from dateline.model.document import Document, Text
from dateline.model.entry import Meeting
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY


def meetings_of(parser: Parser, text: str) -> tuple[Meeting, ...]:
    return read(parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))).meetings


def told(meeting: Meeting) -> tuple[str, str | None, set[str]]:
    when = meeting.when.value.edtf if meeting.when else None
    return meeting.status.value, when, {party.value for party in meeting.parties}


def test_talks_that_follow_broken_off_ones_are_another_occasion(parser: Parser) -> None:
    text = "Ethiopia suspended talks with Egypt in April. The talks scheduled for Tuesday will be held in Cairo."
    assert [told(meeting) for meeting in meetings_of(parser, text)] == [
        ("suspended", None, {"ETH", "EGY"}),
        ("scheduled", "2019-05-21", {"ETH", "EGY"}),
    ]


def test_their_meeting_is_that_of_the_officials_before(parser: Parser) -> None:
    [meeting] = meetings_of(parser, "ASEAN leaders will approve the plan at their summit on June 22.")
    assert told(meeting) == ("scheduled", "2019-06-22", {"ASEAN"})


def test_a_visitor_who_is_there_today_is_there(parser: Parser) -> None:
    text = "Indian Prime Minister Narendra Modi is in Tokyo. The visit was kept secret until his arrival on Thursday."
    [meeting] = meetings_of(parser, text)
    assert told(meeting) == ("ongoing", "2019-05-16", {"IND", "JPN"})


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("During a visit to Chile, Peruvian President Martin Vizcarra asked the hosts to lift the ban.", "held"),
        ("Poland wants Germany to agree to talks with Russia.", "proposed"),
        ("India resumed talks with Nepal that had been broken off in March.", "ongoing"),
        ("The UN envoy left for consultations with Sudan and Chad.", "scheduled"),
        ("Japanese envoys are in Seoul, concluding talks with South Korea.", "ongoing"),
    ],
)
def test_the_status_is_that_of_the_meeting(parser: Parser, text: str, status: str) -> None:
    assert status in [meeting.status.value for meeting in meetings_of(parser, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Namibian President Hage Geingob travelled to Germany for medical treatment.",
        "Chilean President Sebastian Pinera spoke before his fishing trip to Argentina.",
        "The minister kept open the prospect of talks with Syria and Iran.",
        "Russian President Vladimir Putin met leaders of United Russia in Sochi on Monday.",
        "The Spanish premier urged his American audience to help.",
        "French President Emmanuel Macron told a townhall meeting with students in Vietnam that he would resign.",
    ],
)
def test_what_is_no_meeting_of_sides(parser: Parser, text: str) -> None:
    assert meetings_of(parser, text) == ()
