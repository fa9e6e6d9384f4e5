"""When terms of office began and ended, by verbs."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.relations.build import told

CASES: list[tuple[str, list[str]]] = [
    ("Macky Sall became president of Senegal in 2012.", ["Macky Sall holds-office SEN: president, from 2012"]),
    ("Macky Sall will become president of Senegal in 2020.", []),
    ("Macky Sall was elected president of Senegal in 2012.", ["Macky Sall holds-office SEN: president, from 2012"]),
    ("Macky Sall was named as president of Senegal in 2012.", ["Macky Sall holds-office SEN: president, from 2012"]),
    (
        "Macky Sall was sworn in as president of Senegal in April 2012.",
        ["Macky Sall holds-office SEN: president, from 2012-04"],
    ),
    ("Macky Sall has been president of Senegal since 2012.", ["Macky Sall holds-office SEN: president, from 2012"]),
    ("Macky Sall was in Dakar in 2012.", []),
    ("Senegalese President Macky Sall took office in 2012.", ["Macky Sall holds-office SEN: president, from 2012"]),
    ("Senegalese President Macky Sall did not take office in 2012.", ["Macky Sall holds-office SEN: president"]),
    ("Senegalese President Macky Sall stepped down in April.", ["Macky Sall holds-office SEN: president, until 2019-04"]),
    ("Senegalese President Macky Sall quit his post in April.", ["Macky Sall holds-office SEN: president, until 2019-04"]),
    ("Senegalese President Macky Sall quit smoking in April.", ["Macky Sall holds-office SEN: president"]),
    (
        "Senegalese President Macky Sall, who resigned in April, left Dakar.",
        ["Macky Sall holds-office SEN: president, until 2019-04"],
    ),
    ("Senegalese President Macky Sall was toppled in April.", ["Macky Sall holds-office SEN: president, until 2019-04"]),
    ("Senegalese President Macky Sall could be toppled in May.", ["Macky Sall holds-office SEN: president"]),
    ("Senegalese President Macky Sall resigned.", ["Macky Sall holds-office SEN: president, until ../2019-05-16"]),
    ("Senegalese President Macky Sall is resigning.", ["Macky Sall holds-office SEN: president"]),
    ("Senegalese President Macky Sall left the mayor's office.", ["Macky Sall holds-office SEN: president"]),
    ("Macky Sall resigned as president of Senegal on Monday.", ["Macky Sall holds-office SEN: president, until 2019-05-13"]),
    ("Senegalese President Macky Sall took a walk in April.", ["Macky Sall holds-office SEN: president"]),
    ("Senegalese President Macky Sall stepped outside in April.", ["Macky Sall holds-office SEN: president"]),
    ("Senegalese President Macky Sall was named by a court in 2012.", ["Macky Sall holds-office SEN: president"]),
    (
        "Macky Sall was appointed chairman of the African Union in February 2018.",
        ["Macky Sall holds-office AU: chairman, from 2018-02"],
    ),
    ("Macky Sall was appointed under President Wade in 2004.", []),
    ("Macky Sall was chosen in 2012.", []),
    (
        "Senegalese President Macky Sall, appointed in 2012, visited Mali.",
        ["Macky Sall holds-office SEN: president, from 2012"],
    ),
    (
        "Macky Sall served as prime minister of Senegal from 2004 until 2007.",
        ["Macky Sall holds-office SEN: prime minister, from 2004, until 2007"],
    ),
    ("Senegalese President Macky Sall, elected in 2012, visited Mali.", ["Macky Sall holds-office SEN: president, from 2012"]),
    (
        "Macky Sall was named deputy foreign minister of Senegal in 2001.",
        ["Macky Sall holds-office SEN: deputy foreign minister, from 2001"],
    ),
    ("Macky Sall has served as president since 2012.", ["Macky Sall holds-office SEN: president, from 2012"]),
    ("Parliament ousted Senegalese President Macky Sall in April.", ["Macky Sall holds-office SEN: president, until 2019-04"]),
    ("Senegalese President Macky Sall was replaced on Monday.", ["Macky Sall holds-office SEN: president, until 2019-05-13"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted
