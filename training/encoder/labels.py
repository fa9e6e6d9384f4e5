"""What pieces and pairs of a window are read as.

The names are those of `reading/desk/signals.py`, written again so that `train` and `export` need no parser.
"""

from dataclasses import dataclass, field

MEETINGS = ("talks", "summit", "council", "visit", "call", "negotiation", "conference", "other")
STATUSES = ("proposed", "scheduled", "confirmed", "ongoing", "held", "suspended", "postponed", "cancelled", "refused")
KINDS = (
    "assert", "announce", "confirm", "deny", "accuse", "condemn", "praise", "demand", "propose", "promise", "threaten",
    "warn", "condition", "agree", "reject",
)  # fmt: skip
ROLES = ("party", "person", "time", "place", "same")
RELATIONS = ("target", "speaker")
TAGS = ("content", "cue", "source", "target")


@dataclass
class Example:
    """A window: piece ids, labels at places; `mark` are the pieces of the mention whose sides, times and places are asked.

    `places` are the first pieces of the words asked about, `anchors` gives the kind of the meeting mentioned at a place, plus
    one; `pairs` are (relation, place that asks, place that answers, 0 or 1), `statements` (kind, places of content and cue);
    `anchors` is None where meetings are not marked, `tags` where statements are not.
    """

    story: str
    ids: list[int]
    places: list[int] = field(default_factory=list)
    anchors: dict[int, int] | None = field(default_factory=dict)
    statuses: dict[int, int] = field(default_factory=dict)
    pairs: list[tuple[str, int, int, int]] = field(default_factory=list)
    statements: list[tuple[int, list[int]]] = field(default_factory=list)
    tags: dict[str, set[int]] | None = field(default_factory=dict)
    mark: list[int] = field(default_factory=list)
