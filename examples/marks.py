"""A story with marks: run it as a script, or cell by cell in a notebook, where the last line of a cell is shown.

python examples/marks.py page.html
"""

# %% The language model is loaded once.
import sys
from pathlib import Path

import dateline

reader = dateline.load()

# %% A story of our own. In a notebook, `reading` on a line of its own shows it with its marks.
reading = reader.read(
    "The fisheries ministers of Norway and Chile will meet in Oslo on May 20, the Chilean embassy said on Thursday.\n\n"
    '"We expect an open talk about quotas," Norwegian Foreign Minister Kari Berg told reporters. Chile denies '
    "that it has broken off the talks, and demands that Norway open its ports.\n\n"
    "A second round is planned for June in Santiago.",
    title="Norway and Chile to talk fish",
    published="2019-05-16",
    source="Example Post",
)
reading

# %% What was found, as values.
for meeting in reading.meetings:
    print(meeting.status.value, "|", meeting.title, "|", meeting.when.value.edtf if meeting.when else "no date")
for statement in reading.statements:
    print(statement.speaker.value, statement.kind.value, "|", " … ".join(piece.quote for piece in statement.content))

# %% The marks as a page of their own.
if len(sys.argv) > 1:
    page = f"<!doctype html><meta charset='utf-8'><title>Marks</title>{reading.to_html()}"
    Path(sys.argv[1]).write_text(page, encoding="utf-8")
