"""Workers on a Ray cluster, of this machine or of many: the same crew, whose workers are actors.

An actor opens models and knowledge once, when it arrives, and gets no story before: one for which no node has room holds
nothing up. Ray is loaded here alone, when a crew is engaged.
"""

import os
import pickle
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from dateline.app.engine import cores
from dateline.app.settings import KNOWLEDGE_VARIABLE, READER_VARIABLE
from dateline.app.version import reading_version
from dateline.app.workers import Crew, Piece, Worker, answered
from dateline.model.errors import DatelineError, SettingsError

if TYPE_CHECKING:
    import ray

__all__ = ["Cluster", "connect"]

T = TypeVar("T")
R = TypeVar("R")

ADDRESS_VARIABLE = "RAY_ADDRESS"
"""Ray's own: where a cluster is; without it one is started on this machine, for as long as it is needed."""

STORE, STORE_A_WORKER = 80_000_000, 8_000_000
"""Bytes of the store in which a cluster of this machine keeps what goes to and fro."""

STARTS = 3
"""How often Ray is started on this machine, at most: it gives itself half a minute, which a busy machine exceeds."""

TRIES = 3
"""Workers one after the other that end before they have arrived: then something is wrong with the nodes."""


class Seat(Generic[T, R]):
    """What runs on a node: a task that is opened once, and what comes of each piece. `told` are variables as set here."""

    def __init__(self, task: bytes, told: dict[str, str | None]) -> None:
        self.packed = task
        for name, value in told.items():
            os.environ.pop(name, None)
            os.environ.update({name: value} if value is not None else {})

    def open(self, version: str) -> DatelineError | None:
        """Open all that the task needs. Rules and packs must be those that the command has, or readings would differ."""
        if (ours := reading_version()) != version:
            return SettingsError(f"a node of the cluster has Dateline {ours}, this machine {version}: install the same on all")
        opened = answered(pickle.loads, self.packed)
        if isinstance(opened, DatelineError):
            return opened
        self.task: Callable[[Sequence[T]], list[R]] = opened
        return None

    def do(self, items: Sequence[T]) -> list[R] | DatelineError:
        """What comes of some items."""
        return answered(self.task, items)


class Member(Generic[T, R]):
    """A worker that is an actor, and what it owes: at first only that it arrives."""

    def __init__(self, actor: Any) -> None:
        self.actor = actor
        self.piece: Piece[T, R] | None = Piece([])
        self.has_arrived = False
        self.owed: ray.ObjectRef[Any] = actor.open.remote(reading_version())

    def give(self, items: Sequence[T]) -> None:
        """Send the items to it."""
        self.owed = self.actor.do.remote(items)

    def answer(self) -> list[R] | DatelineError:
        """What it has sent; nothing when it arrives."""
        import ray

        try:
            answer: list[R] | DatelineError | None = ray.get(self.owed)
        except ray.exceptions.RayTaskError:
            raise
        except ray.exceptions.RayError as error:
            raise EOFError(str(error)) from error
        if self.has_arrived:
            return answer or []
        if isinstance(answer, DatelineError):
            raise answer
        self.has_arrived = True
        return []

    def leave(self) -> None:
        """End it."""
        import ray

        ray.kill(self.actor)


class Cluster(Crew[T, R]):
    """A crew on a cluster, of so many actors or one for each of its processor cores."""

    def __init__(self, task: Callable[[Sequence[T]], list[R]], jobs: int | None, lost: Callable[[T], R]) -> None:
        super().__init__(task, jobs or 0, lost)
        self.is_ours = False
        self.absent = 0

    def __enter__(self) -> "Cluster[T, R]":
        import ray

        self.is_ours = not ray.is_initialized()
        if self.is_ours:
            connect(self.size or cores())
        self.size = self.size or max(1, int(ray.cluster_resources().get("CPU", 1)))
        return self

    def __exit__(self, *error: object) -> None:
        import ray

        super().__exit__(*error)
        if self.is_ours:
            ray.shutdown()

    def ready(self, workers: Sequence[Worker[T, R]], seconds: float | None) -> Sequence[Worker[T, R]]:
        """Those of these workers that have answered, or ended, waiting so long for the first."""
        import ray

        owed = {each.owed: each for each in workers if isinstance(each, Member)}
        if not owed:
            return []
        ray.wait(list(owed), num_returns=1, timeout=seconds)
        heard, _ = ray.wait(list(owed), num_returns=len(owed), timeout=0)
        return [owed[each] for each in heard]

    def engaged(self) -> Worker[T, R]:
        """A worker more, on its way: it has a piece of nothing in hand until it arrives."""
        import ray

        told = {name: os.environ.get(name) for name in (READER_VARIABLE, KNOWLEDGE_VARIABLE)}
        actor = ray.remote(num_cpus=1, max_restarts=0)(Seat).remote(pickle.dumps(self.task), told)
        worker: Member[T, R] = Member(actor)
        self.workers.append(worker)
        return worker

    def dismiss(self, worker: Worker[T, R]) -> None:
        """Let go of a worker that has ended. Where none arrives any more, that is said instead of trying for ever."""
        super().dismiss(worker)
        assert isinstance(worker, Member)
        self.absent = 0 if worker.has_arrived else self.absent + 1
        if self.absent == TRIES:
            raise SettingsError(
                "no worker could begin on the Ray cluster: each node needs the same Dateline and Python as this machine, "
                "and memory for the models (the logs of Ray say more)"
            )


def connect(jobs: int) -> None:
    """Join the cluster that is named, or start one on this machine. Nothing about its use is sent to Ray's makers."""
    import ray

    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
    if address := os.environ.get(ADDRESS_VARIABLE):
        try:
            ray.init(address, **quiet)
        except (ConnectionError, ValueError, RuntimeError, ray.exceptions.RayError) as error:
            raise SettingsError(f"no Ray cluster at {address} ({ADDRESS_VARIABLE}): {error}") from error
        return
    store = STORE + STORE_A_WORKER * jobs
    for start in range(STARTS):
        try:
            ray.init("local", num_cpus=jobs, include_dashboard=False, object_store_memory=store, **quiet)
        except Exception as error:  # Ray raises nothing narrower
            ray.shutdown()
            if start == STARTS - 1:
                raise SettingsError(f"Ray did not start on this machine: {error}") from error
        else:
            return
