"""`dateline code`: always one answer for each marked text."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.knowledge import codes

runner = CliRunner()


def line(id: str, text: str, source: str | None, target: str | None) -> str:
    spans = {
        key: [text.index(words), text.index(words) + len(words)] if words else None
        for key, words in (("source", source), ("target", target))
    }
    return json.dumps({"id": id, "text": text, **spans}) + "\n"


MARKED = [
    ("a", "Chad accused Sudan of arming rebels.", "Chad", "Sudan", "ACCUSE", "ACCUSE"),
    ("b", "Norway imposed sanctions on Belarus.", "Norway", "Belarus", "SANCTION", "COERCE"),
    (
        "c",
        "The court in Riga convicted two Estonian sailors.",
        "The court in Riga",
        "two Estonian sailors",
        "SANCTION",
        "ACCUSE",
    ),
    ("d", "Peru agreed to send doctors to Haiti.", "Peru", "Haiti", "AGREE", "AGREE"),
    ("e", "Haiti will not release the Cuban sailors.", "Haiti", "the Cuban sailors", "REJECT", "REJECT"),
    ("f", "Syria was bombed by Turkish warplanes.", "Turkish warplanes", "Syria", "ASSAULT", "ASSAULT"),
    ("g", "Oslo threatened to expel the Serbian envoy.", "Oslo", "the Serbian envoy", "THREATEN", "THREATEN"),
]


@pytest.mark.parametrize("scheme", ["plover", "plv"])
def test_every_line_has_its_code(tmp_path: Path, scheme: str) -> None:
    path = tmp_path / "marked.jsonl"
    path.write_text("".join(line(*row[:4]) for row in MARKED), encoding="utf-8")
    result = runner.invoke(app, ["code", "--jsonl", str(path), "--scheme", scheme])
    assert result.exit_code == 0, result.output
    found = [json.loads(each) for each in result.stdout.splitlines()]
    assert [(each["id"], each["plover"]["type"]) for each in found] == [
        (row[0], row[4] if scheme == "plover" else row[5]) for row in MARKED
    ]
    for each, row in zip(found, MARKED, strict=True):
        assert each["cameo"] in codes.cameo_codes()
        assert each["plover"]["quad"] == codes.quad(each["plover"]["type"])
        for reason in each["evidence"]:
            assert row[1][reason["start"] : reason["end"]] == reason["quote"]


def test_what_is_no_marked_text_is_refused_and_the_run_goes_on() -> None:
    lines = (
        'no json\n{"id": "x"}\n'
        '{"id": "y", "text": "Ann.", "source": [0, 99]}\n\n'
        '{"id": "z", "text": "Hm.", "source": null, "target": null}\n'
    )
    result = runner.invoke(app, ["code", "--jsonl", "-"], input=lines)
    assert result.exit_code == 1
    found = [json.loads(each) for each in result.stdout.splitlines()]
    assert [each["id"] for each in found] == ["line 1", "x", "y", "z"]
    assert all(each["problems"] for each in found[:3])
    assert found[3]["plover"]["type"]


def test_a_missing_file_is_named() -> None:
    result = runner.invoke(app, ["code", "--jsonl", "nowhere.jsonl"])
    assert "nowhere.jsonl" in str(result.exception)
