"""What the reader of statements knows: words that report, the forms they take, and what content says of the kind of act."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.knowledge.lists import WordList, word_lists
from dateline.knowledge.load import load
from dateline.model.entry import StatementKind

__all__ = [
    "ContentRule",
    "Cue",
    "Example",
    "Frame",
    "Part",
    "StatementRule",
    "TargetRole",
    "content_rules",
    "cue_rules",
    "cues_by_word",
    "phrase_list",
    "statement_lists",
    "statement_rules",
    "word_list",
]

Part = Literal["verb", "noun", "adjective", "phrase"]
Frame = Literal[
    "clause",  # said (that) the talks had failed; asked whether they had; said how they would
    "quotation",  # "We agree," said the envoy; the envoy said: "We agree."
    "infinitive",  # agreed to talk; the threat to leave
    "gerund",  # ruled out talking
    "object",  # denied the charge
    "object infinitive",  # urged Oslo to talk
    "object predicate",  # called the offer a sham
    "object as",  # sees Oslo as a partner
]
TargetRole = Literal["object", "content", "subject of content", "maker", "none"]


@dataclass(frozen=True)
class Example:
    """A text and the statement that the reader must find in it; what else than content and kind is given is compared.

    `speaker` is the party's id, `said` a day as in 2019-05-13.
    """

    text: str
    content: str
    kind: StatementKind
    source: str = ""
    target: tuple[str, ...] | None = None
    speaker: str = ""
    topic: str = ""
    said: str = ""


@dataclass(frozen=True)
class Cue:
    """Words that report a statement in the same way.

    `words` are lemmas, with a particle where they need one ("rule out"). `about`: prepositions whose object is the content
    ("called for calm"); `object_about`: those after an object ("accused Oslo of lying"); `addressed`: those that name who
    is addressed ("called on Oslo to talk"); `subjects` and `objects`: the only nouns that may be that (an object may also
    be a person's name). `unnamed`: is the passive without who says so a statement too ("was urged to leave")? `kind` none:
    the content decides. `negated` is the kind of the negated cue ("did not accept"); none: then there is no statement.
    `anyone`: may the subject be any noun phrase? `nobody`: may it be left out ("was asked whether")? `held`: does the noun
    name whoever says so ("a critic of the pact")? `reflexive`: is the object always "itself" ("distanced itself from")?
    `object_gerund`: may its object be followed by a gerund ("wants Oslo leaving")? `whole`: does the content of
    `object_about` begin with the object ("criticised Oslo for the delay")? `joint` is the kind where the content is a
    joint act ("wants to hold talks"); with `alone`, `kind` is that one, and this the kind of what else is asked for.
    `sure` is the share of readings by this rule that are right.
    """

    name: str
    part: Part
    words: tuple[str, ...]
    takes: tuple[Frame, ...] = ()
    about: tuple[str, ...] = ()
    object_about: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    kind: StatementKind | None = None
    negated: StatementKind | None = None
    target: TargetRole = "content"
    anyone: bool = False
    nobody: bool = False
    unnamed: bool = False
    held: bool = False
    reflexive: bool = False
    object_gerund: bool = False
    whole: bool = False
    joint: StatementKind | None = None
    alone: StatementKind | None = None
    sure: float = 0.7
    examples: tuple[Example, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True)
class ContentRule:
    """What a content reported by a neutral cue must look like to be of a kind; every test that is given must hold.

    `phrases` stand anywhere in the content (lower case; a trailing `*` matches the rest of a word), `opens` at its start;
    `modals`, `verbs`, `negated` and `subject` concern its main clause: `own` is the speaker's side, `joint` both sides.
    `links` are subordinators (if, unless). `without` are phrases that must not stand in it. `exact`: does such a content mean
    nothing else?
    """

    name: str
    kind: StatementKind
    phrases: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    negated: bool | None = None
    subject: Literal["own", "other", "any"] = "any"
    links: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    exact: bool = False
    target: TargetRole = "content"
    examples: tuple[Example, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True)
class StatementRule:
    """A rule that code asks for by its id: how content or speaker, topic, target or day of a statement are found."""

    id: str
    name: str
    examples: tuple[Example, ...] = ()
    leaves: tuple[str, ...] = ()


@cache
def cue_rules() -> tuple[Cue, ...]:
    """Every rule of words that report, in file order."""
    return (
        *load("statements/acts_against", "cue", Cue),
        *load("statements/acts", "cue", Cue),
        *load("statements/cues", "cue", Cue),
        *load("statements/nouns", "cue", Cue),
    )


@cache
def cues_by_word() -> dict[tuple[Part, str], tuple[Cue, ...]]:
    """(part of speech, lemma) -> the rules that know it; a lemma may carry a particle ("rule out")."""
    table: dict[tuple[Part, str], list[Cue]] = {}
    for cue in cue_rules():
        for word in cue.words:
            table.setdefault((cue.part, word), []).append(cue)
    return {key: tuple(value) for key, value in table.items()}


@cache
def content_rules() -> tuple[ContentRule, ...]:
    """The rules by which content decides the kind, in the order of their precedence."""
    return load("statements/kinds", "content", ContentRule)


@cache
def statement_rules() -> tuple[StatementRule, ...]:
    """The rules that code asks for by id."""
    return load("statements/rules", "rule", StatementRule)


def statement_lists() -> dict[str, WordList]:
    """Id -> every list of words: what is said of, and who can say something."""
    return word_lists("statements/words", "statements/speakers")


def phrase_list(id: str) -> tuple[str, ...]:
    """The words of a list in the order of the file."""
    return statement_lists()[id].words


@cache
def word_list(id: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(statement_lists()[id].words)
