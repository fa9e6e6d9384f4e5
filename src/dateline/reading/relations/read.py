"""Relations that a story states: who belongs to what, stands by or against whom, holds which office, sits where, since when.

What knowledge alone has is not repeated: every relation rests on words that state it.
"""

from collections.abc import Iterator
from dataclasses import replace

from dateline.knowledge.relations import RelationRule, relation_words
from dateline.model.relation import Relation
from dateline.reading.desk import Findings, Scene, Story, Word, scenes
from dateline.reading.relations.ends import words_between
from dateline.reading.relations.links import merged
from dateline.reading.relations.nouns import between, goal, noun, status
from dateline.reading.relations.offices import offices
from dateline.reading.relations.terms import terms
from dateline.reading.relations.verbs import claim, home, joined, verb

__all__ = ["find_relations"]

LONGEST_SENTENCE = 250
"""Tokens; longer ones are lists or have lost their stops, so that their grammar says nothing."""

FRAMES = {
    "joined": joined, "verb": verb, "noun": noun, "goal": goal, "status": status, "between": between, "claim": claim,
    "home": home,
}  # fmt: skip


def find_relations(story: Story, findings: Findings) -> Findings:
    """Fill `relations`, each once with all words that state it, in text order."""
    if findings.cast is None:
        return findings
    every = scenes(story, findings.cast, findings)
    short = [scene for scene in every if len(scene.sentence.tokens) <= LONGEST_SENTENCE]
    found = list(offices(every, findings.cast))
    for scene in short:
        found += stated_in(scene)
    found += terms(short, found)
    text = story.document.text.id
    return replace(findings, relations=tuple(replace(each, text=text) for each in merged(found)))


def stated_in(scene: Scene) -> Iterator[Relation]:
    """The relations that words of a sentence state."""
    for word in scene.sentence.words:
        for rule in rules_at(scene, word):
            yield from FRAMES[rule.frame](scene, rule, word)


def rules_at(scene: Scene, word: Word) -> list[RelationRule]:
    """The rules whose words begin at a word: its lemma, or its own form where that is what they list."""
    by_word = relation_words().by_word
    forms = dict.fromkeys((word.lemma, word.lower))
    rules = {
        rule.id: rule
        for number, form in enumerate(forms)
        for rule in by_word.get(form, ())
        if rule.frame in FRAMES and (number == 0 or rule.frame != "verb")
    }
    return [
        rule for rule in rules.values() if any(follow(scene, word, words) for words in rule.words if words.split()[0] in forms)
    ]


def follow(scene: Scene, word: Word, words: str) -> bool:
    """Do the further words of an expression follow, at once or as particles of the verb?"""
    rest = words.split()[1:]
    if not rest:
        return True
    if len(rest) == 1 and any(child.lower == rest[0] for child in word.children("prt", "advmod", "acomp", "dobj", "xcomp")):
        return True
    here = words_between(scene, word.i + 1, word.i + 1 + len(rest))
    return [each.lower for each in here] == rest or [each.lemma for each in here] == rest
