"""Who is blocked: listed, or owned 50 percent or more by those who are (OFAC, 13 August 2014)."""

from collections.abc import Iterator
from fractions import Fraction

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Control
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.ownership.cascade import Cascade, Rule, cascade, unstated
from knowntenant.ownership.owners import percent
from knowntenant.persons.listings import standings, verdict_of

BLOCKED = "sanctions.blocked"
LISTS = "blocking_lists"


@decides(BLOCKED, Declared(of="person", answers=YES_NO))
def blocked(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether a person is blocked, by a listing or by who owns it.

    Yes when it is listed, or when listed persons, and entities that are blocked themselves, hold
    the share or more of it together. Holdings of an entity that is not blocked do not count. A
    person who only controls an entity does not block it; that is flagged, and so is one who may be
    blocked. Unknown while an alert
    is open, or while the holders that are not stated could reach the share.
    """
    found = blocked_by(inquiry, person)
    verdict = found.verdict(person)
    reasons = tuple(_reasons(inquiry, found, person, verdict))
    return Answer(verdict, reasons, (), tuple(_cautions(inquiry, found, person, verdict)))


def blocked_by(inquiry: Inquiry, person: str) -> Cascade:
    """Work out who is blocked, among everybody whom an edge of ownership names and this person."""
    share = inquiry.law.number("blocked_ownership_share", inquiry.day) / 100
    rule = Rule(BLOCKED, share, lambda who: verdict_of(standings(inquiry, who, LISTS)), _anybody)
    return cascade(inquiry, rule, person)


def _anybody(person: str) -> Verdict:
    """Say that every entity can be blocked by ownership, wherever it is."""
    del person
    return YES


def _reasons(inquiry: Inquiry, found: Cascade, person: str, verdict: Verdict) -> Iterator[Reason]:
    law = inquiry.law
    standing = standings(inquiry, person, LISTS)
    for one in standing:
        yield law.reason(BLOCKED, one.why, one.facts, part="listed")
    held = found.counted_owners(person)
    facts = tuple(ref for edge in held for ref in edge.refs)
    if held:
        shares = [(edge.owner, edge.surely or Fraction(0)) for edge in held]
        total = sum((share for _, share in shares), Fraction(0))
        names = ", ".join(f"{owner} ({percent(share)})" for owner, share in shares)
        text = f"of {person} {percent(total)} is held by blocked persons: {names}"
        yield law.reason(BLOCKED, text, facts, part="aggregate" if len(held) > 1 else "owned")
        yield from _roots(inquiry, found, person)
    if verdict is UNKNOWN and not standing:
        rest = percent(unstated(found.edges.get(person, ())) * 100)
        text = f"blocked persons could hold the share of {person}: {rest} is not accounted for"
        behind = f"whether the holders of {person} are blocked themselves is open"
        yield law.reason(BLOCKED, behind if rest == "0 %" else text, facts, part="owned")
    elif verdict is NO and not held:
        text = f"{person} is on no blocking list, and no blocked person is shown to hold it"
        yield law.reason(BLOCKED, text)


def _roots(inquiry: Inquiry, found: Cascade, person: str) -> Iterator[Reason]:
    """Give the listings that stand at the ends of the chains through blocked entities."""
    seen = {person}
    front = [person]
    for entity in front:  # grows while it is walked
        for edge in found.counted_owners(entity):
            if edge.owner in seen:
                continue
            seen.add(edge.owner)
            front.append(edge.owner)
            for one in standings(inquiry, edge.owner, LISTS):
                if one.verdict is YES:
                    part = "owned" if entity == person else "indirect"
                    yield inquiry.law.reason(BLOCKED, one.why, one.facts, part=part)


def _cautions(inquiry: Inquiry, found: Cascade, person: str, verdict: Verdict) -> Iterator[str]:
    if verdict is YES:
        return
    if found.counted_owners(person):
        yield f"caution: blocked persons hold a part of {person} below the share"
    for controller, stands in controllers(inquiry, person):
        if stands is YES:
            yield f"caution: {controller}, who is blocked, controls {person}"
        elif stands is UNKNOWN:
            yield f"caution: {controller} controls {person}, and may be blocked"


def controllers(inquiry: Inquiry, entity: str) -> Iterator[tuple[str, Verdict]]:
    """Give those in control of an entity, each with whether it is blocked itself."""
    for control in inquiry.where(Control, over=entity):
        if control.counts:
            yield control.person, is_blocked(inquiry, control.person)


def is_blocked(inquiry: Inquiry, person: str) -> Verdict:
    """Say whether a person is blocked, without the reasons."""
    return blocked_by(inquiry, person).verdict(person)
