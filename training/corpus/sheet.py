"""Sheets: a story as somebody who annotates sees it, and what they write, compiled into the corpus' form.

`present` numbers the sentences, and under each the words that may name a person or a party. What the reader writes is
lines; a span is given by its words, its middle left out where it is long ("Foreign ministers … on Saturday"):

    @ q01
    M1 s1 | council | scheduled | GCC | Riyadh | 1987-03-21 | on Saturday | gather | Foreign ministers … on Saturday
     + s4 the Riyadh gathering
     side GCC = 1
     who Hamid Rostami = 12
     in M2
    S s1 | UAE officials | ARE:official | ARE | said | indirect | assert | - | - | Foreign ministers … shipping
    N s9 | domestic | The Kuwaiti cabinet went over the matter
    C RUS = 2 5 9 s4"its neighbours"
    C Hamid Rostami / IRN = 3 8

M: kind, status, forum, place, date, date words, status words, span. S: the words for the speaker, speaker, of, cue, form, kind,
target, target words, content. N: what it is, span. C: the mentions of a person (with the side) or party. `-` is nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from dateline.model.document import Document, Text
from dateline.reading.desk import Story
from dateline.reading.parse import Parser
from training.corpus.form import Json, Span

PRONOUNS: Final = frozenset(
    [
        "he",
        "she",
        "they",
        "i",
        "we",
        "him",
        "her",
        "them",
        "us",
        "me",
        "his",
        "hers",
        "their",
        "theirs",
        "our",
        "ours",
        "my",
        "himself",
        "herself",
        "themselves",
        "ourselves",
        "who",
        "whose",
    ]
)
PEOPLE: Final = re.compile(
    r"(?:\w+(?:er|or|ist|ian|man|men|woman|women|ee|eer|ant|crat|ese|mat|yst)s?|side|sides|party|parties|government|governments|state"
    r"|states|nation|nations|country|countries|capital|capitals|neighbou?rs?|power|powers|republic|republics|kingdom|bloc|alliance"
    r"|union|community|organi[sz]ation|agency|authority|authorities|council|commission|committee|ministry|ministries|department|office"
    r"|embassy|mission|delegation|delegations|team|teams|group|groups|faction|factions|movement|front|army|navy|military|forces?|troops"
    r"|guards?|police|junta|regime|administration|cabinet|parliament|assembly|court|palace|presidency|secretariat|bank|fund|company"
    r"|colleagues?|counterparts?|deput(?:y|ies)|chiefs?|heads?|aides?|envoys?|officials?|spokes\w+|sources?|president|presidents"
    r"|monarch|king|queen|prince|princess|sultan|emir|premier|chair|delegates?|representatives?|executives?|allies|ally|rivals?|pair"
    r"|trio|two|three|four|five|six|seven|twelve|both|others?|hosts?|guests?|rebels?|separatists?|people|press|service|services"
    r"|secretary|secretaries|generals?|colonel|captain|judge|witness|nun|bishop|pope|wife|husband|son|daughter|brother|sister|brass)"
)
"""Nouns that may name a person or a party."""
IT: Final = frozenset(("it", "its", "itself"))
CUT: Final = re.compile(r"\s*(?:…|\.\.\.)\s*")


@dataclass(frozen=True)
class Paper:
    """A story cut into sentences, with numbered words that may name somebody."""

    story: Json
    sentences: tuple[tuple[int, int], ...]
    candidates: tuple[tuple[int, int], ...]

    @cached_property
    def text(self) -> str:
        """What is annotated."""
        return str(self.story["text"])

    def sentence_of(self, position: int) -> int:
        """The number of the sentence at a character, from 0."""
        return max(0, sum(start <= position for start, _ in self.sentences) - 1)

    def span(self, start: int, end: int) -> Span:
        """A span as the corpus writes it, without blanks at its ends."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return [start, start + len(words.strip()), words.strip()]

    def shown(self) -> str:
        """The sheet."""
        day = date.fromisoformat(self.story["published"][:10])
        lines = [f"@ {self.story['id']}   published {day} ({day:%A})   {self.story['source']}", f"title: {self.story['title']}"]
        number = 0
        for n, (start, end) in enumerate(self.sentences, 1):
            gap = self.text[self.sentences[n - 2][1] : start] if n > 1 else ""
            if "\n\n" in gap:
                lines.append("")
            lines.append(f"s{n}: {self.text[start:end]}")
            words = []
            while number < len(self.candidates) and self.candidates[number][0] < end:
                a, b = self.candidates[number]
                number += 1
                words.append(f"[{number}] " + re.sub(r"\s+", " ", self.text[a:b]))
            if words:
                lines.append("     " + "  ".join(words))
        return "\n".join(lines) + "\n"


def paper(story: Json, parser: Parser) -> Paper:
    """The sheet of a story; who reads it gets sentences and candidates from the parser, and nothing that our readers found."""
    document = Document(name=story["id"], text=Text("", story["text"]))
    parsed = parser.parse(document)
    sentences = [(sentence.start, sentence.end) for sentence in parsed.sentences]
    return Paper(story, tuple(sentences), tuple(sorted(set(named(parsed)))))


def named(story: Story) -> Iterator[tuple[int, int]]:
    """Where words stand that may name a person or a party: names, pronouns, short phrases around a noun."""
    for sentence in story.sentences:
        words: list[tuple[int, int]] = []
        for chunk in sentence.tokens.noun_chunks:
            root = chunk.root
            lower = root.lower_
            if root.pos_ == "PROPN" or PEOPLE.fullmatch(lower) or lower in PRONOUNS or lower in IT:
                words.append((chunk.start, chunk.end))
        covered = {last for _, last in words}
        words += [
            (entity.first, entity.last + 1)
            for entity in sentence.entities
            if entity.label in ("GPE", "NORP", "ORG", "PERSON") and entity.last + 1 not in covered
        ]
        words += [(token.i, token.i + 1) for token in sentence.tokens if token.tag_ == "PRP$"]
        doc = sentence.tokens.doc
        for first, last in words:
            if not any("a" <= letter <= "z" for letter in doc[first:last].text.lower()) or doc[last - 1].ent_type_ == "DATE":
                continue
            yield sentence.offset + doc[first].idx, sentence.offset + doc[last - 1].idx + len(doc[last - 1])


# ---- reading what was written ------------------------------------------------------------------


class SheetError(ValueError):
    """A line that cannot be read, with what is wrong."""


def edge(words: str) -> str:
    """A pattern of these words, whole, at any blanks."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return (r"(?<!\w)" if words[:1].isalnum() else "") + pattern + (r"(?!\w)" if words[-1:].isalnum() else "")


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """Every place where a span stands, written out or with its middle left out."""
    words = words.strip()
    if not words:
        return []
    if found := [match.span() for match in re.finditer(edge(words), text)]:
        return found
    parts = [part for part in CUT.split(words) if part]
    if len(parts) < 2:
        return [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
    out = []
    for first in re.finditer(edge(parts[0]), text):
        end = first.end()
        for part in parts[1:]:
            following = re.compile(edge(part)).search(text, end)
            if not following or following.start() - end > 1500:
                break
            end = following.end()
        else:
            out.append((first.start(), end))
    return out


@dataclass
class Reader:
    """Compiles the lines that were written on one story."""

    paper: Paper
    meetings: list[Json] = field(default_factory=list)
    statements: list[Json] = field(default_factory=list)
    chains: list[Json] = field(default_factory=list)
    lookalikes: list[Json] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)
    parts: list[tuple[int, str]] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)

    def read(self, lines: Iterable[str]) -> Json:
        """The annotations, and in `faults` what could not be read."""
        for line in lines:
            if not line.strip():
                continue
            try:
                self.line(line.strip())
            except (SheetError, ValueError, IndexError) as error:
                self.faults.append(f"{self.paper.story['id']}: {error}   in: {line.strip()[:140]}")
        for n, name in self.parts:
            if name in self.names:
                self.meetings[n]["part_of"] = self.names[name]
            else:
                self.faults.append(f"{self.paper.story['id']}: no meeting {name}")
        return {key: getattr(self, key) for key in ("meetings", "statements", "chains", "lookalikes")}

    def line(self, line: str) -> None:
        """Read one line."""
        if match := re.match(r"M(\d+)\s+(s\d+)\s*\|", line):
            self.meeting(match[1], match[2], fields(line[match.end() :], 8))
        elif match := re.match(r"S\s+(s\d+)\s*\|", line):
            self.statement(match[1], fields(line[match.end() :], 9))
        elif match := re.match(r"N\s+(s\d+)\s*\|", line):
            what, words = fields(line[match.end() :], 2)
            self.lookalikes.append({"span": self.at(match[1], words), "what": what})
        elif match := re.match(r"C\s+(.+?)\s*=\s*(.*)$", line):
            name, _, of = (part.strip() for part in match[1].partition(" / "))
            self.chains.append({"id": name, "of": listed(of or "-"), "mentions": self.mentions(match[2])})
        elif not self.meetings:
            raise SheetError("no line of a known kind")
        elif match := re.match(r"\+\s*(s\d+)\s+(.*)$", line):
            self.meetings[-1]["mentions"].append(self.at(match[1], match[2], fresh=True))
        elif match := re.match(r"(side|who)\s+(.+?)\s*=\s*(.*)$", line):
            entry = {"id": match[2], "words": self.mentions(match[3])}
            self.meetings[-1]["parties" if match[1] == "side" else "people"].append(entry)
        elif match := re.match(r"in\s+(M\d+)$", line):
            self.parts.append((len(self.meetings) - 1, match[1]))
        else:
            raise SheetError("no line of a known kind")

    def meeting(self, number: str, sentence: str, values: list[str]) -> None:
        """An M line."""
        kind, status, forum, place, day, day_words, status_words, words = values
        span = self.at(sentence, words, fresh=True)
        self.names[f"M{number}"] = len(self.meetings)
        self.meetings.append(
            {
                "span": span, "mentions": [], "kind": kind, "forum": none(forum), "parties": [], "people": [],
                "place": none(place), "date": none(day), "date_words": self.near(span, day_words), "status": status,
                "status_words": self.near(span, status_words), "part_of": None,
            }
        )  # fmt: skip

    def statement(self, sentence: str, values: list[str]) -> None:
        """An S line."""
        source, speaker, of, cue, form, kind, target, target_words, words = values
        span = self.at(sentence, words)
        self.statements.append(
            {
                "speaker": speaker, "of": listed(of), "source": self.near(span, source), "cue": self.near(span, cue),
                "content": span, "form": form, "kind": kind, "target": listed(target),
                "target_words": self.near(span, target_words),
            }
        )  # fmt: skip

    def at(self, sentence: str, words: str, *, fresh: bool = False) -> Span:
        """The span of these words that starts in the sentence or, failing that, nearest to it.

        With `fresh` the first that no other span of a meeting has taken.
        """
        start, end = self.bounds(sentence)
        found = places_of(self.paper.text, words)
        if not found:
            raise SheetError(f"not in the story: {words[:90]!r}")
        if fresh and (free := [at for at in found if at not in self.taken]):
            found = free
        best = min(found, key=lambda at: (not start <= at[0] < end, abs(at[0] - start)))
        if not start - 1500 <= best[0] < end + 1500:
            raise SheetError(f"not near {sentence}: {words[:90]!r}")
        if fresh:
            self.taken.add(best)
        return self.paper.span(*best)

    def near(self, span: Span, words: str) -> Span | None:
        """The place of these words nearest to a span: beside it, within it, then elsewhere."""
        if none(words) is None:
            return None
        found = places_of(self.paper.text, words)
        if not found:
            raise SheetError(f"not in the story: {words[:90]!r}")
        start, end, _ = span
        number = self.paper.sentence_of

        def distance(at: tuple[int, int]) -> tuple[int, int]:
            apart = max(start - at[1], at[0] - end, 0)
            return min(abs(number(at[0]) - number(start)), abs(number(at[0]) - number(end - 1))), apart

        return self.paper.span(*min(found, key=distance))

    def mentions(self, words: str) -> list[Span]:
        """Numbers of the sheet and quoted words, `s4"its neighbours"`, as spans in order."""
        out: list[Span] = []
        if none(words) is None:
            return out
        rest = words
        for match in re.finditer(r"(s\d+)\s*[\"“](.*?)[\"”]|\[?(\d+)\]?", words):
            rest = rest.replace(match[0], "", 1)
            if match[3]:
                number = int(match[3])
                if not 1 <= number <= len(self.paper.candidates):
                    raise SheetError(f"no number {number} on the sheet")
                out.append(self.paper.span(*self.paper.candidates[number - 1]))
            else:
                out.append(self.at(match[1], match[2]))
        if rest.strip(" ,;"):
            raise SheetError(f'mentions are numbers or s4"words": {rest.strip()[:60]!r}')
        return [list(each) for each in sorted({tuple(each) for each in out})]

    def bounds(self, sentence: str) -> tuple[int, int]:
        """Where a sentence stands."""
        number = int(sentence[1:])
        if not 1 <= number <= len(self.paper.sentences):
            raise SheetError(f"no sentence {sentence}")
        return self.paper.sentences[number - 1]


def none(value: str) -> str | None:
    """None for a dash."""
    return None if value.strip() in ("-", "–", "") else value.strip()


def listed(value: str) -> list[str]:
    """The actors of a list with commas."""
    return [part.strip() for part in value.split(",") if none(part)]


def fields(line: str, count: int) -> list[str]:
    """So many fields between bars; the last may hold bars."""
    found = [part.strip() for part in line.split("|", count - 1)]
    if len(found) != count:
        raise SheetError(f"{len(found)} fields where {count} are due")
    return found


def written(text: str) -> dict[str, list[str]]:
    """The lines of each story in what was written."""
    out: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in text.splitlines():
        if match := re.match(r"@\s*(\S+)", line):
            current = out.setdefault(match[1], [])
        elif current is not None:
            current.append(line)
        elif line.strip():
            raise SheetError(f"before the first `@ ID`: {line[:80]!r}")
    return out


def compiled(paper: Paper, lines: Iterable[str]) -> tuple[dict[str, Any], list[str]]:
    """(annotations, faults) of the lines on one story."""
    reader = Reader(paper)
    return reader.read(lines), reader.faults
