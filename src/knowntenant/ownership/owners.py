"""Beneficial owners: individuals with the share or with substantial control (7.301, D16)."""

from dataclasses import dataclass
from fractions import Fraction

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Customer
from knowntenant.law.answer import UNKNOWN, YES, Answer, Reason, Taken
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, PERCENT, ListOf
from knowntenant.ownership.graph import Graph, graph_of
from knowntenant.ownership.shares import (
    Shares,
    direct_shares,
    raised,
    shares_of,
    widest_shares,
)
from knowntenant.persons.kind import is_entity, kind_of

OWNERS = "ownership.beneficial_owners"
SHARE = "ownership.share"


@dataclass(frozen=True, slots=True)
class Found:
    """Individuals found as beneficial owners, with why; and what keeps the list incomplete."""

    owners: tuple[str, ...]
    because: tuple[Reason, ...]
    gaps: tuple[str, ...]
    taken: Taken


@decides(OWNERS, Declared(of="customer", answers=ListOf(ID), readings=("D16",)))
def beneficial_owners(inquiry: Inquiry, customer: str) -> Answer[tuple[str, ...]]:
    """Give the individuals who own or control at least the share, or exercise substantial control.

    Unknown while nobody is found and the question of control, or a chain of owners, is open. An
    individual customer has none. A list that may be incomplete is flagged.
    """
    return answered(find_owners(inquiry, customer))


def answered(found: Found) -> Answer[tuple[str, ...]]:
    """Give what was found as an answer; gaps are its flags."""
    if found.gaps and not found.owners:
        return Answer(UNKNOWN, found.because, (found.taken,), found.gaps)
    return Answer(found.owners, found.because, (found.taken,), found.gaps)


@decides(SHARE, Declared(of="customer", answers=PERCENT, takes={"owner": ID}, readings=("D16",)))
def share(inquiry: Inquiry, customer: str, owner: str) -> Answer[Fraction]:
    """Give the share, in percent, that a person owns or controls through all chains."""
    taken = inquiry.law.reading("D16")
    graph = graph_of(inquiry, customer)
    held = held_by(inquiry, graph, owner, taken) * 100
    facts = tuple(ref for edge in graph.edges for ref in edge.refs)
    closed = [closed_loop(entity) for entity in shares_of(graph) if graph.holders.get(entity)]
    if closed and not held:
        reason = inquiry.law.reason(SHARE, closed[0], facts)
        return Answer(UNKNOWN, (reason,), (taken,), tuple(closed))
    text = f"{owner} owns or controls {percent(held)} of {customer}"
    return Answer(held, (inquiry.law.reason(SHARE, text, facts),), (taken,))


@remembered
def find_owners(inquiry: Inquiry, customer: str) -> Found:
    """Find the beneficial owners of a customer on the day asked about, and what is still open."""
    taken = inquiry.law.reading("D16")
    if not is_entity(inquiry, customer) and not graph_of(inquiry, customer).persons:
        known = kind_of(inquiry, customer) is not None
        text = f"{customer} is an individual and has no beneficial owner but itself"
        gap = f"whether {customer} is an individual or an entity is not stated"
        reason = inquiry.law.reason(OWNERS, text if known else gap)
        return Found((), (reason,), () if known else (gap,), taken)
    graph = graph_of(inquiry, customer)
    by_control = _by_control(inquiry, graph)
    shares = _shares(inquiry, graph, taken)
    by_share = _by_share(inquiry, graph, shares, taken)
    gaps = _gaps(inquiry, graph, shares, taken)
    gaps += _control_gap(inquiry, graph, taken, found=bool(by_share))
    reasons = {**by_share, **by_control}
    because = (*by_share.values(), *by_control.values()) or _nobody(inquiry, graph)
    return Found(tuple(reasons), because, gaps, taken)


def held_by(inquiry: Inquiry, graph: Graph, person: str, taken: Taken) -> Fraction:
    """Give what a person owns or controls of the root; what it controls holds for it."""
    controlled = graph.controlled_by(person) - {graph.root}
    if not controlled or taken.choice == "direct":
        return _shares(inquiry, graph, taken).get(person, Fraction(0))
    held = _together(graph, {person, *controlled})
    if taken.choice != "widest":
        return held
    majority = inquiry.law.number("majority_share", inquiry.day) / 100
    alone = widest_shares(graph, majority).get(person, Fraction(0))
    return max(held, alone, _together(raised(graph, majority), {person, *controlled}))


def _together(graph: Graph, persons: set[str]) -> Fraction:
    shares = shares_of(graph, persons)
    return sum((shares.get(p, Fraction(0)) for p in persons), Fraction(0))


def closed_loop(entity: str) -> str:
    """Give the words for entities that own each other entirely."""
    return f"{entity} is owned entirely by itself through others"


def percent(share: Fraction) -> str:
    """Give a share as text with at most four decimals, marked where it was rounded."""
    exact = round(share, 4)
    text = f"{float(exact):.4f}".rstrip("0").rstrip(".")
    return f"{text} %" if exact == share else f"about {text} %"


def _shares(inquiry: Inquiry, graph: Graph, taken: Taken) -> Shares:
    match taken.choice:
        case "direct":
            return direct_shares(graph)
        case "widest":
            return widest_shares(graph, inquiry.law.number("majority_share", inquiry.day) / 100)
        case _:
            return shares_of(graph)


def _by_share(inquiry: Inquiry, graph: Graph, shares: Shares, taken: Taken) -> dict[str, Reason]:
    threshold = inquiry.law.number("beneficial_owner_share", inquiry.day) / 100
    found: dict[str, Reason] = {}
    for person in dict.fromkeys((*shares, *graph.persons)):
        if person in graph.holders and (graph.holders[person] or is_entity(inquiry, person)):
            continue
        held = shares.get(person, Fraction(0))
        if held < threshold and graph.controlled_by(person) - {graph.root}:
            held = held_by(inquiry, graph, person, taken)
        if held >= threshold:
            facts = tuple(ref for edge in graph.edges for ref in edge.refs)
            text = f"{person} owns or controls {percent(held * 100)} of {graph.root}"
            found[person] = inquiry.law.reason(OWNERS, text, facts, part="share")
    return found


def _by_control(inquiry: Inquiry, graph: Graph) -> dict[str, Reason]:
    found: dict[str, Reason] = {}
    in_control = graph.in_control_of(graph.root)
    for person in graph.persons:
        if person in in_control and not is_entity(inquiry, person):
            facts = tuple(ref for control in graph.controls for ref in control.refs)
            text = f"{person} exercises substantial control over {graph.root}"
            found[person] = inquiry.law.reason(OWNERS, text, facts, part="control")
    return found


def _gaps(inquiry: Inquiry, graph: Graph, shares: Shares, taken: Taken) -> tuple[str, ...]:
    threshold = inquiry.law.number("beneficial_owner_share", inquiry.day) / 100
    ends = [p for p, held in shares.items() if held >= threshold and is_entity(inquiry, p)]
    if taken.choice == "direct":  # who stands above an entity that holds directly does not matter
        ends = []
    gaps = [
        closed_loop(entity)
        if graph.holders.get(entity)
        else f"the owners of {entity} are not stated"
        for entity in ends
    ]
    for entity, held in graph.holders.items():
        stated = sum(held.values(), Fraction(0))
        if stated > 1:
            gaps.append(f"the stated shares of {entity} sum to {percent(stated * 100)}")
    multiplied = shares_of(graph) if taken.choice == "widest" else shares
    rest = 1 - sum(multiplied.values(), Fraction(0))  # left open at all levels together
    if rest >= threshold:
        gaps.append(f"{percent(rest * 100)} of {graph.root} is not accounted for")
    return tuple(gaps)


def _control_gap(inquiry: Inquiry, graph: Graph, taken: Taken, *, found: bool) -> tuple[str, ...]:
    stated = inquiry.one(Customer, graph.root)
    in_control = graph.controllers[graph.root]
    if stated is not None and stated.control_answered is YES:
        return ()
    if found and taken.choice != "widest":
        return ()
    if in_control:
        faceless = [p for p in in_control if is_entity(inquiry, p) and not _led(inquiry, graph, p)]
        return tuple(f"who is behind {p}, which controls {graph.root}, is open" for p in faceless)
    return (f"who exercises substantial control over {graph.root} is not answered",)


def _led(inquiry: Inquiry, graph: Graph, entity: str) -> bool:
    """Tell whether an individual is known to control an entity that controls the customer."""
    return any(not is_entity(inquiry, person) for person in graph.in_control_of(entity))


def _nobody(inquiry: Inquiry, graph: Graph) -> tuple[Reason, ...]:
    facts = tuple(ref for edge in graph.edges for ref in edge.refs)
    text = f"nobody is shown to own the share, or to control {graph.root}"
    return (inquiry.law.reason(OWNERS, text, facts),)
