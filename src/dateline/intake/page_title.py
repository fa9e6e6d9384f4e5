"""The title of a page: its heading, told from the name of the site and from other headings by what the head repeats."""

import re

from dateline.intake.clean_html import one_line, words_of
from dateline.intake.page_head import Head, plain

__all__ = ["same", "title_of"]

SEPARATOR = re.compile(r"(?<!\s)\s++[|–—\-·•»«:~l]\s++|(?<!\s)\s++[|»]\s*+|[|»]\s*+|:\s++")
SHARED = 0.5
ENOUGH = 3  # words from which a lone heading is a title
LONGEST = 1_000
MOST = 50
"""What is longer, and what more there is, is no title: all are held against each other."""


def title_of(head: Head, site: str | None, host: str) -> str:
    """The title of the story on a page."""
    told = [words for each in head.linked("headline", pages=False) if (words := plain(each))]
    told += [one_line(words_of(each)) for name in ("og:title", "twitter:title", "dc.title") for each in head.meta.get(name, ())]
    told, own = [words[:LONGEST] for words in told[:MOST]], head.title[:LONGEST]
    references = [words for words in (*told, own) if words]
    headings = [
        words for words in dict.fromkeys(each[:LONGEST] for each in head.headings[:MOST]) if not is_site(words, site, host)
    ]
    for heading in headings:
        if any(same(heading, words) for words in told):
            return heading
    for words in told[:3]:
        bare = without_site(words, site, host)
        if any(holds(heading, bare) for heading in headings):
            return bare
    for heading in headings:
        if any(starts_with(words, heading) for words in references):
            return heading
    best = max(headings, key=lambda heading: shared(heading, references), default="")
    if best and shared(best, references) >= SHARED and len(best.split()) > ENOUGH:
        return best
    if len(headings) == 1 and len(head.headings) <= 2 and len(best.split()) >= ENOUGH:
        return best
    if told:
        return without_site(told[0], site, host)
    return without_site(own, site, host, guess=True) or (headings[0] if headings else "")


def letters(words: str) -> str:
    """The letters and figures of words, whatever their quotes, dashes and case."""
    return "".join(character for character in words.casefold() if character.isalnum())


def same(one: str, other: str) -> bool:
    """Are these the same words?"""
    return bool(letters(one)) and letters(one) == letters(other)


def starts_with(words: str, beginning: str) -> bool:
    """Do the words start with these and go on after a separator?"""
    parts = SEPARATOR.split(words)
    return any(same("".join(parts[:number]), beginning) for number in range(1, len(parts)))


def holds(heading: str, words: str) -> bool:
    """Is the heading these words, or these between a section's name and a second line?"""
    return same(heading, words) or (len(words.split()) > ENOUGH and letters(words) in letters(heading))


def shared(heading: str, references: list[str]) -> float:
    """The share of the words of a heading that a reference has."""
    own = set(re.findall(r"\w+", heading.casefold()))
    others = (set(re.findall(r"\w+", words.casefold())) for words in references)
    return max((len(own & other) / len(own) for other in others), default=0.0) if own else 0.0


def is_site(words: str, site: str | None, host: str) -> bool:
    """Is this the name of the site rather than of a story?"""
    name, own = letters(words), letters(host.removeprefix("www.").rpartition(".")[0])
    if not name or (site and name == letters(site)):
        return True
    related = name in own or (own in name and 2 * len(own) >= len(name)) or initials(words) == own
    return len(own) > 3 and related and len(words.split()) <= 5


def initials(words: str) -> str:
    """The first letters of words."""
    return "".join(word[0] for word in re.findall(r"\w+", words.casefold()))


def without_site(words: str, site: str | None, host: str, *, guess: bool = False) -> str:
    """A title without the name of its site at the end or the start; `guess` takes a short last part for one."""
    cuts = [(match.start(), match.end()) for match in SEPARATOR.finditer(words) if match[0].strip() not in (":", "")]
    for start, end in cuts:
        if is_site(words[end:], site, host) and start:
            return words[:start].strip()
    for start, end in cuts:
        if is_site(words[:start], site, host):
            return words[end:].strip()
    if guess and cuts and is_named(words[cuts[-1][1] :]) and len(words[: cuts[-1][0]].split()) >= ENOUGH:
        return words[: cuts[-1][0]].strip()
    return words


def is_named(words: str) -> bool:
    """Do these few words look like a name: capitals, but for the small ones between?"""
    return (
        len(words.split()) <= 4
        and all(word[0].isupper() or len(word) <= 3 for word in words.split()[1:])
        and words[:1].isupper()
    )
