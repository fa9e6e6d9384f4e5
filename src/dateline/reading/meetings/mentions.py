"""The words of meeting in a sentence."""

from collections.abc import Iterator

from dateline.reading.desk import Cast, Sentence
from dateline.reading.meetings.nouns import noun_mention
from dateline.reading.meetings.roles import Mention
from dateline.reading.meetings.verbs import verb_mention

__all__ = ["find_mentions"]


def find_mentions(sentence: Sentence, cast: Cast) -> Iterator[Mention]:
    """The mentions of a sentence in text order."""
    for token in sentence.tokens:
        if token.pos_ in ("NOUN", "PROPN"):
            yield from noun_mention(sentence, cast, token)
        elif token.pos_ in ("VERB", "AUX"):
            yield from verb_mention(sentence, cast, token)
