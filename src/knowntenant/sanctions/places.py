"""Places to which services may not be supplied at all, or hardly (31 CFR parts 510, 515, 560)."""

from collections.abc import Iterator

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.places import Place, lies_in
from knowntenant.facts.types import Contact
from knowntenant.facts.types.persons import PersonKind
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.persons.kind import kind_of
from knowntenant.persons.seats import (
    BY_LAW,
    SEATED,
    entry_of_place,
    head_presence,
    parts_of_place,
    places_of,
)

EMBARGOED = "sanctions.embargoed_place"
LIST = "embargoed_places"
NATIONALS = "embargoed_nationals"
_UNUSED = "where the product is used is not told"


@decides(EMBARGOED, Declared(of="person", answers=YES_NO))
def embargoed_place(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether a person is, is settled, or uses the product in an embargoed place.

    Unknown where the place that matters is not recorded: of an entity its head office or where it
    uses the product, of anybody else where it is or lives; and where only a part of the place is
    embargoed. An IP address alone decides nothing. Citizenship alone is not settled presence and
    is flagged where the pack embargoes the country; of a country whose nationals are barred
    wherever they are, it leaves the answer open. General licences are not looked at.
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
    barred = (*_barred(inquiry, person), *_in_part(inquiry, person))
    open_ = UNKNOWN in verdicts or barred or not _is_told(inquiry, person)
    verdict = YES if YES in verdicts else UNKNOWN if open_ else NO
    because += barred if verdict is not YES else ()
    if not because:
        text = f"no place of {person} is on the list" if rows else f"no place of {person} is known"
        facts = tuple(ref for *_, refs in rows for ref in refs)
        if rows and verdict is UNKNOWN:  # what is missing is no fact to settle anything by
            text, facts = f"{text}, and the place that matters most is not told", ()
        because.append(inquiry.law.reason(EMBARGOED, text, facts))
    return Answer(verdict, tuple(because), (), tuple(_flags(inquiry, person, verdict)))


def _places(inquiry: Inquiry, person: str) -> Iterator[tuple[str, Place, tuple[str, ...]]]:
    presence = head_presence(inquiry, person)
    if presence is not None:
        for how, place in places_of(presence):
            yield how, place, presence.refs
    contact = inquiry.one(Contact, person)
    for place in (contact.use_locations or ()) if contact else ():
        yield "using the product in", place, contact.refs if contact else ()


def _in_part(inquiry: Inquiry, person: str) -> Iterator[Reason]:
    """Give the places told of which a part is embargoed; which part is meant is open.

    Whoever belongs to such a country by its law is in the part that the places told within it say.
    """
    told = tuple(_places(inquiry, person))
    seats = [place for how, place, _ in told if how in SEATED]
    for how, place, refs in told:
        parts = parts_of_place(inquiry.law, LIST, place)
        narrower = any(seat != place and lies_in(seat, place.code) for seat in seats)
        if parts and not (how in BY_LAW and narrower):
            names = ", ".join(part.value for part in parts)
            text = f"{person} is {how} {place}, and whether in an embargoed part is open: {names}"
            yield Reason(text, tuple(dict.fromkeys(part.clause for part in parts)), refs)


def _is_told(inquiry: Inquiry, person: str) -> bool:
    """Tell whether the place that matters is told: no other harmless place settles the answer."""
    presence = head_presence(inquiry, person)
    if _used_in(inquiry, person):
        return True
    if presence is None:
        return False
    if kind_of(inquiry, person) is PersonKind.ENTITY:
        return presence.headquartered_in is not None
    return bool(presence.located or presence.resident)


def _used_in(inquiry: Inquiry, person: str) -> bool:
    contact = inquiry.one(Contact, person)
    return contact is not None and bool(contact.use_locations)


def _barred(inquiry: Inquiry, person: str) -> Iterator[Reason]:
    """Give why a citizen of a country is barred, or may be, wherever it is."""
    presence = head_presence(inquiry, person)
    for place in (presence.citizen or ()) if presence else ():
        entry = entry_of_place(inquiry.law, NATIONALS, place)
        if entry is not None and presence is not None:
            text = f"{person} is a citizen of {place}: {entry.note}"
            yield Reason(text, (entry.clause,), presence.refs)


def _flags(inquiry: Inquiry, person: str, verdict: Verdict) -> Iterator[str]:
    if verdict is NO and not _used_in(inquiry, person):
        yield _UNUSED
    if verdict is not NO:
        yield "general licences, for internet communication among others, are not looked at"
    presence = head_presence(inquiry, person)
    for place in (presence.citizen or ()) if presence else ():
        if entry_of_place(inquiry.law, LIST, place) and verdict is not YES:
            yield f"caution: {person} is a citizen of {place}"
