"""The learnt scorer of targets: whom statements of our own are made to, and what it was learnt from."""

from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from dateline.model.entry import StatementKind
from dateline.reading.desk import Findings, Story
from dateline.reading.parse import Parser
from dateline.reading.statements.aim_scorer import features, scored_aim, telling
from dateline.reading.statements.joining import Found
from dateline.reading.statements.near import around, named_near
from dateline.reading.statements.read import gather, own_side
from tests.reading.statements.test_weigh import story_with
from training.statements import targets


def last_of(parser: Parser, text: str) -> tuple[Story, Findings, Found]:
    """A story, read by the rules, and what is said in it last."""
    story, findings = story_with(parser, text, None)
    findings = replace(findings, signals=None)
    return story, findings, gather(story, findings)[0][-1]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Togo said that Ghana had shelled its port.", "accuse", "GHA"),
        ("Togo's envoy said Ghanaian gunners had burned two villages near the border of Benin.", "accuse", "GHA"),
        ("Togo said that Ghana must pull its boats back from the island it shares with Benin.", "demand", "GHA"),
        ("Togo thanked Ghana for taking in people who had fled from Benin.", "praise", "GHA"),
        ("Togo said the raid by Ghana on a Nigerian boat was a disgrace.", "condemn", "GHA"),
    ],
)
def test_who_is_likeliest(parser: Parser, text: str, kind: StatementKind, expected: str) -> None:
    story, findings, item = last_of(parser, text)
    near = named_near(story, findings, item, own_side(item), {})
    shares = {name: scored_aim(story.sentences[0].tokens.vocab, item, telling(each), kind) for name, each in near.items()}
    assert max(shares, key=lambda name: shares[name]) == expected
    assert all(0 <= share <= 1 for share in shares.values())


def test_names_are_all_alike(parser: Parser) -> None:
    seen = []
    for text in ("Togo said that Ghana had shelled its port.", "Norway said that Sweden had shelled its port."):
        story, findings, item = last_of(parser, text)
        [namings] = named_near(story, findings, item, own_side(item), {}).values()
        seen.append(features(story.sentences[0].tokens.vocab, item, telling(namings), "accuse"))
    assert set(seen[0].traits) == set(seen[1].traits)


def test_a_counterpart_named_further_up_is_near_too_and_told_apart(parser: Parser) -> None:
    text = (
        "Ghana closed the lock. Boats wait at the quay. The water is low. Rain is not expected. Togo said it would not give in."
    )
    story, findings, item = last_of(parser, text)
    assert all(sentence.number >= 3 for sentence in around(story, item))
    [[ghana]] = named_near(story, findings, item, own_side(item), {}).values()
    assert (ghana.actor.party.id, ghana.apart, ghana.inside) == ("GHA", True, False)


def test_the_speaker_s_own_side_is_not_among_them(parser: Parser) -> None:
    story, findings, item = last_of(parser, "Togo said that Togo and Ghana had shelled the port.")
    assert set(named_near(story, findings, item, own_side(item), {})) == {"GHA"}


def test_it_was_learnt_from_the_statements_as_they_are() -> None:
    with files("dateline.knowledge").joinpath("target_scorer.npz").open("rb") as source:
        stored = np.load(source)
        assert str(stored["sentences"]) == targets.digest()
        assert list(stored["classes"]) == ["no", "yes"]
    assert len(files("dateline.knowledge").joinpath("target_scorer.npz").read_bytes()) < 1_000_000
