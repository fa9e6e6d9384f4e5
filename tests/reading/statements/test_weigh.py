"""Two witnesses of a statement, rules and the trained reader: what each says counts as it was learnt."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.entry import StatementKind
from dateline.reading.desk import Findings, Signals, Story
from dateline.reading.desk.signals import KINDS
from dateline.reading.parse import Parser
from dateline.reading.statements import weigh
from dateline.reading.statements.joining import Found
from dateline.reading.statements.kinds import Decision
from dateline.reading.statements.read import find_statements, gather
from dateline.reading.statements.targets import targets
from dateline.reading.statements.weigh import (
    DOUBTED,
    SPARING,
    Aim,
    aims,
    believed,
    heard_kinds,
    weighed_kind,
    weighed_targets,
)  # fmt: skip
from tests.reading.meetings.tables import read_before

TEXT = "Norway told Chad that the port was closed. Malta waited."
ACT, CONTENT, NOTHING = (
    Decision("deny", "denies", "maker"),
    Decision("warn", "there is danger", "content", by="content"),
    Decision("assert", "says", "none", by="nothing"),
)


def shares(**told: float) -> dict[StatementKind, tuple[float, float]]:
    """What both say who judge by words, the same."""
    rest = (1 - sum(told.values())) / (len(KINDS) - len(told))
    return {kind: (told.get(kind, rest),) * 2 for kind in KINDS}


def story_with(parser: Parser, text: str, signals: Signals | None) -> tuple[Story, Findings]:
    story, findings = read_before(parser, text)
    return story, replace(findings, signals=signals)


def one(parser: Parser, text: str = TEXT, signals: Signals | None = None) -> tuple[Story, Findings, Found]:
    story, findings = story_with(parser, text, signals)
    [item] = gather(story, replace(findings, signals=None))[0]
    return story, findings, item


def test_where_rules_read_alone_they_decide() -> None:
    assert weighed_kind(CONTENT, {}) == (CONTENT, None)


def test_a_cue_that_performs_the_act_stands_against_a_faint_other() -> None:
    decision, sure = weighed_kind(ACT, shares(accuse=0.5, deny=0.1))
    assert decision is ACT
    assert sure is not None
    assert sure > 0.5


def test_under_a_neutral_cue_the_reader_decides() -> None:
    decision, sure = weighed_kind(NOTHING, shares(demand=0.9))
    assert (decision.kind, decision.by, decision.target) == ("demand", "reader", "subject of content")
    assert decision.rule == "read by the trained reader"
    assert sure is not None
    assert sure > 0.5
    assert weighed_kind(NOTHING, shares(**{"assert": 0.9}))[0] is NOTHING


@given(st.sampled_from(KINDS), st.floats(0.1, 0.9), st.sampled_from([ACT, CONTENT, NOTHING]))
def test_what_is_heard_better_is_never_less_likely(kind: StatementKind, likely: float, ruled: Decision) -> None:
    def chance(heard: Mapping[StatementKind, tuple[float, float]]) -> float:
        rows = {each: weigh.kind_traits(each, ruled, share) for each, share in heard.items()}
        return weigh.SCALE.shares("kind", rows)[kind]

    assert chance(shares(**{kind: likely})) <= chance(shares(**{kind: likely + 0.05})) + 1e-9


def test_a_kind_is_asked_of_the_words_of_content_and_cue(parser: Parser) -> None:
    story, _, item = one(parser)
    signals = Signals()
    for word in story.body[0].words:
        points = np.zeros(len(KINDS), np.float32)
        points[KINDS.index("warn")] = 9 if word.text in ("told", "port") else -9
        signals.kinds[0, word.i] = points
    heard = heard_kinds(signals, story, item)
    assert sum(likely for likely, _ in heard.values()) == pytest.approx(1, abs=1e-4)
    assert sum(scored for _, scored in heard.values()) == pytest.approx(1, abs=1e-4)
    assert heard["warn"][0] < heard["assert"][0]
    assert heard_kinds(None, story, item) == {}


def tagged(story: Story, likely: float) -> Signals:
    """Signals by which every word is as likely of content, cue, source and target."""
    tags = {(each.number, word.i): np.full(4, likely, np.float32) for each in story.body for word in each.words}
    return Signals(tags=tags)


def test_a_statement_is_as_sure_as_its_words_are_likely(parser: Parser) -> None:
    story, _, item = one(parser)
    faint, strong = (believed(tagged(story, likely), story, item, 0.6, by="nothing") for likely in (0.02, 0.95))
    assert 0 <= faint < strong <= 1
    assert believed(None, story, item, 0.6, by="nothing") == 0.6


def test_all_parties_near_may_be_its_target_but_the_speaker(parser: Parser) -> None:
    story, findings, item = one(parser)
    ruled = [
        aim.party for aim in aims(story, replace(findings, signals=tagged(story, 0.5)), item, {"NOR"}, [], "context", "warn")
    ]
    assert [party.id for party in ruled] == ["TCD"]


def test_without_the_reader_the_targets_are_those_of_rules(parser: Parser) -> None:
    story, findings, item = one(parser)
    [chad] = aims(story, replace(findings, signals=tagged(story, 0.5)), item, {"NOR"}, [], "context", "warn")
    alone = aims(story, replace(findings, signals=None), item, {"NOR"}, [chad.party], "hearer", "warn")
    assert alone == [Aim(chad.party, "hearer", {})]
    assert weighed_targets(alone, "warn") == ([chad.party], None)


@pytest.mark.parametrize(("likely", "stays"), [(0.001, False), (0.5, True)])
def test_whom_the_rules_name_stays_until_he_is_doubted(parser: Parser, likely: float, stays: bool) -> None:
    every = ruled_aims(parser, TEXT, likely, "assert")
    shares = target_shares(every, "assert")
    assert shares[None] > SPARING * shares[0]
    assert (shares[0] >= DOUBTED) is stays
    targets_, sure = weighed_targets(every, "assert")
    assert [party.id for party in targets_] == ["TCD"] * stays
    assert sure == (shares[0] if stays else shares[None])


def test_those_named_in_one_breath_stand_together(parser: Parser) -> None:
    text = "Norway urged Chad, Malta, Togo, Ghana, Niger, Mali, Benin and Senegal to open the port."
    every = ruled_aims(parser, text, 0.01, "demand")
    shares = target_shares(every, "demand")
    assert min(share for share in shares.values()) < DOUBTED < max(share for share in shares.values())
    targets_, sure = weighed_targets(every, "demand")
    assert [party.id for party in targets_] == ["TCD", "MLT", "TGO", "GHA", "NER", "MLI", "BEN", "SEN"]
    assert sure is not None
    assert sure >= DOUBTED


def ruled_aims(parser: Parser, text: str, likely: float, kind: StatementKind) -> list[Aim]:
    """Those to whom a statement of Norway may be made, the objects of its cue by the rules."""
    story, findings, item = one(parser, text)
    ruled, _, way = targets(findings, item, kind, "object", {"NOR"}, [])
    return aims(story, replace(findings, signals=tagged(story, likely)), item, {"NOR"}, ruled, way, kind)


def target_shares(every: list[Aim], kind: StatementKind) -> Mapping[int | None, float]:
    rows = {n: weigh.target_traits(each, every, kind) for n, each in enumerate(every)}
    return weigh.SCALE.shares("target", rows | {None: weigh.untold_traits(every, kind)})


def test_what_only_the_reader_hears_is_given_with_its_rule(parser: Parser) -> None:
    text = "For Norway, by its own account, the port is closed to ships of Chad."
    story, findings = story_with(parser, text, None)
    assert find_statements(story, findings).statements == ()
    words = {word.text: word.i for word in story.body[0].words}
    signals = tagged(story, 0.01)
    for word in ("the", "port", "is", "closed", "to", "ships", "of", "Chad"):
        signals.tags[0, words[word]] = np.array([0.99, 0, 0, 0], np.float32)
    signals.tags[0, words["account"]] = np.array([0, 0.99, 0, 0], np.float32)
    signals.tags[0, words["Norway"]] = np.array([0, 0, 0.99, 0], np.float32)
    signals.kinds[0, words["closed"]] = np.array([9.0 * (kind == "announce") for kind in KINDS], np.float32)
    [said] = find_statements(story, replace(findings, signals=signals)).statements
    assert (said.speaker.value, said.content[0].quote) == ("NOR", "the port is closed to ships of Chad")
    assert "read by the trained reader" in {each.rule for each in said.evidence}
    assert set(said.sure) == {"speaker", "of", "kind", "target"}
    assert all(0 <= share <= 1 for share in said.sure.values())
