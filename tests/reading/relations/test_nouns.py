"""Nouns that state a relation and who bears them: members, candidates, ambitions, allies, disputes; and what they leave."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.relations.build import told

CASES: list[tuple[str, list[str]]] = [
    ("Bolivia and Peru are members of the Andean Community.", ["BOL member Andean Community", "PER member Andean Community"]),
    ("Neither Bolivia nor Peru is a member of NATO.", []),
    ("Bolivia is no longer a member of OPEC.", []),
    ("Non-OPEC member Oman cut output.", []),
    ("Malta was once a member of the EU.", ["MLT member EU, until ../2019-05-16"]),
    ("Malta remains a member of the EU.", ["MLT member EU"]),
    ("Malta, as a member of the EU, objected.", ["MLT member EU"]),
    ("Germany sees Malta as a member of the EU.", []),
    ("EU member states including Malta and Cyprus objected.", ["MLT member EU", "CYP member EU"]),
    ("EU members like Malta objected.", ["MLT member EU"]),
    ("EU members, such as Malta and Cyprus, objected.", ["MLT member EU", "CYP member EU"]),
    ("Malta, Cyprus and other EU members objected.", ["MLT member EU", "CYP member EU"]),
    ("Prospective EU member Albania objected.", ["ALB aspires EU"]),
    ("Associate EU member Albania objected.", []),
    ("A former OPEC member, Gabon, sent a note.", ["GAB member OPEC, until ../2019-05-16"]),
    ("The EU's newest member, Croatia, objected.", ["HRV member EU"]),
    ("The board member from Croatia objected to the EU plan.", []),
    ("Croatia could become an EU member.", []),
    ("Every EU member, Malta included, objected.", []),
    ("EU candidate country Albania objected.", ["ALB candidate EU"]),
    ("Albania, a candidate for EU membership, objected.", ["ALB candidate EU"]),
    ("Albania is a candidate to join the EU.", ["ALB candidate EU"]),
    ("Albania is a candidate for the presidency.", []),
    ("Moldova, an applicant to the EU, protested.", ["MDA candidate EU"]),
    ("Albania has EU candidate status.", ["ALB candidate EU"]),
    ("Moldova got candidate status from the EU in 2016.", ["MDA candidate EU, from 2016"]),
    ("Moldova could get candidate status from the EU.", []),
    ("The EU has not granted Albania candidate status.", []),
    ("Oman plans to join OPEC.", ["OMN aspires OPEC"]),
    ("Oman would like to join OPEC.", ["OMN aspires OPEC"]),
    ("Oman likes to join OPEC.", []),
    ("Oman would not want to join OPEC.", []),
    ("Oman is eager to join OPEC.", ["OMN aspires OPEC"]),
    ("Oman is not eager to join OPEC.", []),
    ("Oman made a bid for OPEC membership.", ["OMN aspires OPEC"]),
    ("Oman dropped its bid to join OPEC.", []),
    ("Oman's OPEC ambitions worry traders.", ["OMN aspires OPEC"]),
    ("Moldova aspires to become a member of the EU.", ["MDA aspires EU"]),
    ("Moldova seeks entry to the EU.", ["MDA aspires EU"]),
    ("Moldova hopes to join a meeting of the EU.", []),
    ("Vanuatu applied for membership of the World Trade Organization in 1995.", ["VUT candidate WTO, from 1995"]),
    ("Vanuatu has not applied for membership of the World Trade Organization.", []),
    ("NATO hopeful Georgia sent troops.", ["GEO aspires NATO"]),
    ("Botswana is an ally of Zambia.", ["BWA ally ZMB"]),
    ("Botswana, Zambia's longtime ally, sent a note.", ["BWA ally ZMB"]),
    ("Botswana's former ally Zambia sent a note.", ["ZMB ally BWA, until ../2019-05-16"]),
    ("Botswana and its allies Zambia and Malawi sent a note.", ["ZMB ally BWA", "MWI ally BWA"]),
    ("Botswana may become an ally of Zambia.", []),
    ("Botswana sees Zambia as an ally.", []),
    ("Thailand has a border dispute with Cambodia.", ["THA dispute KHM"]),
    ("Thailand is locked in a border dispute with Cambodia.", ["THA dispute KHM"]),
    ("Peru and Chile are embroiled in a dispute.", ["PER dispute CHL"]),
    ("Thailand's dispute with Cambodia, Laos and Vietnam goes on.", ["THA dispute KHM", "THA dispute LAO", "THA dispute VNM"]),
    ("The dispute among Thailand, Cambodia and Laos goes on.", ["THA dispute KHM", "KHM dispute LAO", "THA dispute LAO"]),
    ("Thailand has no dispute with Cambodia.", []),
    ("The wage dispute between Chile and Peru goes on.", []),
    ("Peru could have a dispute with Chile.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted
