"""What a language model is asked about a story, and the words of it that it quotes in answer.

An answer is a claim and nothing more: it names words and kinds. What the words mean, `reading.quoted` says.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal, Self, get_args

from dateline.model.document import Document
from dateline.model.entry import MeetingKind, StatementKind, Status
from dateline.model.text import digest

__all__ = ["Answer", "Named", "Question", "QuotedMeeting", "QuotedStatement", "ReadBy", "answer_faults", "answer_from"]

ReadBy = Literal["rules", "model", "both"]
"""Who reads a story: our rules with the trained reader, a language model, or both, laid over each other."""

MOST = 400
"""Entries of one answer; what comes after them is left out."""

LONGEST = 4_000
"""Characters of one quote; a longer one is none."""

Json = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """What is asked about a story, or about one of the parts of a long one: `part` of `parts`, from code point `start` on.

    `system` and `user` are the two messages, `version` that of the wording.
    """

    document: Document
    part: int
    parts: int
    start: int
    end: int
    system: str
    user: str
    version: int

    @cached_property
    def id(self) -> str:
        """Its name in a batch: the text it is about, the part, and a hash of all that is asked."""
        return f"{self.document.text.id}-{self.part}-{digest(self.system, self.user)}"


@dataclass(frozen=True)
class Named:
    """Words for a party near an entry, and the words of the story that name the party itself; either may be empty."""

    words: str = ""
    name: str = ""


@dataclass(frozen=True)
class QuotedMeeting:
    """A meeting in quotes: the words that state it best and all others that mean it, and those of its fields."""

    span: str
    status: Status
    mentions: tuple[str, ...] = ()
    kind: MeetingKind = "other"
    status_words: str = ""
    date_words: tuple[str, ...] = ()
    place_words: str = ""
    forum_words: str = ""
    sides: tuple[Named, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuotedStatement:
    """A statement in quotes: who says it, by which words, what, and to whom."""

    content: str
    kind: StatementKind = "assert"
    source: str = ""
    speaker: str = ""
    of: tuple[str, ...] = ()
    cue: str = ""
    targets: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The answer to a question: which model gave it, to which wording, and what it quotes.

    `start` and `end` bound the part of the text that was asked about; `left_out` counts entries that had no form.
    """

    model: str
    version: int
    start: int = 0
    end: int | None = None
    meetings: tuple[QuotedMeeting, ...] = ()
    statements: tuple[QuotedStatement, ...] = ()
    left_out: int = 0

    @property
    def reader(self) -> str:
        """Who read, as evidence names it."""
        return f"{self.model}, question {self.version}"

    def about(self, question: Question) -> Self:
        """The same answer, to this question."""
        return replace(self, version=question.version, start=question.start, end=question.end)


def answer_faults(value: object) -> list[str]:
    """What is wrong with the form of an answer as a whole, in words; entries without a form are only left out."""
    if not isinstance(value, dict):
        return ["an object with meetings and statements is wanted"]
    return [f"{name} must be a list" for name in ("meetings", "statements") if not isinstance(value.get(name), list)]


def answer_from(value: Json, model: str, version: int) -> Answer:
    """The answer out of its JSON: what has the form of an entry; all else is left out and counted.

    >>> answer_from({"meetings": [{"span": "met in Rome", "status": "held"}, 7], "statements": []}, "any", 1).left_out
    1
    """
    meetings = [meeting_from(each) for each in value["meetings"][:MOST]]
    statements = [statement_from(each) for each in value["statements"][:MOST]]
    beyond = sum(max(0, len(value[name]) - MOST) for name in ("meetings", "statements"))
    return Answer(
        model=model,
        version=version,
        meetings=tuple(each for each in meetings if each is not None),
        statements=tuple(each for each in statements if each is not None),
        left_out=meetings.count(None) + statements.count(None) + beyond,
    )


def meeting_from(value: object) -> QuotedMeeting | None:
    """A meeting out of its JSON; one of a status that there is not is none."""
    if not isinstance(value, dict) or not (span := quote(value.get("span"))):
        return None
    kind: Any = value.get("kind")
    status: Any = value.get("status")
    if status not in get_args(Status):
        return None
    return QuotedMeeting(
        span=span,
        status=status,
        mentions=quotes(value.get("mentions")),
        kind=kind if kind in get_args(MeetingKind) else "other",
        status_words=quote(value.get("status_words")),
        date_words=quotes(value.get("date_words")),
        place_words=quote(value.get("place_words")),
        forum_words=quote(value.get("forum_words")),
        sides=named(value.get("sides")),
        people=quotes(value.get("people")),
    )


def statement_from(value: object) -> QuotedStatement | None:
    """A statement out of its JSON; one of a kind that there is not is none."""
    if not isinstance(value, dict) or not (content := quote(value.get("content"))):
        return None
    kind: Any = value.get("kind")
    if kind not in get_args(StatementKind):
        return None
    return QuotedStatement(
        content=content,
        kind=kind,
        source=quote(value.get("source")),
        speaker=quote(value.get("speaker")),
        of=quotes(value.get("of")),
        cue=quote(value.get("cue")),
        targets=named(value.get("targets")),
    )


def quote(value: object) -> str:
    """A quote; nothing where it is none."""
    return value.strip() if isinstance(value, str) and len(value) <= LONGEST else ""


def quotes(value: object) -> tuple[str, ...]:
    """Quotes, each once; a single one may stand without its list."""
    found = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(words for each in found[:MOST] if (words := quote(each))))


def named(value: object) -> tuple[Named, ...]:
    """Parties by their words; a bare quote serves as both."""
    made = []
    for each in (value if isinstance(value, list) else [])[:MOST]:
        if isinstance(each, dict):
            made.append(Named(quote(each.get("words")), quote(each.get("name"))))
        elif words := quote(each):
            made.append(Named(words, words))
    return tuple(each for each in dict.fromkeys(made) if each.words or each.name)
