"""`dateline brief`."""

from pathlib import Path

import pytest
from docx import Document

from dateline.model.errors import InputError
from tests.cli.test_judge import database, run  # noqa: F401

DAYS = ("--from", "2022-01-05", "--to", "2022-01-10")


def test_text_is_the_default() -> None:
    found = run("brief", *DAYS).stdout
    assert found.startswith("Brief\nWednesday 5 January 2022 to Monday 10 January 2022; hours in UTC\n")
    assert "It was planned for 12 January 2022 before." in " ".join(found.split())
    assert "New: The OSCE talks are scheduled for 13 January 2022." in found
    assert run("brief", *DAYS, "--text").stdout == found


@pytest.mark.parametrize(
    ("form", "words"), [("--md", "## What changed"), ("--html", "<h2>What changed</h2>"), ("--text", "WHAT CHANGED")]
)
def test_forms_into_a_file(form: str, words: str, tmp_path: Path) -> None:
    out = tmp_path / "brief"
    assert run("brief", *DAYS, form, "--out", str(out)).exit_code == 0
    assert words in out.read_text(encoding="utf-8")


def test_a_document_of_word(tmp_path: Path) -> None:
    out = tmp_path / "brief.docx"
    assert run("brief", *DAYS, "--docx", "--out", str(out)).exit_code == 0
    assert Document(str(out)).paragraphs[0].text == "Brief"
    assert run("brief", *DAYS, "--docx").stdout_bytes.startswith(b"PK")


def test_an_empty_week() -> None:
    found = run("brief", "--last", "7d", "--next", "2d").stdout
    assert "No meeting changed in these days." in found
    assert "No contradiction is open." in found


def test_a_watch() -> None:
    run("watch", "add", "osce", "--forum", "OSCE")
    assert run("brief", "--watch", "osce", *DAYS).stdout.startswith("Brief: osce\n")


@pytest.mark.parametrize("words", [("--html", "--md"), ("--docx", "--text"), ("--pages", "0")], ids=str)
def test_usage(words: tuple[str, ...]) -> None:
    assert run("brief", *words).exit_code == 2


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--from", "soon"), "no date"),
        (("--next", "x"), "no length of time"),
        (("--from", "2022-02-01", "--to", "2022-01-01"), "end before"),
    ],
    ids=str,
)
def test_what_cannot_be_asked(words: tuple[str, ...], why: str) -> None:
    with pytest.raises(InputError, match=why):
        run("brief", *words)
