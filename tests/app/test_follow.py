"""Following feeds: which entries without words are no trouble."""

from types import SimpleNamespace

import pytest

from dateline.app.follow import is_linked
from dateline.model.problem import Refusal

ITEMS = [SimpleNamespace(name="picture", url="https://example.org/1"), SimpleNamespace(name="nothing", url=None)]


@pytest.mark.parametrize(("name", "linked"), [("picture", True), ("nothing", False), ("other", False)])
def test_an_entry_with_a_link_but_no_words_is_no_trouble(name: str, linked: bool) -> None:
    assert is_linked(ITEMS, Refusal(name, ())) is linked
