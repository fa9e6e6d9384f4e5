"""The pass over a story: which word its numbers are of, that they are the same each time, and how it is turned off."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings

from dateline.model.document import Document, Text
from dateline.model.errors import SettingsError
from dateline.reading.desk import Findings, Signals
from dateline.reading.encoder import listen, run
from dateline.reading.encoder.run import BATCH, listen_again, passed
from dateline.reading.encoder.windows import window_around, windows
from dateline.reading.parse import Parser
from tests.conftest import EXAMPLE_DAY
from tests.reading.encoder.build import LETTERS, STORIES, Echo, cut, story_of

NEWS = (
    "Norwegian Foreign Minister Ine Soreide arrived in Lima on Monday. She is to sit down with her Peruvian counterpart on "
    "Thursday to discuss fishing.\n\nPeru said that Norway had broken its word."
)


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> Echo:
    made = Echo()
    monkeypatch.setattr(run, "network", lambda: made)
    monkeypatch.setattr(run, "tokenizer", lambda: LETTERS)
    monkeypatch.setattr(run, "biases", lambda: np.zeros(2, np.float32))
    return made


def heard(parser: Parser) -> Signals:
    story = parser.parse(Document(name="news", text=Text("", NEWS), published=EXAMPLE_DAY))
    signals = listen(story, Findings()).signals
    assert signals is not None
    return signals


def same(one: Mapping[tuple[int, int], np.ndarray], other: Mapping[tuple[int, int], np.ndarray]) -> bool:
    return one.keys() == other.keys() and all(np.array_equal(one[key], other[key]) for key in one)


def test_the_numbers_of_a_word_are_those_of_its_first_piece(echo: Echo) -> None:
    sentences = [["abc", "d"], ["e"] * 300, ["fg", "h", "ij"]]
    signals = listen(story_of(sentences), Findings()).signals
    assert signals is not None
    firsts = {key: LETTERS.id_to_token(int(each[0])) for key, each in signals.answers.items()}
    wanted = {(n, t): word[0] for n, words in enumerate(sentences) for t, word in enumerate(words) if t < 254}
    assert firsts == wanted


def test_around_a_mention_only_its_word_is_marked(echo: Echo) -> None:
    pieces = cut([["abc", "d"], ["ef", "g"]])
    first, second = listen_again(pieces, [(1, 0), (0, 1)])
    assert max(first.statuses, key=first.statuses.__getitem__) == "ongoing"
    assert set(first.roles) == set(second.roles) == {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert first.statuses == second.statuses


def test_what_lies_beyond_the_window_has_no_status(echo: Echo) -> None:
    [around] = listen_again(cut([["ab"] * 200]), [(0, 190)])
    assert around.statuses == {}


@settings(deadline=None, max_examples=30)
@given(STORIES)
def test_batches_give_every_window_its_own(sentences: list[list[str]]) -> None:
    made, pieces = Echo(), cut(sentences)
    asked = [*windows(pieces, LETTERS), *(window_around(pieces, number, LETTERS) for number in range(len(pieces)))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "network", lambda: made)
        found = dict(passed(asked, [()] * len(asked)))
    assert found.keys() == set(range(len(asked)))
    assert all(tuple(out["answers"][: len(asked[n].ids), 0]) == asked[n].ids for n, out in found.items())
    assert all(size <= BATCH and width <= 256 for size, width in made.widths)


def test_no_sentence_no_signal(echo: Echo) -> None:
    signals = listen(story_of([]), Findings()).signals
    assert signals is not None
    assert signals.mentions == signals.answers == {}
    assert echo.widths == []


def test_rules_alone_hear_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_READER", "rules")
    assert listen(story_of([["abc"]]), Findings()).signals is None


def test_another_reader_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_READER", "both")
    with pytest.raises(SettingsError, match=r"'both'.*trained.*rules.*DATELINE_READER"):
        listen(story_of([["abc"]]), Findings())


def test_two_passes_give_the_same_numbers(parser: Parser) -> None:
    one, other = heard(parser), heard(parser)
    for name in ("mentions", "kinds", "tags", "asks", "answers"):
        assert same(getattr(one, name), getattr(other, name)), name
    [word, *_] = one.mentions
    [first], [second] = one.around([word]), other.around([word])
    assert same(first.roles, second.roles)
    assert first.statuses == second.statuses


def test_likelihoods_are_likelihoods(parser: Parser) -> None:
    signals = heard(parser)
    assert signals.mentions
    assert all(sum(each) == pytest.approx(1, abs=1e-3) and min(each) >= 0 for each in signals.mentions.values())
    assert all(0 <= each.min() <= each.max() <= 1 for each in signals.tags.values())
    [around] = signals.around([*signals.mentions][:1])
    assert sum(around.statuses.values()) == pytest.approx(1, abs=1e-3)
    assert all(0 <= each.min() <= each.max() <= 1 for each in around.roles.values())
