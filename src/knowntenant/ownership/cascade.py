"""Owned at a share, in the aggregate, by persons who are marked; who is so owned marks in turn.

This is how "owned 50 percent or more, directly or indirectly" is read for sanctions (OFAC FAQ 401)
and by the rules that follow it: a holding counts in full where its holder is marked or itself so
owned, and not at all where it is not. Shares are never multiplied, and control does not count. An
entity so owned that a rule leaves alone, as a US person, is a link all the same: what it holds is
held indirectly by those behind it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Ownership
from knowntenant.facts.types.persons import PersonKind
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.persons.kind import kind_of

Judge = Callable[[str], Verdict]
WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Rule:
    """Who counts. share: 1 is the whole; name: tells rules of one pack from each other.

    marked: whether somebody counts by itself; joins: whether an entity can come to count by being
    owned (some rules reach foreign entities only). What it holds is held indirectly either way.
    """

    name: str
    share: Fraction
    marked: Judge
    joins: Judge


@dataclass(frozen=True, slots=True)
class Cascade:
    """Who counts (sure), who may (possible), whose holdings do, and all edges by the owned.

    through and perhaps_through: those whose holdings count, and may count, as their own or as held
    indirectly. Each holds the one before it: sure, possible; and every set its like of holdings.
    """

    sure: frozenset[str]
    possible: frozenset[str]
    through: frozenset[str]
    perhaps_through: frozenset[str]
    edges: Mapping[str, tuple[Ownership, ...]]

    def verdict(self, person: str) -> Verdict:
        """Say whether a person counts."""
        if person in self.sure:
            return YES
        return UNKNOWN if person in self.possible else NO

    def counted_owners(self, entity: str) -> tuple[Ownership, ...]:
        """Give the holdings in an entity that count for sure."""
        return tuple(e for e in self.edges.get(entity, ()) if e.surely and e.owner in self.through)

    def counted_links(self, entity: str) -> tuple[Ownership, ...]:
        """Give the holdings that count, and those behind them up to the first who counts itself."""
        front, found = [entity], list[Ownership]()
        for one in front:  # grows while it is walked
            held = self.counted_owners(one)
            found += held
            front += [e.owner for e in held if e.owner not in self.sure and e.owner not in front]
        return tuple(found)


def cascade(inquiry: Inquiry, rule: Rule, person: str) -> Cascade:
    """Work out who counts on the day asked about, once for everybody whom an edge names.

    Of a person whom no edge names, the answer speaks of that person alone.
    """
    key = ("cascade", rule.name, inquiry.law.pack.sha256, inquiry.day)
    found = inquiry.known.once(key, lambda: _all(inquiry, rule))
    if person in found.edges:
        return found
    marked = rule.marked(person)
    holds = _unowned(inquiry, person) if marked is NO else marked
    counts = NO if marked is NO and rule.joins(person) is NO else holds
    sure, possible = _alone(person, counts)
    return Cascade(sure, possible, *_alone(person, holds), found.edges)


def unstated(edges: Iterable[Ownership]) -> Fraction:
    """Give the share of an entity whose holders, or whose holdings, are not stated."""
    return max(WHOLE - sum((_share(edge) for edge in edges), Fraction(0)), Fraction(0))


def _all(inquiry: Inquiry, rule: Rule) -> Cascade:
    edges = _edges(inquiry.every(Ownership))
    marks = {person: rule.marked(person) for person in edges}
    owned = {person for person, held in edges.items() if held}
    joins = {person: rule.joins(person) for person in edges}
    marked = {person for person, verdict in marks.items() if verdict is YES}
    through = _grown(edges, rule.share, marked, {})
    rest = {person: unstated(edges[person]) for person in owned}
    ends = edges.keys() - owned
    open_ = {person for person in ends if _unowned(inquiry, person) is UNKNOWN}
    closed = _closed(edges, ends | {person for person, share in rest.items() if share})
    perhaps_marked = {person for person, verdict in marks.items() if verdict is not NO}
    perhaps = _grown(edges, rule.share, perhaps_marked | open_ | closed | through, rest)
    return Cascade(
        frozenset(marked | {person for person in through if joins[person] is YES}),
        frozenset(perhaps_marked | {person for person in perhaps if joins[person] is not NO}),
        frozenset(through),
        frozenset(perhaps),
        edges,
    )


def _alone(person: str, verdict: Verdict) -> tuple[frozenset[str], frozenset[str]]:
    """Give who is so for sure, and who may be, where only one person is looked at."""
    alone, nobody = frozenset({person}), frozenset[str]()
    return alone if verdict is YES else nobody, nobody if verdict is NO else alone


def _edges(every: Iterable[Ownership]) -> dict[str, tuple[Ownership, ...]]:
    """Give the holdings in each entity; whoever only holds has none. A share of 0 has ended."""
    found: dict[str, list[Ownership]] = {}
    for edge in every:
        if edge.percent != 0:
            found.setdefault(edge.owned, []).append(edge)
            found.setdefault(edge.owner, [])
    return {person: tuple(held) for person, held in found.items()}


def _grown(
    edges: Mapping[str, tuple[Ownership, ...]],
    threshold: Fraction,
    begun: set[str],
    given: Mapping[str, Fraction],
) -> set[str]:
    """Give everybody whose holdings count: those begun with, and whoever they own at the share.

    given: what counts of an entity in any case, because nobody knows who holds it.
    """
    owns: dict[str, list[Ownership]] = {}
    for held in edges.values():
        for edge in held:
            owns.setdefault(edge.owner, []).append(edge)
    reached = dict(given)
    counted = begun | {entity for entity, share in reached.items() if share >= threshold}
    front = list(counted)
    for owner in front:  # grows while it is walked
        for edge in owns.get(owner, ()):
            reached[edge.owned] = reached.get(edge.owned, Fraction(0)) + _share(edge)
            if edge.owned not in counted and reached[edge.owned] >= threshold:
                counted.add(edge.owned)
                front.append(edge.owned)
    return counted


def _closed(edges: Mapping[str, tuple[Ownership, ...]], ends: set[str]) -> set[str]:
    """Give the entities that nobody but each other is shown to own: who is behind them is open."""
    owns: dict[str, list[str]] = {}
    for entity, held in edges.items():
        for edge in held:
            owns.setdefault(edge.owner, []).append(entity)
    behind = set(ends)
    front = list(ends)
    for owner in front:  # grows while it is walked
        below = [entity for entity in owns.get(owner, ()) if entity not in behind]
        behind.update(below)
        front += below
    return set(edges) - behind


def _unowned(inquiry: Inquiry, person: str) -> Verdict:
    """Say whether somebody of whom no owner is stated may be owned: an individual never is."""
    return NO if kind_of(inquiry, person) is PersonKind.INDIVIDUAL else UNKNOWN


def _share(edge: Ownership) -> Fraction:
    return (edge.surely or Fraction(0)) / 100
