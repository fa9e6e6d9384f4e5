"""What an update changed, word by word."""

import pytest

from dateline.views.versions import MOST, difference


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("", "", []),
        ("", "They meet.", [("new", "They meet.")]),
        ("They meet.", "They  meet.", [("same", "They  meet.")]),
        ("They meet.\n\nIn Oslo.", "They meet.", [("same", "They meet."), ("gone", "\n\nIn Oslo.")]),
        ("They meet today.", "They do not meet today.", [("same", "They"), ("new", " do not"), ("same", " meet today.")]),
        ("a \u202eb", "a c", [("same", "a"), ("gone", " \ufffdb"), ("new", " c")]),
    ],
)
def test_what_went_and_what_came(before: str, after: str, found: list[tuple[str, str]]) -> None:
    assert [(each.kind, each.words) for each in difference(before, after)] == found


def test_what_follows_the_longest_text_is_not_lost() -> None:
    told = [f"Envoy {number} met them." for number in range(MOST + 50)]
    changed = [*told[:-1], "Nobody came."]
    pieces = difference(" ".join(told), " ".join(changed))
    assert [each.kind for each in pieces] == ["same", "gone", "new"]
    assert "".join(each.words for each in pieces if each.kind != "gone") == " ".join(changed)
    assert "".join(each.words for each in pieces if each.kind != "new") == " ".join(told)
    assert {each.kind for each in difference(" ".join(told), " ".join(told))} == {"same"}


def test_long_texts_are_compared_by_sentences() -> None:
    told = [f"Envoy {number} met them there again." for number in range(3_000)]
    changed = [*told[:5], "Nobody came.", *told[6:]]
    assert [(each.kind, each.words) for each in difference(" ".join(told), " ".join(changed)) if each.kind != "same"] == [
        ("gone", "Envoy 5 met them there again. "), ("new", "Nobody came. "),
    ]  # fmt: skip
