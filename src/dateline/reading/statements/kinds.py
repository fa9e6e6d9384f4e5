"""What kind of act a statement is: the cue decides where it performs the act, else the content, by the guidelines' order."""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dateline.knowledge.statements import ContentRule, Cue, content_rules, words
from dateline.model.entry import StatementKind
from dateline.reading.statements.grammar import Grammar

__all__ = ["Content", "Decision", "content_of", "decide_kind", "highest_verb"]

OWN_WORDS = ("i", "we", "it", "they", "he", "she", "both", "us")
THREATS = ("promise", "announce", "assert", "warn")
JOINT = re.compile(
    r"\b(?:talks?|dialogues?|negotiat\w*|meetings?|summit|discussions?|consultations?|contacts?|to meet|to discuss|to talk)\b"
)
PLEAS = ("insist", "suggest", "recommend", "ask", "require", "agree")
FINITE_HELPERS = ("will", "would", "can", "could", "may", "might", "do", "does", "did", "to", "'ll", "'d")
UNDONE = ("threaten", "announce", "promise", "propose", "accuse", "demand")
ASKING = ("whether", "if", "who", "whom", "what", "which", "when", "where", "why", "how")
VIEWS = ("deny", "reject", "accuse", "condemn", "praise", "warn")


@dataclass(frozen=True, eq=False)
class Content:
    """What the rules of content look at: the words, the main verb, and whether its subject is the speaker's own side."""

    words: str
    main: Token | None
    grammar: Grammar
    own: bool | None
    head: Token | None = None
    cue: str = ""


@dataclass(frozen=True)
class Decision:
    """A kind and the name of the rule that decided it."""

    kind: StatementKind
    rule: str
    target: str


def content_of(grammar: Grammar, tokens: list[Token], said: str, head: Token | None, cue: str) -> Content:
    """The content made of these tokens; the main verb is `head` or the highest verb among them."""
    main = head if head is not None and head.pos_ in ("VERB", "AUX") else highest_verb(grammar, tokens)
    plain = " ".join(said.lower().replace("’", "'").replace("´", "'").split())
    return Content(f" {plain} ", main, grammar, None, head, cue)


def is_plea(content: Content) -> bool:
    """Is the clause in the subjunctive or with a word of duty ("insists that he go", "suggested it be set up")?"""
    main = content.main
    if main is None:
        return False
    helpers = [child.lower_ for child in content.grammar.children(main, "aux", "auxpass")]
    told = content.grammar.head(main).tag_ == "VBD" and not helpers
    bare = (main.tag_ == "VB" or (main.tag_ == "VBP" and told)) and not any(item in FINITE_HELPERS for item in helpers)
    return bare or "be" in helpers[:1] or any(item in ("must", "should") for item in helpers)


def highest_verb(grammar: Grammar, tokens: list[Token]) -> Token | None:
    """The verb nearest to the top of the tree."""
    verbs = [token for token in tokens if token.pos_ in ("VERB", "AUX")]
    return min(verbs, key=lambda token: (sum(1 for _ in grammar.ancestors(token)), token.i), default=None)


def decide_kind(cue: Cue, negated: bool, frame: str, content: Content) -> Decision | None:
    """The kind of a statement; None where the denied cue makes none ("did not say")."""
    if negated and cue.negated is None and (cue.kind in UNDONE or is_silence(frame, content)):
        return None
    if negated:
        return Decision(cue.negated or "assert", f"{cue.name}, denied", cue.target)
    open_cue = cue.kind is None or (frame == "clause" and content.cue in PLEAS and not is_plea(content))
    found = by_content(content) if open_cue or cue.kind in ("promise", "announce", "demand", "warn") else None
    if open_cue:
        if found is None or (frame in ("object as", "object predicate") and found.kind not in VIEWS):
            return Decision("assert", cue.name, "object" if cue.target == "object" else "none")
        if frame in ("object as", "object predicate") and found.kind == "accuse":
            return Decision("condemn", found.name, found.target)
        return Decision(
            found.kind, found.name, "object" if cue.target == "object" and found.kind in ("demand", "propose") else found.target
        )
    if found is not None and found.kind == "condition" and cue.kind == "demand" and frame == "clause":
        return Decision("condition", found.name, found.target)
    if found is not None and found.kind == "threaten" and cue.kind in THREATS and (cue.kind != "warn" or content.own):
        return Decision("threaten", found.name, "content")
    return adjusted(cue, frame, content)


def is_silence(frame: str, content: Content) -> bool:
    """Does somebody only keep silent ("did not say when", "did not respond to the request")?"""
    asked = frame == "clause" and content.cue not in ("know", "see", "understand") and content.words.split()[0] in ASKING
    head = content.head.lemma_.lower() if content.head is not None else ""
    return asked or head in words("requests")


def adjusted(cue: Cue, frame: str, content: Content) -> Decision | None:
    """A performing cue, with what its frame and object say more closely."""
    if (
        cue.kind == "reject"
        and frame == "object"
        and content.cue != "ignore"
        and content.head is not None
        and content.head.lemma_.lower() in words("claims")
    ):
        return Decision("deny", f"{cue.name}, a claim", "maker")
    if cue.name == "<party> wants to <act>" and JOINT.search(content.words):
        return Decision("propose", cue.name, "content")
    if cue.name == "<party> seeks <joint act>" and not JOINT.search(content.words):
        return (
            Decision("demand", cue.name, cue.target)
            if content.head is not None and content.head.lemma_ in words("sought")
            else None
        )
    return Decision(cue.kind or "assert", cue.name, cue.target)


def by_content(content: Content) -> ContentRule | None:
    """The first rule of content that fits."""
    return next((rule for rule in content_rules() if fits(rule, content)), None)


def fits(rule: ContentRule, content: Content) -> bool:
    """Does every test of the rule hold?"""
    if rule.phrases and not pattern(rule.phrases).search(content.words):
        return False
    if rule.without and pattern(rule.without).search(content.words):
        return False
    if rule.opens and not content.words.lstrip().startswith(rule.opens):
        return False
    return fits_main(rule, content)


def fits_main(rule: ContentRule, content: Content) -> bool:
    """Do the tests of the main clause hold?"""
    main, grammar = content.main, content.grammar
    if not (rule.modals or rule.verbs or rule.links or rule.negated is not None or rule.subject != "any"):
        return True
    if main is None:
        return False
    if rule.modals and not any(child.lower_ in rule.modals for child in grammar.children(main, "aux")):
        return False
    if rule.verbs and main.lemma_.lower() not in rule.verbs:
        return False
    if rule.negated is not None and grammar.is_negated(main) != rule.negated:
        return False
    if rule.links and not pattern(rule.links).search(content.words):
        return False
    return rule.subject == "any" or content.own is (rule.subject == "own")


@cache
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all phrases, each from the start of a word; to its end, unless a star or blank ends the phrase."""
    parts = [re.escape(item.rstrip("*")) + ("" if item.endswith(("*", " ")) else r"(?!\w)") for item in phrases]
    return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + ")")
