"""What the commands share for showing: the bar that counts while a person waits."""

import pytest
from rich.console import Console
from rich.progress import Progress

from dateline.cli.output import SHOWN, complain_of, progress, ticked


def test_items_are_counted_one_by_one_and_all_come_through() -> None:
    shown = Progress(console=Console(quiet=True), auto_refresh=False)
    items = ticked(["a", "b", "c"], 3, shown)
    assert next(items) == "a"
    assert [*items] == ["b", "c"]
    task = shown.tasks[0]
    assert (task.completed, task.total, task.finished) == (3, 3, True)
    assert task.description.startswith("reading ")


def test_without_a_person_there_is_no_bar() -> None:
    items = ["a"]
    assert progress(items, 1, wanted=False) is items


def test_of_many_troubles_the_rest_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    complain_of([(f"{number}.txt", "is empty") for number in range(SHOWN + 2)], "stories that could not be read")
    lines = capsys.readouterr().err.splitlines()
    assert (len(lines), lines[-1]) == (SHOWN + 1, "dateline: and 2 more stories that could not be read")
