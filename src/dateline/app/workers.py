"""Processes that do one task on pieces of a long work: what comes of it is given in order, whatever becomes of a process.

A worker is a fork of this process where that is safe (Linux, no thread of Python but this one), so that what is loaded here,
such as the language models, is there at once and held in memory only once; elsewhere it is started anew and loads them itself.
A worker has one piece at a time. One that ends before it has answered is replaced, and its piece is done once more; if that
ends a worker, too, its items are done each by itself, and of one that ends its worker `lost` says what comes of it.
"""

import gc
import signal
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess, SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Generic, Protocol, TypeVar

from dateline.model.errors import DatelineError

__all__ = ["Crew", "Piece", "Worker", "answered"]

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3
"""Pieces a worker that are in hand or done and not given yet, at most: what comes in faster has to wait."""

GLANCE = 0.05
"""Seconds between two looks at whether more has come in, while the workers work."""


@dataclass(eq=False)
class Piece(Generic[T, R]):
    """Some items, how often a worker ended over them, and what came of them."""

    items: Sequence[T]
    ended: int = 0
    outcomes: list[R] | DatelineError | None = None
    parts: "list[Piece[T, R]]" = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        """Is there an outcome for every item?"""
        return self.outcomes is not None or bool(self.parts and all(part.is_done for part in self.parts))

    def given(self) -> Iterator[R]:
        """The outcomes in order; what is wrong with the installation raises."""
        if isinstance(self.outcomes, DatelineError):
            raise self.outcomes
        yield from self.outcomes or ()
        for part in self.parts:
            yield from part.given()


@dataclass(eq=False)
class Desk(Generic[T, R]):
    """Pieces as they come in: those that are not given yet, in order, at most so many, and of them one that is to be done."""

    pieces: Iterator[Sequence[T]]
    waits: Callable[[], bool]
    most: int
    order: deque[Piece[T, R]] = field(default_factory=deque)
    todo: deque[Piece[T, R]] = field(default_factory=deque)
    ended: bool = False

    @property
    def has_room(self) -> bool:
        """May a further piece be asked for?"""
        return not self.ended and not self.todo and len(self.order) < self.most

    def fill(self) -> None:
        """Ask for the next piece, unless one would have to wait for it while there is something to give."""
        if not self.has_room or (self.order and self.waits()):
            return
        items = next(self.pieces, None)
        self.ended = items is None
        if items is not None:
            self.todo.append(Piece(items))
            self.order.append(self.todo[-1])


class Worker(Protocol[T, R]):
    """One that does pieces, wherever it is, and the piece that it has in hand."""

    piece: Piece[T, R] | None

    def give(self, items: Sequence[T]) -> None:
        """Have it do these; OSError where it is known to have ended."""

    def answer(self) -> list[R] | DatelineError:
        """What it has made of them; EOFError or OSError where it has ended."""

    def leave(self) -> None:
        """Send it home, whatever it does."""


@dataclass(eq=False)
class Process(Generic[T, R]):
    """A worker that is a process of this machine, and our end of the line to it."""

    process: BaseProcess
    line: "Connection[Sequence[T], list[R] | DatelineError]"
    piece: Piece[T, R] | None = None

    def give(self, items: Sequence[T]) -> None:
        """Send the items to it."""
        self.line.send(items)

    def answer(self) -> list[R] | DatelineError:
        """What it has sent."""
        return self.line.recv()

    def leave(self) -> None:
        """End it."""
        self.line.close()
        self.process.terminate()
        self.process.join()


class Crew(Generic[T, R]):
    """So many workers that do a task, processes here unless a crew of another kind engages others; a context manager that
    sends them home."""

    def __init__(self, task: Callable[[Sequence[T]], list[R]], size: int, lost: Callable[[T], R]) -> None:
        self.task = task
        self.size = size
        self.lost = lost
        self.workers: list[Worker[T, R]] = []

    def __enter__(self) -> "Crew[T, R]":
        return self

    def __exit__(self, *error: object) -> None:
        for worker in self.workers:
            worker.leave()
        self.workers.clear()

    def done(self, pieces: Iterator[Sequence[T]], waits: Callable[[], bool]) -> Iterator[R]:
        """What comes of every item, in order. While `waits` says that the next piece is not there yet, none is asked for
        as long as there is something to give."""
        desk: Desk[T, R] = Desk(pieces, waits, self.size * AHEAD)
        self.hand_out(desk)
        while desk.order:
            if desk.order[0].is_done:
                for outcome in desk.order[0].given():
                    yield outcome
                    self.attend(desk, 0)
                desk.order.popleft()
                self.hand_out(desk)
            else:
                self.attend(desk, GLANCE if desk.has_room else None)

    def attend(self, desk: "Desk[T, R]", seconds: float | None) -> None:
        """Take what workers have answered, waiting so long for it, and give them more to do."""
        for worker in self.ready([worker for worker in self.workers if worker.piece], seconds):
            self.take(worker, desk.todo)
        self.hand_out(desk)

    def ready(self, workers: Sequence[Worker[T, R]], seconds: float | None) -> Sequence[Worker[T, R]]:
        """Those of these workers that have answered, or ended, waiting so long for the first."""
        lines = [each.line for each in workers if isinstance(each, Process)]
        heard = wait(lines, seconds)
        return [worker for line, worker in zip(lines, workers, strict=True) if line in heard]

    def take(self, worker: Worker[T, R], todo: deque[Piece[T, R]]) -> None:
        """Take the answer of a worker; where it has ended instead, its piece is to be done again."""
        piece, worker.piece = worker.piece, None
        assert piece is not None
        try:
            piece.outcomes = worker.answer()
        except (EOFError, OSError):
            self.dismiss(worker)
            todo.extendleft(reversed(self.again(piece)))

    def again(self, piece: Piece[T, R]) -> "list[Piece[T, R]]":
        """What is to be done of a piece over which a worker has ended."""
        piece.ended += 1
        if not piece.items:  # it was still on its way
            return []
        if piece.ended == 1:
            return [piece]
        if len(piece.items) == 1:
            piece.outcomes = [self.lost(piece.items[0])]
            return []
        piece.parts = [Piece([item], ended=1) for item in piece.items]
        return piece.parts

    def hand_out(self, desk: "Desk[T, R]") -> None:
        """Give a piece to each worker that has none, engaging as many workers as there may be."""
        desk.fill()
        while desk.todo:
            worker = next((each for each in self.workers if each.piece is None), None)
            if worker is None and len(self.workers) == self.size:
                return
            worker = worker or self.engaged()
            if worker.piece is not None:  # it is still on its way
                continue
            try:
                worker.give(desk.todo[0].items)
            except OSError:  # it has ended while it had nothing to do
                self.dismiss(worker)
                continue
            worker.piece = desk.todo.popleft()
            desk.fill()

    def engaged(self) -> Worker[T, R]:
        """A worker more."""
        forks = sys.platform == "linux" and threading.active_count() == 1
        ours, theirs = Pipe()
        process = (ForkProcess if forks else SpawnProcess)(target=serve, args=(theirs, ours, self.task), daemon=True)
        with warnings.catch_warnings():  # of onnxruntime's one thread, which sleeps and holds nothing
            warnings.filterwarnings("ignore", ".*fork.*", DeprecationWarning)
            process.start()
        theirs.close()
        worker: Worker[T, R] = Process(process, ours)
        self.workers.append(worker)
        return worker

    def dismiss(self, worker: Worker[T, R]) -> None:
        """Let go of a worker that has ended."""
        self.workers.remove(worker)
        worker.leave()


def serve(line: "Connection[object, object]", theirs: "Connection[object, object]", task: Callable[[object], object]) -> None:
    """What a worker does until the other end of its line closes. Ctrl-C is for the process that gave it the work."""
    theirs.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()  # or the first collection would copy all that is shared
    while True:
        try:
            items = line.recv()
        except (EOFError, OSError):
            return
        try:
            line.send(answered(task, items))
        except OSError:
            return


def answered(task: Callable[[T], R], items: T) -> R | DatelineError:
    """What the task makes of the items, or what is wrong with the installation."""
    try:
        return task(items)
    except DatelineError as error:
        return error
