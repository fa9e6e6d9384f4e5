"""`dateline twins`: one object a line, in the order of the stories."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from tests.intake.test_twins import ENVOYS


def test_twins(tmp_path: Path) -> None:
    path, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    stories = [
        {"id": "b", "text": ENVOYS, "published": "2019-05-15"},
        {"id": "bad"},
        {"id": "a", "text": ENVOYS, "published": "2019-05-14"},
        {"id": "c", "text": "The harbour of Arden stays closed for repairs of its cranes until the autumn storms are over."},
    ]
    path.write_text("".join(json.dumps(story) + "\n" for story in stories), encoding="utf-8")
    result = CliRunner().invoke(app, ["twins", "--jsonl", str(path), "--out", str(out)])
    assert result.exit_code == 1
    first, bad, *others = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert first == {"id": "b", "twin_of": "a", "kind": "copy", "overlap": 1.0}
    assert (bad["id"], bad["twin_of"], bool(bad["problems"])) == ("bad", None, True)
    assert others == [{"id": name, "twin_of": None, "kind": None, "overlap": 0.0} for name in ("a", "c")]


def test_no_such_file() -> None:
    with pytest.raises(Exception, match="no such file"):
        CliRunner().invoke(app, ["twins", "--jsonl", "absent.jsonl"], catch_exceptions=False)
