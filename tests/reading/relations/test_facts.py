"""Only what is told as a fact states a relation."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.relations.build import told

CASES: list[tuple[str, list[str]]] = [
    ("Bolivia never joined OPEC.", []),
    ("Oman has joined OPEC, the minister said.", ["OMN member OPEC"]),
    ("If Oman joins OPEC, prices will rise.", []),
    ("Unless Oman joins OPEC, prices will fall.", []),
    ("The minister asked whether Oman had joined OPEC.", []),
    ("Oman refused to join OPEC.", []),
    ("Oman might join OPEC.", []),
    ("Oman did not leave or join OPEC.", []),
    ("Oman will sign and join OPEC.", []),
    ("Egypt urged Sudan to join the Arab League.", []),
    ("Egypt is considering leaving the Arab League.", []),
    ("Egypt started supporting the rebels.", ["EGY backs rebels"]),
    ("Egypt did not start supporting the rebels.", []),
    ("Rwanda denied that it backs the rebels.", []),
    ("Rwanda admits that it backs the rebels.", ["RWA backs rebels"]),
    ("Rwanda is accused of backing the rebels.", []),
    ("After joining the Arab League in 1945, Egypt sent troops.", ["EGY member Arab League, from 1945"]),
    ("Before joining the Arab League in 1945, Egypt sent troops.", []),
    ("After joining the Arab League, Egypt could send troops.", []),
    ("No state has ever left the Arab League.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted
