"""The event between two marked sides: its answer for sentences of our own, and how acts connect sides in the tree."""

import pytest

from dateline.knowledge.codes import cameo_of, plv_root
from dateline.model.document import Document, Text
from dateline.model.event import Coding
from dateline.reading.desk import Story
from dateline.reading.events.acts import acts
from dateline.reading.events.coding import Marked, code, plv_type, tokens_of, within
from dateline.reading.events.connection import Side, connected, of_path, owns, path_between, side_of
from dateline.reading.parse import Parser


def marked(parser: Parser, text: str) -> tuple[Story, Marked, Marked]:
    """The story and the places of [source] and {target}."""
    plain = text.translate(str.maketrans("", "", "[]{}"))
    found: list[Marked] = []
    for opened, closed in ("[]", "{}"):
        if opened not in text:
            found.append(None)
            continue
        start = len(text[: text.index(opened)].translate(str.maketrans("", "", "[]{}")))
        inside = text[text.index(opened) + 1 : text.index(closed)].translate(str.maketrans("", "", "[]{}"))
        found.append((start, start + len(inside)))
    story = parser.parse(Document(name="example", text=Text("", plain), published=None))
    return story, found[0], found[1]


def coded(parser: Parser, text: str, scheme: str = "plover") -> Coding:
    return code(*marked(parser, text), scheme)  # type: ignore[arg-type]


CODED = [
    ("[Ghana] sent medicine to {Togo}.", "AID", "070", "happened"),
    ("{Togo} was shelled by [Ghana].", "ASSAULT", "194", "happened"),
    ("[Ghana] refused to meet {Togo}'s envoys.", "REJECT", "125", "happened"),
    ("[Ghana] urged {Togo} to release the prisoners.", "REQUEST", "0253", "happened"),
    ("[Ghana] threatened to cut aid to {Togo}.", "THREATEN", "1311", "happened"),
    ("[Ghana] denied that it had attacked {Togo}.", "ASSAULT", "190", "denied"),
    ("[Ghana]'s minister condemned {Togo} and praised Benin.", "ACCUSE", "111", "happened"),
    ("Ghana condemned [Togo], which had praised {Benin}.", "SUPPORT", "051", "happened"),
    ("[Ghana] agreed to withdraw its troops from {Togo}.", "CONCEDE", "0356", "happened"),
    ("[Ghana] imposed sanctions on {Togo}.", "SANCTION", "163", "happened"),
]


@pytest.mark.parametrize(("text", "type_", "cameo", "status"), CODED)
def test_the_event_between_two_sides(parser: Parser, text: str, type_: str, cameo: str, status: str) -> None:
    found = coded(parser, text)
    assert (found.type, found.cameo, found.status) == (type_, cameo, status)
    assert found.evidence
    assert 0.05 <= found.confidence <= 0.95


@pytest.mark.parametrize(
    ("text", "plover", "plv"),
    [
        ("[Ghana] imposed sanctions on {Togo}.", "SANCTION", "COERCE"),
        ("[Ghana] pardoned {a Togolese spy}.", "CONCEDE", "CONCEDE"),
        ("[Ghana] sent medicine to {Togo}.", "AID", "AID"),
    ],
)
def test_the_habits_of_the_two_schemes(parser: Parser, text: str, plover: str, plv: str) -> None:
    assert (coded(parser, text).type, coded(parser, text, "plv").type) == (plover, plv)


@pytest.mark.parametrize("text", ["", "Rain.", "[Ghana].", "It rained in {Togo}.", "[Ghana] {Togo}"])
def test_there_is_always_an_answer(parser: Parser, text: str) -> None:
    found = coded(parser, text)
    assert found.cameo
    assert found.confidence <= 0.6


def test_an_answer_without_an_act_has_the_contexts_of_the_text(parser: Parser) -> None:
    found = coded(parser, "[The generals of Ghana] and {the troops of Togo} slept.")
    assert (found.evidence, found.contexts) == ((), ("military",))
    assert found.cameo == cameo_of(found.type)
    assert found.confidence <= 0.5


def test_roots_of_the_plv_set(parser: Parser) -> None:
    assert [plv_root(each) for each in ("0256", "190", "036", "161", "010")] == [
        "REQUEST",
        "ASSAULT",
        "AGREE",
        "SANCTION",
        None,
    ]
    (withdrawal,) = acts(marked(parser, "Ghana withdrew its troops from Togo.")[0].body[0].words)
    assert plv_type(withdrawal) == "RETREAT"


# ---- sides in the tree -------------------------------------------------------------------------


def test_sides_and_the_way_between_them(parser: Parser) -> None:
    story, source, target = marked(parser, "[The army of Ghana] bombed a bridge in {Togo}.")
    sentence = story.body[0]
    actor, other = side_of(sentence, source), side_of(sentence, target)
    assert actor.head is not None
    assert (actor.head.text, [each.text for each in actor.words]) == ("army", ["The", "army", "of", "Ghana"])
    path = path_between(actor.head, other.head)
    assert sorted(each.text for each in path) == ["Togo", "army", "bombed", "bridge", "in"]
    assert [each.text for each in path_between(actor.head, None)] == ["army", "bombed"]
    assert [each.text for each in path_between(None, actor.head)] == ["army", "bombed"]
    assert path_between(None, None) == []
    assert side_of(sentence, None).words == ()
    assert actor.holds(actor.words[0])
    assert not Side().holds(actor.words[0])


def test_how_an_act_connects_its_sides(parser: Parser) -> None:
    story, source, target = marked(parser, "[Ghana] bombed {Togo}, which thanked Benin.")
    sentence = story.body[0]
    actor, other = side_of(sentence, source), side_of(sentence, target)
    path = path_between(actor.head, other.head)
    bombed, thanked = acts(sentence.words)
    right, wrong = connected(bombed, actor, other, path), connected(bombed, other, actor, path)
    assert right == pytest.approx(2.5 + 1.5 + 1.5 + 0.7)
    assert wrong == pytest.approx(-2.0 + 1.5 + 1.5 + 0.7)
    assert connected(thanked, actor, other, path) < right
    assert of_path(bombed, []) == 0.0
    assert of_path(thanked, path) == pytest.approx(-0.75)


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("[Ghana]'s raid on Togo shook Benin.", True),
        ("A raid by [Ghana] shook Benin.", True),
        ("A raid on [Ghana] shook Benin.", False),
        ("Togo was bombed by [Ghana].", True),
        ("[Ghana] was bombed by Togo.", False),
    ],
)
def test_whose_an_act_is(parser: Parser, text: str, owned: bool) -> None:
    story, source, _ = marked(parser, text)
    sentence = story.body[0]
    assert owns(acts(sentence.words)[0], side_of(sentence, source)) is owned


def test_sides_stand_in_one_sentence(parser: Parser) -> None:
    story, source, target = marked(parser, "[Ghana] slept. Togo bombed {Benin}.")
    first, second = story.body
    assert (within(first, source), within(second, source), within(second, None)) == (True, False, False)
    assert tokens_of(first, source) == (0, 1)
    assert tokens_of(first, target) is None
    assert tokens_of(second, target) == (5, 6)
