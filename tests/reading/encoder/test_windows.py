"""A story in windows: every sentence is asked about once, whole, with some of what came before."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.encoder.windows import BEFORE, LONGEST, REACH, Window, marks_of, window_around, windows
from tests.reading.encoder.build import FIRST, LAST, LETTERS, STORIES, cut


def of(window: Window) -> list[int]:
    """The numbers of its sentences."""
    return [piece.sentence.number for piece in window.pieces]


def asked(window: Window) -> list[int]:
    """The numbers of the sentences that are asked about."""
    return [window.pieces[number].sentence.number for number in window.read]


def is_sound(window: Window) -> None:
    """Neighbouring sentences between the two marks, each where `starts` says; only a window of one sentence is cut off."""
    inside = [sign for piece in window.pieces for sign in piece.ids]
    assert (window.ids[0], window.ids[-1]) == (FIRST, LAST)
    assert list(window.ids[1:-1]) == inside[:LONGEST]
    assert len(window.ids) <= LONGEST + 2 == 256
    assert len(inside) <= LONGEST or len(window.pieces) == 1
    assert list(window.starts) == [1 + sum(len(each.ids) for each in window.pieces[:n]) for n in range(len(window.pieces))]
    assert all(second == first + 1 for first, second in pairwise(of(window)))


@settings(deadline=None, max_examples=15)
@given(STORIES)
def test_each_sentence_is_asked_about_once(sentences: list[list[str]]) -> None:
    made = list(windows(cut(sentences), LETTERS))
    assert [number for window in made for number in asked(window)] == list(range(len(sentences)))


@settings(deadline=None, max_examples=15)
@given(STORIES)
def test_windows_hold_whole_sentences_and_context_before(sentences: list[list[str]]) -> None:
    for window in windows(cut(sentences), LETTERS):
        is_sound(window)
        assert window.read.stop == len(window.pieces)
        assert sum(len(piece.ids) for piece in window.pieces[: window.read.start]) <= BEFORE


@settings(deadline=None, max_examples=15)
@given(STORIES)
def test_a_window_is_as_full_as_it_can_be(sentences: list[list[str]]) -> None:
    made = list(windows(cut(sentences), LETTERS))
    for window, after in pairwise(made):
        following = after.pieces[after.read.start]
        assert sum(len(piece.ids) for piece in (*window.pieces, following)) > LONGEST


@settings(deadline=None, max_examples=15)
@given(STORIES)
def test_a_word_stands_where_its_first_piece_does(sentences: list[list[str]]) -> None:
    seen = []
    for window in windows(cut(sentences), LETTERS):
        for sentence, token, at in window.tokens():
            seen.append((sentence.number, token))
            assert LETTERS.id_to_token(window.ids[at]) == sentences[sentence.number][token][0]
    assert len(seen) == len(set(seen))
    fitting = [number for number, words in enumerate(sentences) if sum(map(len, words)) <= LONGEST]
    assert {(n, t) for n in fitting for t in range(len(sentences[n]))} <= set(seen)


def test_context_is_what_stands_right_before() -> None:
    pieces = cut([["ab"] * 30, ["cd"] * 30, ["ef"] * 60, ["gh"] * 60])
    assert [(of(window), asked(window)) for window in windows(pieces, LETTERS)] == [([0, 1, 2], [0, 1, 2]), ([3], [3])]
    pieces = cut([["ab"] * 30, ["cd"] * 30, ["ef"] * 60, ["g"] * 40, ["hi"] * 60])
    assert [(of(window), asked(window)) for window in windows(pieces, LETTERS)] == [([0, 1, 2], [0, 1, 2]), ([3, 4], [3, 4])]
    pieces = cut([["ab"] * 110, ["c"] * 30, ["d"] * 50, ["ef"] * 60])
    assert [(of(window), asked(window)) for window in windows(pieces, LETTERS)] == [([0, 1], [0, 1]), ([1, 2, 3], [2, 3])]


def test_a_story_without_sentences_has_no_window() -> None:
    assert list(windows([], LETTERS)) == []


@settings(deadline=None, max_examples=15)
@given(STORIES, st.data())
def test_the_window_around_a_mention(sentences: list[list[str]], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(sentences) - 1))
    window = window_around(cut(sentences), number, LETTERS)
    is_sound(window)
    assert asked(window) == [number]
    assert number - REACH <= of(window)[0] <= of(window)[-1] <= number + REACH


def test_around_a_mention_both_sides_are_read() -> None:
    pieces = cut([["ab"] * 5] * 12)
    assert of(window_around(pieces, 6, LETTERS)) == list(range(2, 11))
    assert of(window_around(pieces, 0, LETTERS)) == list(range(5))
    assert of(window_around(pieces, 11, LETTERS)) == list(range(7, 12))


def test_around_a_mention_nothing_is_leapt_over() -> None:
    pieces = cut([["a"], ["b"] * 250, ["c"] * 20, ["d"], ["e"]])
    assert of(window_around(pieces, 2, LETTERS)) == [2, 3, 4]


@settings(deadline=None, max_examples=15)
@given(STORIES, st.data())
def test_the_marks_are_the_pieces_of_the_word(sentences: list[list[str]], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(sentences) - 1))
    token = data.draw(st.integers(0, len(sentences[number]) - 1))
    window = window_around(cut(sentences), number, LETTERS)
    marks = marks_of(window, token)
    spelt = "".join(LETTERS.id_to_token(window.ids[place]).removeprefix("##") for place in marks)
    word = sentences[number][token]
    if sum(map(len, sentences[number][: token + 1])) <= LONGEST:
        assert spelt == word
    else:
        assert word.startswith(spelt)


@pytest.mark.parametrize(("token", "marks"), [(0, [1, 2]), (1, [3]), (2, [4, 5, 6])])
def test_marks_begin_behind_the_first_sign(token: int, marks: list[int]) -> None:
    assert marks_of(window_around(cut([["ab", "c", "def"]]), 0, LETTERS), token) == marks
