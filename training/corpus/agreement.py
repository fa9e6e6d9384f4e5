"""How well two people who annotated the same stories agree, by the scorer of the ledger: one is gold, the other the answer."""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from training.corpus.convert import ledger
from training.corpus.form import Json, Span


def answer(story: Json) -> Json:
    """The annotations of a story in the form of the program's own output (docs/contract.md), as far as the scorer reads it."""

    def span(given: Span) -> Json:
        start, end, words = given
        return {"field": "text", "start": start, "end": end, "quote": words}

    meetings = [
        {
            **{key: entry[key] for key in ("kind", "forum", "place", "date", "status")},
            "parties": [side["id"] for side in entry["parties"]],
            "people": [{"id": side["id"], "of": None} for side in entry["people"]],
            "spans": [span(given) for given in (entry["span"], *entry["mentions"])],
        }
        for entry in story["meetings"]
    ]
    statements = [
        {**{key: entry[key] for key in ("speaker", "of", "form", "kind", "target")}, "content": span(entry["content"])}
        for entry in story["statements"]
    ]
    return {"id": story["id"], "meetings": meetings, "statements": statements}


def agreement(first: list[Json], second: list[Json], scorer: Path, errors: int = 0) -> Json:
    """The scorer's figures of `second` against `first`: the same stories, annotated twice."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for story in first:
            for kind, body in zip(("docs", "annotations"), ledger(story), strict=True):
                (folder / kind).mkdir(exist_ok=True)
                (folder / kind / f"{story['id']}.json").write_text(json.dumps(body), encoding="utf-8")
        out = folder / "out.jsonl"
        out.write_text("".join(json.dumps(answer(story)) + "\n" for story in second), encoding="utf-8")
        words = [sys.executable, str(scorer), "ledger", str(folder), str(out), "--json", "--errors", str(errors)]
        result: Json = json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
        return result
