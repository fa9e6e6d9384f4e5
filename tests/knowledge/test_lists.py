"""Lists of words: an id given twice, in one file or in two, and a word given twice are errors that name the place."""

from collections.abc import Iterator
from typing import Any

import pytest

from dateline.knowledge import lists
from dateline.knowledge.lists import WordList, listed, word_lists
from dateline.model.errors import KnowledgeError

FILES = {
    "a": (WordList("ways", "ways to go", ("sea", "air")),),
    "b": (WordList("means", "means to go", ("ship",)),),
    "same id": (WordList("ways", "other ways", ("rail",)),),
    "same word": (WordList("things", "things", ("ship", "ship")),),
}


@pytest.fixture(autouse=True)
def files(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def load(topic: str, table: str, kind: Any) -> Any:
        return FILES[topic]

    monkeypatch.setattr(lists, "load", load)
    word_lists.cache_clear()
    listed.cache_clear()
    yield
    word_lists.cache_clear()
    listed.cache_clear()


def test_lists_of_several_files_stand_together_in_their_order() -> None:
    assert list(word_lists("a", "b")) == ["ways", "means"]
    assert listed("a", "ways") == {"sea", "air"}


@pytest.mark.parametrize(
    ("topics", "complaint"),
    [
        (("a", "same id"), "same id.toml: two lists 'ways'"),
        (("same word",), r"same word.toml \[\[list\]\] \(things\): ship given twice"),
    ],
)
def test_what_is_given_twice_is_refused(topics: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(KnowledgeError, match=complaint):
        word_lists(*topics)


def test_a_list_that_is_not_there_is_named() -> None:
    with pytest.raises(KnowledgeError, match=r"a\.toml: no list 'days'"):
        listed("a", "days")
