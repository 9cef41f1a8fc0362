"""Who is a covered person of the data rule, and how much of a US person such persons own."""

from dataclasses import dataclass
from fractions import Fraction

from knowntenant.export_control.foreign import us_person
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Presence
from knowntenant.facts.types.persons import PersonKind
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.ownership.cascade import Cascade, Rule, cascade
from knowntenant.ownership.graph import graph_of
from knowntenant.ownership.shares import shares_of
from knowntenant.persons.kind import kind_of
from knowntenant.persons.listings import standings, verdict_of
from knowntenant.persons.seats import entry_of_place, head_presence, parts_of_place

COVERED = "export_control.covered_person"
COUNTRIES = "countries_of_concern"
LISTS = "covered_person_lists"


@decides(COVERED, Declared(of="person", answers=YES_NO))
def covered_person(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether a person is a covered person: designated, of a country of concern, or owned.

    A foreign entity organised or headquartered in a country of concern, or held at the share by
    such countries or covered persons, also through entities so held; a foreign individual living
    there, which is open where its places differ or it may be a US person. That somebody works for
    a covered person is not looked at, and flagged where it matters. A US person is none unless
    designated, yet what it holds for such owners counts.
    """
    found = covered_by(inquiry, person)
    verdict = found.verdict(person)
    own = marked(inquiry, person)
    held = ", ".join(edge.owner for edge in found.counted_owners(person))
    words = {
        YES: f"{person} is a covered person by itself",
        NO: f"{person} is not shown to be a covered person",
        UNKNOWN: f"whether {person} is a covered person is open",
    }
    text, part = words[verdict], ""
    if verdict is YES and own is not YES:
        text = f"covered persons hold the share of {person}, directly or through: {held}"
        part = "owned"
    presence = head_presence(inquiry, person)
    facts = (*(presence.refs if presence else ()), *_refs(found, person))
    individual = kind_of(inquiry, person) is PersonKind.INDIVIDUAL
    flags = ("for whom an individual works is not looked at",) if individual else ()
    reason = inquiry.law.reason(COVERED, text, facts, part=part)
    return Answer(verdict, (reason,), (), flags if verdict is not YES else ())


@dataclass(frozen=True, slots=True)
class Holding:
    """What covered persons own of somebody: for sure, and at most. 1 is the whole."""

    sure: Fraction
    most: Fraction
    owners: tuple[str, ...]
    facts: tuple[str, ...]


def covered_share(inquiry: Inquiry, person: str) -> Holding:
    """Give the share of somebody that countries of concern and covered persons own together.

    Shares are multiplied along chains; a covered owner's holding counts as a whole, whoever is
    behind it, and so does that of a US entity which such owners hold at the share.
    """
    if kind_of(inquiry, person) is PersonKind.INDIVIDUAL:
        return Holding(Fraction(0), Fraction(0), (), ())
    graph = graph_of(inquiry, person)
    found = covered_by(inquiry, person)
    sure = {who for who in graph.persons if who in found.through}
    possible = {who for who in graph.persons if who in found.perhaps_through}
    held = {who: share for who, share in shares_of(graph, sure).items() if who in sure}
    all_ = shares_of(graph, possible)
    rest = 1 - sum(all_.values(), Fraction(0))
    most = rest + sum((share for who, share in all_.items() if who in possible), Fraction(0))
    facts = tuple(ref for edge in graph.edges for ref in edge.refs)
    total = sum(held.values(), Fraction(0))
    return Holding(total, max(most, total), tuple(sorted(held)), facts)


def covered_by(inquiry: Inquiry, person: str) -> Cascade:
    """Work out who is a covered person."""
    share = inquiry.law.number("covered_person_ownership_share", inquiry.day) / 100

    def joins(who: str) -> Verdict:
        return {YES: NO, NO: YES, UNKNOWN: UNKNOWN}[us_person(inquiry, who)]

    return cascade(inquiry, Rule(COVERED, share, lambda who: marked(inquiry, who), joins), person)


def marked(inquiry: Inquiry, person: str) -> Verdict:
    """Say whether a person is covered by itself: designated, or of a country of concern."""
    designated = verdict_of(standings(inquiry, person, LISTS))
    if designated is YES or us_person(inquiry, person) is YES:
        return designated
    presence = head_presence(inquiry, person)
    if presence is None:
        return UNKNOWN
    entity = kind_of(inquiry, person) is PersonKind.ENTITY
    by_place = _of_entity(inquiry, presence) if entity else _of_individual(inquiry, presence)
    if by_place is YES and not entity and us_person(inquiry, person) is UNKNOWN:
        return UNKNOWN
    return by_place if by_place is not NO else designated


def _of_entity(inquiry: Inquiry, presence: Presence) -> Verdict:
    told = (presence.organised_in, presence.headquartered_in)
    if any(place and entry_of_place(inquiry.law, COUNTRIES, place) for place in told):
        return YES
    part = any(place and parts_of_place(inquiry.law, COUNTRIES, place) for place in told)
    return UNKNOWN if part or None in told else NO


def _of_individual(inquiry: Inquiry, presence: Presence) -> Verdict:
    """Say whether somebody lives in a country of concern primarily (202.211(a)(4)).

    Open where it does so by one place and not by another, and where residence is not told of who
    is a citizen of such a country, or of no country that is told.
    """
    home = presence.resident or ()
    lives = [*([presence.located] if presence.located else []), *home]
    there = [bool(entry_of_place(inquiry.law, COUNTRIES, place)) for place in lives]
    if not there or (any(there) and not all(there)):
        return UNKNOWN
    if any(there):
        return YES
    citizen = presence.citizen or ()
    concerns = any(entry_of_place(inquiry.law, COUNTRIES, place) for place in citizen)
    return NO if home or (citizen and not concerns) else UNKNOWN


def _refs(found: Cascade, person: str) -> tuple[str, ...]:
    return tuple(ref for edge in found.counted_links(person) for ref in edge.refs)
