"""By what many stories are read: processes of this machine, or a Ray cluster."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal, TypeVar

from dateline.model.errors import InputError, SettingsError

if TYPE_CHECKING:
    from dateline.app.second.reader import Second
    from dateline.app.workers import Crew

__all__ = ["Engine", "check", "cores", "crew_of"]

T = TypeVar("T")
R = TypeVar("R")

Engine = Literal["local", "ray"]
"""Processes of this machine, or workers on a Ray cluster."""


def check(engine: Engine, second: "Second | None") -> None:
    """Refuse what cannot be: a cluster without Ray, or one for stories that a language model reads too."""
    if engine == "ray" and second is not None:
        raise SettingsError("--engine ray reads by rules; what a language model reads too is read by one process: leave it out")
    if engine == "ray" and find_spec("ray") is None:
        raise InputError("--engine ray needs Ray: pip install 'dateline[ray]'")


def crew_of(engine: Engine, task: Callable[[Sequence[T]], list[R]], jobs: int | None, lost: Callable[[T], R]) -> "Crew[T, R]":
    """So many workers that do a task, one a processor core where no number is given."""
    if engine == "ray":
        from dateline.app.cluster import Cluster

        return Cluster(task, jobs, lost)
    from dateline.app.workers import Crew

    return Crew(task, jobs or cores(), lost)


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
