"""JSON files that hold one story or several."""

import json
from collections.abc import Iterator

from dateline.intake.clean_html import one_line
from dateline.intake.decode import characters
from dateline.intake.formats import adapted
from dateline.intake.lines import from_value, refused
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Refusal

__all__ = ["from_json_file"]

LISTS = ("articles", "documents", "stories", "items", "results", "data", "rows", "docs")
LARGEST = 200_000_000


def from_json_file(data: bytes, name: str) -> Iterator[Document | Refusal]:
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
        value = next((value[key] for key in LISTS if isinstance(value.get(key), list)), [value])
    if not isinstance(value, list):
        yield refused(name, "no stories: a JSON object or a list of them is wanted")
        return
    seen: dict[str, int] = {}
    for number, each in enumerate(value, 1):
        own = name if len(value) == 1 else f"{name}#{number}"
        by_contract = isinstance(each, dict) and isinstance(each.get("id"), str) and isinstance(each.get("text"), str)
        story = from_value(each if by_contract else adapted(each, own), own)
        seen[story.name] = count = seen.get(story.name, 0) + 1
        yield story if count == 1 else refused(own, f"the id {story.name!r} is that of an earlier story; give each its own")
