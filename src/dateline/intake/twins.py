"""Which of many stories tell the same? Found by samples of their runs of words, confirmed on all of them.

Stories that share sampled runs are compared; those that are twins are tied together, also by way of others. What is held
of a story in memory is its name and its sample; its words lie as numbers in a temporary file.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from hashlib import blake2b
from tempfile import TemporaryFile
from typing import IO

import numpy as np
from numpy.typing import NDArray

from dateline.intake.twins_compare import SHORT, compare, kept, kind_of, tell_the_same
from dateline.intake.twins_words import MANY, Imprint, imprint, sketch
from dateline.model.document import Document
from dateline.model.twin import Overlap, Twin

__all__ = ["Shelf", "place", "twins"]

NEIGHBOURS = 12
"""Of the stories that share a run each is compared with so many before it: for a run that more share is worn out, and the
copies among them are tied to each other one by one."""

SHARED = 0.03
"""Part of the smaller sample that two stories must share to be compared, and no less than two runs where it has any number."""


@dataclass
class Shelf:
    """Stories put side by side, in the order in which they came."""

    names: list[str] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    moments: "array[float]" = field(default_factory=lambda: array("d"))
    same_as: "array[int]" = field(default_factory=lambda: array("q"))
    offsets: "array[int]" = field(default_factory=lambda: array("q"))
    lengths: "array[int]" = field(default_factory=lambda: array("q"))
    marks: "array[int]" = field(default_factory=lambda: array("q"))
    values: "array[int]" = field(default_factory=lambda: array("Q"))
    owners: "array[int]" = field(default_factory=lambda: array("I"))
    sizes: "array[int]" = field(default_factory=lambda: array("I"))
    exact: dict[bytes, int] = field(default_factory=dict)
    spool: IO[bytes] = field(default_factory=TemporaryFile)
    written: int = 0

    def close(self) -> None:
        """Let go of the temporary file."""
        self.spool.close()


UNDATED = float("inf")


def place(shelf: Shelf, document: Document) -> None:
    """Put one more story on the shelf."""
    made, mine = imprint(document.text), len(shelf.names)
    shelf.names.append(document.name)
    shelf.sources.append(hash_of(document.source))
    shelf.moments.append(moment(document.published))
    data = made.words.tobytes()
    key = blake2b(data, digest_size=12).digest() if len(made) >= SHORT else document.text.id.encode()
    first = shelf.exact.setdefault(key, mine) if len(made) else mine
    shelf.same_as.append(first)
    shelf.marks.extend((made.title, made.start, made.edition))
    shelf.lengths.append(len(made))
    if first != mine:
        shelf.offsets.append(shelf.offsets[first])
        shelf.sizes.append(0)
        return
    shelf.offsets.append(shelf.written)
    shelf.spool.write(data)
    shelf.written += len(data)
    found = sketch(made.words)
    shelf.values.frombytes(found.tobytes())
    shelf.owners.extend([mine] * len(found))
    shelf.sizes.append(len(found))


def hash_of(source: str | None) -> int:
    """A number for an outlet, 0 for none."""
    return int.from_bytes(blake2b(source.casefold().encode("utf-8", "surrogatepass"), digest_size=6).digest()) if source else 0


def moment(published: date | datetime | None) -> float:
    """The publication as seconds, a day by its first; what has none comes last."""
    if published is None:
        return UNDATED
    when = published if isinstance(published, datetime) else datetime.combine(published, time())
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def twins(shelf: Shelf) -> Iterator[Twin]:
    """Each story in its order, with the one published first of those that tell the same (of equals the first given)."""
    if not shelf.names:
        return
    root = tied(shelf)
    heads: dict[int, int] = {}
    for story in range(len(shelf.names)):
        tie = find(root, story)
        known = heads.setdefault(tie, story)
        if (shelf.moments[story], story) < (shelf.moments[known], known):
            heads[tie] = story
    before: tuple[int, Imprint] | None = None
    for story, name in enumerate(shelf.names):
        head = heads[find(root, story)]
        if head == story:
            yield Twin(name)
            continue
        if before is None or before[0] != head:
            before = head, shown(shelf, head)
        mine = shown(shelf, story)
        exact = shelf.same_as[story] == shelf.same_as[head]
        found = compare(before[1], mine) or (Overlap(1.0, 1.0) if exact else Overlap(*loose(before[1], mine)))
        later = UNDATED > shelf.moments[story] > shelf.moments[head]
        elsewhere = 0 != shelf.sources[head] != shelf.sources[story] != 0
        kind = kind_of(found, later=later, elsewhere=elsewhere)
        yield Twin(name, shelf.names[head], kind, round(found.share, 3))


def loose(one: Imprint, other: Imprint) -> tuple[float, float]:
    """What is shared by two stories that only others tie together."""
    return kept(one.words, other.words) if min(len(one), len(other)) else (0.0, 0.0)


def shown(shelf: Shelf, story: int) -> Imprint:
    """The words of a story back from the shelf."""
    shelf.spool.seek(shelf.offsets[story])
    words = np.frombuffer(shelf.spool.read(4 * shelf.lengths[story]), np.uint32)
    title, start, edition = shelf.marks[3 * story : 3 * story + 3]
    return Imprint(words, title, start, edition)


def tied(shelf: Shelf) -> list[int]:
    """Every story with one that it is tied to, down to one of each group."""
    root = [int(first) for first in shelf.same_as]
    shelf.spool.flush()
    for one, other in candidates(shelf):
        if find(root, one) == find(root, other):
            continue
        days = apart(shelf.moments[one], shelf.moments[other])
        found = compare(shown(shelf, one), shown(shelf, other))
        if found is not None and tell_the_same(found, days):
            first, second = sorted((find(root, one), find(root, other)))
            root[second] = first
    return root


def find(root: list[int], story: int) -> int:
    """The one that stands for a group."""
    while root[story] != story:
        root[story] = root[root[story]]
        story = root[story]
    return story


def apart(one: float, other: float) -> int | None:
    """Days between two publications, where both are known."""
    return None if UNDATED in (one, other) else int(abs(one - other) // 86400)


def candidates(shelf: Shelf) -> Iterable[tuple[int, int]]:
    """Pairs of stories that share so many sampled runs that they are worth comparing, in order."""
    if not shelf.values:
        return []
    values, owners = np.asarray(shelf.values, np.uint64), np.asarray(shelf.owners, np.uint32)
    order = np.lexsort((owners, values))
    values, owners = values[order], owners[order].astype(np.uint64)
    pairs, counts = np.empty(0, np.uint64), np.empty(0, np.int64)
    for step in range(1, NEIGHBOURS + 1):
        alike = values[step:] == values[:-step]
        if not alike.any():
            break
        pairs, counts = added(pairs, counts, (owners[:-step][alike] << np.uint64(32)) | owners[step:][alike])
    first, second = (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
    sizes = np.asarray(shelf.sizes, np.int64)
    fewer = np.minimum(sizes[first], sizes[second])
    enough = counts >= np.maximum(np.where(fewer >= MANY, 2, 1), np.ceil(fewer * SHARED))
    return zip(first[enough].tolist(), second[enough].tolist(), strict=True)


def added(
    pairs: NDArray[np.uint64], counts: NDArray[np.int64], more: NDArray[np.uint64]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Pairs with how often they were seen, and further ones counted in."""
    new, times = np.unique(more, return_counts=True)
    both, where = np.unique(np.concatenate((pairs, new)), return_inverse=True)
    total = np.bincount(where, weights=np.concatenate((counts, times)), minlength=len(both)).astype(np.int64)
    return both, total
