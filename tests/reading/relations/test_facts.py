"""Only what is told as a fact states a relation."""

import pytest

from dateline.reading.desk import Word
from dateline.reading.desk.tree import linked
from dateline.reading.parse import Parser
from dateline.reading.relations.facts import is_single_act, is_under_way
from tests.reading.build import parsed
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
    ("Let Oman join OPEC.", []),
    ("Had Oman joined OPEC, prices would have fallen.", []),
    ("Serbia would profit as a member of NATO.", []),
    ("Norway votes as a member of NATO.", ["NOR member NATO"]),
    ("If Oman stays and Qatar leaves OPEC, prices will rise.", []),
    ("If Oman bowed, joining OPEC, prices would fall.", []),
    ("Has Oman ever left OPEC?", []),
    ("Kenya and Somalia, which may both claim the territory, met.", []),
    ("Rwanda is backing the rebels.", ["RWA backs rebels"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted


TENSES = [
    ("backed back VERB VBD", "", True),
    ("backs back VERB VBZ", "", False),
    ("backed back VERB VBN", "has have AUX VBZ", False),
    ("backed back VERB VBN", "had have AUX VBD", False),
    ("backed back VERB VBN", "was be AUX VBD", True),
    ("backing back VERB VBG", "is be AUX VBZ", False),
]


def verb(form: str, helper: str) -> Word:
    """A verb with "Chad" as its subject and perhaps a helper."""
    rows = ["Chad Chad PROPN NNP nsubj"] + ([f"{helper} aux"] if helper else []) + [f"{form} ROOT"]
    doc = parsed("\n".join(f"{row} {len(rows)}" for row in rows))
    return linked(doc[:])[-1]


@pytest.mark.parametrize(("form", "helper", "single"), TENSES, ids=[f"{helper} {form}" for form, helper, _ in TENSES])
def test_what_is_told_as_done_once(form: str, helper: str, single: bool) -> None:
    assert is_single_act(verb(form, helper)) is single


@pytest.mark.parametrize(("form", "helper", "way"), [(*TENSES[-1][:2], True), (*TENSES[0][:2], False)])
def test_what_is_under_way(form: str, helper: str, way: bool) -> None:
    assert is_under_way(verb(form, helper)) is way
