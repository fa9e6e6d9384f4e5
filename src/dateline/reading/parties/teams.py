"""Teams in the news of sport: the name of a state or town that plays is neither its government nor the place."""

import re
from collections.abc import Sequence

from dateline.knowledge.parties import states
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence
from dateline.reading.desk import Naming, Sentence, Story, head_of
from dateline.reading.parties.lexicon import Hit
from dateline.reading.parties.metonymy import acts, metonymy_words
from dateline.reading.parties.roster import Roster

__all__ = ["in_table", "is_sport", "name_teams", "plays"]

WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)?")
HEADING = re.compile(r"\s*([A-Za-z]+(?: racing)?)[ ]?[-:–—]")


def is_sport(story: Story) -> bool:
    """Does the story speak the language of sport: three different words of it in every 150, or two in short ones?

    A heading with the name of a sport and a dash is enough, so is one such word over tables of results.
    """
    text = story.document.text
    if (match := HEADING.match(text.title or text.body)) and match[1].lower() in metonymy_words("sports"):
        return True
    words = WORD.findall(f"{text.title} {text.body}")
    found = [word.lower() for word in words if word in metonymy_words("sport") or word.lower() in metonymy_words("sport")]
    different, share = len(set(found)), len(found) / max(1, len(words))
    if (different >= 3 and share >= 0.007) or (different >= 2 and share >= 0.015):
        return True
    return different >= 1 and sum(map(is_table, story.sentences)) >= 2


def name_teams(roster: Roster, sentence: Sentence, hits: Sequence[Hit]) -> None:
    """Note the names of states and towns that play: they act, or a score stands behind them.

    In brackets after a name they say where an athlete comes from. A table of results names nothing but teams.
    """
    doc = sentence.tokens.doc
    ids = {state.id for state in states()}
    for hit in hits:
        place = hit.role in ("capital", "place") or (hit.role == "name" and hit.terms[0].id in ids)
        if not place or hit.joined or (id(doc), hit.last) in roster.at or not plays(sentence, hit.first, hit.last):
            continue
        head = head_of(sentence, hit.first, hit.last)
        name = hit.words.title() if hit.words.isupper() and len(hit.words) > 4 else hit.words
        id_ = f"{name} team"
        roster.enter(id_, id_, "other")
        span = sentence.cut(hit.start, hit.end)
        evidence = Evidence(span, rule("parties", "team"))
        roster.name(Naming(sentence, hit.first, hit.last, head, (id_,), "metonym", span, evidence))


def plays(sentence: Sentence, first: int, last: int) -> bool:
    """Does the name of a place at these tokens of a story of sport play: does it act, or stand in a table of results?"""
    doc = sentence.tokens.doc
    if first > sentence.tokens.start and doc[first - 1].text in ("(", "["):
        return False
    return acts(doc[head_of(sentence, first, last)]) or beside_score(sentence, first, last) or is_table(sentence)


def beside_score(sentence: Sentence, first: int, last: int) -> bool:
    """Does a number follow, or do the letters for "against" stand beside the name, as in lists of results?"""
    doc = sentence.tokens.doc
    after = doc[last + 1].text if last + 1 < sentence.tokens.end else " "
    before = doc[first - 1].text if first > sentence.tokens.start else " "
    against = metonymy_words("against")
    return (after.isdigit() and len(after) < 4) or after.lower() in against or before.lower() in against


def is_table(sentence: Sentence) -> bool:
    """Is it a list of results or fixtures: names and numbers, hardly a word in small letters?"""
    words = [token for token in sentence.tokens if token.is_alpha]
    names = sum(token.text[0].isupper() for token in words)
    numbers = sum(token.text[0].isdigit() for token in sentence.tokens)
    return names >= 3 and (numbers >= 2 or names >= 8) and sum(token.text.islower() for token in words) <= 0.2 * len(words)


def in_table(story: Story, number: int) -> bool:
    """Is the sentence of that number one of a table, or a scrap without small letters beside one?"""
    sentences = story.sentences
    if is_table(sentences[number]):
        return True
    words = [token.text for token in sentences[number].tokens if token.is_alpha]
    if not words or any(word.islower() for word in words):
        return False
    return any(is_table(each) for each in sentences[max(0, number - 3) : number + 4])
