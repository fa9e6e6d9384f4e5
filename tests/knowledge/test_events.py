"""Every rule of events reads its examples and leaves its leaves, through the real reader, on the example day."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import get_args

import pytest

from dateline.knowledge import events as knowledge
from dateline.knowledge.codes import cameo_codes, modes
from dateline.knowledge.events import (
    Effect,
    EventExample,
    MeetingReport,
    StatementReport,
    check,
    class_of,
    event_rules,
    event_words,
    listed_of,
    meeting_reports,
    operator_of,
    sessions,
    statement_reports,
)
from dateline.model.document import Document, Text
from dateline.model.errors import KnowledgeError
from dateline.model.event import Event, PloverType
from dateline.model.reading import DOUBTFUL, Reading
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY
from tests.rules import SOURCE, evidence_in, rules_asked_for, rules_behind


@dataclass(frozen=True)
class Shown:
    """A rule of any kind with what it shows; `type` is that of its events where it has one."""

    name: str
    examples: tuple[EventExample, ...]
    leaves: tuple[str, ...]
    type: PloverType | None = None
    strict: bool = True


FRAMES = event_words().frames
REPORTS: list[StatementReport | MeetingReport] = [
    *statement_reports().values(),
    *{report.id: report for report in meeting_reports().values()}.values(),
]
OPERATORS = [operator_of(effect) for effect in get_args(Effect) if effect != "same"]
FRAMES_SHOWN = [Shown(frame.name, frame.examples, frame.leaves, frame.type, frame.bare is not None) for frame in FRAMES]
RULES = [
    *FRAMES_SHOWN,
    *(Shown(report.name, report.examples, report.leaves, report.type) for report in REPORTS),
    *(Shown(operator.name, operator.examples, operator.leaves) for operator in OPERATORS),
    *(Shown(rule.name, rule.examples, rule.leaves) for rule in event_rules()),
]
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
LEAVES = [(rule, text) for rule in RULES for text in rule.leaves]

Readings = Mapping[str, Reading]


@pytest.fixture(scope="module")
def readings(parser: Parser) -> Readings:
    """The readings of every example and leaf, parsed together."""
    texts = [example.text for _, example in EXAMPLES] + [text for _, text in LEAVES]
    stories = parser.parse_all(Document(name=text, text=Text("", text), published=EXAMPLE_DAY) for text in texts)
    return {text: read(story) for text, story in zip(texts, stories, strict=True)}


def by(event: Event, rule: Shown) -> bool:
    """Does the event rest on the rule?"""
    return rule.name in rules_behind(event)


def broken(reading: Reading, rule: Shown) -> list[Event]:
    """What a leaf of the rule must not hold; a frame may still name what governing words make of its act, in doubt."""
    if rule.strict:
        return [event for event in reading.events if by(event, rule)]
    sure = [event for event in reading.events if event.confidence >= DOUBTFUL and event.status.value == "happened"]
    return [event for event in sure if event.type.value == rule.type]


def fits(event: Event, rule: Shown, example: EventExample) -> bool:
    """Is the event what the example says, as far as it says?"""
    when = event.when.value if event.when else None
    found = (
        {each.value for each in event.actors}, {each.value for each in event.recipients}, event.status.value,
        when.earliest.isoformat() if when and when.earliest else None, event.place.value if event.place else None,
        tuple(each.value for each in event.contexts), event.type.value,
    )  # fmt: skip
    sides = (None if ends is None else set(ends) for ends in (example.actors, example.recipients))
    wanted = (
        *sides, example.status, example.day, example.place, example.contexts, rule.type,
    )  # fmt: skip
    return all(want is None or want == have for want, have in zip(wanted, found, strict=True))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example.text[:60] for _, example in EXAMPLES])
def test_the_rule_reads_its_example(readings: Readings, rule: Shown, example: EventExample) -> None:
    found = [event for event in readings[example.text].events if by(event, rule)]
    assert [event for event in found if fits(event, rule, example)] != []


@pytest.mark.parametrize(("rule", "text"), LEAVES, ids=[text[:60] for _, text in LEAVES])
def test_the_rule_leaves_its_leaves(readings: Readings, rule: Shown, text: str) -> None:
    assert broken(readings[text], rule) == []


def test_every_rule_shows_both_sides_and_has_a_name_of_its_own() -> None:
    assert [rule.name for rule in RULES if not (rule.name and rule.examples and rule.leaves)] == []
    names = [rule.name for rule in RULES]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_code_asks_for_every_rule_and_for_no_other() -> None:
    assert rules_asked_for("reading/events") == {("events", rule.id) for rule in event_rules()}


def test_the_rules_of_readings_are_known(parser: Parser) -> None:
    """Those of the example stories, as far as events name them."""
    known = {rule.name for rule in RULES}
    for path in sorted((SOURCE.parents[1] / "examples/stories").glob("*.txt")):
        story = parser.parse(Document(name=path.name, text=Text("", path.read_text(encoding="utf-8")), published=EXAMPLE_DAY))
        for event in read(story).events:
            own = (event.type, event.mode, event.cameo, event.status, event.contexts, event.evidence)
            assert {evidence.rule for evidence in evidence_in(own)} <= known


def rule_arguments() -> Iterator[ast.expr]:
    """What the code of events gives as the name of a rule."""
    for path in (SOURCE / "reading/events").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                yield from (keyword.value for keyword in node.keywords if keyword.arg == "rule")
                place = {"Evidence": 1, "evidence": 0}.get(called)
                if place is not None and len(node.args) > place:
                    yield node.args[place]


def test_no_rule_is_named_in_code() -> None:
    arguments = list(rule_arguments())
    assert len(arguments) >= 8
    assert [ast.unparse(each) for each in arguments if isinstance(each, (ast.Constant, ast.JoinedStr))] == []


def classes_asked_for() -> set[str]:
    """The classes of words that frames and code ask for."""
    lists = (words for frame in FRAMES for words in (frame.objects, frame.subjects, frame.never))
    found = {word[1:] for words in lists for word in words if word.startswith("#")}
    for path in (SOURCE / "reading/events").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("class_of", "listed_of"):
                found |= {str(each.value) for each in node.args if isinstance(each, ast.Constant)}
    return found


def test_every_class_of_words_is_asked_for_and_no_other() -> None:
    assert classes_asked_for() == set(event_words().lists)


def test_a_list_keeps_its_order() -> None:
    assert listed_of("doing")[0] == "by"
    assert set(listed_of("doing")) == class_of("doing")


def test_the_frames_are_many_and_of_every_type() -> None:
    entries = {(frame.name, word) for frame in FRAMES for word in (*frame.verbs, *frame.nouns)}
    assert len(entries) >= 1500
    told = {(frame.type, frame.mode) for frame in FRAMES}
    lacking = {
        kind
        for kind in {frame.type for frame in FRAMES}
        if not set(modes(kind)) <= {mode for type_, mode in told if type_ == kind}
    }
    assert lacking <= {"THREATEN", "REQUEST", "REJECT", "MOBILIZE", "RETREAT"}


def test_every_shift_gives_codes_that_exist() -> None:
    for shift in event_words().shifts.values():
        assert {code for code in shift.cameo.values() if code != "="} <= cameo_codes()
        for target in shift.to.values():
            type_, _, mode = target.partition(" ")
            assert not mode or mode in modes(type_)  # type: ignore[arg-type]


def test_codes_that_do_not_exist_are_refused() -> None:
    report = statement_reports()["accuse"]
    for wrong, words in ((replace(report, mode="visit"), "no mode 'visit'"), (replace(report, cameo="999"), "no code '999'")):
        with pytest.raises(KnowledgeError, match=words):
            check([wrong])


def test_an_unknown_class_names_the_frame_that_asks_for_it() -> None:
    with pytest.raises(KnowledgeError, match="'no such class', asked for by"):
        knowledge.filled(("#no such class",), {}, FRAMES[0])


def test_meetings_of_every_status_and_kind_are_coded() -> None:
    assert {report.type for report in meeting_reports().values()} == {"CONSULT", "AGREE", "REJECT"}
    assert [session.mode for kind, session in sessions().items() if kind in ("call", "visit")] == ["visit", "phone"]
