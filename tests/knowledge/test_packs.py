"""Packs: what they add, change and take out of what is known, and what they are refused for."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge import load
from dateline.knowledge.check import KINDS, check, clashes, overlaid
from dateline.knowledge.differences import differences
from dateline.knowledge.facts import FACTS, merged
from dateline.knowledge.freshness import as_of
from dateline.knowledge.load import package_tables, tables, typed
from dateline.knowledge.packs import Pack, digest, folders, own_folder, read_pack
from dateline.knowledge.parties import Group, Office, Term, terms_of
from dateline.model.errors import KnowledgeError


def pack(folder: Path, **written: str) -> Pack:
    """A pack of files, whose names are given with two underscores for the stroke."""
    for name, text in written.items():
        path = folder / (name.replace("__", "/") + ("" if name.endswith("tsv") else ".toml"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_pack(folder)


def written(folder: Path, text: str, name: str) -> Pack:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return read_pack(folder)


def groups_with(folder: Path, text: str) -> dict[str, Group]:
    found = pack(folder, parties__groups=text)
    return {each.id: each for each in typed("parties/groups", "group", Group, overlaid("parties/groups", [found]))}


def test_a_new_entry_stands_behind_the_known_ones(tmp_path: Path) -> None:
    known = len(package_tables("parties/groups")["group"])
    found = groups_with(tmp_path, '[[group]]\nid = "Harbour League"\nname = "Harbour League"\nof = "NOR"\n')
    assert len(found) == known + 1
    assert found["Harbour League"].of == "NOR"


def test_a_known_entry_is_added_to_and_its_single_values_replaced(tmp_path: Path) -> None:
    found = groups_with(tmp_path, '[[group]]\nid = "Taliban"\nnames = ["the Students", "Taleban"]\nof = "PAK"\n')
    assert found["Taliban"].names == ("Taleban", "the Students")
    assert (found["Taliban"].of, found["Taliban"].name, found["Taliban"].wikidata) == ("PAK", "Taliban", "Q42418")


def test_an_entry_and_a_word_are_taken_out(tmp_path: Path) -> None:
    text = '[[group]]\nid = "Fatah"\nremove = true\n[[group]]\nid = "Taliban"\nnames = [{ name = "Taleban", remove = true }]\n'
    found = groups_with(tmp_path, text)
    assert "Fatah" not in found
    assert found["Taliban"].names == ()


def test_the_package_is_as_it_was(tmp_path: Path) -> None:
    before = package_tables("parties/groups")
    groups_with(tmp_path, '[[group]]\nid = "Taliban"\nnames = ["the Students"]\n')
    assert package_tables("parties/groups") == before == tables("parties/groups")


HELD = ["Anna Berg 2010/2015-03", "Odd Tal 2015-03-02/", "Anna Berg 2020/"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ('"Ida Example 2026-05-14/"', [*HELD, "Ida Example 2026-05-14/"]),
        ('"Odd Tal 2015/2020"', ["Anna Berg 2010/2015-03", "Odd Tal 2015/2020", "Anna Berg 2020/"]),
        ('"Anna Berg 2020/2024-01-01"', ["Anna Berg 2010/2015-03", "Odd Tal 2015-03-02/", "Anna Berg 2020/2024-01-01"]),
        ('{ name = "Anna Berg", remove = true }', ["Odd Tal 2015-03-02/"]),
        ('{ name = "Anna Berg 2020", remove = true }', HELD[:2]),
        ('{ name = "Odd Tal 2015-03-02/", remove = true }', [HELD[0], HELD[2]]),
        (
            '{ name = "Odd Tal", from = 2015-03-02, until = 2019-12-31 }',
            [HELD[0], {"name": "Odd Tal", "from": date(2015, 3, 2), "until": date(2019, 12, 31)}, HELD[2]],
        ),
    ],
)
def test_terms_of_an_office(tmp_path: Path, given: str, expected: list[Any]) -> None:
    base = {"office": [{"party": "NOR", "title": "harbour minister", "holders": HELD}]}
    text = f'[[office]]\nparty = "NOR"\ntitle = "harbour minister"\nholders = [{given}]\n'
    found = pack(tmp_path, parties__holders=text).over("parties/holders", base)
    assert found["office"][0]["holders"] == expected


def test_a_file_that_says_as_of_when_dates_its_entries(tmp_path: Path) -> None:
    text = (
        "as_of = 2030-01-01\n"
        '[[office]]\nparty = "NOR"\ntitle = "harbour minister"\nholders = ["Ida Example 2026-05-14/"]\n'
        '[[office]]\nparty = "NOR"\ntitle = "ferry minister"\nchecked = 2029-01-01\n'
        'holders = [{ name = "Odd Tal", from = 2027-01-01, source = "gazette" }]\n'
    )
    found = overlaid("parties/holders", [pack(tmp_path, parties__holders=text)])
    harbour, ferry = typed("parties/holders", "office", Office, found)[-2:]
    assert [term.checked for office in (harbour, ferry) for term in terms_of(office)] == [date(2030, 1, 1), date(2029, 1, 1)]
    assert terms_of(ferry)[0].source == "gazette"
    assert isinstance(ferry.holders[0], Term)


def test_a_term_that_a_pack_adds_leaves_the_days_of_the_others(tmp_path: Path) -> None:
    """Nobody looked at the other open terms of the office on the day of the pack."""
    office = {"party": "NOR", "title": "harbour envoy", "single": False, "holders": ["Odd Tal 2020-03/", "Anna Berg 2021/"]}
    said = '[[office]]\nparty = "NOR"\ntitle = "harbour envoy"\nholders = ["Anna Berg 2021/", "Ida Example 2026/"]\n'
    text = f"as_of = 2030-01-01\n{said}"
    found = pack(tmp_path, parties__holders=text).over("parties/holders", {"office": [office]})
    (envoy,) = typed("parties/holders", "office", Office, found)
    checked = {term.person: term.checked for term in terms_of(envoy)}
    assert checked.pop("Odd Tal") == as_of("parties/holders")
    assert checked == {"Anna Berg": date(2030, 1, 1), "Ida Example": date(2030, 1, 1)}


TWICE = ["Odd Tal 2015-01-27/2015-08-28", "Odd Tal 2015-09-23/2019-01-13"]


@pytest.mark.parametrize(
    ("held", "given", "expected"),
    [
        (TWICE, "Odd Tal 2015-09-23/2018", [TWICE[0], "Odd Tal 2015-09-23/2018"]),
        (TWICE, "Odd Tal 2015-10/2018", [TWICE[0], "Odd Tal 2015-10/2018"]),
        (TWICE[:1], TWICE[1], TWICE),
        (TWICE[:1], "Odd Tal 2015/2015-09", ["Odd Tal 2015/2015-09"]),
    ],
)
def test_a_term_takes_the_place_of_its_own_only(tmp_path: Path, held: list[str], given: str, expected: list[str]) -> None:
    text = f'[[office]]\nparty = "NOR"\ntitle = "x"\nholders = ["{given}"]\n'
    base = {"office": [{"party": "NOR", "title": "x", "holders": held}]}
    assert pack(tmp_path, parties__holders=text).over("parties/holders", base)["office"][0]["holders"] == expected


def test_a_term_that_may_be_either_of_two_is_refused(tmp_path: Path) -> None:
    found = pack(tmp_path, parties__holders='[[office]]\nparty = "NOR"\ntitle = "x"\nholders = ["Odd Tal 2015/2018"]\n')
    with pytest.raises(KnowledgeError, match=r"'Odd Tal 2015/2018' may be 'Odd Tal 2015-01-27/.*' and 'Odd Tal 2015-09-23/"):
        found.over("parties/holders", {"office": [{"party": "NOR", "title": "x", "holders": TWICE}]})


BROKEN = [
    ("parties/titles.toml", 'forms = ["Comrade"]', "titles.toml: holds rules or words of the language, which a pack cannot"),
    ("parties/rules.toml", "", "rules.toml: holds rules or words"),
    ("parties/party.toml", "", "party.toml: is no file of facts; a pack may hold parties/states.toml"),
    ("parties/groups.toml", "group = [", "groups.toml: "),
    ("parties/groups.toml", '[[rule]]\nid = "x"', "groups.toml: unknown key rule; facts of parties/groups are as_of, group"),
    ("parties/groups.toml", 'group = "x"', "groups.toml [[group]]: entries are wanted"),
    ("parties/groups.toml", '[[group]]\nname = "X"', "groups.toml [[group]] 1: id missing"),
    ("parties/groups.toml", '[[group]]\nid = "X"', r"groups.toml [[group]] 1 (X): name missing"),
    ("parties/groups.toml", '[[group]]\nid = "X"\nname = "X"\nkolour = 1', "[[group]] 1 (X): unknown key kolour"),
    ("parties/groups.toml", '[[group]]\nid = "X"\nname = 7', "groups.toml [[group]] 1 (7), name: 7 is not of type str"),
    ("parties/groups.toml", '[[group]]\nid = "X"\nname = "X"\nof = "XXX"', "[[group]] 1 (X), of: nobody has the id 'XXX'"),
    ("parties/groups.toml", '[[group]]\nid = "X"\nremove = true', "[[group]] 1 (X), remove: nothing is known by that"),
    ("parties/groups.toml", '[[group]]\nid = "Fatah"\nremove = 1', "[[group]] 1 (Fatah), remove: write remove = true"),
    ("parties/groups.toml", '[[group]]\nid = "X"\nname = "X"\nnames = "Y"', "names: 'Y' is not of type tuple"),
    ("parties/groups.toml", '[[group]]\nid = "X"\nname = "X"\nnames = [1]', "(X), names: 1 is no words"),
    ("parties/groups.toml", "as_of = 7", "groups.toml, as_of: a day is wanted"),
    ("parties/bodies.toml", '[[body]]\nid = "X"\nname = "X"\nmembers = "NOR YYY"', "(X), members: nobody has the id 'YYY'"),
    ("parties/bodies.toml", '[[body]]\nid = "NATO"\njoined = { YYY = 2030-01-01 }', "(NATO), joined: nobody has the id 'YYY'"),
    (
        "parties/holders.toml",
        '[[office]]\nparty = "NOR"\ntitle = "x"\nholders = ["Ida"]',
        "holders.toml [[office]] 1 (NOR x), holders: 'Ida' is neither 'NAME FROM/UNTIL' nor a table",
    ),
    (
        "parties/holders.toml",
        '[[office]]\nparty = "NOR"\ntitle = "x"\nholders = ["Ida Example 2026-13/"]',
        "holders: 'Ida Example 2026-13/' is neither",
    ),
    (
        "parties/holders.toml",
        '[[office]]\nparty = "NRW"\ntitle = "x"\nholders = ["Ida Example 2026/"]',
        "(NRW x), party: nobody has the id 'NRW'",
    ),
    ("parties/people.toml", '[wikidata]\n"Ida" = 7', "people.toml [wikidata] Ida: 7 is not of type str"),
    ("places/cities.toml", '[cities]\nNOR = ["Skarv"]', "cities.toml [cities] NOR: 'Skarv' is not 'NAME LATITUDE LONGITUDE'"),
    ("places/cities.toml", '[cities]\nNRW = ["Skarv 69.1 18.2"]', "cities.toml [cities]: no state has the code 'NRW'"),
    ("places/cities.toml", '[cities]\nNOR = ["Skarv 99.1 18.2"]', "'Skarv 99.1 18.2' is not"),
    ("places/towns.toml", '[[town]]\nname = "Skarv"\ncountry = "NOR"\nlat = 69.1', "[[town]] 1 (Skarv): lon missing"),
    ("places/towns.toml", '[[town]]\nname = "Skarv"', "[[town]] 1: name and country missing"),
    ("places/provinces.toml", 'NOR = ["Troms"]', "provinces.toml, NOR: 'Troms' is not 'CODE NAME"),
    (
        "places/provinces.toml",
        '[cues]\nNOR = ["fjord"]',
        "unknown key cues; facts of places/provinces are as_of, the code of a",
    ),
    ("dating/births.toml", '[births]\n"Ida" = "1960"', "births.toml [births] Ida: '1960' is not of type date"),
    ("cities.tsv", "Skarv\tdesk:1\tSkarv\tNOR\t\t10\t69.1\t18.2", "line 1, plain name: 'Skarv' is not as the table is"),
    ("cities.tsv", "skarv\tdesk:1\tSkarv\tNOR", "cities.tsv, line 1 (skarv): plain name, id, name"),
    ("cities.tsv", "skarv\tdesk:1\tSkarv\tNOR\t\tmany\t69.1\t18.2", "line 1 (skarv), people: 'many' is no number"),
]


@pytest.mark.parametrize(("name", "text", "complaint"), BROKEN, ids=[f"{each[0]} {each[2][:40]}" for each in BROKEN])
def test_what_is_broken_is_told_with_file_entry_and_key(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    with pytest.raises(KnowledgeError) as told:
        check([written(tmp_path, text, name)])
    assert complaint in str(told.value)
    assert str(tmp_path / name) in str(told.value)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "cities.tsv").write_bytes(b"\xff\xfe")
    with pytest.raises(KnowledgeError, match=r"cities\.tsv: is not UTF-8"):
        read_pack(tmp_path)


def test_notes_beside_facts_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Ask the desk.")
    (tmp_path / ".half.toml").write_text("x = ")
    assert read_pack(tmp_path).topics == {}
    assert digest([read_pack(tmp_path)]) is None


def test_names_that_another_bears_are_noted(tmp_path: Path) -> None:
    found = pack(tmp_path, parties__groups='[[group]]\nid = "X"\nname = "Fatah"\n')
    check([found])
    assert [note.partition(": ")[2] for note in clashes([found])] == ["'Fatah' is also that of Fatah"]
    assert list(clashes([])) == []


def test_a_name_that_two_packs_give_is_noted_with_both(tmp_path: Path) -> None:
    texts = [f'[[group]]\nid = "{id_}"\nname = "Reed Front"\n' for id_ in ("X", "Y")]
    stacked = [pack(tmp_path / name, parties__groups=text) for name, text in zip("ab", texts, strict=True)]
    assert list(clashes(stacked)) == [f"{tmp_path}/b/parties/groups.toml [[group]] 1: 'Reed Front' is also that of X"]


SAID = {
    "parties/holders": '[[office]]\nparty = "NOR"\ntitle = "x"\nholders = ["Ida Example 2026/"]\n',
    "places/towns": '[[town]]\nname = "Skarv"\ncountry = "NOR"\nlat = 69.1\nlon = 18.2\n',
    "places/cities": '[cities]\nNOR = ["Skarv 69.10 18.20"]\n',
    "places/places": 'rivers = ["Skarva 69.1 18.2"]\n[regions]\nNOR = ["Skarvland 69.1 18.2"]\n',
    "places/provinces": 'NOR = ["99 Skarvfylke 69.1 18.2 Q900001"]\n',
}


@pytest.mark.parametrize(
    ("topic", "table", "key", "other"),
    [
        ("parties/holders", "office", ("NOR", "x", "Ida Example 2026"), ("NOR", "x", "Ida Example 2025")),
        ("places/towns", "town", ("Skarv", "NOR"), ("Skarv", "SWE")),
        ("places/cities", "cities", ("NOR", "Skarv"), ("NOR", "Oslo")),
        ("places/places", "regions", ("NOR", "Skarvland"), ("SWE", "Skarvland")),
        ("places/places", "rivers", ("Skarva",), ("Rhine",)),
        ("places/provinces", "NOR", ("99",), ("03",)),
    ],
)
def test_what_a_pack_says_is_written_in_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, topic: str, table: str, key: tuple[str, ...], other: tuple[str, ...]
) -> None:
    found = written(tmp_path, SAID[topic], f"{topic}.toml")
    monkeypatch.setattr(load, "packs", lambda: (found,))
    assert load.written_in(topic, table, *key) == str(tmp_path / f"{topic}.toml")
    assert load.written_in(topic, table, *other) == f"knowledge/en/{topic}.toml"


def test_the_digest_tells_packs_apart(tmp_path: Path) -> None:
    texts = ['[[group]]\nid = "X"\nname = "X"\n', '[[group]]\nid = "X"\nname = "Y"\n']
    first, second = (pack(tmp_path / name, parties__groups=text) for name, text in zip("ab", texts, strict=True))
    sums = {digest([first]), digest([second]), digest([first, second]), digest([second, first])}
    assert len(sums) == 4
    assert digest([pack(tmp_path / "c", parties__groups=texts[0])]) == digest([first])
    assert digest([]) is None


def test_the_setting_has_the_last_word(tmp_path: Path) -> None:
    home, desk = tmp_path / "home/dateline/knowledge", tmp_path / "desk"
    environment = {"XDG_DATA_HOME": str(tmp_path / "home"), "LOCALAPPDATA": str(tmp_path / "home")}
    desk.mkdir()
    assert folders({**environment, "DATELINE_KNOWLEDGE": str(desk)})[-1] == desk.resolve()
    assert own_folder({**environment, "DATELINE_KNOWLEDGE": str(desk)}) == desk
    with pytest.raises(KnowledgeError, match="no such folder"):
        folders({**environment, "DATELINE_KNOWLEDGE": str(tmp_path / "gone")})
    for folder, name in ((home, "Old name"), (desk, "New name")):
        pack(folder, parties__groups=f'[[group]]\nid = "X"\nname = "{name}"\nnames = ["{name[:3]}"]\n')
    stacked = overlaid("parties/groups", [read_pack(home), read_pack(desk)])["group"][-1]
    assert (stacked["name"], stacked["names"]) == ("New name", ["Old", "New"])


def test_a_pack_may_touch_facts_alone() -> None:
    folder = Path(__file__).parents[2] / "src/dateline/knowledge/en"
    assert all((folder / f"{topic}.toml").is_file() for topic in FACTS)
    assert not {topic for topic in FACTS if topic.endswith(("rules", "words", "titles", "lists", "weights"))}
    assert {topic for topic, _ in KINDS} <= set(FACTS)


@pytest.mark.parametrize("topic", FACTS)
def test_a_pack_that_says_nothing_changes_nothing(topic: str) -> None:
    base = package_tables(topic)
    assert merged(topic, base, {}, "here") == base
    empty: Mapping[str, Any] = {"as_of": date(2030, 1, 1)}
    assert merged(topic, base, empty, "here") == base


@given(st.lists(st.sampled_from(["Anna", "Odd", "Ida"]), max_size=6), st.lists(st.sampled_from(["Odd", "Ida"]), max_size=4))
def test_words_stand_once_and_in_order(old: list[str], new: list[str]) -> None:
    known = list(dict.fromkeys(old))
    found = merged("parties/people", {"careful": known}, {"careful": new}, "here")["careful"]
    assert found == list(dict.fromkeys([*known, *new]))


def test_differences_are_told_by_entry(tmp_path: Path) -> None:
    found = pack(
        tmp_path,
        parties__groups='[[group]]\nid = "X"\nname = "X"\n[[group]]\nid = "Fatah"\nremove = true\n',
        parties__bodies='[[body]]\nid = "NATO"\nnames = ["the Pact"]\n',
        places__cities='[cities]\nNOR = ["Skarv 69.10 18.20"]\n',
    )
    told = {(each.sign, each.entry): each.how for each in differences(found)}
    assert told == {
        ("+", "group X"): "id X, name X",
        ("-", "group Fatah"): "",
        ("~", "body NATO"): "names + the Pact",
        ("~", "cities NOR"): "+ Skarv 69.10 18.20",
    }


def test_a_pack_that_repeats_what_is_known_makes_no_difference(tmp_path: Path) -> None:
    assert list(differences(pack(tmp_path, parties__groups='[[group]]\nid = "Taliban"\nnames = ["Taleban"]\n'))) == []
