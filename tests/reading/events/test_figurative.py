"""Acts of conflict that are figures of speech, and the same words where they are meant."""

import pytest

from dateline.model.document import Document, Text
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY

SURE = 0.5
CONFLICT = ("PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "THREATEN", "ACCUSE")

FIGURES = """
Brazil crushed Argentina 4-1.
Spain beat Italy 2-0 in the final.
Peru destroyed Chile 3-0.
Germany stunned France with a late goal.
Japan fought off a challenge from Brazil in the semifinal.
Nigeria killed off the match with a second goal.
Australia hammered England at rugby.
Chile's striker fired a shot at the Peruvian goal.
India thrashed Pakistan by six wickets.
Sweden attacked Norway from the start of the match.
Poland captured the gold medal.
China hit its growth target.
Kenya hit its inflation target.
Google's war on spam continued.
Egypt launched an assault on poverty.
Mexico is attacking inflation.
The World Health Organization declared war on malaria.
Markets punished Turkey.
Investors attacked the Turkish lira.
Argentina's peso took a beating.
A storm battered the Philippines.
Heavy rain struck Bangladesh.
The virus invaded Italy.
An earthquake hit Nepal.
Kenya shot to the top of the medal table.
Labour won a landslide victory over the Conservatives.
""".strip().splitlines()

MEANT = """
Brazil shelled Argentina.
Chadian troops crushed the rebels in Sudan.
Peruvian jets hit targets in Ecuador.
Kenya declared war on Somalia.
The United States punished Turkey with sanctions.
Ethiopian forces invaded Eritrea.
Serbian forces captured Vukovar.
Libyan rebels fired rockets at Tunisia.
Turkish jets bombed a market in Damascus.
Syrian troops attacked Jordan during a football match.
Pakistan attacked India.
Iran bombed a stadium in Iraq.
China imposed tariffs on Peru.
Norway and Chad voted 9-2 to condemn Mali.
""".strip().splitlines()


def conflicts(parser: Parser, text: str) -> list[str]:
    story = parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))
    events = [event for event in read(story).events if event.confidence >= SURE]
    return [event.type.value for event in events if event.type.value in CONFLICT]


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_of_speech_is_no_conflict(parser: Parser, text: str) -> None:
    assert conflicts(parser, text) == []


@pytest.mark.parametrize("text", MEANT)
def test_what_is_meant_is_one(parser: Parser, text: str) -> None:
    assert conflicts(parser, text) != []
