"""In which language is a text? Asked only where there is enough of it to tell."""

import os
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["language_of", "tag"]

SAMPLE = 4_000  # code points looked at
OPENING = 1_500  # of these so many show whether it is plainly English
ENOUGH = 80  # letters from which the guess can be trusted
ENOUGH_FOREIGN = 4  # the same where the script is not the Latin one
SURE = 0.97
FOREIGN, LIKELY = 0.001, 0.6  # English is ruled out below the former; then the latter is enough for another language
SOME = 40  # letters from which a text that has none of the commonest words can be told not to be English
COMMON = frozenset(("the", "of", "and", "to", "that", "with", "was", "were", "has", "have", "by", "from", "said"))
NAMES = {"english": "en", "eng": "en", "french": "fr", "german": "de", "spanish": "es", "russian": "ru"}


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language of a text, None where there is too little to tell.

    >>> language_of("Moscow denies it.") is None
    True
    """
    opening = text[:OPENING].lower().split()
    if opening and sum(map(COMMON.__contains__, opening)) / len(opening) > 0.12:
        return "en"
    sample = text[:SAMPLE]
    letters = [character for character in sample if character.isalpha()]
    foreign = 2 * sum(character < "\u0250" for character in letters) < len(letters)
    if len(letters) < (ENOUGH_FOREIGN if foreign else SOME):
        return None
    ranked = {str(language): float(share) for language, share in identifier().rank(sample)}
    language = max(ranked, key=ranked.__getitem__)
    if ranked[language] >= SURE and (foreign or len(letters) >= ENOUGH):
        return language
    ruled_out = ranked.get("en", 0.0) < FOREIGN and (foreign or COMMON.isdisjoint(opening))
    return language if ruled_out and ranked[language] >= LIKELY else None


def tag(language: str) -> str:
    """The main part of a language tag: "en-GB" and "English" are "en"."""
    name = re.split(r"[-_]", language.strip().lower())[0]
    return NAMES.get(name, name)


@cache
def identifier() -> "LanguageIdentifier":
    """The classifier, loaded once and only when a text is not plainly English."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the reading room sets it before numpy loads
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
