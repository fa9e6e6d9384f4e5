"""How a brief of the ledger puts things: meetings, changes, disagreements and positions as whole sentences, without ids."""

from collections.abc import Mapping, Sequence
from datetime import date

from dateline.model.agenda import AgendaRow
from dateline.model.change import Changed, Turn
from dateline.model.entry import MeetingKind
from dateline.model.occasion import Occasion, OccasionStatus
from dateline.model.party import Party
from dateline.model.position import Pair, Saying, Stance
from dateline.model.when import When
from dateline.views.agenda import shown_status
from dateline.views.outward import one_line
from dateline.views.statements import act_of, quoted_words
from dateline.views.wording import joined, name_of, short_day, span_of_days

__all__ = ["changed_sentences", "clash_sentence", "dated", "dispute_sentence", "label", "meeting_name", "pair_sentences",
           "place_of", "sided", "some", "stance_sentences", "status_words"]  # fmt: skip

Names = Mapping[str, Party]

NOUNS: dict[MeetingKind, tuple[str, str]] = {
    "talks": ("talks", "between"), "summit": ("summit", "between"), "council": ("meeting", "of"), "visit": ("visit", "of"),
    "call": ("telephone call", "between"), "negotiation": ("negotiations", "between"), "conference": ("conference", "of"),
    "other": ("meeting", "between"),
}  # fmt: skip
"""Kind of meeting -> its noun, and the word that leads to those who meet."""

PLURAL = ("talks", "negotiations")
ENDS = ("summit", "talks", "conference", "forum", "meeting", "dialogue", "assembly", "visit")
"""Last words of forums that need no noun after them."""

ARTICLED = ("United ", "European ", "African ", "Arab ", "Organization", "Organisation")
"""Beginnings of names that a sentence sets an article before, and below the ends of such names."""
ARTICLED_ENDS = (
    "Republic",
    "Federation",
    "Emirates",
    "Netherlands",
    "Philippines",
    "Union",
    "Council",
    "Commission",
    "Nations",
)
ARTICLED_ACRONYMS = ("EU", "UN", "OSCE", "IAEA", "IMF", "AU", "EC", "OIC", "ICC", "WHO", "WTO", "G7", "G20", "P5", "E3")

FEW = 4
LONGEST_QUOTE = 200

STATES: dict[OccasionStatus, tuple[str, str]] = {
    "proposed": ("has been proposed", "for"), "scheduled": ("is scheduled", "for"), "confirmed": ("is confirmed", "for"),
    "ongoing": ("is under way", "on"), "held": ("took place", "on"), "suspended": ("has been suspended", ""),
    "postponed": ("has been put off", ""), "cancelled": ("has been cancelled", ""), "refused": ("has been refused", ""),
    "not-reported-held": ("was planned", "for"),
}  # fmt: skip
"""Status -> what a sentence says of the meeting, and the word before its day; without one the day was only planned."""

MANY = {"has": "have", "is": "are", "was": "were"}

LABELS: tuple[tuple[str, str], ...] = (
    ("new", "New"), ("cancelled", "Cancelled"), ("refused", "Refused"), ("postponed", "Put off"), ("suspended", "Suspended"),
    ("moved", "Moved"), ("confirmed", "Confirmed"), ("held", "Held"), ("ongoing", "Under way"), ("scheduled", "Scheduled"),
    ("proposed", "Proposed"), ("dated", "Dated"), ("place", "Place changed"), ("parties", "Parties changed"),
    ("withdrawn", "Withdrawn"),
)  # fmt: skip
"""Kind of change -> how a line is marked; of several changes of a meeting the first one here counts."""

FIELDS = {"date": "day", "place": "place", "status": "status"}


def label(changed: Changed) -> str | None:
    """What a change of a meeting is called; None where nothing changed that a brief tells."""
    kinds = {turn.kind for turn in changed.turns}
    return next((name for kind, name in LABELS if kind in kinds), None)


def sided(party: str, names: Names) -> str:
    """A party as a sentence names it: "the United States"."""
    name = name_of(party, names)
    articled = (
        name in ARTICLED_ACRONYMS or " Ministry of " in f" {name}" or name.startswith(ARTICLED) or name.endswith(ARTICLED_ENDS)
    )
    return f"the {name}" if articled else name


def some(found: Sequence[str]) -> str:
    """A list of which no more than a few are named."""
    if len(found) <= FEW:
        return joined(found)
    return f"{', '.join(found[: FEW - 1])} and {len(found) - FEW + 1} others"


def meeting_name(occasion: Occasion, names: Names, *, where: bool = True) -> str:
    """What a sentence calls a meeting: "the talks between Russia and the United States in Geneva"."""
    noun, link = NOUNS[occasion.kind]
    people = [one_line(each.id) for each in occasion.people]
    place = f" in {one_line(occasion.place)}" if where and occasion.place else ""
    if occasion.forum:
        forum = name_of(occasion.forum, names)
        own = f"the {forum}" if forum.casefold().endswith(ENDS) else f"the {forum} {noun}"
        return f"{own}{place}"
    if occasion.kind == "visit" and people:
        to = f" to {one_line(occasion.place)}" if where and occasion.place else ""
        return f"the visit of {some(people)}{to}"
    sides = [sided(party, names) for party in occasion.parties]
    those = sides if len(sides) > 1 or not people else people
    link = link if len(those) > 1 else "of"
    return f"the {noun} {link} {some(those)}{place}" if those else f"the {noun}{place}"


def is_plural(occasion: Occasion) -> bool:
    """Is its noun a plural?"""
    named = (occasion.forum or "").casefold()
    return named.endswith(PLURAL) or (NOUNS[occasion.kind][0] in PLURAL and not named.endswith(ENDS))


def agreed(verb: str, occasion: Occasion) -> str:
    """The verb in the number of the meeting's noun."""
    first, _, rest = verb.partition(" ")
    return f"{MANY.get(first, first)} {rest}" if is_plural(occasion) else verb


def dated(when: When | None, lead: str) -> str:
    """A day in a sentence: "for 12 January 2022", "from 10 to 13 January 2022", "in January 2022"."""
    if when is None or (when.earliest is None and when.latest is None):
        return ""
    if when.earliest is None or when.bearing == "until":
        return f"until {long_day(when.latest)}"
    if when.latest is None or when.bearing == "since":
        return f"from {long_day(when.earliest)} on"
    if when.is_day:
        return f"{lead} {long_day(when.earliest)}"
    days = span_of_days(when.earliest, when.latest, when.edtf)
    if when.bearing == "extent":
        return f"{lead} {days}"
    return f"{lead} some day in {days}" if lead != "on" else f"some day in {days}"


def long_day(day: date | None) -> str:
    """ "12 January 2022"."""
    return f"{short_day(day)} {day.year}" if day else "a day that is not known"


def written_day(edtf: str) -> str:
    """A date of the ledger in a sentence."""
    try:
        return dated(When.parsed(edtf), "").strip()
    except ValueError:
        return edtf


def capital(words: str) -> str:
    """With a capital letter."""
    return words[:1].upper() + words[1:]


def status_words(row: AgendaRow, day: date) -> str:
    """The status as one or two words."""
    return shown_status(row, day).replace("-", " ")


def changed_sentences(changed: Changed, day: date, names: Names) -> str:
    """Where a meeting stands now, and what was otherwise before."""
    occasion = changed.row.occasion
    said = [stands(changed.row, day, names)]
    said += [words for turn in changed.turns if (words := turned(turn, occasion, names))]
    return " ".join(said)


def stands(row: AgendaRow, day: date, names: Names) -> str:
    """ "The talks between Russia and the United States in Geneva are confirmed for 10 January 2022."."""
    occasion = row.occasion
    status = shown_status(row, day)
    subject, (verb, lead) = capital(meeting_name(occasion, names)), STATES[status]
    verb = agreed(verb, occasion)
    if not lead:
        planned = dated(occasion.when or occasion.previously, "for")
        return f"{subject}, planned {planned}, {verb}." if planned else f"{subject} {verb}."
    at = dated(occasion.when, lead)
    tail = "; no story reports that this happened" if status == "not-reported-held" else ""
    return f"{' '.join(part for part in (subject, verb, at) if part)}{tail}."


def turned(turn: Turn, occasion: Occasion, names: Names) -> str:
    """What was otherwise before, where the state of now does not say it."""
    verb = "They were" if is_plural(occasion) else "It was"
    if turn.kind == "moved" and turn.before:
        return f"{verb} planned for {written_day(turn.before)} before."
    if turn.kind == "place" and turn.before:
        return f"The place given before was {one_line(turn.before)}."
    if turn.kind == "parties" and turn.before:
        return f"Those said to take part were {some([sided(each, names) for each in turn.before.split(', ')])} before."
    if turn.kind == "withdrawn":
        return "No story stands by this any more."
    return ""


def place_of(row: AgendaRow) -> str:
    """The place as a diary heads a line with it."""
    return one_line(row.occasion.place or "")


def dispute_sentence(occasion: Occasion, field: str, given: Sequence[tuple[str, Sequence[str]]], names: Names) -> str:
    """ "Sources disagree on the day of the talks …: Wire gives 12 January 2022, Post 14 January 2022. …"."""
    said = [f"{some(outlets) if outlets else 'one source'} has {valued(field, value)}" for value, outlets in given]
    if field == "status":
        head = f"Sources disagree on whether {meeting_name(occasion, names)} {'are' if is_plural(occasion) else 'is'} on"
    else:
        head = f"Sources disagree on the {FIELDS[field]} of {meeting_name(occasion, names, where=field != 'place')}"
    return f"{head}: {'; '.join(said)}. This brief goes by the first."


def valued(field: str, value: str) -> str:
    """A value that is disputed."""
    if field == "date":
        return written_day(value)
    return f"it as {value}" if field == "status" else one_line(value)


def clash_sentence(who: str, places: tuple[str, str], day: date, names: Names) -> str:
    """Somebody who is to be in two places."""
    first, second = sorted(places)
    return f"{capital(sided(who, names))} is reported to be in {one_line(first)} and in {one_line(second)} on {long_day(day)}."


def spoken(saying: Saying, names: Names) -> str:
    """ "Maria Zakharova, for Russia, demands of NATO: “…”."."""
    speaker = one_line(name_of(saying.speaker, names))
    sides = [sided(side, names) for side in saying.sides if side != saying.speaker.partition(":")[0]]
    who = f"{speaker}, for {sides[0]}," if sides else capital(sided(saying.speaker, names))
    return f"{who} {act_of(saying, names)}: “{quoted_words(saying, LONGEST_QUOTE)}”."


def stance_sentences(stance: Stance, names: Names) -> str:
    """What a side says now, and what it said otherwise before."""
    now = spoken(stance.saying, names)
    if stance.shift is None:
        return now
    old = stance.shift.before
    when = f" on {long_day(old.day)}" if old.day else ""
    return f"{now} This goes back on what was said{when}: “{quoted_words(old, LONGEST_QUOTE)}”."


def pair_sentences(pair: Pair, names: Names) -> str:
    """An accusation and its denial."""
    return f"{spoken(pair.claim, names)} {spoken(pair.denial, names)}"
