"""Reading from Python: the language model loaded once, then stories one by one or many at a time."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from dateline.app import pipeline
from dateline.app.door.given import Stories, one_story, stories_of
from dateline.app.door.rows import Reading
from dateline.app.settings import read_settings
from dateline.model.document import Document
from dateline.model.problem import Refusal

if TYPE_CHECKING:
    from dateline.reading.parse import Parser

__all__ = ["Reader", "load"]


def load(model: str | None = None) -> "Reader":
    """A reader, its language model loaded; this takes a second or two and some 400 MB, so keep it.

    `model` names an installed spaCy package, by default that of `DATELINE_MODEL` or the one that Dateline installs. A
    model that is not there is a `ModelError`.

    >>> import dateline
    >>> reader = dateline.load()
    >>> reader.read("The talks were held in Oslo on Monday.", published="2019-05-16").dating.value
    datetime.date(2019, 5, 16)
    """
    return Reader(pipeline.open_parser(read_settings(model=model)))


class Reader:
    """Reads stories. The same story, settings and versions give the same reading, alone or among others."""

    def __init__(self, parser: "Parser") -> None:
        self.parser = parser

    def read(
        self,
        text: str,
        title: str | None = None,
        published: date | datetime | str | None = None,
        source: str | None = None,
        *,
        id: str | None = None,
        url: str | None = None,
        language: str | None = None,
        doubtful: bool = False,
    ) -> Reading:
        """What a story says. Offsets count code points of `text` and `title` as given.

        `published` is a date, a datetime (its day counts in the zone it has), or a string of ISO 8601; without it the day
        is inferred from the words. `doubtful` keeps entries of low confidence (below 0.3, events below 0.5). What is no
        story (an empty text, a day that is none) is an `InputError`; one that cannot be read, such as one in another
        language, gives a reading with `problems`.

        >>> reading = reader.read("Envoys of Norway and Chile will meet in Oslo on May 20.", published="2019-05-16")
        >>> [(meeting.when.value.edtf, meeting.place.value, meeting.status.value) for meeting in reading.meetings]
        [('2019-05-20', 'Oslo', 'scheduled')]
        """
        given = {"text": text, "title": title, "published": published, "source": source, "url": url, "language": language}
        document = one_story(given if id is None else given | {"id": id})
        (reading,) = self.outcomes([document], doubtful=doubtful)
        return reading

    def read_many(self, stories: Stories, *, doubtful: bool = False) -> Iterator[Reading]:
        """What each of many stories says, in order, read as they are asked for, up to 16 at a time.

        A story is a text, an object by the reading contract (`id` may be left out, `published` may be a date), a
        `dateline.Document`, or the `pathlib.Path` of a file or folder. None is dropped: one that cannot be read gives a
        reading whose `is_unread` is true and whose `problems` say why.

        >>> stories = ["Envoys of Norway and Chile will meet in Oslo on Monday.", {"id": "b", "text": ""}]
        >>> [(len(reading.meetings), reading.is_unread) for reading in reader.read_many(stories)]
        [(1, False), (0, True)]
        """
        return self.outcomes(stories_of(stories), doubtful=doubtful)

    def outcomes(self, stories: Iterable[Document | Refusal], *, doubtful: bool) -> Iterator[Reading]:
        """The readings of documents that were taken in."""
        for outcome in pipeline.readings(stories, self.parser):
            plain = outcome if isinstance(outcome, Refusal) or doubtful else outcome.without_doubtful()
            yield Reading.of(plain)
