"""What kind of act a statement is: the cue decides where it performs the act, else the content, by the guidelines' order."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.knowledge.rules import rule
from dateline.knowledge.statements import ContentRule, Cue, TargetRole, content_rules, phrase_list, word_list
from dateline.model.entry import StatementKind
from dateline.reading.desk import Word, is_negated, stated_subject
from dateline.reading.statements.frames import FrameName

__all__ = ["Content", "Decision", "content_of", "decide_kind", "highest_verb"]

OPENED: tuple[StatementKind, ...] = ("promise", "announce", "demand", "warn")
"""Kinds of cues whose content may say more closely what they are."""
THREATS: tuple[StatementKind, ...] = ("promise", "announce", "assert", "warn")
"""Kinds of cues that are threats where their content is harm by the own side."""
UNDONE: tuple[StatementKind, ...] = ("threaten", "announce", "promise", "propose", "accuse", "demand")
"""Kinds of cues that, denied, make no statement."""
VIEWS: tuple[StatementKind, ...] = ("deny", "reject", "accuse", "condemn", "praise", "warn")
"""Kinds that a name for a thing may have ("called it a disgrace")."""
NAMING: tuple[FrameName, ...] = ("object as", "object predicate")


@dataclass(frozen=True, eq=False)
class Content:
    """What the rules of content look at.

    The words, the main verb, whether its subject is the speaker's own side (None where it has none), the word that heads
    the content in its frame, and the lemma of the cue.
    """

    words: str
    main: Word | None
    own: bool | None = None
    head: Word | None = None
    cue: str = ""


@dataclass(frozen=True)
class Decision:
    """A kind, the name of the rule that decided it, where to look for the target, and what decided it: the cue, which
    performs the act, the terms of the content that mean nothing else or its name, other words of the content, the trained
    reader, or nothing, where a neutral cue reports what no rule knows."""

    kind: StatementKind
    rule: str
    target: TargetRole
    by: Literal["cue", "terms", "content", "reader", "nothing"] = "cue"


def content_of(words: list[Word], said: str, head: Word | None, cue: str) -> Content:
    """The content made of these words; the main verb is `head` or the highest verb among them."""
    main = head if head is not None and head.is_verb else highest_verb(words)
    plain = " ".join(said.lower().replace("’", "'").replace("´", "'").split())
    return Content(f" {plain} ", main, None, head, cue)


def highest_verb(words: list[Word]) -> Word | None:
    """The verb nearest to the top of the tree."""
    verbs = [word for word in words if word.is_verb]
    return min(verbs, key=lambda word: (word.depth, word.i), default=None)


def is_plea(content: Content) -> bool:
    """Is the clause in the subjunctive or with a word of duty ("insists that he go", "suggested it be set up")?"""
    main = content.main
    if main is None:
        return False
    helpers = [child.lower for child in main.children("aux", "auxpass")]
    subject = stated_subject(main)
    told = main.head.tag == "VBD" and not helpers
    of_one = subject is not None and subject.tag in ("NN", "NNP") and not subject.any("conj")
    bare = main.tag == "VB" or (main.tag == "VBP" and (told or of_one))
    finite = any(item in word_list("finite helpers") for item in helpers)
    return (bare and not finite) or "be" in helpers[:1] or "must" in helpers or "should" in helpers


# ---- the decision ------------------------------------------------------------------------------


def decide_kind(cue: Cue, negated: bool, frame: FrameName, content: Content) -> Decision | None:
    """The kind of a statement; None where the denied cue makes none ("did not say")."""
    if negated:
        return of_denied(cue, frame, content)
    if cue.kind is None or (frame == "clause" and content.cue in word_list("plead or hold") and not is_plea(content)):
        return of_content(cue, frame, content)
    found = by_content(content) if cue.kind in OPENED else None
    if found is not None and found.kind == "condition" and cue.kind == "demand" and frame == "clause":
        return Decision("condition", found.name, found.target, by="terms" if found.exact else "content")
    if found is not None and found.kind == "threaten" and cue.kind in THREATS and (cue.kind != "warn" or content.own):
        return Decision("threaten", found.name, "content", by="content")
    return of_act(cue, frame, content)


def of_denied(cue: Cue, frame: FrameName, content: Content) -> Decision | None:
    """The kind of a cue that is denied."""
    if cue.negated is None and (cue.kind in UNDONE or is_silence(frame, content)):
        return None
    return Decision(cue.negated or "assert", rule("statements", "denied"), cue.target)


def is_silence(frame: FrameName, content: Content) -> bool:
    """Does somebody only keep silent ("did not say when", "did not respond to the request")?"""
    if content.head is not None and content.head.lemma in word_list("requests"):
        return True
    asked = content.words.split()[0] in word_list("questions")
    return asked and frame == "clause" and content.cue not in word_list("known without saying")


def of_content(cue: Cue, frame: FrameName, content: Content) -> Decision:
    """The kind that the content gives under a neutral cue."""
    found = by_content(content)
    if found is None or (frame in NAMING and found.kind not in VIEWS):
        return Decision("assert", cue.name, "object" if cue.target == "object" else "none", by="nothing")
    if frame in NAMING:
        return Decision("condemn" if found.kind == "accuse" else found.kind, found.name, found.target, by="terms")
    asked = cue.target == "object" and found.kind in ("demand", "propose")
    return Decision(found.kind, found.name, "object" if asked else found.target, by="terms" if found.exact else "content")


def of_act(cue: Cue, frame: FrameName, content: Content) -> Decision | None:
    """The kind of a cue that performs the act, with what its frame and object say more closely."""
    head = content.head.lemma if content.head is not None else ""
    if cue.kind == "reject" and frame == "object" and not is_passed_over(content) and is_claim(content.head):
        return Decision("deny", rule("statements", "claim rejected"), "maker")
    joint = (cue.joint or cue.alone) and pattern(phrase_list("joint acts")).search(content.words)
    if joint:
        return Decision(cue.joint or cue.kind or "assert", cue.name, "content")
    if cue.alone is not None:
        return Decision(cue.alone, cue.name, cue.target) if head in word_list("sought") else None
    return Decision(cue.kind or "assert", cue.name, cue.target)


def is_claim(head: Word | None) -> bool:
    """Is it a claim, which is denied where it is rejected?"""
    return head is not None and head.lemma in word_list("claims") and head.lower not in word_list("no claims")


def is_passed_over(content: Content) -> bool:
    """Is it only ignored what somebody claims, which denies nothing?"""
    return content.cue in word_list("passed over")


# ---- the rules of content ----------------------------------------------------------------------


def by_content(content: Content) -> ContentRule | None:
    """The first rule of content that fits."""
    return next((each for each in content_rules() if fits(each, content)), None)


def fits(test: ContentRule, content: Content) -> bool:
    """Does every test of the rule hold?"""
    if test.phrases and not pattern(test.phrases).search(content.words):
        return False
    if test.without and pattern(test.without).search(content.words):
        return False
    if test.opens and not content.words.lstrip().startswith(test.opens):
        return False
    return fits_main(test, content)


def fits_main(test: ContentRule, content: Content) -> bool:
    """Do the tests of the main clause hold?"""
    main = content.main
    if not (test.modals or test.verbs or test.links or test.negated is not None or test.subject != "any"):
        return True
    if main is None:
        return False
    if test.modals and not any(child.lower in test.modals for child in main.children("aux")):
        return False
    if test.verbs and main.lemma not in test.verbs:
        return False
    if test.negated is not None and is_negated(main) != test.negated:
        return False
    if test.links and not pattern(test.links).search(content.words):
        return False
    return test.subject == "any" or content.own is (test.subject == "own")


@cache
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all phrases, each from the start of a word; to its end, unless a star or blank ends the phrase."""
    parts = [re.escape(item.rstrip("*")) + ("" if item.endswith(("*", " ")) else r"(?!\w)") for item in phrases]
    return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + ")")
