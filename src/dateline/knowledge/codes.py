"""The codes of PLOVER and CAMEO and their scores: facts of the published tables, each set by its own manual."""

from dataclasses import dataclass
from functools import cache
from typing import get_args

from dateline.knowledge.load import load
from dateline.model.errors import KnowledgeError
from dateline.model.event import PloverType

__all__ = [
    "CameoRoot",
    "PloverCode",
    "cameo_codes",
    "cameo_of",
    "cameo_quad",
    "contexts",
    "goldstein",
    "intensity",
    "modes",
    "plv_root",
    "quad",
]


@dataclass(frozen=True)
class PloverCode:
    """A type with one of its modes, or alone (then with its quad and CAMEO's code); `score` runs from -10 (conflict) to 10."""

    type: PloverType
    score: float
    mode: str | None = None
    quad: int | None = None
    cameo: str | None = None


@dataclass(frozen=True)
class CameoRoot:
    """A root of CAMEO with its quad, Goldstein's score of each code beneath it, and the type that the PLV set gives it."""

    root: str
    quad: int
    scores: dict[str, float]
    plv: PloverType | None = None


@dataclass(frozen=True)
class Contexts:
    """The names of PLOVER's contexts."""

    names: tuple[str, ...]


@cache
def plover() -> dict[tuple[str, str | None], PloverCode]:
    """Every code of PLOVER by its type and mode."""
    codes: dict[tuple[str, str | None], PloverCode] = {
        (code.type, code.mode): code for code in load("events/codes", "plover", PloverCode)
    }
    if absent := [name for name in get_args(PloverType) if (name, None) not in codes or not codes[name, None].cameo]:
        raise KnowledgeError(f"knowledge/en/events/codes.toml [[plover]]: {', '.join(absent)} missing")
    return codes


@cache
def cameo() -> dict[str, CameoRoot]:
    """The twenty roots of CAMEO."""
    return {root.root: root for root in load("events/codes", "cameo", CameoRoot)}


def modes(type_: PloverType) -> tuple[str, ...]:
    """The modes that a type may have, in the manual's order."""
    return tuple(mode for (name, mode) in plover() if name == type_ and mode)


def intensity(type_: PloverType, mode: str | None = None) -> float:
    """PLOVER's score of a type with its mode, from -10 to 10."""
    return (plover().get((type_, mode)) or plover()[type_, None]).score


def quad(type_: PloverType) -> int:
    """PLOVER's quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    return plover()[type_, None].quad or 0


def cameo_codes() -> frozenset[str]:
    """Every code of CAMEO, roots included, as text."""
    return frozenset(code for root in cameo().values() for code in root.scores)


def cameo_of(type_: PloverType) -> str:
    """CAMEO's code of an act of which only the type is known."""
    return plover()[type_, None].cameo or ""


def plv_root(code: str) -> PloverType | None:
    """The type that the PLV set gives the root of a CAMEO code; None for roots that it does not have."""
    return cameo()[code[:2]].plv


def goldstein(code: str) -> float:
    """Goldstein's score of a CAMEO code; that of the next higher code where the list has none."""
    scores = cameo()[code[:2]].scores
    return next(scores[code[:end]] for end in range(len(code), 1, -1) if code[:end] in scores)


def cameo_quad(code: str) -> int:
    """The quad of a CAMEO code's root: 01-05, 06-08, 09-13, 14-20."""
    return cameo()[code[:2]].quad


@cache
def contexts() -> tuple[str, ...]:
    """The names of PLOVER's contexts, in the manual's order."""
    return load("events/codes", "contexts", Contexts)[0].names
