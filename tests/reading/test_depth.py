"""No text decides how deep the program calls itself: trees and lists are walked in loops."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest

from dateline.intake.lines import from_lines
from dateline.intake.page_head import nodes
from dateline.model.document import Document, Text
from dateline.model.evidence import Evidence, Span
from dateline.model.problem import Refusal
from dateline.reading.budget import Budget
from dateline.reading.desk import Word, agents, is_negated, is_passive
from dateline.reading.desk.tree import settle
from dateline.reading.parse import Parser
from dateline.reading.read import read
from dateline.reading.statements.makers import doer
from dateline.views.explain import branch_json, of_evidence, tree_lines
from dateline.views.record import evidence as evidence_json

DEPTH = 3_000


@contextmanager
def shallow(more: int = 60) -> Iterator[None]:
    """Few calls inside each other are allowed from here on."""
    depth, frame = 0, sys._getframe()
    while frame.f_back is not None:
        depth, frame = depth + 1, frame.f_back
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(depth + more)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def chain(dep: str, tag: str = "VBN", pos: str = "VERB", text: str = "met") -> tuple[Word, ...]:
    """Words of which each hangs on the one before it."""
    words = tuple(Word(i, 4 * i, text, text, "meet", pos, tag, dep if i else "ROOT", "") for i in range(DEPTH))
    for above, below in pairwise(words):
        below.head = above
        above.below.append(below)
        above.after, below.before = below, above
    return words


def test_words_hung_on_each_other() -> None:
    words = chain("conj")
    with shallow():
        settle(words)
        assert len(words[0].conjuncts()) == DEPTH
        assert words[1].fellows() == list(words[2:])
        assert (words[0].left_edge, words[0].right_edge, words[-1].depth) == (words[0], words[-1], DEPTH - 1)
        assert not is_passive(words[-1])
        assert agents(words[0]) == []
        assert not is_negated(words[-1])


def test_a_tree_is_settled_by_looking_at_each_word_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Word] = []
    real = Word.subtree
    monkeypatch.setattr(Word, "subtree", lambda self, **options: asked.append(self) or real(self, **options))
    words = chain("ccomp")
    settle(words)
    assert [word.left_edge for word in words] == list(words)
    assert {word.right_edge for word in words} == {words[-1]}
    assert asked == []


def test_participles_that_would_share_an_agent_that_is_not_named() -> None:
    seized, by, sold = (
        Word(i, 7 * i, text, text, text, "VERB", tag, dep, "")
        for i, (text, tag, dep) in enumerate([("seized", "VBN", "ROOT"), ("by", "IN", "agent"), ("sold", "VBN", "conj")])
    )
    by.head = sold.head = seized
    seized.below += [by, sold]
    with shallow():
        assert agents(seized) == agents(sold) == []


def test_who_makes_what_a_participle_describes() -> None:
    words = chain("acl", tag="VBG")
    with shallow():
        doer(words[-1])


def test_evidence_that_rests_on_evidence() -> None:
    reason = Evidence(Span("text", 0, 1, "a"), "first")
    for number in range(DEPTH):
        reason = Evidence(Span("text", 0, 1, "a"), f"rule {number}", (reason,))
    with shallow():
        assert [depth for depth, _ in reason.walk()] == list(range(DEPTH + 1))
        told, tree = evidence_json(reason), of_evidence(reason)
        assert told["because"][0]["rule"] == f"rule {DEPTH - 2}"
        assert branch_json(tree)["beneath"][0]["rule"] == f"rule {DEPTH - 2}"
        assert next(tree_lines(tree)).plain.endswith(f"by rule {DEPTH - 1}")


def test_objects_inside_objects() -> None:
    value: object = {"@type": "NewsArticle"}
    for _ in range(DEPTH):
        value = [value]
    with shallow():
        assert list(nodes(value)) == []
        assert list(nodes([[{"@graph": [{"item": {"name": "a"}}]}, {"name": "b"}]]))[-2:] == [{"name": "a"}, {"name": "b"}]


def test_json_that_is_too_deep_is_refused() -> None:
    [found] = from_lines(BytesIO(b'{"id": "a", "text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n"))
    assert isinstance(found, Refusal)


@pytest.fixture(scope="module")
def patient() -> Parser:
    """A parser that cuts no sentence."""
    return Parser(budget=Budget(sentence=1_000_000))


@pytest.mark.parametrize(
    "words",
    [
        "Russia, France, China, ",
        "who said ",
        "he said that ",
        "Norway and ",
        "of the talks on the plan for ",
        "refused to accept an offer to hold ",
        "two days before ",
        "was seen and ",
        "after talks before ",
        "saying that ",
        "did not confirm or deny or ",
    ],
)
def test_a_story_of_one_sentence_that_never_ends_is_read(patient: Parser, words: str) -> None:
    text = (words * (12_000 // len(words)))[:2_500] + "."
    document = Document(name="example", text=Text("", text), published=date(2019, 5, 16))
    story = patient.parse(document)
    with shallow(100):
        assert read(story).problems == story.problems
