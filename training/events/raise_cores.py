"""Cores under an operator: what is promised, refused, threatened, asked for or blamed is another act than the act itself.

A core `S *send food to T` (AID) gives "S agreed to send food to T" (AGREE), "S refused to send food to T" (REJECT/assist) and
"S urged T to send food to X" (REQUEST/assist), with an X that is nobody's side. Which cores are raised is by chance seeded
with the core's words.
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = ["OPERATORS", "Operator", "raised"]

VERB_CORE = re.compile(r"(S(?::[a-z]+)?) \*([a-z]+)(.*)")
NOT_RAISED = frozenset(
    ("agree", "promise", "pledge", "vow", "offer", "be", "say", "consent", "decide", "want", "fail", "refuse", "decline",
     "threaten", "warn", "remain", "try", "attempt")
)  # fmt: skip
COOPERATIVE = ("AID", "COOPERATE", "SUPPORT", "CONSULT")
YIELDING = ("CONCEDE", "RETREAT")


@dataclass(frozen=True)
class Operator:
    """Frames that end in `V` infinitive, `G` gerund or `P` participle; the share of cores raised; classes before and after.

    Where it `asks`, the core's source becomes the target.
    """

    name: str
    share: float
    classes: Mapping[str, str]
    frames: tuple[str, ...]
    asks: bool = False


OPERATORS = (
    Operator(
        "promised", 0.28, {**dict.fromkeys(COOPERATIVE, "AGREE"), **dict.fromkeys(YIELDING, "CONCEDE/promise")},
        ("will V", "agreed to V", "has agreed to V", "promised to V", "is ready to V", "is willing to V", "plans to V",
         "said it would V", "said it will V", "offered to V",
         "announced it will V", "intends to V", "is to V", "pledged to V",
         "is prepared to V", "has decided to V", "will soon V"),
    ),
    Operator(
        "refused", 0.28,
        {"AID": "REJECT/assist", "COOPERATE": "REJECT/assist", "SUPPORT": "REJECT/assist", "CONSULT": "REJECT/meet",
         **dict.fromkeys(YIELDING, "REJECT/yield")},
        ("will not V", "refused to V", "refuses to V", "did not V", "has refused to V", "said it would not V",
         "declined to V",
         "failed to V", "has failed to V", "said it will not V", "would not V", "is unwilling to V",
         "ruled out G", "will never V",
         "rejected calls to V", "has no plans to V", "is not ready to V", "opposes G"),
    ),
    Operator(
        "threatened", 0.2,
        {"ASSAULT": "THREATEN/violence", "MOBILIZE": "THREATEN/violence", "COERCE/arrest": "THREATEN/arrest",
         "COERCE/deport": "THREATEN/expel", "SANCTION/expel": "THREATEN/expel", "SANCTION/discontinue": "THREATEN/relations",
         "SANCTION/withdraw": "THREATEN/relations", "COERCE/occupy": "THREATEN/territory", "SANCTION": "THREATEN/restrict",
         "COERCE": "THREATEN/restrict", "PROTEST": "THREATEN/restrict"},
        ("threatened to V", "threatens to V", "warned it would V", "vowed to V", "said it will V", "will V",
         "warned that it may V",
         "is threatening to V", "has threatened to V", "said it would V", "warned it might V",
         "is considering G", "plans to V"),
    ),
    Operator(
        "requested", 0.16,
        {"AID": "REQUEST/assist", "COOPERATE": "REQUEST/assist", "SUPPORT": "REQUEST/assist", "CONSULT": "REQUEST/meet",
         "SANCTION": "REQUEST/change", "COERCE": "REQUEST/change", **dict.fromkeys(YIELDING, "REQUEST/yield")},
        ("urged T to V", "asked T to V", "called on T to V", "demanded that T V", "said T should V",
         "said that T must V",
         "wants T to V", "appealed to T to V", "pressed T to V", "ordered T to V", "has urged T to V", "calls on T to V"),
        asks=True,
    ),
    Operator(
        "alleged", 0.1, {"ASSAULT": "ACCUSE/allege", "COERCE": "ACCUSE/allege", "SANCTION": "ACCUSE/allege"},
        ("accused T of G", "accuses T of G", "alleged that T had P", "said T had P", "blamed T for G", "has accused T of G",
         "claimed T P", "suspects T of G", "charged that T was G"),
        asks=True,
    ),
    Operator(
        "disapproved", 0.07, {"ASSAULT": "ACCUSE/disapprove", "COERCE": "ACCUSE/disapprove", "SANCTION": "ACCUSE/disapprove"},
        ("condemned T for G", "criticized T for G", "denounced T for G", "rebuked T for G", "attacked T for G"),
        asks=True,
    ),
    Operator(
        "denied", 0.04, {"ASSAULT": "REJECT/change", "COERCE": "REJECT/change"},
        ("denied G", "denies G", "denied that it had P", "rejected claims that it P"),
    ),
    Operator(
        "stopped", 0.06, {"ASSAULT": "RETREAT/ceasefire"},
        ("stopped G", "has stopped G", "ceased G", "halted its plan to V", "ended a campaign of G"),
    ),
)  # fmt: skip


def raised(kind: str, words: str, forms: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(class, words) of a core under each operator that chance gives it. `forms` has the verb as V, G and P."""
    match = VERB_CORE.fullmatch(words)
    if match is None or match[2] in NOT_RAISED or " S" in match[3]:
        return
    source, _, rest = match.groups()
    for operator in OPERATORS:
        chance = random.Random(f"{operator.name} {words}")
        new = operator.classes.get(kind) or operator.classes.get(kind.partition("/")[0])
        if new is None or chance.random() > operator.share:
            continue
        frame, _, form = chance.choice(operator.frames).rpartition(" ")
        if operator.asks:
            frame = re.sub(r"\bT\b", "T" + source[1:], frame)
            rest = re.sub(r"\bT\b", "X", match[3])
            source_words = "S"
        else:
            rest, source_words = match[3], source
        yield new, f"{source_words} {frame} {forms[form]}{rest}"
