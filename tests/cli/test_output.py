"""What the commands share for showing: the bar that counts while a person waits."""

from rich.console import Console
from rich.progress import Progress

from dateline.cli.output import counted, progress


def test_items_are_counted_one_by_one_and_all_come_through() -> None:
    shown = Progress(console=Console(quiet=True), auto_refresh=False)
    items = counted(["a", "b", "c"], 3, shown)
    assert next(items) == "a"
    assert [*items] == ["b", "c"]
    task = shown.tasks[0]
    assert (task.completed, task.total, task.finished) == (3, 3, True)
    assert task.description.startswith("reading ")


def test_without_a_person_there_is_no_bar() -> None:
    items = ["a"]
    assert progress(items, 1, wanted=False) is items
