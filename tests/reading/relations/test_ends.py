"""Who stands at the ends: relative clauses, coordination, possessives."""

import pytest

from dateline.model.document import Document, Text
from dateline.model.evidence import Evidence, Span
from dateline.model.party import PartyKind
from dateline.reading.desk import End, Word
from dateline.reading.parse import Parser
from dateline.reading.relations.ends import fits, once, opening
from tests.reading.relations.build import told

CASES: list[tuple[str, list[str]]] = [
    ("Chad, Mali and Niger, which was admitted to the African Union in 2002, sent monitors.", ["NER member AU, from 2002"]),
    (
        "Chad, Mali and Niger, which were admitted to the African Union in 2002, sent monitors.",
        ["TCD member AU, from 2002", "MLI member AU, from 2002", "NER member AU, from 2002"],
    ),
    ("The leader of Hezbollah, which is backed by Iran, gave a speech.", ["IRN backs Hezbollah"]),
    ("ASEAN, which was founded in 1967, and APEC met.", ["ASEAN founded, from 1967"]),
    ("The bloc, founded in 1967, met.", []),
    ("Mali and Niger's ally Chad sent a note.", ["TCD ally MLI", "TCD ally NER"]),
    ("U.S. and British allies Japan and Fiji sent a note.", ["JPN ally USA", "FJI ally USA", "JPN ally GBR", "FJI ally GBR"]),
    ("India-China border dispute flared again.", ["IND dispute CHN"]),
    ("Non-NATO ally Kuwait sent a note.", []),
    ("Turkey, a member of NATO, and Qatar met.", ["TUR member NATO"]),
    ("Kuwait, Gabon, an OPEC member, and Oman objected.", ["GAB member OPEC"]),
    (
        "Chad, which left OPEC in 1990 and joined ECOWAS in 1991, protested.",
        ["TCD member OPEC, until 1990", "TCD member ECOWAS, from 1991"],
    ),
    ("OPEC (founded in 1960) met.", ["OPEC founded, from 1960"]),
    ("Botswana's very close ally Zambia sent a note.", ["ZMB ally BWA"]),
    ("Botswana's two allies Zambia and Malawi sent a note.", ["ZMB ally BWA", "MWI ally BWA"]),
    ("India–China border dispute flared again.", ["IND dispute CHN"]),
    ("Non NATO ally Kuwait sent a note.", []),
    ("Botswana is an ally to Zambia.", ["BWA ally ZMB"]),
    ("Moldova wants membership in the EU.", ["MDA aspires EU"]),
    ("Peru backs opposition leaders in the south.", ["PER backs opposition leaders"]),
    ("Chad and Togo, a member of ECOWAS, met.", ["TGO member ECOWAS"]),
    ("The rebels left a town that Peru says is backed by Chile.", []),
    ("Togo, whose leader joined ECOWAS talks, protested.", []),
    ("ECOWAS, with Togo and Benin, met.", []),
    ("He spoke of Togo, which is an ally of Benin.", ["TGO ally BEN"]),
    ("Togo – an ally of Benin – protested.", ["TGO ally BEN"]),
    ("Non-OPEC exporter Oman sent a note.", []),
    ("Non-NATO member Oman's ally Peru sent a note.", ["PER ally OMN"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted


def words(text: str) -> list[Word]:
    return [Word(i, 0, each, each.lower(), each.lower(), "NOUN", "NN", "dep", "") for i, each in enumerate(text.split())]


@pytest.mark.parametrize(
    ("text", "taken"),
    [("such as Chad", 2), ("including Chad", 1), ("like Chad", 1), ("Such as", 2), ("such states as", 0), ("as", 0), ("", 0)],
)
def test_how_many_words_an_expression_takes(text: str, taken: int) -> None:
    assert opening(words(text), ("such as", "including", "like")) == taken


def test_the_longest_expression_is_taken() -> None:
    assert opening(words("as well as Chad"), ("as", "as well as", "as well")) == 3


def end(id: str, kind: PartyKind | None, quote: str = "Chad") -> End:
    document = Document(name="example", text=Text("", f"{quote} left."), published=None)
    span = Span.of(document.text, 0, len(quote), "text")
    return End(id, kind, None, "name", span, Evidence(span, "rule"))


def test_a_party_counts_once_where_it_is_first_named() -> None:
    first = end("TCD", "state")
    assert once([first, end("NER", "state", "Niger"), end("TCD", "state", "Chadian")]) == [first, end("NER", "state", "Niger")]


def test_only_parties_of_the_kinds_fit_and_words_for_none_always() -> None:
    given = [end("TCD", "state"), end("OPEC", "organisation"), end("rebels", None)]
    assert [each.id for each in fits(given, ("organisation", "group"))] == ["OPEC", "rebels"]
