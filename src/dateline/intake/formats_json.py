"""JSON files that hold one story or several."""

import json
from collections.abc import Iterator

from dateline.intake.clean_html import one_line
from dateline.intake.decode import characters
from dateline.intake.formats import NOTHING, Declared, stories_in
from dateline.intake.lines import from_record, refused, told_once
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Refusal

__all__ = ["from_json_file"]

LARGEST = 200_000_000


def from_json_file(data: bytes, name: str, told: Declared = NOTHING) -> Iterator[Document | Refusal]:
    """The stories of a JSON file: one object, a list of them, or an object that holds a list."""
    if len(data) > LARGEST:
        yield refused(name, f"longer than {LARGEST:,} bytes: write its stories as JSON Lines")
        return
    try:
        value = json.loads(characters(data))
    except (ValueError, RecursionError) as error:
        yield refused(name, f"no JSON that can be read: {one_line(str(error))[:200]}")
        return
    except InputError as error:
        yield refused(name, str(error))
        return
    if isinstance(value, dict):
        several = stories_in(value)
        value = [value] if several is None else several
    if not isinstance(value, list):
        yield refused(name, "no stories: a JSON object or a list of them is wanted")
        return
    seen: dict[str, str] = {}
    for number, each in enumerate(value, 1):
        own = name if len(value) == 1 else f"{name}#{number}"
        yield told_once(from_record(each, own, told), own, seen)
