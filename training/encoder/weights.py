"""Learn how the two witnesses are weighed: `python -m training.encoder.weights OUT.toml FOLDER [FOLDER ...]`.

The folders hold stories and what is in them in the form of the ledger (`docs/`, `annotations/`), which the encoder was not
taught with. Each question of `reading/meetings/weigh.py` is answered on them with the traits that the program takes, and a
logistic of few weights is fitted; joins are learnt on what the sides, times and places so weighed give, the rest on what joins
give.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.model.document import Document, Text
from dateline.reading.desk import Findings, Story
from dateline.reading.meetings import find_meetings, weigh
from dateline.reading.meetings.confidence import meeting_traits
from dateline.reading.meetings.dates import dates_of, sourced
from dateline.reading.meetings.fit import join_traits, score
from dateline.reading.meetings.gather import fill, gather, sides_of, tie
from dateline.reading.meetings.heard import Heard, hear, is_heard_only
from dateline.reading.meetings.occasion import Occasion, Slots, members_of
from dateline.reading.meetings.order import order
from dateline.reading.meetings.places import place_of
from dateline.reading.meetings.read import all_mentions
from dateline.reading.meetings.reckoning import heard_status, ruled_status
from dateline.reading.meetings.report import has_substance, report
from dateline.reading.meetings.roles import Mention
from dateline.reading.meetings.visits import lend_from_visits
from dateline.reading.parse import Parser
from dateline.reading.read import ORDER
from training.fit import Choice, Example, conditional, logistic, plain, write

FIELDS = (
    "date none", "date ruled", "parties heard", "parties ruled", "people heard", "people none", "people ruled", "place none",
    "place ruled", "status ruled",
)  # fmt: skip
"""Fields of a report by who gives them, rules or the trained reader, or as none."""


@dataclass
class Marked:
    """A story with the findings before meetings are read, and the meetings that are in it, each with where it is mentioned,
    and the statements."""

    story: Story
    findings: Findings
    meetings: list[dict]
    statements: list[dict]

    def mentions(self) -> Iterator[tuple[Mention, Heard | None]]:
        """The mentions of the story, with what the trained reader hears."""
        found = [*all_mentions(self.story, self.findings, self.findings.cast)]
        yield from zip(found, hear(found, self.findings), strict=True)

    def occasions(self) -> list[Occasion]:
        """The occasions of the story, as the program gathers them before it reports any."""
        found = gather([*all_mentions(self.story, self.findings, self.findings.cast)], self.findings)
        order(found, self.findings)
        lend_from_visits(found)
        return found

    def meeting(self, mention: Mention) -> int | None:
        """The number of the meeting that a mention is of: the shortest mention that holds its head or the words beside it."""
        at = mention.sentence.place(mention.head)
        held = [(end - start, n) for n, each in enumerate(self.meetings) for start, end in each["at"] if start <= at < end]
        return min(held)[1] if held else None


def marked(folder: Path, parser: Parser) -> Iterator[Marked]:
    """The stories of a folder."""
    for file in sorted((folder / "annotations").glob("*.json")):
        entry, doc = json.loads(file.read_text()), json.loads((folder / "docs" / file.name).read_text())
        text = doc["text"]
        for each in entry["meetings"]:
            told = (each["span"], *each.get("mentions", ()))
            each["at"] = [(at, at + len(words)) for words in told for at in places_in(text, words)]
        published = date.fromisoformat(doc["published"][:10]) if doc.get("published") else None
        title = doc.get("title")
        document = Document(name=doc["id"], text=Text(title or "", text), published=published, source=doc.get("source"))
        story = parser.parse(document)
        findings = Findings(problems=())
        for reader in ORDER:
            if reader is find_meetings:
                break
            findings = reader(story, findings)
        yield Marked(story, findings, entry["meetings"], entry["statements"])


def places_in(text: str, words: str) -> list[int]:
    """Where words stand."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def slot_examples(stories: list[Marked]) -> dict[str, list[Example]]:
    """Traits of all that may belong to a mention, and whether it does."""
    out: dict[str, list[Example]] = {"side": [], "time": [], "place": []}
    for each in stories:
        for mention, heard in each.mentions():
            number = each.meeting(mention)
            if number is None or heard is None:
                continue
            gold = each.meetings[number]
            sides = {plain(side.split(":")[0]) for side in gold["parties"]}
            people = {plain(name) for name in gold["people"]}
            for candidate in () if len(sides_of(mention)[0]) > 1 else heard.sides:
                actor = candidate.value
                mine = (
                    {plain(actor.party.id)} & people
                    if actor.party.kind == "person"
                    else {plain(s) for s in members_of(actor)} & sides
                )
                out["side"].append((weigh.side_traits(heard, candidate), int(bool(mine))))
            for candidate in () if dates_of(mention, each.findings).when else heard.times:
                right = gold["date"] is not None and sourced(candidate.value, "").value.edtf == gold["date"]
                out["time"].append((weigh.time_traits(heard, candidate), int(right)))
            for candidate in () if place_of(mention, each.findings) else heard.places:
                right = gold["place"] is not None and plain(candidate.value.name) == plain(gold["place"])
                out["place"].append((weigh.place_traits(heard, candidate), int(right)))
    return out


def join_examples(stories: list[Marked]) -> list[Example]:
    """Traits of a mention whose sides only the reader names beside each occasion, and whether it is one of that."""
    out = []
    for each in stories:
        occasions: list[tuple[int | None, Occasion]] = []
        left = []
        for mention, heard in each.mentions():
            if mention.sides and not is_heard_only(mention):
                group(occasions, each.meeting(mention), fill(mention, each.findings, heard))
            else:
                left.append((mention, heard))
        for mention, heard in left:
            slots, number = fill(mention, each.findings, heard, guessed=True), each.meeting(mention)
            for other, occasion in occasions:
                traits = join_traits(slots, occasion, score(slots, occasion), tie(slots, occasion))
                out.append((traits, int(number is not None and number == other)))
            group(occasions, number, slots)
    return out


def group(occasions: list[tuple[int | None, Occasion]], number: int | None, slots: Slots) -> None:
    """Add a mention to the occasion of its number, or found one."""
    known = next((occasion for other, occasion in occasions if number is not None and other == number), None)
    if known is not None:
        known.add(slots)
    elif slots.parties or slots.people:
        occasions.append((number, Occasion().add(slots)))


def occasion_examples(stories: list[Marked]) -> tuple[list[Example], list[Choice]]:
    """Traits of the occasions that are gathered and whether they are meetings; of each status, and which it is."""
    out, statuses = [], []
    for each in stories:
        occasions = each.occasions()
        taken: set[int] = set()
        for occasion in occasions:
            numbers = [each.meeting(slots.mention) for slots in occasion.slots]
            number = next((n for n in numbers if n is not None), None)
            gold = each.meetings[number] if number is not None else None
            shared = gold is not None and bool(
                {plain(s.split(":")[0]) for s in occasion.parties} & {plain(s.split(":")[0]) for s in gold["parties"]}
                or {plain(p) for p in occasion.people} & {plain(p) for p in gold["people"]}
            )
            right = shared and number not in taken
            out.append((meeting_traits(occasion, substantial=has_substance(occasion)), int(right)))
            if right and gold is not None:
                taken.add(number)
                told, firm = ruled_status(occasion, each.findings.day)
                heard = heard_status(occasion)
                if heard:
                    rows = [weigh.status_traits(status, told.value, likely, firm=firm) for status, likely in heard.items()]
                    statuses.append((rows, list(heard).index(gold["status"])))
    return out, statuses


def usual_shares(stories: list[Marked]) -> dict[str, float]:
    """Of each field, by who gives it, the share that is right where the report is of a meeting."""
    counts: dict[str, list[int]] = defaultdict(list)
    for each in stories:
        for occasion in each.occasions():
            number = next((n for slots in occasion.slots if (n := each.meeting(slots.mention)) is not None), None)
            made = report(each.story, occasion, each.findings) if number is not None else None
            if made is None or number is None:
                continue
            gold, by = each.meetings[number], "ruled" if occasion.told else "heard"
            sides, people = {plain(side.value) for side in made.parties}, {plain(person.value.id) for person in made.people}
            heard = {field for slots in occasion.slots for field in slots.sure}
            counts[f"parties {by}"].append(alike(sides, {plain(side) for side in gold["parties"]}))
            counts[f"people {by if people else 'none'}"].append(alike(people, {plain(name) for name in gold["people"]}))
            if "date" not in heard:
                given = made.when.value.edtf if made.when else None
                counts[f"date {'ruled' if given else 'none'}"].append(int(given == gold["date"]))
            if "place" not in heard:
                given = plain(made.place.value) if made.place else None
                counts[f"place {'ruled' if given else 'none'}"].append(int(given == plain(gold["place"])))
            counts["status ruled"].append(int(ruled_status(occasion, each.findings.day)[0].value == gold["status"]))
    print("  sure", {field: (sum(right), len(right)) for field, right in counts.items()})
    return {field: round((sum(counts[field]) + 1) / (len(counts[field]) + 2), 2) for field in FIELDS}


def alike(one: set[str | None], other: set[str | None]) -> int:
    """Is at least half of both together common?"""
    return int(not one | other or 2 * len(one & other) >= len(one | other))


def main() -> None:
    """Learn in order: what belongs to a mention, what is one occasion, what is a meeting and in which status."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("out", type=Path)
    options.add_argument("folders", type=Path, nargs="+")
    given = options.parse_args()
    parser = Parser()
    stories = [each for folder in given.folders for each in marked(folder, parser)]
    learn(stories, given.out)


def learn(stories: list[Marked], out: Path) -> None:
    """Fit all weights and write them."""
    found = dict(weigh.SCALE.weights)
    for what, examples in slot_examples(stories).items():
        print(what)
        found[what] = logistic(examples)
        write(out, found, weigh.SCALE)
    print("join")
    found["join"] = logistic(join_examples(stories))
    write(out, found, weigh.SCALE)
    examples, statuses = occasion_examples(stories)
    print("meeting, status")
    found["meeting"] = logistic(examples)
    found["status"] = conditional(statuses)
    write(out, found, weigh.SCALE)
    found["sure"] = usual_shares(stories)
    write(out, found, weigh.SCALE)


if __name__ == "__main__":
    main()
