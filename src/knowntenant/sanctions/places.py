"""Places to which services may not be supplied at all, or hardly (31 CFR parts 510, 515, 560)."""

from collections.abc import Iterator

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.places import Place
from knowntenant.facts.types import Contact
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.persons.seats import entry_of_place, head_presence, places_of

EMBARGOED = "sanctions.embargoed_place"
LIST = "embargoed_places"


@decides(EMBARGOED, Declared(of="person", answers=YES_NO))
def embargoed_place(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether a person is, is settled, or uses the product in an embargoed place.

    Unknown where nothing is recorded of its places, or where only a part of the place is
    embargoed. An IP address alone decides nothing. Citizenship alone is not settled presence; it
    is flagged where the pack embargoes the country. General licences are not looked at.
    """
    rows = [
        (how, place, entry_of_place(inquiry.law, LIST, place), refs)
        for how, place, refs in _places(inquiry, person)
    ]
    counted = [(how, place, entry, refs) for how, place, entry, refs in rows if entry]
    verdicts = {Verdict(entry.answer) for _, _, entry, _ in counted}
    because = [
        Reason(f"{person} is {how} {place}: {entry.note}", (entry.clause,), refs)
        for how, place, entry, refs in counted
    ]
    verdict = YES if YES in verdicts else UNKNOWN if UNKNOWN in verdicts or not rows else NO
    if not because:
        text = f"no place of {person} is on the list" if rows else f"no place of {person} is known"
        because.append(inquiry.law.reason(EMBARGOED, text, tuple(r for *_, f in rows for r in f)))
    return Answer(verdict, tuple(because), (), tuple(_flags(inquiry, person, verdict)))


def _places(inquiry: Inquiry, person: str) -> Iterator[tuple[str, Place, tuple[str, ...]]]:
    presence = head_presence(inquiry, person)
    if presence is not None:
        for how, place in places_of(presence):
            yield how, place, presence.refs
    contact = inquiry.one(Contact, person)
    for place in (contact.use_locations or ()) if contact else ():
        yield "using the product in", place, contact.refs if contact else ()


def _flags(inquiry: Inquiry, person: str, verdict: Verdict) -> Iterator[str]:
    if verdict is not NO:
        yield "general licences, for internet communication among others, are not looked at"
    presence = head_presence(inquiry, person)
    for place in (presence.citizen or ()) if presence else ():
        if entry_of_place(inquiry.law, LIST, place) and verdict is not YES:
            yield f"caution: {person} is a citizen of {place}"
