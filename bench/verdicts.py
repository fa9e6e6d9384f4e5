"""What was judged by hand, counted: the share that is right in each draw with its bounds, and the causes of the others."""

import json
import math
import sys
from collections import Counter
from pathlib import Path


def interval(right: int, of: int) -> tuple[float, float]:
    """Wilson's bounds of a share, 95 %.

    >>> [round(bound, 2) for bound in interval(36, 60)]
    [0.47, 0.71]
    """
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return middle - half, middle + half


def tally(verdicts: Path) -> None:
    """The share of rows that are right in each draw, and what was wrong with the others."""
    for each in json.loads(verdicts.read_text(encoding="utf-8"))["draws"]:
        right, of = sum(row["right"] for row in each["rows"]), len(each["rows"])
        low, high = interval(right, of)
        sys.stdout.write(f"{each['drawn']}: {right} of {of} right, {right / of:.0%} ({low:.0%} to {high:.0%})\n")
        for cause, count in Counter(row["cause"] for row in each["rows"] if "cause" in row).most_common():
            sys.stdout.write(f"  {count} {cause}\n")
