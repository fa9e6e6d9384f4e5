"""Workers: what comes of each item, in order, whatever becomes of a worker."""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dateline.app.workers import AHEAD, Crew, Piece, Worker
from dateline.model.errors import KnowledgeError


def worked(items: Sequence[str]) -> list[str]:
    """Each item in capitals. One that is a path ends its worker as long as no file is there; it makes the file first."""
    for item in items:
        if item == "slow":
            time.sleep(0.3)
        elif item == "wrong":
            raise KnowledgeError("unknown key")
        elif item == "deadly" or (item.startswith("/") and not Path(item).exists()):
            if item != "deadly":
                Path(item).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return [item.upper() for item in items]


def lost(item: str) -> str:
    return f"lost {item}"


def never() -> bool:
    return False


def run(pieces: list[list[str]], size: int = 2) -> list[str]:
    with Crew(worked, size, lost) as crew:
        return list(crew.done(iter(pieces), never))


def test_order_holds() -> None:
    assert run([["slow", "a"], ["b"], ["c", "d"], ["e"]]) == ["SLOW", "A", "B", "C", "D", "E"]


def test_nothing_to_do() -> None:
    assert run([]) == []


def test_what_an_ended_worker_had_in_hand_is_done_again(tmp_path: Path) -> None:
    once = str(tmp_path / "once")
    assert run([["a"], ["b", once, "c"], ["d"]]) == ["A", "B", once.upper(), "C", "D"]


def test_what_ends_workers_is_named_and_nothing_else_is_lost() -> None:
    assert run([["a"], ["b", "deadly", "c"], ["deadly"], ["d"]]) == ["A", "B", "lost deadly", "C", "lost deadly", "D"]


def test_what_is_wrong_with_the_installation_raises() -> None:
    with pytest.raises(KnowledgeError, match="unknown key"):
        run([["a"], ["wrong"]])


def test_a_worker_that_ends_without_work_is_replaced() -> None:
    with Crew(worked, 1, lost) as crew:

        def pieces() -> Iterator[list[str]]:
            yield ["a"]
            os.kill(crew.workers[0].process.pid or 0, signal.SIGKILL)
            crew.workers[0].process.join()
            yield ["b"]

        assert list(crew.done(pieces(), iter([False, True, *[False] * 9]).__next__)) == ["A", "B"]


def test_pieces_in_hand_are_bounded() -> None:
    asked = 0

    def pieces() -> Iterator[list[str]]:
        nonlocal asked
        for number in range(40):
            asked += 1
            yield [str(number)]

    with Crew(worked, 2, lost) as crew:
        for number, outcome in enumerate(crew.done(pieces(), never)):
            assert outcome == str(number)
            assert asked <= number + 2 * AHEAD
            time.sleep(0.005)


def test_what_is_done_is_given_while_more_is_waited_for() -> None:
    given = ""

    def pieces() -> Iterator[list[str]]:
        for name in ("a", "b", "c"):
            yield [name]
            assert given.endswith(name.upper()), "asked for more before that was given"

    with Crew(worked, 2, lost) as crew:
        for outcome in crew.done(pieces(), lambda: True):
            given += outcome
    assert given == "ABC"


def test_workers_go_home() -> None:
    with Crew(worked, 2, lost) as crew:
        going = crew.done(iter([["a"], ["slow"], ["slow"]]), never)
        assert next(going) == "A"
        processes = [worker.process for worker in crew.workers]
    assert len(processes) == 2
    assert not any(process.is_alive() for process in processes)


class Late(Crew[str, str]):
    """A crew of which all but the first are on their way for ever."""

    def engaged(self) -> Worker[str, str]:
        worker = super().engaged()
        worker.piece = Piece([]) if len(self.workers) > 1 else None
        return worker


def test_who_is_on_its_way_gets_nothing() -> None:
    with Late(worked, 3, lost) as crew:
        assert list(crew.done(iter([["a"], ["slow"], ["b"]]), never)) == ["A", "SLOW", "B"]
        assert len(crew.workers) == 3


def test_who_ends_on_its_way_is_replaced() -> None:
    with Late(worked, 2, lost) as crew:
        going = crew.done(iter([["0"], ["slow"], ["slow"]]), never)
        assert next(going) == "0"
        late = crew.workers[1]
        os.kill(late.process.pid or 0, signal.SIGKILL)  # type: ignore[attr-defined]
        assert list(going) == ["SLOW", "SLOW"]
        assert late not in crew.workers
