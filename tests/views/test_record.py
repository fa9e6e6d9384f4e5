"""The record is as the contract has it."""

import json

from dateline.model.problem import Problem
from dateline.views.record import failure, record
from tests.contract import violations
from tests.views.build import READING


def test_a_full_reading_keeps_the_contract() -> None:
    value = record(READING, with_document=True)
    assert violations(value) == []
    assert json.loads(json.dumps(value)) == value


def test_a_failure_keeps_the_contract() -> None:
    value = failure("line 3", (Problem("intake", "no JSON"),))
    assert violations(value) == []
    assert value == {"contract": 1, "id": "line 3", "problems": [{"room": "intake", "what": "no JSON", "where": None}]}


def test_the_document_comes_only_when_wanted() -> None:
    assert "document" not in record(READING)
    assert record(READING, with_document=True)["document"]["origin"] == "from world - Example Post https://exa.mp/1"
