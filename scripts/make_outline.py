"""Makes the outline of the world's land that the desk's map is drawn on: `python scripts/make_outline.py land-110m.json`.

The file is `land-110m.json` of the npm package `world-atlas` 2.0.2 (ISC): Natural Earth 4.1 (public domain) as TopoJSON.
Written is one path of SVG, four units a degree, without Antarctica.
"""

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from topojson import Point, arcs_of, ring_of

OUT = Path(__file__).parents[1] / "src" / "dateline" / "views" / "outline.txt"
SOUTH = -60.0
"""What lies wholly below is left out."""


def rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Every ring of the land, in degrees."""
    arcs = arcs_of(topology)
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"]:
            yield from (ring_of(arcs, numbers) for numbers in polygon)


def pieces(ring: list[Point]) -> Iterator[list[Point]]:
    """A ring cut where it leaves the map on one side to come back on the other; each piece closes along the edge."""
    jumps = [at for at in range(len(ring)) if abs(ring[at][0] - ring[at - 1][0]) > 180]
    if not jumps:
        yield ring
        return
    turned = ring[jumps[0] :] + ring[: jumps[0]]
    cuts = [*(at - jumps[0] for at in jumps), len(turned)]
    yield from (turned[start:end] for start, end in pairwise(cuts) if end - start > 2)


def path(points: list[Point]) -> str:
    """A ring as a path, four units a degree."""
    placed = [(round((lon + 180) * 4), round((90 - lat) * 4)) for lon, lat in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(placed) if a != b]
    return f"M{placed[0][0]} {placed[0][1]}l" + " ".join(f"{across} {down}" for across, down in steps) + "z"


def main() -> int:
    """Write the outline."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = [path(piece) for ring in rings(topology) if max(lat for _, lat in ring) > SOUTH for piece in pieces(ring)]
    OUT.write_text("".join(found) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
