"""A network of sides as a picture: on a circle, those that deal with each other near each other; and as GraphML."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, log1p, pi, sin
from xml.etree import ElementTree

from dateline.model.network import Pair
from dateline.model.party import Party
from dateline.views.outward import legible, one_line
from dateline.views.wording import name_of

__all__ = ["Arc", "Node", "Picture", "graphml", "picture"]

WIDTH, HEIGHT = 680, 520
RADIUS = 185
APART = 14
"""Between a node and its name."""

MOST = 24
"""Sides in a picture, those that deal most."""

NAME = 22
"""Letters of a name in a picture."""


@dataclass(frozen=True, kw_only=True)
class Node:
    """A side on the circle: its place, how large it is, and where its name stands."""

    id: str
    name: str
    x: float
    y: float
    size: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, kw_only=True)
class Arc:
    """A line between two sides."""

    dealing: str
    path: str
    width: float


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What is drawn, and how many sides there was no room for."""

    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    left_out: int
    width: int = WIDTH
    height: int = HEIGHT


def picture(pairs: Sequence[Pair], names: Mapping[str, Party], middle: str | None = None) -> Picture:
    """The sides that deal most, on a circle that begins on top with `middle` or the one that deals most."""
    weights: Counter[str] = Counter()
    for each in pairs:
        weights.update({each.source: each.number, each.target: each.number})
    ranked = sorted(weights, key=lambda side: (side != middle, -weights[side], side))
    shown = set(ranked[:MOST])
    kept = [each for each in pairs if {each.source, each.target} <= shown]
    places = {side: on_circle(number, len(shown)) for number, side in enumerate(ordered(ranked[:MOST], kept))}
    most = max(weights.values(), default=1)
    nodes = [node(side, places[side], weights[side] / most, names) for side in places]
    strongest = log1p(max((each.number for each in kept), default=1))
    arcs = [
        Arc(dealing=each.dealing, path=curve(places[each.source], places[each.target], each.dealing),
            width=round(1 + 4 * log1p(each.number) / strongest, 1))
        for each in sorted(kept, key=lambda each: (each.number, each))
    ]  # fmt: skip
    return Picture(nodes=tuple(nodes), arcs=tuple(arcs), left_out=len(ranked) - len(shown))


def ordered(sides: Sequence[str], pairs: Sequence[Pair]) -> list[str]:
    """Sides in a row in which each comes after the one that it deals with most of those left.

    >>> ordered(["A", "B", "C"], [Pair(source="A", target="C", dealing="meets", number=2)])
    ['A', 'C', 'B']
    """
    ties: Counter[frozenset[str]] = Counter()
    for each in pairs:
        ties[frozenset((each.source, each.target))] += each.number
    left, row = list(sides), list(sides[:1])
    left = left[1:]
    while left:
        nearest = max(left, key=lambda side: (ties[frozenset((row[-1], side))], -left.index(side)))
        left.remove(nearest)
        row.append(nearest)
    return row


def on_circle(number: int, of: int) -> tuple[float, float]:
    """The direction of a place on the circle: from the top on, clockwise."""
    angle = 2 * pi * number / max(of, 1) - pi / 2
    return cos(angle), sin(angle)


def node(side: str, place: tuple[float, float], share: float, names: Mapping[str, Party]) -> Node:
    """A side where it stands, its name outside of the circle."""
    across, down = place
    size = round(4 + 8 * share**0.5, 1)
    out = RADIUS + size + APART
    whole = one_line(name_of(side, names))
    return Node(
        id=side,
        name=whole if len(whole) <= NAME else f"{whole[: NAME - 1]}…",
        x=round(WIDTH / 2 + RADIUS * across, 1),
        y=round(HEIGHT / 2 + RADIUS * down, 1),
        size=size,
        label_x=round(WIDTH / 2 + out * across, 1),
        label_y=round(HEIGHT / 2 + out * down + 4 + (6 * down if abs(across) < 0.2 else 0), 1),
        anchor="middle" if abs(across) < 0.2 else "start" if across > 0 else "end",
    )


BENDS = {"meets": 0.35, "backs": 0.2, "accuses": 0.5}
"""How far towards the middle a line bends, by what it is: so that several between two sides can be told apart."""


def curve(one: tuple[float, float], other: tuple[float, float], dealing: str) -> str:
    """A line between two places of the circle, bent towards its middle."""
    share = 1 - BENDS[dealing]
    points = [(WIDTH / 2 + RADIUS * each[0], HEIGHT / 2 + RADIUS * each[1]) for each in (one, other)]
    bend = WIDTH / 2 + RADIUS * share * (one[0] + other[0]) / 2, HEIGHT / 2 + RADIUS * share * (one[1] + other[1]) / 2
    return "M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}".format(*points[0], *bend, *points[1])


def graphml(pairs: Sequence[Pair], names: Mapping[str, Party]) -> str:
    """The whole network as GraphML: sides as nodes, pairs as edges; a meeting is an edge without direction."""
    root = ElementTree.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, kind, of in (("label", "string", "node"), ("kind", "string", "node"), ("dealing", "string", "edge"),
                           ("number", "int", "edge")):  # fmt: skip
        ElementTree.SubElement(root, "key", {"id": name, "for": of, "attr.name": name, "attr.type": kind})
    graph = ElementTree.SubElement(root, "graph", edgedefault="directed")
    for side in sorted({name for each in pairs for name in (each.source, each.target)}):
        found = ElementTree.SubElement(graph, "node", id=legible(side))
        put(found, label=legible(name_of(side, names)), kind=names[side].kind if side in names else "other")
    for each in pairs:
        ends = {"source": legible(each.source), "target": legible(each.target)}
        both = {"directed": "false"} if each.dealing == "meets" else {}
        put(ElementTree.SubElement(graph, "edge", ends | both), dealing=each.dealing, number=str(each.number))
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def put(element: ElementTree.Element, **values: str) -> None:
    """What is known of a node or edge."""
    for name, value in values.items():
        ElementTree.SubElement(element, "data", key=name).text = value
