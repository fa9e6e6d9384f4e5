"""The language of sport, tables of results, and who plays."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.parties.teams import in_table, is_sport, plays
from tests.reading.parties.reading import cast_of, story_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The striker scored in the semifinal after a goalless half.", True),
        ("The striker beat the goalkeeper offside. " + "The envoys spoke of tariffs and left for home. " * 30, True),
        ("The striker beat the goalkeeper. " + "The envoys spoke of tariffs and left for home. " * 5, True),
        ("The striker beat the goalkeeper. " + "The envoys spoke of tariffs and left for home. " * 30, False),
        ("CRICKET - The captain left.", True),
        ("Soccer: the captain left.", True),
        ("The captain of the ferry scored a small win over the port.", False),
        ("Envoys left. " * 60 + "The striker was late.", False),
        ("Peru sent a striker. " + "The envoys spoke of tariffs and left for home. " * 40, False),
    ],
)
def test_a_story_of_sport(parser: Parser, text: str, expected: bool) -> None:
    assert is_sport(story_of(parser, text)) == expected


def test_one_word_of_sport_over_tables_is_enough(parser: Parser) -> None:
    tables = "Peru 3 Chile 1 Brazil 2\n\nKenya 4 Chad 2 Mali 1\n\n"
    assert is_sport(story_of(parser, f"{tables}The striker left."))
    assert not is_sport(story_of(parser, f"{tables}The mayor left."))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru beat Chile.", "Peru", True),
        ("They played in Peru.", "Peru", False),
        ("Anna Berg (Peru) won.", "Peru", False),
        ("On Sunday in Lima Peru 3 was read out again and again.", "Peru", True),
        ("They saw Peru v Chile there.", "Peru", True),
    ],
)
def test_who_plays(parser: Parser, text: str, word: str, expected: bool) -> None:
    sentence = story_of(parser, text).sentences[0]
    (token,) = (token for token in sentence.tokens if token.text == word)
    assert plays(sentence, token.i, token.i) == expected


def test_a_scrap_beside_a_table_is_of_it(parser: Parser) -> None:
    story = story_of(parser, "Peru 3 Chile 1 Brazil 2\n\nGroup B\n\nThe mayor of the town left for home.")
    assert [in_table(story, number) for number in range(len(story.sentences))] == [True, True, False]


def test_a_joined_name_is_no_team(parser: Parser) -> None:
    text = "The striker scored in the semifinal after a goalless half. A Peru-born striker beat Chile."
    assert [party.id for party in cast_of(parser, text).parties if party.kind == "other"] == ["Chile team"]
