"""Who meets, backs and accuses whom: pairs of states and bodies, counted."""

from dataclasses import dataclass
from typing import Literal, get_args

__all__ = ["DEALINGS", "Dealing", "Pair"]

Dealing = Literal["meets", "backs", "accuses"]
DEALINGS: tuple[Dealing, ...] = get_args(Dealing)


@dataclass(frozen=True, kw_only=True, order=True)
class Pair:
    """What one side did with another, so many times; a meeting is so from both sides, and has the first by its id first."""

    source: str
    target: str
    dealing: Dealing
    number: int
