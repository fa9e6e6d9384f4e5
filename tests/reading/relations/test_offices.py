"""Offices by a title beside the name, and spokespersons."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.relations.build import told

CASES: list[tuple[str, list[str]]] = [
    (
        "Former Chadian Foreign Minister Moussa Faki opened the session.",
        ["Moussa Faki holds-office TCD: foreign minister, until ../2019-05-16"],
    ),
    (
        "Ghana's then-president John Mahama opened the session.",
        ["John Mahama holds-office GHA: president, until ../2019-05-16"],
    ),
    ("Ghana's president-elect Nana Akufo-Addo opened the session.", []),
    ("Incoming Ghanaian President Nana Akufo-Addo opened the session.", []),
    ("Ghana's outgoing president John Mahama opened the session.", ["John Mahama holds-office GHA: president"]),
    ("Ghanaian economist Kwame Asante expects growth.", []),
    ("Macky Sall, Senegal's president since 2012, visited Mali.", ["Macky Sall holds-office SEN: president, from 2012"]),
    (
        "Macky Sall, president of Senegal from 2012 until 2018, visited Mali.",
        ["Macky Sall holds-office SEN: president, from 2012, until 2018"],
    ),
    (
        "World Bank President David Malpass, Kenyan President Uhuru Kenyatta and others met.",
        ["David Malpass holds-office World Bank: president", "Uhuru Kenyatta holds-office KEN: president"],
    ),
    ("UN Secretary-General Antonio Guterres called for calm.", ["Antonio Guterres holds-office UN: secretary-general"]),
    ("A Zambian government spokeswoman denied the report.", ["ZMB:spokesperson speaks-for ZMB"]),
    (
        "The African Union spokesman Ebba Kalondo denied the report.",
        ["Ebba Kalondo holds-office AU: spokesman", "Ebba Kalondo speaks-for AU"],
    ),
    ("Zambian President Edgar Lungu denied the report.", ["Edgar Lungu holds-office ZMB: president"]),
    ("Mali is hopeful Ghanaian President John Mahama will come.", ["John Mahama holds-office GHA: president"]),
    ("Chadian goalkeeper Moussa Faki met fans.", []),
    ("Hezbollah leader Hassan Nasrallah spoke.", ["Hassan Nasrallah holds-office Hezbollah: leader"]),
    (
        "Malian Foreign Minister Abdoulaye Diop and Ivorian President Alassane Ouattara met.",
        ["Abdoulaye Diop holds-office MLI: foreign minister", "Alassane Ouattara holds-office CIV: president"],
    ),
    ("The spokesman of the Zambian army denied the report.", ["ZMB:spokesperson speaks-for ZMB"]),
    ("Angela Merkel, French President Emmanuel Macron and Theresa May met.", ["Emmanuel Macron holds-office FRA: president"]),
    ("Angela Merkel, French President Emmanuel Macron met.", ["Emmanuel Macron holds-office FRA: president"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted
