"""`dateline knowledge`, and what `read` and `reread` make of a pack.

Packs are read once a program: where they are others, what is kept of them is let go before the next command.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.cli.main import run
from tests.rules import SOURCE

STORY = (
    "Envoys to meet in Skarvholmen\nPublished: 2026-09-02\n\n"
    "Leaders of the Harbour League will meet the Norwegian foreign minister in Skarvholmen on Friday, the League of Harbours "
    "said.\n\nThe Harbour League denied that it had set conditions.\n"
)
DESK = {
    "parties/groups.toml": (
        '[[group]]\nid = "Harbour League"\nname = "Harbour League"\nnames = ["League of Harbours"]\nof = "NOR"\n'
    ),
    "parties/holders.toml": (
        '[[office]]\nparty = "NOR"\ntitle = "foreign minister"\nsource = "gazette"\nholders = ["Ida Example 2026-05-14/"]\n'
    ),
    "places/towns.toml": '[[town]]\nname = "Skarvholmen"\ncountry = "NOR"\nlat = 69.10\nlon = 18.20\n',
}


KEPT = (
    "dateline.reading.parse", "dateline.reading.times", "dateline.reading.statements",
    "dateline.knowledge.load", "dateline.knowledge.atlas", "dateline.knowledge.clauses", "dateline.knowledge.codes",
    "dateline.knowledge.events", "dateline.knowledge.relations", "dateline.knowledge.statements", "dateline.knowledge.times",
)  # fmt: skip
"""Modules that keep what no pack here changes: the language model, the package's own tables, words of the language, cities."""

Command = Callable[..., subprocess.CompletedProcess[str]]


def settings(folder: Path, pack: Path | None) -> dict[str, str]:
    given = {"XDG_DATA_HOME": str(folder), "DATELINE_READER": "rules", "DATELINE_DATABASE": f"sqlite:///{folder}/ledger.db"}
    return given | {"NO_COLOR": "1"} | ({"DATELINE_KNOWLEDGE": str(pack)} if pack else {})


def forget_packs() -> None:
    """Let go of all that was made of what is known."""
    for name, module in list(sys.modules.items()):
        if name.startswith("dateline."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and not value.__module__.startswith(KEPT):
                    value.cache_clear()


@pytest.fixture
def dateline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    monkeypatch.chdir(tmp_path)
    last: list[object] = []

    def command(*words: str, pack: Path | None = None) -> subprocess.CompletedProcess[str]:
        monkeypatch.delenv("DATELINE_KNOWLEDGE", raising=False)
        for name, value in settings(tmp_path, pack).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["dateline", *words])
        given = [pack, {path: path.read_bytes() for path in tmp_path.rglob("*.toml")}]
        if given != last:
            forget_packs()
            last[:] = given
        with pytest.raises(SystemExit) as left:
            run()
        code = left.value.code
        assert isinstance(code, int | None)
        return subprocess.CompletedProcess(words, code or 0, *capsys.readouterr())

    yield command
    monkeypatch.undo()
    forget_packs()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in DESK.items():
        path = tmp_path / "desk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "desk"


def test_read_uses_a_party_a_holder_and_a_town_of_a_pack(tmp_path: Path, desk: Path, dateline: Command) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    plain = json.loads(dateline("read", "--json", "story.txt").stdout)
    done = dateline("read", "--json", "story.txt", pack=desk)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    parties = {party["id"]: party for party in told["parties"]}
    assert parties["Harbour League"]["kind"] == "group"
    assert {mention["quote"] for mention in parties["Harbour League"]["mentions"]} >= {"Harbour League", "League of Harbours"}
    assert parties["Ida Example"]["kind"] == "person"
    places = {place["name"]: place for place in told["places"]}
    assert (places["Skarvholmen"]["country"], places["Skarvholmen"]["lat"]) == ("NOR", 69.1)
    assert "Ida Example" not in {party["id"] for party in plain["parties"]}
    assert {party["kind"] for party in plain["parties"] if party["id"] == "Harbour League"} <= {"organisation"}
    assert [place.get("lat") for place in plain["places"] if place["name"] == "Skarvholmen"] in ([], [None])


def test_reread_knows_that_the_packs_are_others(tmp_path: Path, desk: Path, dateline: Command) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    assert dateline("add", "story.txt").returncode == 0

    def read_again(pack: Path | None) -> int:
        done = dateline("reread", "--json", pack=pack)
        assert done.returncode == 0, done.stderr
        return int(json.loads(done.stdout)["stories"])

    assert [read_again(None), read_again(desk), read_again(desk)] == [0, 1, 0]
    towns = desk / "places/towns.toml"
    towns.write_text(towns.read_text().replace("18.20", "18.30"))
    assert [read_again(desk), read_again(None), read_again(None)] == [1, 1, 0]


@pytest.mark.parametrize("setting", [True, False])
def test_a_program_takes_the_pack_of_the_setting_or_of_the_data_directory(tmp_path: Path, desk: Path, setting: bool) -> None:
    if not setting:
        (tmp_path / "dateline").mkdir()
        desk.rename(tmp_path / "dateline" / "knowledge")
    environment = {name: value for name, value in os.environ.items() if name != "DATELINE_KNOWLEDGE"}
    environment |= settings(tmp_path, desk if setting else None) | {"PYTHONPATH": str(SOURCE.parent)}
    program = [sys.executable, "-m", "dateline", "knowledge", "find", "ida example"]
    done = subprocess.run(program, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False)
    assert done.stdout.startswith("holder  Ida Example: foreign minister of NOR, 2026-05-14 to now; source gazette; as of ")
    assert done.stdout.rstrip().endswith("holders.toml")
    assert str(tmp_path) in done.stdout


def test_check_and_diff(tmp_path: Path, desk: Path, dateline: Command) -> None:
    done = dateline("knowledge", "check", "desk")
    assert re.fullmatch(r"ok  desk: 3 entries in 3 files\ndigest [0-9a-f]{12}\n", done.stdout)
    told = json.loads(dateline("knowledge", "diff", "desk", "--json").stdout)
    assert [(row["sign"], row["entry"]) for row in told["rows"]] == [
        ("+", "group Harbour League"),
        ("~", "office NOR foreign minister"),
        ("+", "town Skarvholmen NOR"),
    ]
    assert "  + group Harbour League: id Harbour League" in dateline("knowledge", "diff", "desk").stdout
    assert "no pack in use" in dateline("knowledge", "check").stdout
    assert dateline("knowledge", "check", "gone").returncode == 2


@pytest.mark.parametrize("command", [("knowledge", "check"), ("read", "story.txt"), ("knowledge", "find", "Oslo")])
def test_a_broken_pack_stops_whatever_asks_for_it(
    tmp_path: Path, desk: Path, command: tuple[str, ...], dateline: Command
) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    with (desk / "parties/groups.toml").open("a") as file:
        file.write('[[group]]\nid = "Fjord Front"\nname = "Fjord Front"\ncolour = "blue"\n')
    done = dateline(*command, pack=desk)
    assert done.returncode == 2
    assert "groups.toml [[group]] 2 (Fjord Front): unknown key colour" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_rule_in_a_pack_is_refused(tmp_path: Path, desk: Path, dateline: Command) -> None:
    (desk / "parties/titles.toml").write_text('forms = ["Comrade"]\n')
    done = dateline("knowledge", "check", pack=desk)
    assert done.returncode == 2
    assert "titles.toml: holds rules or words of the language, which a pack cannot change" in done.stderr
    assert "!!  knowledge:" in dateline("doctor", pack=desk).stdout
    assert dateline("--help", pack=desk).returncode == 0


ENTRIES = {
    "group 'Harbour League' --of Norway --also HL --source 'a note'": "group of NOR",
    "body 'Sound Council' --id SC": "organisation",
    "holder 'Ida Example' --party USA --office 'foreign minister' --from 2026-05": "secretary of state of USA, 2026-05-01 to",
    "holder 'Odd Tal' --party NOR --office 'ferry minister' --from 2019 --until 2020": "2019-01-01 to 2020-12-31",
    "town Skarvholmen --country Norway --lat 69.1 --lon 18.2": "PPL in NOR at 69.10 18.20",
}


def test_what_is_added_is_found(tmp_path: Path, dateline: Command) -> None:
    pack = tmp_path / "new" / "desk"
    for line in ENTRIES:
        words = shlex.split(line)
        done = dateline("knowledge", "add", *words, pack=pack)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(f"written to {pack}")
    for line, said in ENTRIES.items():
        assert said in dateline("knowledge", "find", shlex.split(line)[1], pack=pack).stdout
    assert "5 entries in 4 files" in dateline("knowledge", "check", pack=pack).stdout


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("mayor", "Ida Example"), "no kind of entry: 'mayor'; write group, body, holder, town"),
        (("holder", "Ida Example", "--party", "NOR"), "a holder needs --office, --from"),
        (("group", "X", "--lat", "1"), "a group has no --lat; it may have --id, --of, --names"),
        (("group", "X", "--of", "Atlantis"), "[[group]] 1 (X), of: nobody has the id 'Atlantis'"),
        (("holder", "Ida", "--party", "NOR", "--office", "x", "--from", "soon"), "no day: 'soon'"),
        (("town", "X\x1b[0m", "--country", "NOR", "--lat", "1", "--lon", "2"), "words that cannot be printed"),
    ],
)
def test_what_cannot_be_added_leaves_the_pack_as_it_was(
    tmp_path: Path, words: tuple[str, ...], complaint: str, dateline: Command
) -> None:
    done = dateline("knowledge", "add", *words, "--folder", "mine")
    assert done.returncode == 2
    assert complaint in done.stderr
    assert [path for path in (tmp_path / "mine").rglob("*") if path.is_file()] == []


def test_nothing_known(tmp_path: Path, dateline: Command) -> None:
    done = dateline("knowledge", "find", "Skarvholmen")
    assert (done.returncode, done.stdout[:31]) == (1, "nothing is known of Skarvholmen")
