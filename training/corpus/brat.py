"""brat's standoff: each span a text-bound annotation, an entry's values as attributes and notes, its words as relations."""

import json
from typing import Final

from training.corpus.form import Json, Span, spans_of

HEADS: Final = {"meetings": ("Meeting", "span"), "statements": ("Statement", "content")}
"""Layer -> (label, field of the span that stands for the entry)."""
LABELS: Final = {
    "mentions": "Mention",
    "date_words": "Date",
    "status_words": "StatusWords",
    "source": "Source",
    "cue": "Cue",
    "target_words": "Target",
}
"""Role of a span -> label; the words for a side have its id as role."""
ATTRIBUTES: Final = {
    "meetings": {"Kind": "kind", "Status": "status"},
    "statements": {"StatementKind": "kind", "Form": "form"},
}
NOTES: Final = {"meetings": ("forum", "place", "date"), "statements": ("speaker", "of", "target")}


class Standoff:
    """The lines of one story, numbered as they are added."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, sign: str, words: str) -> str:
        """A line with the next number; its name."""
        name = f"{sign}{len(self.lines) + 1}"
        self.lines.append(f"{name}\t{words}")
        return name

    def bound(self, label: str, span: Span) -> str:
        """A span; brat keeps no line break, so one over several lines is given in pieces."""
        at, cuts = span[0], []
        for line in span[2].split("\n"):
            if line:
                cuts.append(f"{at} {at + len(line)}")
            at += len(line) + 1
        return self.add("T", f"{label} {';'.join(cuts)}\t{' '.join(filter(None, span[2].split(chr(10))))}")

    def relate(self, label: str, head: str, part: str) -> None:
        """A relation."""
        self.add("R", f"{label} Arg1:{head} Arg2:{part}")

    def attribute(self, label: str, head: str, value: str) -> None:
        """A value of an entry."""
        self.add("A", f"{label} {head} {value.replace(' ', '_')}")

    def note(self, head: str, words: str) -> None:
        """Values that brat has no form for."""
        self.add("#", f"AnnotatorNotes {head}\t{words}")

    def entry(self, layer: str, entry: Json) -> str:
        """A meeting or a statement; the name of the span that stands for it."""
        label, key = HEADS[layer]
        head = self.bound(label, entry[key])
        for name, field in ATTRIBUTES[layer].items():
            self.attribute(name, head, entry[field])
        self.note(head, json.dumps({name: entry[name] for name in NOTES[layer] if entry[name]}, ensure_ascii=False))
        for role, span in spans_of(entry):
            if role != key:
                part = self.bound(LABELS.get(role, "Side"), span)
                self.relate(LABELS.get(role, "Side"), head, part)
                if role not in LABELS:
                    self.note(part, role)
        return head


def standoff(story: Json) -> str:
    """The `.ann` file of a story."""
    out = Standoff()
    heads = [out.entry("meetings", entry) for entry in story["meetings"]]
    for head, entry in zip(heads, story["meetings"], strict=True):
        if entry["part_of"] is not None:
            out.relate("PartOf", head, heads[entry["part_of"]])
    for entry in story["statements"]:
        out.entry("statements", entry)
    for chain in story["chains"]:
        first, *rest = (out.bound("Actor", span) for span in chain["mentions"])
        out.note(first, chain["id"])
        for other in rest:
            out.relate("Coref", first, other)
    for entry in story["lookalikes"]:
        out.attribute("What", out.bound("Lookalike", entry["span"]), entry["what"])
    return "\n".join(out.lines) + "\n"


CONFIGURATION: Final = "\n".join(
    [
        "[entities]",
        *("Meeting", "Statement", "Side", "Actor", "Lookalike", *LABELS.values()),
        "[relations]",
        *(f"{name}\tArg1:Meeting, Arg2:{name}" for name in ("Mention", "Date", "StatusWords", "Side")),
        *(f"{name}\tArg1:Statement, Arg2:{name}" for name in ("Source", "Cue", "Target")),
        "PartOf\tArg1:Meeting, Arg2:Meeting",
        "Coref\tArg1:Actor, Arg2:Actor",
        "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
        "[events]",
        "[attributes]",
        *(
            "Kind\tArg:Meeting",
            "Status\tArg:Meeting",
            "StatementKind\tArg:Statement",
            "Form\tArg:Statement",
            "What\tArg:Lookalike",
        ),
        "",
    ]
)
"""brat's `annotation.conf`."""
