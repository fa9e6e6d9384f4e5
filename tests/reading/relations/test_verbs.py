"""Verbs and participles that state a relation: joining, including, backing, seats, beginnings, claims; and what they leave."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.relations.build import told

CASES: list[tuple[str, list[str]]] = [
    (
        "Chad and Niger, which joined the African Union in 2002, sent monitors.",
        ["TCD member AU, from 2002", "NER member AU, from 2002"],
    ),
    (
        "Togo, Benin and Ghana joined ECOWAS in 1975.",
        ["TGO member ECOWAS, from 1975", "BEN member ECOWAS, from 1975", "GHA member ECOWAS, from 1975"],
    ),
    (
        "Egypt left the Arab League and joined the African Union in 1963.",
        ["EGY member Arab League, until ../2019-05-16", "EGY member AU, from 1963"],
    ),
    ("Egypt has left the Arab League.", ["EGY member Arab League, until ../2019-05-16"]),
    ("Egypt is leaving the Arab League.", []),
    ("Egypt joined Iraq in urging the Arab League to act.", []),
    ("Egypt joined Arab League talks.", []),
    ("Sudan was admitted to the Arab League in 1956.", ["SDN member Arab League, from 1956"]),
    ("Egypt was expelled from the Arab League in 1979.", ["EGY member Arab League, until 1979"]),
    ("Egypt was excluded from talks in 1979.", []),
    ("Egypt withdrew from the Arab League in 1979.", ["EGY member Arab League, until 1979"]),
    ("Egypt withdrew troops from Sudan in 1979.", []),
    (
        "The Arab League includes Egypt, Iraq and Jordan as well as Sudan.",
        ["EGY member Arab League", "IRQ member Arab League", "JOR member Arab League", "SDN member Arab League"],
    ),
    ("The Arab League brings together Egypt and Iraq.", ["EGY member Arab League", "IRQ member Arab League"]),
    ("Members of the Arab League include Egypt and Iraq.", ["EGY member Arab League", "IRQ member Arab League"]),
    ("The Arab League's agenda includes Egypt.", []),
    ("The Arab League does not include Turkey.", []),
    ("The Arab League consists of Egypt and Iraq.", ["EGY member Arab League", "IRQ member Arab League"]),
    ("Benin, Ghana and Togo belong to ECOWAS.", ["BEN member ECOWAS", "GHA member ECOWAS", "TGO member ECOWAS"]),
    ("Rwandan-backed M23 rebels took the town.", ["RWA backs M23"]),
    ("Iran-backed militants in Yemen fired rockets.", ["IRN backs YEM:militants"]),
    ("Qatar-backed gunmen in Chad held the port.", ["QAT backs gunmen"]),
    ("Syria-backed Hezbollah fired rockets.", ["SYR backs Hezbollah"]),
    ("The Rwanda-backed plan failed.", []),
    ("Eritrean-trained gunmen took the town.", ["ERI backs gunmen"]),
    ("The transport hub-backed gunmen left.", []),
    ("Rwanda armed and trained the rebels.", ["RWA backs rebels"]),
    ("Rwanda backed separatist rebels in the east.", ["RWA backs separatist rebels"]),
    ("Rwanda supports the transitional government of Burundi.", ["RWA backs BDI"]),
    ("Rwanda supports talks with Burundi.", []),
    ("Rwanda backs Burundi.", ["RWA backs BDI"]),
    ("Rwanda has long backed Burundi.", ["RWA backs BDI"]),
    ("Rwanda backed Burundi at the talks.", []),
    ("Burundi was backed by Rwanda in the vote.", []),
    ("The rebels, supported by Rwanda and Uganda, took the town.", ["RWA backs rebels", "UGA backs rebels"]),
    ("Botswana is allied with Zambia.", ["BWA ally ZMB"]),
    ("Botswana, allied with Zambia, sent a note.", ["BWA ally ZMB"]),
    ("The Port Moresby-based Pacific Islands Forum met.", ["Pacific Islands Forum seat Port Moresby"]),
    ("The Nairobi-headquartered UN Environment Programme met.", ["UNEP seat Nairobi"]),
    ("The Montevideo-based analyst spoke.", []),
    ("The Arab League, headquartered in Cairo, met.", ["Arab League seat Cairo"]),
    ("The Arab League was based on fear.", []),
    ("The Arab League's Cairo headquarters was closed.", ["Arab League seat Cairo"]),
    ("ECOWAS has its secretariat in Abuja.", ["ECOWAS seat Abuja"]),
    ("Crowds stood outside the ECOWAS army headquarters in Abuja.", []),
    ("ECOWAS was established by Nigeria and Togo in 1975.", ["ECOWAS founded NGA, from 1975", "ECOWAS founded TGO, from 1975"]),
    (
        "Egypt and Iraq founded the Arab League in 1945.",
        ["Arab League founded EGY, from 1945", "Arab League founded IRQ, from 1945"],
    ),
    ("Egypt founded a school in 1945.", []),
    ("Founded in 1967, ASEAN has ten members.", ["ASEAN founded, from 1967"]),
    ("OPEC, set up in 1960, meets in May.", ["OPEC founded, from 1960"]),
    ("ECOWAS was established.", []),
    ("The Arab League, which has existed since 1945, met.", ["Arab League founded, from 1945"]),
    ("Both Chile and Argentina claim sovereignty over the islands.", ["CHL dispute ARG"]),
    ("Guyana and Venezuela, which both claim the territory, met.", ["GUY dispute VEN"]),
    ("Kenya and Somalia met over the waters, over which both claim sovereignty.", ["KEN dispute SOM"]),
    ("The region is claimed by Guyana and Venezuela.", ["GUY dispute VEN"]),
    ("The attack was claimed by Kenya and Somalia.", []),
    ("Venezuela claims Guyana as its own.", ["VEN dispute GUY"]),
    ("Venezuela does not claim Guyana as its own.", []),
    ("Venezuela claims victory over Guyana.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted
