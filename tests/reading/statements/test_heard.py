"""What only the trained reader takes for somebody's words: rows of likely words where no rule has a cue."""

from collections.abc import Iterable

import numpy as np
import pytest

from dateline.reading.desk import Signals, Story
from dateline.reading.desk.signals import TAGS
from dateline.reading.parse import Parser
from dateline.reading.statements.drafts import Draft
from dateline.reading.statements.heard import heard_drafts
from tests.reading.parties.reading import story_of

TEXT = "For Norway, by its own account, the port is closed to all ships. Trade will suffer for years. It rained."


def signals_of(story: Story, **tagged: Iterable[str]) -> Signals:
    """Signals by which these words are of content, cue or source."""
    signals = Signals()
    for sentence in story.body:
        for word in sentence.words:
            likely = np.array([0.9 * (word.text in tagged.get(tag, ())) for tag in TAGS], np.float32)
            signals.tags[sentence.number, word.i] = likely
    return signals


def heard(parser: Parser, text: str, drafts: Iterable[Draft] = (), **tagged: str) -> list[Draft]:
    story = story_of(parser, text)
    signals = signals_of(story, **{tag: words.split() for tag, words in tagged.items()})
    return [*heard_drafts(story.body, signals, [*drafts])]


def words_of(draft: Draft) -> str:
    return " … ".join(draft.sentence.cut(start, end).quote for start, end in draft.pieces)


def test_a_row_of_likely_words_is_a_content_with_cue_and_source(parser: Parser) -> None:
    [draft] = heard(parser, TEXT, content="the port is closed to all ships", cue="account", source="Norway")
    assert words_of(draft) == "the port is closed to all ships"
    assert draft.first is not None
    assert draft.subject is not None
    assert (draft.first.text, draft.subject.text, draft.way) == ("account", "Norway", "heard")


def test_small_gaps_belong_to_it_and_short_rows_are_nothing(parser: Parser) -> None:
    [draft] = heard(parser, TEXT, content="the port closed to ships", cue="account")
    assert words_of(draft) == "the port is closed to all ships"
    assert heard(parser, TEXT, content="the port is", cue="account") == []


def test_without_a_cue_only_whole_sentences_are_heard(parser: Parser) -> None:
    assert heard(parser, TEXT, content="the port is closed to all ships", source="Norway") == []
    [draft] = heard(parser, TEXT, content="Trade will suffer for years")
    assert words_of(draft).startswith("Trade will suffer for years")


def test_sentences_that_are_all_said_are_one(parser: Parser) -> None:
    text = "Norway spoke. The port is closed to all ships. Trade will suffer for years. It rained."
    [draft] = heard(parser, text, content="The port is closed to all ships . Trade will suffer for years")
    assert words_of(draft).startswith("The port is closed")
    assert words_of(draft).rstrip(".").endswith("for years")


def test_a_sentence_with_a_source_of_its_own_begins_anew(parser: Parser) -> None:
    text = "The port is closed to all ships. Trade will suffer for years, Norway added."
    said = "The port is closed to all ships Trade will suffer for years"
    assert len(heard(parser, text, content=said, source="Norway", cue="added")) == 2


def test_what_a_rule_has_is_not_heard_again(parser: Parser) -> None:
    said = "the port is closed to all ships"
    [draft] = heard(parser, TEXT, content=said, cue="account")
    assert heard(parser, TEXT, [draft], content=said, cue="account") == []


@pytest.mark.parametrize("text", ["It rained.", "Norway."])
def test_nothing_likely_is_nothing(parser: Parser, text: str) -> None:
    assert heard(parser, text) == []
