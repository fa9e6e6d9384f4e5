"""Outlines of a TopoJSON file in degrees."""

from collections.abc import Iterable
from itertools import accumulate
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude."""

Arcs = list[list[Point]]


def arcs_of(topology: dict[str, Any]) -> Arcs:
    """The lines of which all outlines are made."""
    (across, up), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
        found.append([(x * across + left, y * up + low) for x, y in zip(xs, ys, strict=True)])
    return found


def ring_of(arcs: Arcs, numbers: Iterable[int]) -> list[Point]:
    """A ring as its lines in order; a line with a negative number runs backwards."""
    return [point for number in numbers for point in (arcs[number] if number >= 0 else arcs[~number][::-1])]
