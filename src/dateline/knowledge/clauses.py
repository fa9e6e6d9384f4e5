"""What the view of a clause knows: classes of words by which it decides who does what, and the verbs that report."""

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.load import load
from dateline.knowledge.statements import cues_by_word

__all__ = ["ClauseExample", "WordClass", "classes", "lemmas", "reporting", "words"]


@dataclass(frozen=True)
class ClauseExample:
    """A sentence, a verb of it, and what is to be read there: only what is given is compared."""

    text: str
    verb: str
    subjects: tuple[str, ...] | None = None
    passive: bool | None = None
    negated: bool | None = None


@dataclass(frozen=True)
class WordClass:
    """Words of one class (lemmas in lower case) and what it `says` of them; `leaves` hold words that are not of it."""

    id: str
    says: str
    words: tuple[str, ...]
    examples: tuple[ClauseExample, ...] = ()
    leaves: tuple[ClauseExample, ...] = ()


@dataclass(frozen=True)
class VerbForms:
    """Forms of a verb that the language model takes for those of another."""

    lemma: str
    forms: tuple[str, ...]


@cache
def lemmas() -> dict[str, str]:
    """Form of a verb -> its lemma, for those of `en/desk/lemmas.toml`."""
    return {form: each.lemma for each in load("desk/lemmas", "verb", VerbForms) for form in each.forms}


@cache
def classes() -> tuple[WordClass, ...]:
    """The classes of `en/desk/clauses.toml`."""
    return load("desk/clauses", "class", WordClass)


@cache
def word_sets() -> dict[str, frozenset[str]]:
    """Class -> its words."""
    return {each.id: frozenset(each.words) for each in classes()}


def words(name: str) -> frozenset[str]:
    """The words of a class."""
    return word_sets()[name]


@cache
def reporting() -> frozenset[str]:
    """Lemmas of the verbs that report what somebody says."""
    return frozenset(
        lemma
        for (part, lemma), rules in cues_by_word().items()
        if part == "verb" and any(not rule.subjects and rule.takes != ("quotation",) for rule in rules)
    )
