"""A story's day of publication, learnt or put right after it was added: no copy is made, and judgements stay."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from dateline.app.carry import ORIGIN
from dateline.app.forget import read_heirs
from dateline.app.keep import mend, now
from dateline.app.version import reading_version
from dateline.ledger import lookup, redate, store
from dateline.ledger.database import Ledger
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Refusal
from dateline.model.reading import Reading

__all__ = ["Left", "Redated", "mendable", "redated"]


@dataclass(frozen=True)
class Redated:
    """The document as it is now, the day that it had before, and the meetings that this changed."""

    document: Document
    before: date | datetime | None
    meetings: tuple[str, ...] = ()


@dataclass
class Left:
    """Stories that mend nothing: those without a date, and those that the ledger does not have without one."""

    undated: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def redated(
    ledger: Ledger,
    words: str,
    day: date | datetime,
    *,
    read: Callable[[Document], Reading],
    clock: Callable[[], datetime] = now,
) -> Redated:
    """Give the document of this id or name its day of publication, and read its words anew, all of it or nothing."""
    with ledger.reading() as connection:
        kind, name = lookup.locate(connection, words)
        if kind != "document":
            raise InputError(f"{words} is a {kind}; name a document: `dateline explain {words}` shows which it rests on")
        former, *others = store.carriers(connection, name)
    if former.origin == ORIGIN:
        raise InputError(f"{former.name} is a decision, not a story: it was published nowhere")
    document = replace(former, published=day, dated_by=None)
    if document.id == former.id:
        return Redated(document, former.published)
    first = min((document, *others), key=lambda each: store.rank(each.day, each.id))
    reading = read(first)
    with ledger.writing() as connection:
        if store.carriers(connection, former.id) != [former, *others]:
            raise InputError(f"{former.name}: its copies changed meanwhile; try again")
        changed = mend(connection, (former.id,), document, reading, reading_version(), clock())
    return Redated(document, former.published, tuple(dict.fromkeys((*changed, *read_heirs(ledger, read)))))


def mendable(ledger: Ledger, stories: Iterable[Document | Refusal], left: Left) -> Iterator[Document | Refusal]:
    """Of these stories those that the ledger has without their date; refusals go on."""
    for story in stories:
        if isinstance(story, Refusal):
            yield story
        elif story.published is None:
            left.undated.append(story.name)
        else:
            with ledger.reading() as connection:
                known = redate.undated_as(connection, story)
            if known:
                yield story
            else:
                left.unknown.append(story.name)
