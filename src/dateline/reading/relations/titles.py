"""The words of a title as an office: what is said beside it left out, and whether it is over."""

from dateline.knowledge.parties import titles
from dateline.knowledge.relations import words_for

__all__ = ["is_office", "office_words"]

LONGEST = 4
"""Words of an office that are looked up together."""


def office_words(words: str) -> tuple[str, bool]:
    """A title as an office, without "former" and "new", and whether it is over; no words where it is no office."""
    parts = [part for word in words.split() for part in apart(word)]
    if any(part in words_for("not yet") or part.endswith(tuple(words_for("not yet, joined"))) for part in parts):
        return "", False
    over = any(part in words_for("over") for part in parts)
    parts = without_name_words([part for part in parts if part not in words_for("over") | words_for("passing")])
    return (" ".join(parts), over) if names_office(parts) else ("", False)


def apart(word: str) -> list[str]:
    """A word without the "ex-" before it, which is a word of its own."""
    joined = next((start for start in words_for("over, joined") if word.startswith(start)), "")
    return [part for part in (joined.removesuffix("-"), word.removeprefix(joined)) if part]


def without_name_words(parts: list[str]) -> list[str]:
    """The words up to the last that is an office, where a rank like "Gen." stands behind it."""
    if len(parts) < 2 or is_office(parts) or not {each.replace(" .", ".") for each in endings(parts)} & titles().ranks:
        return parts
    spoken = [place for place, part in enumerate(parts) if part in titles().offices]
    return parts[: spoken[-1] + 1] if spoken else parts


def is_office(parts: list[str]) -> bool:
    """Do the last words name an office ("secretary general", though "general" is a rank)?"""
    return any(" ".join(parts[-size:]) in titles().offices for size in range(1, len(parts) + 1))


def endings(parts: list[str]) -> list[str]:
    """The last words, the longest stretch first."""
    return [" ".join(parts[-size:]) for size in range(min(LONGEST, len(parts)), 0, -1)]


def names_office(parts: list[str]) -> bool:
    """Is there an office among the words, one that is held for a side?"""
    offices = titles().offices
    last = next((each for each in (*endings(parts), *parts) if each in offices), None)
    return last is not None and last not in words_for("no offices")
