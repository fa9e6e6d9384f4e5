"""Issues: statements of many stories that speak of one matter, by the heads of their topics, their words and their parties.

A term (a word, or two neighbours) that several statements share may name an issue. The one that ties together most is taken
first, its statements are set aside, and so on; statements of parties that have nothing to do with each other stay apart, and a
denial goes where the claim is that it answers. No storage, and the order of what comes in does not matter.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from dateline.matching.answers import pairs
from dateline.matching.stances import stances_of
from dateline.matching.terms import Terms, stem, terms_of, words_of
from dateline.model.position import Board, Issue, Pair, Saying

__all__ = ["board", "issues"]

HEAD, TOPIC, CONTENT = 2.0, 1.5, 1.0
"""What a term weighs by where it stands in a statement."""

PHRASE = 1.7
"""How much better a name two neighbouring words are than one."""

BREADTH = 0.35
"""How much the number of statements and stories counts: well below a half, or "war" would name every issue of a war."""

EXCHANGE = 0.5
"""How much each further side adds to what an issue weighs."""

FEWEST = 2
SHARED_TOPIC = 2
FEW = 40
"""Among more statements than these, a term must be in so many topics to name an issue."""

LONGEST_NAME = 4
REST = "other matters"
"""How that is called of which nobody else speaks."""

DENIED = "a claim and its denial"
"""How a matter is called of which a story tells no more."""

OFTEN = 0.15
"""Share of the statements whose topic must read so for an issue to bear it as its name."""


def board(
    sayings: Iterable[Saying],
    *,
    asked: Set[str] | None = None,
    about: Sequence[str] = (),
    party: str | None = None,
    names: frozenset[str] = frozenset(),
    rows: int = 12,
) -> Board:
    """Issues in rows, sides in columns. `about` are the words asked for, `party` comes first; `names` are words of names.

    Sayings that are not among those `asked` for are shown only where they answer one that is, or are answered by it.
    """
    found = issues(sayings, asked=asked, about=about, party=party, names=names)
    shown = found[:rows]
    weight: Counter[str] = Counter()
    for issue in shown:
        for side, stances in issue.sides:
            weight[side] += 2 + min(len(stances), 3)
    order = sorted(weight, key=lambda side: (side != party, -weight[side], side))
    hidden = sum(len(stance.again) + 1 for issue in found[rows:] for stance in issue.stances)
    return Board(tuple(order), tuple(shown), hidden)


def issues(
    sayings: Iterable[Saying],
    *,
    asked: Set[str] | None = None,
    about: Sequence[str] = (),
    party: str | None = None,
    names: frozenset[str] = frozenset(),
) -> list[Issue]:
    """The issues, those on which most sides and stories speak first; what shares no matter with anything is left out,
    unless it was asked for by its words."""
    known = {each.id: each for each in sayings if each.sides}
    terms = {name: terms_of(each, names) for name, each in sorted(known.items())}
    answered = [pair for pair in pairs(list(known.values()), terms) if asked is None or asked & {pair.claim.id, pair.denial.id}]
    drawn = {each for pair in answered for each in (pair.claim.id, pair.denial.id)}
    known = {name: each for name, each in known.items() if asked is None or name in asked or name in drawn}
    sought = frozenset(word[0] for each in about for word in words_of(each) if word)
    matter = " ".join(about)
    spoken: dict[str, list[Saying]] = defaultdict(list)
    for each in known.values():
        spoken[each.sides[0]].append(each)
    made: list[tuple[bool, float, Issue]] = []
    left = set(known)
    for label, gain, members in labelled(known, terms, sought, party, answered):
        left -= {each.id for each in members}
        made.append((False, len(members) if about else gain, issue(label, members, terms, answered, spoken, prefix=matter)))
    for pair in answered:
        if {pair.claim.id, pair.denial.id} <= left:
            left -= {pair.claim.id, pair.denial.id}
            called = pair.claim.topic or pair.denial.topic or DENIED
            made.append((False, 0.0, issue(None, (pair.claim, pair.denial), terms, answered, spoken, prefix=matter or called)))
    if about:
        for aimed, members in by_target([known[name] for name in sorted(left)]):
            made.append(
                (aimed is None, len(members), issue(None, members, terms, answered, spoken, prefix=matter, aimed=aimed))
            )
    elif party and (single := [known[name] for name in sorted(left)]):
        made.append((True, 0.0, issue(None, single, terms, answered, spoken, prefix=REST)))
    return [each for _, _, each in sorted(made, key=lambda row: (row[0], -row[1], row[2].name, row[2].because))]


def by_target(group: Sequence[Saying]) -> list[tuple[str | None, list[Saying]]]:
    """Statements apart by the party that most of them are aimed at; the rest, aimed at nobody in particular, last."""
    counted = Counter(partner for each in group for partner in each.partners)
    apart: dict[str | None, list[Saying]] = defaultdict(list)
    for each in group:
        best = min(each.partners, key=lambda partner: (-counted[partner], partner), default=None)
        apart[best if best and counted[best] >= FEWEST else None].append(each)
    return sorted(apart.items(), key=lambda pair: (pair[0] is None, -len(pair[1]), pair[0] or ""))


def weights(terms: Terms) -> dict[str, float]:
    """Term -> what it weighs in a statement."""
    found = dict.fromkeys(terms.content, CONTENT) | dict.fromkeys(terms.topic, TOPIC) | dict.fromkeys(terms.heads, HEAD)
    return {term: weight * (PHRASE if " " in term else 1.0) for term, weight in found.items()}


def labelled(
    known: Mapping[str, Saying],
    terms: Mapping[str, Terms],
    asked: frozenset[str],
    party: str | None,
    answered: Sequence[Pair],
) -> list[tuple[str, float, list[Saying]]]:
    """Terms that name issues, the weightiest first, each with its statements; every statement goes to one."""
    holders: dict[str, dict[str, float]] = defaultdict(dict)
    topical: Counter[str] = Counter()
    for name in known:
        each = terms[name]
        topical.update(each.heads | each.topic)
        for term, weight in weights(each).items():
            if term not in asked:
                holders[term][name] = weight
    least = SHARED_TOPIC if len(known) > FEW else 0
    usable = {term: held for term, held in holders.items() if len(held) >= FEWEST and topical[term] >= least}
    partner = {pair.denial.id: pair.claim.id for pair in answered}
    found: list[tuple[str, float, list[Saying]]] = []
    free = set(known)
    size = len(known)
    bound = dict.fromkeys(usable, math.inf)
    while bound:
        best, gain = next_label(usable, bound, free, known, size, party)
        if best is None:
            break
        members = {name for name in usable[best] if name in free}
        members |= {denial for denial, claim in partner.items() if claim in members and denial in free}
        members |= {claim for denial, claim in partner.items() if denial in members and claim in free}
        del bound[best]
        for group in by_party([known[name] for name in sorted(members)]):
            if tells(group, party):
                found.append((best, gain * len(group) / len(members), group))
                free -= {each.id for each in group}
    return found


def next_label(
    usable: Mapping[str, Mapping[str, float]],
    bound: dict[str, float],
    free: set[str],
    known: Mapping[str, Saying],
    size: int,
    party: str | None,
) -> tuple[str | None, float]:
    """The term that ties together most of what is free. What a term weighs only falls: old values bound new ones."""
    best, most = None, 0.0
    for term in sorted(bound, key=lambda term: (-bound[term], term)):
        if bound[term] <= most:
            break
        held = {name: weight for name, weight in usable[term].items() if name in free}
        group = [known[name] for name in held]
        gain = worth(held.values(), group, size) if tells(group, party) else 0.0
        bound[term] = gain
        if gain > most:
            best, most = term, gain
    for term in [term for term, value in bound.items() if value == 0.0]:
        del bound[term]
    return best, most


def worth(weighed: Iterable[float], group: Sequence[Saying], size: int) -> float:
    """What an issue weighs: its statements, how special the term is, how many stories and sides."""
    sides = len({side for each in group for side in each.sides[:1]})
    stories = len({each.text for each in group})
    special = math.log(1 + size / len(group))
    breadth = math.pow(len(group) * stories, BREADTH)
    rarity = special * special if size > FEW else special
    return sum(weighed) / len(group) * breadth * rarity * (1 + EXCHANGE * min(sides - 1, 3))


def tells(group: Sequence[Saying], party: str | None) -> bool:
    """Are there two statements that are not one story's alone or one side's, and has the party asked for a word in it?"""
    if len(group) < FEWEST:
        return False
    if party and not any(party in (*each.sides, *each.partners) for each in group):
        return False
    stories = {each.text for each in group}
    return len(stories) > 1 or len({side for each in group for side in each.sides[:1]}) > 1


def by_party(group: Sequence[Saying]) -> list[list[Saying]]:
    """The statements apart by their parties: two belong together when they share one, directly or through others; those that
    are aimed at nobody go with the most."""
    home: dict[str, int] = {}
    joined: dict[int, list[Saying]] = {}
    for number, each in enumerate(group):
        mine = {*each.sides, *each.partners}
        near = {home[side] for side in mine if side in home}
        members = [other for old in sorted(near) for other in joined.pop(old)] + [each]
        joined[number] = members
        for other in members:
            home.update(dict.fromkeys((*other.sides, *other.partners), number))
    apart = sorted(joined.values(), key=lambda found: (-len(found), found[0].id))
    aimless = [found for found in apart[1:] if not any(each.partners for each in found)]
    rest = [found for found in apart[1:] if found not in aimless]
    return [[*(apart[0] if apart else []), *(each for found in aimless for each in found)], *rest]


def issue(
    label: str | None,
    group: Sequence[Saying],
    terms: Mapping[str, Terms],
    answered: Sequence[Pair],
    spoken: Mapping[str, Sequence[Saying]],
    *,
    prefix: str = "",
    aimed: str | None = None,
) -> Issue:
    """An issue of these statements, called by its label after the matter that was asked for; `spoken` is all each side says."""
    mine = {each.id for each in group}
    sides: dict[str, list[Saying]] = defaultdict(list)
    for each in group:
        sides[each.sides[0]].append(each)
    common = frozenset(stem(word) for word in (*prefix.split(), *(label or "").split()))
    beside = {side: [each for each in spoken.get(side, ()) if each.id not in mine] for side in sides}
    stances = [(side, stances_of(found, terms, common, beside[side])) for side, found in sides.items()]
    because = [f"{counted(len(group), 'statement')} of {counted(len({each.text for each in group}), 'story')}"]
    called = name_of(label, group, terms) if label else ""
    if called:
        because.append(f"they share “{called}”")
    return Issue(
        name=called if called and holds(called, prefix) else ": ".join(part for part in (prefix, called) if part),
        sides=tuple(sorted(stances, key=lambda pair: (-len(pair[1]), pair[0]))),
        pairs=tuple(pair for pair in answered if pair.claim.id in mine and pair.denial.id in mine),
        because=tuple(because),
        aimed=aimed,
    )


def counted(number: int, noun: str) -> str:
    """ "1 story", "2 stories"."""
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else many}"


def holds(phrase: str, words: str) -> bool:
    """Are all these words in the phrase, whatever their endings?"""
    return {stem(word) for word in words.split()} <= {stem(word) for word in phrase.split()}


def name_of(label: str, group: Sequence[Saying], terms: Mapping[str, Terms]) -> str:
    """How an issue is called: the topic that most of its statements have, if it holds the term, or the term as written."""
    wanted = set(label.split())
    topics = Counter(
        " ".join(each.topic.split())
        for each in group
        if each.topic and len(each.topic.split()) <= LONGEST_NAME and wanted <= {stem(word) for word in each.topic.split()}
    )
    written = Counter(surface for each in group for term, surface in terms[each.id].surfaces if term == label)
    best = min(topics, key=lambda topic: (-topics[topic], len(topic), topic), default=None)
    if best is not None and topics[best] >= max(FEWEST, OFTEN * len(group)):
        return best
    return min(written, key=lambda word: (-written[word], word), default=label)
