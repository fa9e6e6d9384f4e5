"""The record is as the contract has it."""

import json
from dataclasses import replace

from dateline.model.problem import Problem
from dateline.views.record import failure, record
from tests.contract import violations
from tests.views.build import CALL, READING, TALKS


def test_a_full_reading_keeps_the_contract() -> None:
    value = record(READING, with_document=True)
    assert violations(value) == []
    assert json.loads(json.dumps(value)) == value


def test_how_sure_a_meeting_is_and_what_it_is_part_of() -> None:
    talks = replace(TALKS, part_of=CALL.id, sure={"people": 0.876, "status": 1.0})
    value = record(replace(READING, meetings=(talks, CALL)))
    assert violations(value, {"text": READING.document.text.body, "title": READING.document.text.title}) == []
    first, second = value["meetings"]
    assert (first["part_of"], first["sure"]) == (CALL.id, {"people": 0.88, "status": 1.0})
    assert (second["part_of"], second["sure"]) == (None, {})


def test_a_failure_keeps_the_contract() -> None:
    value = failure("line 3", (Problem("intake", "no JSON"),))
    assert violations(value) == []
    assert value == {"contract": 1, "id": "line 3", "problems": [{"room": "intake", "what": "no JSON", "where": None}]}


def test_the_document_comes_only_when_wanted() -> None:
    assert "document" not in record(READING)
    assert record(READING, with_document=True)["document"]["origin"] == "from world - Example Post https://exa.mp/1"
