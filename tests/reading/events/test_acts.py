"""Acts: what governing words, auxiliaries and negations make of what a word names, and who does it."""

import pytest

from dateline.model.document import Document, Text
from dateline.reading.desk import Word
from dateline.reading.events.acts import ALONE, acts, is_of_one_opinion, way
from dateline.reading.events.climb import Climb, asked_of, meant
from dateline.reading.events.drafts import chosen
from dateline.reading.events.governors import effect_of, first_of, governors, is_obliging, is_open
from dateline.reading.events.modality import is_denied, is_feared, is_supposed, marks_of, speaker_of
from dateline.reading.events.real import is_beneath, is_kept_from, is_means, is_real, is_whatever, is_wished
from dateline.reading.events.shift import shifted
from dateline.reading.parse import Parser


def words_of(parser: Parser, text: str) -> tuple[Word, ...]:
    return parser.parse(Document(name="example", text=Text("", text), published=None)).body[0].words


def word(words: tuple[Word, ...], form: str) -> Word:
    return next(each for each in words if each.text == form)


WHAT_BECOMES_OF_IT = [
    ("Peru sent doctors to Haiti.", "sent", "AID", "070", "happened", ()),
    ("Peru will send doctors to Haiti.", "send", "AGREE", "033", "happened", ("promise",)),
    ("Peru would send doctors to Haiti if asked.", "send", "AID", "070", "hypothetical", ()),
    ("Peru may send doctors to Haiti.", "send", "AID", "070", "hypothetical", ()),
    ("Peru will probably send doctors to Haiti.", "send", "AID", "070", "hypothetical", ()),
    ("Peru will not send doctors to Haiti.", "send", "REJECT", "122", "happened", ("refuse",)),
    ("Peru did not send doctors to Haiti.", "send", "AID", "070", "denied", ()),
    ("Peru never helped Haiti.", "helped", "AID", "070", "denied", ()),
    ("Peru does not back Haiti.", "back", "REJECT", "120", "happened", ("refuse",)),
    ("Peru will bomb Haiti.", "bomb", "ASSAULT", "1384", "planned", ()),
    ("Chile said Peru must help Haiti.", "help", "REQUEST", "023", "happened", ("request",)),
    ("Chile said Peru has to help Haiti.", "help", "REQUEST", "023", "happened", ("request",)),
    ("Chile said Peru needs to help Haiti.", "help", "REQUEST", "023", "happened", ("request",)),
    ("Chile said Peru should withdraw its troops.", "withdraw", "REQUEST", "0256", "happened", ("request",)),
    ("Chile called on Peru to help Haiti.", "help", "REQUEST", "023", "happened", ("request",)),
    ("Chile warned that Peru had bombed Haiti.", "bombed", "ASSAULT", "195", "happened", ()),
    ("Chile warned Peru that it would bomb Haiti.", "bomb", "THREATEN", "1384", "happened", ("threaten",)),
    ("Chile offered to mediate between Peru and Haiti.", "mediate", "AGREE", "039", "happened", ("promise",)),
    ("Chile refused to sign the treaty.", "sign", "REJECT", "127", "happened", ("refuse",)),
    ("Chile denied bombing Haiti.", "bombing", "ASSAULT", "195", "denied", ("deny",)),
    ("Chile denied that it bombed Haiti.", "bombed", "ASSAULT", "195", "denied", ("deny",)),
    ("Chile ruled out sending troops to Haiti.", "sending", "MOBILIZE", "154", "hypothetical", ()),
    ("Chile decided to impose sanctions on Peru.", "impose", "SANCTION", "163", "planned", ("promise",)),
    ("Chile and Peru agreed not to attack Haiti.", "attack", "ASSAULT", "190", "denied", ()),
    ("A possible attack by Peru worried Chile.", "attack", "ASSAULT", "190", "hypothetical", ()),
    ("No attack on Chile followed.", "attack", "ASSAULT", "190", "denied", ()),
    ("Chile feared an attack by Peru.", "attack", "ASSAULT", "190", "hypothetical", ()),
    ("Chile began to shell Peru.", "shell", "ASSAULT", "194", "happened", ()),
    ("Chile sought to meet Peru.", "meet", "AGREE", "036", "happened", ("promise",)),
    ("Chile sought to shell Peru.", "shell", "ASSAULT", "194", "happened", ()),
    ("Chile is reluctant to help Peru.", "help", "REJECT", "122", "happened", ("refuse",)),
    ("Chile is not ready to help Peru.", "help", "REJECT", "120", "happened", ("promise", "refuse")),
    ("Chile stopped sending aid to Peru.", "sending", "REJECT", "122", "happened", ("refuse",)),
    ("Chile wants to send doctors to Peru.", "send", "AGREE", "033", "happened", ("promise",)),
    ("Chile wants Peru to send doctors.", "send", "REQUEST", "023", "happened", ("request",)),
    ("Chile wants Peru to stop sending arms.", "sending", "REQUEST", "020", "happened", ("refuse", "request")),
    ("Unless Chile attacks Peru, nothing changes.", "attacks", "ASSAULT", "190", "hypothetical", ()),
    ("Chile threatened to expel Peruvian diplomats.", "expel", "THREATEN", "1313", "happened", ("threaten",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "type_", "cameo", "status", "effects"), WHAT_BECOMES_OF_IT)
def test_what_becomes_of_an_act(
    parser: Parser, text: str, trigger: str, type_: str, cameo: str, status: str, effects: tuple[str, ...]
) -> None:
    found = [act for act in chosen(acts(words_of(parser, text))) if act.trigger.text == trigger]
    assert [(act.type, act.cameo, act.status, act.effects) for act in found] == [(type_, cameo, status, effects)]


WHO = [
    ("Chile said Peru must help Haiti.", "help", ["Chile"], ["Peru"]),
    ("Haiti must be helped by Peru, Chile said.", "helped", ["Chile"], []),
    ("Chile asked Peru to send doctors and lift the blockade.", "lift", ["Chile"], ["Peru"]),
    ("Chile warned Peru that it would bomb Haiti.", "bomb", ["Chile"], ["Peru"]),
    ("Chile appealed to Peru and Bolivia to release the prisoners.", "release", ["Chile"], ["Peru"]),
    ("Hungary drew criticism from Poland.", "drew", ["Poland"], []),
    ("Chile is reluctant to help Peru.", "help", ["Chile"], []),
    ("Chile said it would sign the treaty.", "sign", ["Chile"], []),
    ("Peru was shelled by Chile and Bolivia.", "shelled", ["Chile", "Bolivia"], []),
    ("Chile invited Peru to sign the treaty.", "sign", ["Chile"], ["Peru"]),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "asked"), WHO)
def test_who_acts_and_who_is_asked(parser: Parser, text: str, trigger: str, actors: list[str], asked: list[str]) -> None:
    (act,) = [act for act in chosen(acts(words_of(parser, text))) if act.trigger.text == trigger]
    assert ([each.text for each in act.actors()], [each.text for each in act.asked]) == (actors, asked)


REAL = [
    ("Chile attacked Peru.", "attacked", True),
    ("Why did Chile attack Peru?", "attack", True),
    ("Will Chile attack Peru?", "attack", False),
    ("Did Chile attack Peru, asked Bolivia?", "attack", False),
    ("Let Chile help Peru.", "help", False),
    ("Whatever aid Chile sends, Peru is grateful.", "sends", False),
    ("Chile did not say whom it would attack.", "attack", False),
    ("Chile spoke of the consequences of attacking Peru.", "attacking", False),
    ("Chile paid a price for breaking the treaty with Peru.", "breaking", False),
    ("Bolivia accused Chile of breaking the treaty with Peru.", "breaking", True),
    ("Chile urged Peru to help by sending doctors.", "sending", False),
    ("Chile helped Peru by sending doctors.", "sending", True),
    ("Chile stopped short of condemning Peru.", "condemning", False),
    ("Chile left without attacking Peru.", "attacking", False),
    ("Chile worked to make Peru stop sending arms.", "sending", False),
    ("Chile has the means to attack Peru.", "attack", False),
    ("Chile continued to attack Peru.", "attack", True),
    ("Chile bought ships to attack and bomb Peru.", "bomb", False),
]


@pytest.mark.parametrize(("text", "trigger", "real"), REAL)
def test_what_is_said_to_happen(parser: Parser, text: str, trigger: str, real: bool) -> None:
    (act,) = [act for act in chosen(acts(words_of(parser, text))) if act.trigger.text == trigger]
    assert is_real(act) is real


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Niger agreed with Mali.", []),
        ("Niger declined to comment.", []),
        ("Niger declined to elaborate on the raid.", ["raid"]),
        ("Niger agreed to repaint the hall.", ["agreed"]),
        ("Niger is unwilling to repaint the hall.", ["unwilling"]),
        ("Niger is unwilling to help Mali.", ["help"]),
        ("Niger said Mali must repaint the hall.", ["repaint"]),
        ("Mali must repaint the hall.", []),
        ("Niger said Mali must not repaint the hall.", []),
        ("Niger launched an attack on Mali.", ["launched"]),
        ("Niger voiced support for Mali.", ["voiced"]),
    ],
)
def test_which_words_name_acts(parser: Parser, text: str, triggers: list[str]) -> None:
    assert [act.trigger.text for act in chosen(acts(words_of(parser, text)))] == triggers


# ---- the small questions -----------------------------------------------------------------------


def test_governors_and_their_effects(parser: Parser) -> None:
    words = words_of(parser, "Chile refused to help Peru and is ready to call for talks.")
    help_, call, ready = (word(words, form) for form in ("help", "call", "ready"))
    assert [(each.text, link) for each, link in governors(help_)] == [("refused", "clause")]
    assert [(each.text, link) for each, link in governors(ready)] == [("is", "predicate")]
    assert [(each.text, link) for each, link in governors(word(words, "talks"))] == [("call", "after")]
    assert (effect_of(word(words, "refused")), effect_of(call), effect_of(help_)) == ("refuse", "request", "same")
    assert list(governors(word(words, "refused"))) == []


def test_the_first_of_several(parser: Parser) -> None:
    words = words_of(parser, "Chile bombed, shelled and invaded Peru.")
    assert first_of(word(words, "invaded")).text == "bombed"
    assert first_of(word(words, "bombed")).text == "bombed"


def test_open_clauses(parser: Parser) -> None:
    words = words_of(parser, "Chile hopes that Peru will sign, that Bolivia signed, and wants Cuba to pay.")
    assert [is_open(word(words, form)) for form in ("sign", "signed", "pay")] == [True, False, True]


def test_what_must_be_done(parser: Parser) -> None:
    assert not is_obliging(*[word(words_of(parser, "Chile had to pay."), form) for form in ("had", "pay")])
    words = words_of(parser, "Chile has to pay and has friends to visit.")
    assert is_obliging(words[1], word(words, "pay"))
    assert not is_obliging(word(words, "friends"), word(words, "visit"))


def test_denials(parser: Parser) -> None:
    words = words_of(parser, "Chile did not attack and no raid followed the strike.")
    assert [is_denied(word(words, form)) for form in ("attack", "raid", "strike")] == [True, True, False]
    assert marks_of(word(words, "attack")) == {"did"}


@pytest.mark.parametrize(
    ("text", "supposed", "feared"),
    [
        ("An attack would shake Peru.", True, False),
        ("An attack will shake Peru.", True, False),
        ("The attack will shake Peru.", False, False),
        ("The attack shook Peru.", False, False),
        ("Peru prevented an attack.", True, True),
        ("Peru spoke of the danger of an attack.", True, True),
        ("Any attack shakes Peru.", True, False),
    ],
)
def test_what_is_only_thought_of(parser: Parser, text: str, supposed: bool, feared: bool) -> None:
    noun = word(words_of(parser, text), "attack")
    assert (is_supposed(noun), is_feared(noun)) == (supposed, feared)


def test_who_says_a_clause(parser: Parser) -> None:
    before = words_of(parser, "Chile said that Peru must pay.")
    after = words_of(parser, "Peru must pay, Chile said.")
    assert [[each.text for each in speaker_of(word(words, "pay"))] for words in (before, after)] == [["Chile"], ["Chile"]]
    assert speaker_of(word(words_of(parser, "Peru must pay."), "pay")) == []


def test_small_questions_about_what_is_real(parser: Parser) -> None:
    words = words_of(parser, "Chile would like to pay, for lack of ways of avoiding it, without delaying, by borrowing.")
    assert is_wished(word(words, "pay"))
    assert is_beneath(word(words, "avoiding"))
    assert is_kept_from(word(words, "delaying"))
    assert not is_kept_from(word(words, "borrowing"))
    assert is_means(word(words, "borrowing"))
    assert not is_whatever(word(words, "pay"))


def test_one_opinion(parser: Parser) -> None:
    agreed = [word(words_of(parser, text), "agreed") for text in ("Chile agreed with Peru.", "Chile agreed with Peru on fish.")]
    assert [is_of_one_opinion(each) for each in agreed] == [True, False]


def test_the_way_up_and_what_is_meant(parser: Parser) -> None:
    words = words_of(parser, "Chile denied that Peru is ready to shell Bolivia.")
    (act,) = [each for each in acts(words) if each.trigger.text == "shell"]
    assert [each.text for each in way(act)][:3] == ["shell", "ready", "is"]
    climb = Climb(act, word(words, "is"))
    assert meant(climb, word(words, "denied"), "refuse", "clause") == "deny"
    assert meant(climb, word(words, "denied"), "refuse", "object") == "refuse"
    assert asked_of(word(words, "denied"), word(words, "is"), "clause") == (word(words, "Peru"),)


def test_shifts(parser: Parser) -> None:
    (arrest,) = [each for each in acts(words_of(parser, "Chile arrested a Peruvian envoy.")) if each.objects == ()][:1]
    threat = shifted(arrest, "threaten")
    assert threat is not None
    assert (threat.type, threat.mode) == ("THREATEN", "arrest")
    assert shifted(arrest, "same") is arrest
    assert shifted(arrest, "refuse") is None
    assert arrest.fit != ALONE
    assert not arrest.is_bare
