"""What pieces and pairs of a window are read as."""

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
    """A window: piece ids, labels at places; `mark` are the pieces of the mention whose sides, times and places are asked for."""

    story: str
    ids: list[int]
    places: list[int] = field(default_factory=list)  # first pieces of the tokens asked about
    anchors: dict[int, int] = field(default_factory=dict)  # place -> kind of meeting + 1
    statuses: dict[int, int] = field(default_factory=dict)
    pairs: list[tuple[str, int, int, int]] = field(default_factory=list)  # relation, anchor, candidate, 0/1
    statements: list[tuple[int, list[int]]] = field(default_factory=list)  # kind, places of content and cue
    tags: dict[str, set[int]] = field(default_factory=dict)
    mark: list[int] = field(default_factory=list)
