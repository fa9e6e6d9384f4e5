"""Extents: where a content ends, and what the report only adds to it."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.statements.extents import comma_between, has_to, held, infinitive_of, is_finite, opening_to
from tests.reading.statements.build import contents, word_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo said the port was safe, while Benin said it was mined.", ["it was mined", "the port was safe"]),
        ("Togo said the port was safe, after the raid in May.", ["the port was safe"]),
        ("Togo said the port was safe after the raid.", ["the port was safe after the raid"]),
        ("Togo said the port was safe, despite the mines.", ["the port was safe"]),
        ("Togo said the port was safe in an interview on Monday.", ["the port was safe"]),
        ("Togo said the port was safe in a storm.", ["the port was safe in a storm"]),
        ("Togo said it would act should the pirates return.", ["it would act should the pirates return"]),
        ("Togo promised strikes until the pirates left.", ["strikes until the pirates left"]),
        ("Togo threatened Benin with strikes unless the pirates left.", ["Benin with strikes unless the pirates left"]),
        ("Togo said the port was safe, adding that the crews could land.", ["the crews could land", "the port was safe"]),
        ("Togo said the port was safe because the mines were gone.", ["the port was safe because the mines were gone"]),
        ("Togo said the port was safe and that the crews could land.", ["the port was safe and that the crews could land"]),
        ("Togo condemned Kofi Mensah, the former mayor.", ["Kofi Mensah"]),
        ("Togo blamed the mayor, a former smuggler.", ["the mayor, a former smuggler"]),
        ("Togo said the port was safe — a claim that nobody believed.", ["the port was safe"]),
        ("Togo demanded the return of ten ships, including two ferries.", ["the return of ten ships, including two ferries"]),
        ("Togo urged Benin to clear the port, which has been shut since May.", ["to clear the port"]),
        ("Togo accused Benin of laying mines to ruin its trade.", ["laying mines to ruin its trade"]),
    ],
)
def test_content(parser: Parser, text: str, expected: list[str]) -> None:
    assert contents(parser, text) == expected


def test_words_that_only_open_are_left_out(parser: Parser) -> None:
    hold = held(word_of(parser, "Togo said that the port was safe.", "was"))
    assert (hold.first.text, hold.last.text) == ("the", "safe")


def test_content_from_a_word_on(parser: Parser) -> None:
    was = word_of(parser, "Togo said that the port was safe.", "was")
    assert was.before is not None
    assert held(was, (), was.before).first.text == "port"


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Togo agreed to land.", "land", True),
        ("Togo agreed to have landed.", "landed", True),
        ("Togo let it land.", "land", False),
        ("Togo will land.", "land", False),
    ],
)
def test_infinitive_with_to(parser: Parser, text: str, verb: str, expected: bool) -> None:
    assert has_to(word_of(parser, text, verb)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Togo said so.", "said", True),
        ("Togo will land.", "land", True),
        ("Togo agreed to land.", "land", False),
        ("Landing was hard.", "Landing", False),
    ],
)
def test_finite(parser: Parser, text: str, verb: str, expected: bool) -> None:
    assert is_finite(word_of(parser, text, verb)) is expected


def test_the_infinitive_of_a_cue(parser: Parser) -> None:
    found = infinitive_of(word_of(parser, "Togo agreed to land.", "agreed"))
    assert found is not None
    assert (found.text, opening_to(found).text) == ("land", "to")
    assert infinitive_of(word_of(parser, "Togo agreed on the terms.", "agreed")) is None
    assert opening_to(word_of(parser, "Togo lands.", "lands")).text == "lands"


def test_comma_between(parser: Parser) -> None:
    text = "Togo, not Benin, agreed to land."
    assert comma_between(word_of(parser, text, "Togo"), word_of(parser, text, "agreed"))
    assert not comma_between(word_of(parser, text, "agreed"), word_of(parser, text, "land"))
