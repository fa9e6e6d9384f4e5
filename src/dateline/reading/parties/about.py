"""Whom a person speaks for by what is told around the name, whatever the office is called.

"Secretary of the National Security Council of Kenya NAME", "NAME, who heads the Kenyan delegation", "NAME of the Kenyan navy",
"the broker's spokesman NAME". The lists of titles do not hold such words; one side among them says enough.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from dateline.knowledge.lists import listed
from dateline.knowledge.parties import titles
from dateline.reading.desk import Sentence, lemma_of
from dateline.reading.parties.lexicon import Hit
from dateline.reading.parties.persons import Name
from dateline.reading.parties.roles import is_put_in, side_id
from dateline.reading.parties.titles import title_words

__all__ = ["before", "local_about", "organisation_about", "side_about", "speaks_alone"]

LONGEST = 24
"""Words of what is told before or after a name."""

NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PART", "ADP", "ADV", "CCONJ")
"""Parts of speech of which such a phrase is made."""

MARKS = ("the", "'s", "’s")
"""What is no part of a name."""

Phrase = tuple[Token, ...]


def side_about(sentence: Sentence, name: Name, hits: Sequence[Hit]) -> tuple[str, Phrase] | None:
    """(state or body, the words that say so) of a person: the one side that is told around the name together with a role.

    Former offices, trades of one's own ("analyst", "writer") and births give none; nor does whom somebody is sent to, or what
    he knows about.
    """
    for phrase in phrases(sentence, name):
        if not is_public(phrase) or speaks_alone(map(lemma_of, phrase)):
            continue
        numbers = {token.i for token in phrase}
        inside = [hit for hit in hits if hit.first in numbers and hit.last in numbers and is_side(sentence, hit)]
        if sides := list(dict.fromkeys(map(side_id, inside))):
            return sides[0], phrase
    return None


def organisation_about(sentence: Sentence, name: Name) -> tuple[str, Phrase] | None:
    """(organisation, the words that say so) that a person speaks for and nobody listed: "spokesman for NAME", "NAME's head"."""
    for phrase in phrases(sentence, name):
        if is_over(token.lower_ for token in phrase):
            continue
        role = next((token for token in phrase if is_role(token)), None)
        for entity in sentence.entities:
            inside = [token for token in phrase if entity.first <= token.i <= entity.last and token.lower_ not in MARKS]
            words = inside[1:] if inside and inside[0].i == sentence.tokens.start and inside[0].pos_ == "NOUN" else inside
            named = entity.label == "ORG" and words and words[0].text[:1].isupper() and not all(map(is_of_state, words))
            if named and (belongs(words, phrase) if role is None else owns(words, role)):
                return sentence.span(words[0], words[-1]).quote, phrase
    return None


def belongs(words: Sequence[Token], phrase: Phrase) -> bool:
    """Do these words follow the name by "of" alone ("NAME of Amity Watch")?"""
    ahead = [token.lower_ for token in phrase if token.i < words[0].i]
    return ahead[:1] == ["of"] and all(word in MARKS for word in ahead[1:])


def local_about(sentence: Sentence, name: Name) -> Phrase | None:
    """What is told around the name of an office of a town or region ("the military administration head of X")."""
    for phrase in phrases(sentence, name):
        lemmas = {lemma_of(token) for token in phrase}
        headed = not lemmas.isdisjoint(("head", "chief")) and not lemmas.isdisjoint(listed("parties/words", "local bodies"))
        local = headed or not lemmas.isdisjoint(listed("parties/words", "local offices"))
        if local and not speaks_alone(lemmas):
            return phrase
    return None


def owns(words: Sequence[Token], role: Token) -> bool:
    """Do these words stand straight before the role, or behind it with "of", "for", "at" or "from"?"""
    doc, last, first = role.doc, words[-1].i, words[0].i
    if last < role.i:
        return all(token.pos_ in ("NOUN", "PROPN", "ADJ", "PART") for token in doc[last + 1 : role.i])
    between = [token for token in doc[role.i + 1 : first] if token.pos_ not in ("DET", "ADJ")]
    return len(between) == 1 and between[0].lower_ in listed("parties/words", "sided by")


def phrases(sentence: Sentence, name: Name) -> Iterator[Phrase]:
    """What is told before the name, in apposition or a clause after it, or with "of" or "from" straight after it."""
    yield before(sentence, name)
    yield after(sentence, name)


def before(sentence: Sentence, name: Name) -> Phrase:
    """The noun phrase that ends at the name, or at a comma before it."""
    doc, last = sentence.tokens.doc, name.first - 1
    if last > sentence.tokens.start and doc[last].text == ",":
        last -= 1
    first = last
    while first >= sentence.tokens.start and last - first < LONGEST and nominal(doc[first]):
        if doc[first].pos_ == "DET" and (first == sentence.tokens.start or doc[first - 1].pos_ != "ADP"):
            first -= 1
            break
        first -= 1
    return tuple(doc[first + 1 : last + 1])


def after(sentence: Sentence, name: Name) -> Phrase:
    """The apposition after the name, "who heads ..." or "of ...", up to the verb or mark that ends it."""
    doc, first = sentence.tokens.doc, name.last + 1
    if first >= sentence.tokens.end:
        return ()
    token = doc[first]
    if token.text in (",", "(", "-", "–", "—"):
        first += 1
        if first + 1 < sentence.tokens.end and doc[first].lower_ == "who":
            if doc[first + 1].lemma_ not in listed("parties/words", "leads"):
                return ()
            first += 2
        elif first < sentence.tokens.end and doc[first].pos_ == "ADP" and doc[first].lower_ not in ("of", "from", "with"):
            return ()
    elif token.lower_ not in ("of", "from"):
        return ()
    last = first
    while last < sentence.tokens.end and last - first < LONGEST and nominal(doc[last]):
        last += 1
    return tuple(doc[first:last])


def nominal(token: Token) -> bool:
    """Can it be within such a phrase?"""
    if token.text == "-":
        return True
    return token.pos_ in NOMINAL or (token.tag_ in ("VBN", "VBG", "PRP$") and token.dep_ in ("amod", "compound", "poss"))


def is_role(token: Token) -> bool:
    """Is it a word of office, rank or service?"""
    lemma = lemma_of(token)
    return lemma in title_words() or token.lower_ in title_words() or lemma in titles().ranks


def is_of_state(token: Token) -> bool:
    """Is it a word of offices and organs, which name no organisation by themselves ("Foreign Ministry", "Trade")?"""
    lists = titles()
    return (
        token.lower_ in lists.modifiers
        or token.lower_ in lists.organ_nouns
        or token.lower_ in lists.governments
        or is_role(token)
    )


def is_public(phrase: Phrase) -> bool:
    """Does a word of it tell of an office, a rank, or a part of a government or force?"""
    return any(
        is_role(token)
        or (lemma := lemma_of(token)) in titles().governments
        or lemma in titles().standing_for
        or lemma in titles().organ_nouns
        or token.lower_ in titles().organs
        or lemma in listed("parties/words", "of service")
        for token in phrase
    )


def speaks_alone(words: Iterable[str]) -> bool:
    """Do words of office tell of one that is no longer held, or of a trade of one's own ("a Kenyan writer")?"""
    words = tuple(words)
    return is_over(words) or not listed("parties/words", "own trade").isdisjoint(words)


def is_over(words: Iterable[str]) -> bool:
    """Is the office one that is no longer held?"""
    return not listed("parties/words", "no longer").isdisjoint(words)


def is_side(sentence: Sentence, hit: Hit) -> bool:
    """Is it whom somebody serves: not where he was born or lives, nor whom he is sent to or is against?"""
    if hit.role in ("person", "place"):
        return False
    if hit.joined:
        return is_put_in(sentence, hit)
    doc = sentence.tokens.doc
    ahead = hit.first - 1
    while ahead > sentence.tokens.start and doc[ahead].pos_ in ("DET", "ADJ"):
        ahead -= 1
    if doc[ahead].lower_ == "to" and ahead > sentence.tokens.start:
        return lemma_of(doc[ahead - 1]) in listed("parties/words", "serving to")
    return doc[ahead].lower_ not in listed("parties/words", "not served")
