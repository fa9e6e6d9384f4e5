"""Questions about stories: the same words for all, the story between two marks, long ones in parts that overlap."""

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.app.second.kept import Given, KeptAnswers
from dateline.app.second.questions import LONGEST, all_questions, batch_line, parts_of, questions_of
from dateline.model.document import Document, Text
from dateline.model.problem import Problem, Refusal

SHORT = "Envoys of Chad and Togo met in Lome on Friday."
LONG = "\n\n".join(
    f"{number}. The envoys of Chad and Togo met again in Lome. They parted late at night." for number in range(700)
)


def story(body: str, title: str = "") -> Document:
    return Document(name="a", text=Text(title, body), published=date(2019, 5, 16), source="The Gulf Courier")


def test_a_short_story_is_one_question() -> None:
    (question,) = questions_of(story(SHORT, "Envoys meet"))
    assert (question.start, question.end, question.parts) == (0, len(SHORT), 1)
    mark = question.user.splitlines()[-1]
    assert question.user.endswith(f"\n{mark}\nEnvoys meet\n\n{SHORT}\n{mark}")
    assert "Published: Thursday, 2019-05-16\nSource: The Gulf Courier" in question.user
    assert SHORT not in question.system


def test_parts_overlap_and_leave_nothing_out() -> None:
    parts = parts_of(LONG)
    assert len(parts) > 3
    assert (parts[0][0], parts[-1][1]) == (0, len(LONG))
    for (start, end), (following, _) in pairwise(parts):
        assert start < following < end
        assert end - start <= LONGEST
        assert LONG[following - 2 : following] == "\n\n"
        assert LONG[end - 2 : end] == "\n\n"


@pytest.mark.parametrize("body", ["x" * 40_000, "word " * 9_000, "\n" * 5 + "a. " * 20_000, "", " \n "])
def test_any_text_can_be_parted(body: str) -> None:
    parts = parts_of(body)
    assert parts[0][0] == 0
    assert parts[-1][1] == len(body)
    assert all(second[0] > first[0] and second[0] <= first[1] for first, second in pairwise(parts))


def test_a_story_without_words_is_not_asked_about() -> None:
    assert questions_of(story("", "Only a title")) == ()


def test_a_batch_line() -> None:
    (question,) = questions_of(story(SHORT))
    line = json.loads(json.dumps(batch_line(question, "some-model")))
    assert line["custom_id"] == question.id
    assert (line["method"], line["url"]) == ("POST", "/v1/chat/completions")
    assert line["body"]["model"] == "some-model"
    assert [each["role"] for each in line["body"]["messages"]] == ["system", "user"]
    schema = line["body"]["response_format"]["json_schema"]
    assert schema["strict"]
    assert schema["schema"]["required"] == ["meetings", "statements"]


def test_the_same_story_is_asked_about_once_and_refusals_come_through() -> None:
    refusal = Refusal("b", (Problem("intake", "no words"),))
    found = list(all_questions([story(SHORT), refusal, story(SHORT), story(SHORT + " They agreed.")]))
    assert [isinstance(each, Refusal) for each in found] == [False, True, False]


def test_a_story_in_a_language_that_is_not_read_is_not_asked_about() -> None:
    (found,) = all_questions([replace(story("Der Minister reist am Montag nach Lome."), language="de")])
    assert isinstance(found, Refusal)
    assert "language not read yet: de" in found.problems[0].what


def test_another_day_is_another_question() -> None:
    (one,) = questions_of(story(SHORT))
    (other,) = questions_of(Document(name="a", text=Text("", SHORT), published=date(2019, 5, 17), source="The Gulf Courier"))
    assert one.id.split("-")[:2] == other.id.split("-")[:2]
    assert one.id != other.id


def test_answers_are_kept_by_question_and_model(tmp_path: Path) -> None:
    kept = KeptAnswers(tmp_path)
    (question,) = questions_of(story(SHORT))
    assert not kept.take(Given(question.id, "one", "{}"))
    kept.ask(question, "one")
    assert kept.find(question, "one") is None
    assert kept.take(Given(question.id, "one-2019", "{}", (7, 2)))
    found = kept.find(question, "one")
    assert found == Given(question.id, "one-2019", "{}", (7, 2))
    assert kept.find(question, "one-2019") == kept.find(question, "") == found
    assert kept.find(question, "two") is None
    held = kept.story(question.id)
    assert held is not None
    assert questions_of(held)[0].id == question.id
    assert kept.forget(question.document.text.id) == 1
    assert kept.find(question, "one") is None


def test_a_file_without_a_story_has_none(tmp_path: Path) -> None:
    (question,) = questions_of(story(SHORT))
    path = KeptAnswers(tmp_path).path_of(question.id, "one")
    path.parent.mkdir(parents=True)
    path.write_text('{"asked_of": "one", "story": null, "answer": "{}"}')
    assert KeptAnswers(tmp_path).story(question.id) is None


@pytest.mark.parametrize("id", ["", "../../secrets", "zz", "*"])
def test_only_names_of_questions_are_looked_for(tmp_path: Path, id: str) -> None:
    kept = KeptAnswers(tmp_path)
    assert not kept.take(Given(id, "one", "{}"))
    assert kept.story(id) is None
