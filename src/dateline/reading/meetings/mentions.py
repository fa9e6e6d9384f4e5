"""The words of meeting in a sentence."""

from collections.abc import Iterator

from dateline.reading.desk import Cast, Sentence
from dateline.reading.meetings.nouns import noun_mention
from dateline.reading.meetings.roles import Mention
from dateline.reading.meetings.verbs import verb_mention

__all__ = ["find_mentions"]


def find_mentions(sentence: Sentence, cast: Cast) -> Iterator[Mention]:
    """The mentions of a sentence in text order."""
    for word in sentence.words:
        if word.pos in ("NOUN", "PROPN"):
            yield from noun_mention(sentence, cast, word)
        elif word.is_verb:
            yield from verb_mention(sentence, cast, word)
