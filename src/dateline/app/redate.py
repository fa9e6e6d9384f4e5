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
from dateline.model.problem import Problem, Refusal
from dateline.model.quoted import ReadBy
from dateline.model.reading import Reading

__all__ = ["Left", "Redated", "mendable", "redated"]

MODELLED = "a language model read it; say who reads it now: --reader both or model, or --reader rules to do without"


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
    by: ReadBy | None = None,
    rules: str | None = None,
    clock: Callable[[], datetime] = now,
) -> Redated:
    """Give the document of this id or name its day of publication, and read its words anew, all of it or nothing.

    What a language model read is lost to the rules only where somebody says `by` whom it is to be read; `rules` is what the
    ledger notes of that reader.
    """
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
    with ledger.reading() as connection:
        if by is None and store.read_by_model(connection, document.text.id):
            raise InputError(f"{former.name}: {MODELLED}")
    rules = rules or reading_version()
    first = min((document, *others), key=lambda each: store.rank(each.day, each.id))
    reading = read(first)
    with ledger.writing() as connection:
        if store.carriers(connection, former.id) != [former, *others]:
            raise InputError(f"{former.name}: its copies changed meanwhile; try again")
        changed = mend(connection, (former.id,), document, reading, rules, clock())
    return Redated(document, former.published, tuple(dict.fromkeys((*changed, *read_heirs(ledger, read, rules)))))


def mendable(
    ledger: Ledger, stories: Iterable[Document | Refusal], left: Left, by: ReadBy | None = None
) -> Iterator[Document | Refusal]:
    """Of these stories those that the ledger has without their date; refusals go on, and so do stories that a language model
    read, where nobody says `by` whom they are to be read."""
    for story in stories:
        if isinstance(story, Refusal):
            yield story
        elif story.published is None:
            left.undated.append(story.name)
        else:
            with ledger.reading() as connection:
                known = redate.undated_as(connection, story)
                modelled = store.read_by_model(connection, story.text.id)
            if known and modelled and by is None:
                yield Refusal(story.name, (Problem("ledger", MODELLED),))
            elif known:
                yield story
            else:
                left.unknown.append(story.name)
