"""Asking a real server: slow, busy, wrong, cut off, forgetful of schemas, dear; and what is kept of its answers."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.app.second.answers import batch_answers
from dateline.app.second.asking import LETTERS, TRIES, Asker, Bill
from dateline.app.second.kept import Given, KeptAnswers
from dateline.app.second.questions import questions_of
from dateline.app.second.reader import Second, open_second
from dateline.app.settings import Server
from dateline.intake.chat import Chat
from dateline.model.document import Document, Text
from dateline.model.errors import InputError, SettingsError
from dateline.model.problem import Problem, Refusal
from dateline.model.quoted import Answer
from tests.app.second.server import STORY, Json, Reply, Told, serving

DOCUMENT = Document(name="a", text=Text("", STORY), published=date(2019, 5, 16))


def second(told: Told, tmp_path: Path, bill: Bill | None = None, *, seconds: float = 5.0, key: str = "") -> Second:
    server, bill = Server(told.url, "some-model", key), bill or Bill()
    asker = Asker(server, bill, Chat(told.url, key, seconds), sleep=lambda seconds: None)
    return Second("model", server, KeptAnswers(tmp_path), asker, bill)


def answer_of(reader: Second, document: Document = DOCUMENT) -> Answer | str:
    found = reader.answers([document])[id(document)]
    return found.what if isinstance(found, Problem) else found[0]


def test_an_answer_is_asked_for_once(tmp_path: Path) -> None:
    with serving(lambda body, number: Reply()) as told:
        reader = second(told, tmp_path, key="s3cret")
        answer = answer_of(reader)
        assert isinstance(answer, Answer)
        assert (answer.model, len(answer.meetings), len(answer.statements)) == ("recorded-1", 1, 1)
        assert answer_of(reader) == answer
        assert answer_of(second(told, tmp_path)) == answer
    assert told.paths == ["/v1/chat/completions"]
    assert told.headers[0]["Authorization"] == "Bearer s3cret"
    assert set(told.bodies[0]) == {"model", "messages", "temperature", "response_format"}
    assert (reader.bill.asked, reader.bill.tokens, reader.found) == (1, (1000, 200), 1)
    assert "s3cret" not in repr(reader.server) + reader.told + "".join(each.read_text() for each in tmp_path.rglob("*.json"))


def test_copies_of_a_story_are_asked_about_once(tmp_path: Path) -> None:
    copies = [DOCUMENT, *(replace(DOCUMENT, name=name) for name in "bcd"), DOCUMENT]
    with serving(lambda body, number: Reply(wait=0.05)) as told:
        found = second(told, tmp_path).answers(copies)
    assert len(told.bodies) == 1
    assert [len(answers) for answers in found.values() if not isinstance(answers, Problem)] == [1, 1, 1, 1]


def test_one_file_is_written_by_several_at_once(tmp_path: Path) -> None:
    kept, (question,) = KeptAnswers(tmp_path), questions_of(DOCUMENT)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: kept.take(Given(question.id, "m", "{}" * number), document=DOCUMENT), range(64)))
    assert kept.find(question, "m") is not None
    assert [path.suffix for path in tmp_path.rglob("*.*")] == [".json"]


def test_another_model_is_asked_anew(tmp_path: Path) -> None:
    with serving(lambda body, number: Reply()) as told:
        answer_of(second(told, tmp_path))
        other = second(told, tmp_path)
        other.server = Server(told.url, "other-model")
        answer_of(other)
    assert len(told.bodies) == 2


def test_nothing_is_sent_without_the_setting(tmp_path: Path) -> None:
    reader = Second("model", Server(), KeptAnswers(tmp_path), None, Bill())
    assert "DATELINE_MODEL_URL is not set" in str(answer_of(reader))


BUSY = [Reply(status=429, headers={"Retry-After": "1"}), Reply(status=503), Reply(data=b"", cut=0, status=500)]


def test_a_busy_server_is_asked_again(tmp_path: Path) -> None:
    with serving(lambda body, number: BUSY[number - 1] if number <= len(BUSY) else Reply()) as told:
        assert isinstance(answer_of(second(told, tmp_path)), Answer)
    assert len(told.bodies) == 4


def test_a_busy_server_is_waited_for_between_two_tries_and_not_behind_the_last(tmp_path: Path) -> None:
    waits: list[float] = []
    with serving(lambda body, number: Reply(status=503, headers={"Retry-After": "30"})) as told:
        reader = second(told, tmp_path)
        assert reader.asker is not None
        reader.asker.sleep = waits.append
        answer_of(reader)
    assert [round(each, -1) for each in waits] == [30] * (TRIES - 1)


@pytest.mark.parametrize(
    ("reply", "why", "times"),
    [
        (Reply(status=503), "status 503", TRIES),
        (Reply(data=b'{"choices": [{"mess', status=200), "no", 2),
        (Reply(status=418), "status 418", 1),
        (Reply(status=302, headers={"Location": "http://127.0.0.1:9/elsewhere"}), "status 302", 1),
        (Reply(cut=40), "", TRIES),
        (Reply(content='{"meetings": [', finish="length"), "cut off", 1),
        (Reply(content="I cannot help with that."), "has not the form", 2),
        (Reply(content='{"meetings": {}}'), "must be a list", 2),
        (Reply(content=""), "nothing", 2),
    ],
)
def test_what_is_no_answer(tmp_path: Path, reply: Reply, why: str, times: int) -> None:
    with serving(lambda body, number: reply) as told:
        found = answer_of(second(told, tmp_path))
    assert isinstance(found, str)
    assert why in found
    assert len(told.bodies) == times
    assert not list(tmp_path.rglob("*.json"))


def test_one_repair(tmp_path: Path) -> None:
    with serving(lambda body, number: Reply(content="Sure! Here you are: meetings…") if number == 1 else Reply()) as told:
        reader = second(told, tmp_path)
        assert isinstance(answer_of(reader), Answer)
    roles = [each["role"] for each in told.bodies[1]["messages"]]
    assert roles == ["system", "user", "assistant", "user"]
    assert (reader.bill.asked, reader.bill.repaired, reader.bill.tokens) == (1, 1, (2000, 400))


def test_a_fence_around_the_answer_needs_no_repair(tmp_path: Path) -> None:
    with serving(lambda body, number: Reply(content=f"Here:\n```json\n{Reply().content}\n```\nDone.")) as told:
        assert isinstance(answer_of(second(told, tmp_path)), Answer)
    assert len(told.bodies) == 1


def test_a_server_without_schemas(tmp_path: Path) -> None:
    def answer(body: Json, number: int) -> Reply:
        known = body.get("response_format", {}).get("type") != "json_schema"
        return Reply() if known else Reply(status=400, data=b'{"error": "response_format json_schema is not supported"}')

    with serving(answer) as told:
        reader = second(told, tmp_path)
        assert isinstance(answer_of(reader), Answer)
        assert isinstance(answer_of(reader, Document(name="b", text=Text("", STORY + " They left."))), Answer)
    forms = [body.get("response_format", {}).get("type") for body in told.bodies]
    assert forms == ["json_schema", "json_object", "json_object"]


def test_a_request_that_is_refused_in_every_form_is_no_server_without_schemas(tmp_path: Path) -> None:
    def answer(body: Json, number: int) -> Reply:
        return Reply(status=400) if "too much" in body["messages"][1]["content"] else Reply()

    with serving(answer) as told:
        reader = second(told, tmp_path)
        assert "status 400" in str(answer_of(reader, Document(name="b", text=Text("", "This is too much."))))
        assert isinstance(answer_of(reader), Answer)
    assert told.bodies[-1]["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize(("status", "variable"), [(401, "DATELINE_MODEL_KEY"), (404, "DATELINE_MODEL_NAME")])
def test_a_wrong_setting_stops_the_run(tmp_path: Path, status: int, variable: str) -> None:
    with (
        serving(lambda body, number: Reply(status=status)) as told,
        pytest.raises(SettingsError, match=variable),
    ):
        answer_of(second(told, tmp_path))


def test_a_slow_server(tmp_path: Path) -> None:
    with serving(lambda body, number: Reply(wait=1.0)) as told:
        found = answer_of(second(told, tmp_path, seconds=0.1))
    assert "took longer than" in str(found)


def test_no_server_at_all(tmp_path: Path) -> None:
    assert "no answer" in str(answer_of(second(Told("http://127.0.0.1:9/v1"), tmp_path)))


def test_a_limit_to_what_it_may_cost(tmp_path: Path) -> None:
    documents = [Document(name=str(number), text=Text("", f"{STORY} Day {number}.")) for number in range(12)]
    bill = Bill((10.0, 10.0), limit=0.1)
    with serving(lambda body, number: Reply()) as told:
        found = second(told, tmp_path, bill).answers(documents)
    left = [each.what for each in found.values() if isinstance(each, Problem)]
    assert 0 < len(told.bodies) < 12
    assert len(left) == 12 - len(told.bodies)
    assert all("--max-cost" in each for each in left)
    assert bill.cost == pytest.approx(0.012 * len(told.bodies))
    assert bill.reserved == pytest.approx(0.0)


def test_a_repair_costs_too(tmp_path: Path) -> None:
    (question,) = questions_of(DOCUMENT)
    one = 10.0 * (len(question.system) + len(question.user)) / LETTERS / 1e6
    bill = Bill((10.0, 10.0), limit=one + 0.01, asked=1)
    with serving(lambda body, number: Reply(content="I cannot help with that.")) as told:
        found = answer_of(second(told, tmp_path, bill))
    assert "--max-cost" in str(found)
    assert (len(told.bodies), bill.repaired) == (1, 0)
    assert bill.reserved == pytest.approx(0.0)


def test_a_run_that_was_broken_off_goes_on(tmp_path: Path) -> None:
    documents = [Document(name=str(number), text=Text("", f"{STORY} Day {number}.")) for number in range(6)]
    with serving(lambda body, number: Reply() if number % 2 else Reply(status=418)) as told:
        before = second(told, tmp_path).answers(documents)
    missing = [each for each in before.values() if isinstance(each, Problem)]
    with serving(lambda body, number: Reply()) as again:
        after = second(again, tmp_path).answers(documents)
    assert len(again.bodies) == len(missing) == 3
    assert not any(isinstance(each, Problem) for each in after.values())


@pytest.mark.parametrize(
    ("variables", "error"),
    [
        ({"DATELINE_MODEL_URL": "http://127.0.0.1:9/v1"}, "DATELINE_MODEL_NAME"),
        ({"DATELINE_MODEL_NAME": "any"}, "DATELINE_MODEL_PRICES"),
        ({"DATELINE_MODEL_KEY": "schlüssel"}, "DATELINE_MODEL_KEY"),
    ],
)
def test_settings_that_are_missing(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], error: str) -> None:
    for name in ("URL", "NAME", "KEY", "PRICES"):
        monkeypatch.delenv(f"DATELINE_MODEL_{name}", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=error):
        open_second("model", max_cost=1.0)


LINES = [
    ('{"custom_id": "a", "response": {"status_code": 200, "body": {"choices": [{"message": {"content": "{}"}}]}}}', "{}"),
    ('{"custom_id": "a", "content": {"meetings": []}}', '{"meetings": []}'),
    ('{"custom_id": "a", "response": {"status_code": 500, "body": {}}, "error": null}', None),
    ('{"custom_id": "a", "response": null, "error": {"code": "expired"}}', None),
    ('{"custom_id": "a", "response": {"status_code": 200, "body": {"choices": []}}}', None),
    ('{"custom_id": 7}', None),
    ("[]", None),
    ('{"custom_id": "a", "respon', None),
    ("[" * 100_000, None),
]


@pytest.mark.parametrize(("line", "content"), LINES, ids=lambda value: str(value)[:60])
def test_lines_of_a_batch(line: str, content: str | None) -> None:
    (found,) = batch_answers([line.encode(), b"\n"])
    assert (None if isinstance(found, Refusal) else found.content) == content


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/v1", "http://a\x01b/v1", "http://[::1/v1"])
def test_no_server_at_an_address(url: str) -> None:
    with pytest.raises(InputError):
        Chat(url, seconds=1.0).post({})
