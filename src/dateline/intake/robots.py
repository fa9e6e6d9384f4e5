"""What a site asks of programs (`robots.txt`, RFC 9309): the longest rule that fits decides, of equals the one that allows."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

__all__ = ["Robots", "read_robots"]

LARGEST = 500_000
LONGEST_RULE = 2_000
MOST_RULES = 5_000
LONGEST_DELAY = 60.0
LINE = re.compile(r"\s*(?P<key>user-agent|allow|disallow|crawl-delay)\s*:\s*(?P<value>[^#]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Robots:
    """The rules for us: (pattern, allows?), and the seconds to wait between two requests."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float | None = None

    def allows(self, target: str) -> bool:
        """May this path be asked for?

        >>> read_robots("User-agent: *\\nDisallow: /private", "dateline").allows("/private/a")
        False
        """
        path = normal(target)
        fitting = [(len(pattern), allows) for pattern, allows in self.rules if fits(pattern, path)]
        return max(fitting)[1] if fitting else True


def read_robots(text: str, agent: str) -> Robots:
    """The rules of the groups that name our agent, else those for everyone."""
    mine: list[tuple[str, bool]] = []
    general: list[tuple[str, bool]] = []
    delays: dict[bool, float] = {}
    named: set[str] = set()
    found, heading = False, False
    for line in text[:LARGEST].splitlines():
        if not (match := LINE.match(line)):
            continue
        key, value = match["key"].lower(), match["value"].strip()
        if key == "user-agent":
            named = named if heading else set()
            named.add(value.lower())
            heading = True
            found = found or agent in named
            continue
        heading = False
        for group, ours in ((mine, agent in named), (general, "*" in named)):
            if ours and key in ("allow", "disallow") and value and len(value) <= LONGEST_RULE and len(group) < MOST_RULES:
                group.append((normal(value), key == "allow"))
            elif ours and key == "crawl-delay" and re.fullmatch(r"\d{1,4}(?:\.\d{1,3})?", value):
                delays[group is mine] = min(float(value), LONGEST_DELAY)
    return Robots(tuple(mine if found else general), delays.get(found))


def normal(path: str) -> str:
    """A path with the same characters always escaped in the same way."""
    return quote(unquote(path, errors="surrogateescape"), safe="/*$?&=;:@+,!~'()%-._", errors="surrogateescape")


def fits(pattern: str, path: str) -> bool:
    """Does a rule with its `*` and final `$` fit the start of the path? Without backtracking over stars."""
    anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(others):
        if anchored and number == len(others) - 1:
            return len(path) - at >= len(part) and path.endswith(part)
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not anchored or at == len(path)
