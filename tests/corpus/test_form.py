"""The checker of the corpus' form, on the corpus itself and on stories that are wrong."""

import json
from copy import deepcopy

import pytest

from training.corpus.form import STORIES, Json, dump, faults, stories, whole

STORY: Json = {
    "id": "x1",
    "part": "own",
    "split": "train",
    "licence": "CC-BY-4.0",
    "source": "Testwire",
    "published": "1999-03-04",
    "title": "Envoys meet",
    "url": None,
    "crisis": "A quarrel",
    "region": "world",
    "manner": "brief",
    "hand": "x",
    "readers": ["y"],
    "text": "Norway and Chile met in Oslo on Monday. Chile praised the talks.",
    "meetings": [
        {
            "span": [0, 38, "Norway and Chile met in Oslo on Monday"],
            "mentions": [[54, 63, "the talks"]],
            "kind": "talks",
            "forum": None,
            "parties": [{"id": "NOR", "words": [[0, 6, "Norway"]]}, {"id": "CHL", "words": [[11, 16, "Chile"]]}],
            "people": [],
            "place": "Oslo",
            "date": "1999-03-01",
            "date_words": [29, 38, "on Monday"],
            "status": "held",
            "status_words": [17, 20, "met"],
            "part_of": None,
        }
    ],
    "statements": [
        {
            "speaker": "CHL",
            "of": ["CHL"],
            "source": [40, 45, "Chile"],
            "cue": [46, 53, "praised"],
            "content": [54, 63, "the talks"],
            "form": "indirect",
            "kind": "praise",
            "target": [],
            "target_words": None,
        }
    ],
    "chains": [{"id": "CHL", "of": [], "mentions": [[11, 16, "Chile"], [40, 45, "Chile"]]}],
    "lookalikes": [],
}


def test_the_whole_corpus_is_clean() -> None:
    assert [f"{story['id']}: {fault}" for story in stories() for fault in faults(story)] == []


def test_files_are_written_as_the_tool_writes_them() -> None:
    assert [
        path.name
        for path in sorted(STORIES.glob("*.json"))
        if path.read_text(encoding="utf-8") != dump(json.loads(path.read_text(encoding="utf-8")))
    ] == []
    assert [
        path.name for path in STORIES.glob("*.json") if json.loads(path.read_text(encoding="utf-8"))["id"] != path.stem
    ] == []


def test_a_good_story_has_no_fault() -> None:
    assert list(faults(STORY)) == []
    assert json.loads(dump(STORY)) == STORY


def wrong(path: str, value: object) -> Json:
    story = deepcopy(STORY)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    node = story
    for step in way:
        node = node[step]
    node[last] = value
    return story


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("split", "rest", "'rest' is none of"),
        ("published", "1999-02-30", "is no day"),
        ("meetings.0.span", [1, 38, "Norway and Chile met in Oslo on Monday"], "text[1:38]"),
        ("meetings.0.mentions", [[53, 63, " the talks"]], "begins or ends with a blank"),
        ("chains.0.mentions", [[12, 16, "hile"]], "inside a word"),
        ("text", STORY["text"] + " ", "text begins or ends with a blank"),
        ("meetings.0.status", "done", "status 'done'"),
        ("meetings.0.date", "1999-03-32", "date '1999-03-32'"),
        ("meetings.0.date_words", None, "with date_words None"),
        ("meetings.0.status_words", None, "no status_words"),
        ("meetings.0.part_of", 0, "part_of 0"),
        ("meetings.0.parties.0.id", "NRW", "unknown code NRW"),
        ("statements.0.kind", "laud", "kind 'laud'"),
        ("statements.0.speaker", "", "no speaker"),
        ("statements.0.target_words", [11, 16, "Chile"], "target_words without target"),
        ("statements.0.target", ["QQQ"], "unknown code QQQ"),
        ("chains.0.mentions", [], "without mentions"),
        ("chains", [STORY["chains"][0]] * 2, "two chains of CHL"),
        ("lookalikes", [{"span": [0, 6, "Norway"], "what": "weather"}], "lookalike 'weather'"),
    ],
)
def test_what_is_wrong_is_said(path: str, value: object, words: str) -> None:
    assert [fault for fault in faults(wrong(path, value)) if words in fault]


def test_a_story_without_a_field_is_no_story() -> None:
    assert list(faults({key: value for key, value in STORY.items() if key != "chains"})) == ["without ['chains']"]


@pytest.mark.parametrize(
    ("value", "good"), [("1994", True), ("1994-03/1994-05", True), ("1994-05/1994-03", False), ("94-1", False), (None, True)]
)
def test_dates_are_days_of_the_calendar(value: str | None, good: bool) -> None:
    assert whole(value) is good
