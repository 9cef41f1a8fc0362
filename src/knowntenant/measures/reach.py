"""Does a measure against a jurisdiction reach a person: where the person is (7.307(b)(1), D17)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.places import PLACES, Place, PlaceKind, lies_in
from knowntenant.facts.types import Presence
from knowntenant.facts.types.persons import Basis
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.persons.status import LONGEST_BRANCH, Status, presence_of, status


class Doubt(StrEnum):
    """Why it is not settled whether a measure reaches an account."""

    STATUS_UNKNOWN = "status_unknown"
    TERRITORY = "territory"
    REGION_NOT_TOLD = "region_not_told"
    OTHER_SIGN = "other_sign"
    OWNER_THERE = "owner_there"
    PLACE_NOT_TOLD = "place_not_told"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a person is located; `signs` are other places that hint at it and settle nothing."""

    located: tuple[Place, ...]
    signs: tuple[Place, ...]


def reaches(named: Place, place: Place) -> Verdict:
    """Say whether naming a place names another: a country its regions, a region not its country.

    Unknown for a territory or disputed area within the place named, which often stands under a
    law of its own, and where only the larger place around the one named is told.
    """
    sure, code = True, place.code
    while code and code != named.code:
        sure = sure and PLACES[code].kind is PlaceKind.REGION
        code = PLACES[code].within
    if code:
        return YES if sure else UNKNOWN
    return UNKNOWN if lies_in(named, place.code) else NO


@remembered
def whereabouts(inquiry: Inquiry, person: str) -> Whereabouts:
    """Give where a person is located on the day asked about.

    D17, 'dated-facts': an entity is where its head office is, and another office is a sign only;
    'literal': it is located at both. Without either, an entity is where it is organised, and a
    branch where its head is. Citizenship, residence and an IP address are signs.
    """
    presence = presence_of(inquiry, person)
    for _ in range(LONGEST_BRANCH):
        if presence is None or presence.branch_of is None or _told(presence):
            break
        presence = presence_of(inquiry, presence.branch_of)
    signs = tuple(_signs(inquiry, person, presence))
    if presence is None:
        return Whereabouts((), signs)
    head, office = presence.headquartered_in, presence.located
    if head and office and inquiry.law.reading("D17").choice != "literal":
        return Whereabouts((head,), (office, *signs))
    located = tuple(place for place in (head, office) if place)
    seat = (presence.organised_in,) if presence.organised_in else ()
    return Whereabouts(located or seat, signs)


def standing(inquiry: Inquiry, person: str, named: Place) -> tuple[Verdict, Doubt | None]:
    """Say whether somebody is a foreign person located in a place, and what leaves it open."""
    where = whereabouts(inquiry, person)
    found = {reaches(named, place) for place in where.located}
    signs = any(reaches(named, place) is not NO for place in where.signs)
    if found == {NO} and not signs:
        return NO, None
    stands = status(inquiry, person).value
    if stands == Status.US_PERSON:
        return NO, None
    if YES in found:
        return (YES, None) if stands is not UNKNOWN else (UNKNOWN, Doubt.STATUS_UNKNOWN)
    if UNKNOWN in found:
        inside = any(lies_in(place, named.code) for place in where.located)
        return UNKNOWN, Doubt.TERRITORY if inside else Doubt.REGION_NOT_TOLD
    return UNKNOWN, Doubt.OTHER_SIGN if signs else Doubt.PLACE_NOT_TOLD


def is_plainly_elsewhere(presence: Presence, reached: Collection[str]) -> bool:
    """Tell at a glance that somebody is elsewhere, so that nobody need look closer (standing).

    reached: codes of all places that the measure may reach. Only for what was told once, and not
    by an IP address; no answer means nothing.
    """
    if len(presence.records) > 1 or presence.basis is Basis.IP_ADDRESS or presence.branch_of:
        return False
    seats = (presence.headquartered_in, presence.located, presence.organised_in)
    return any(seats) and not any(place.code in reached for place in seats if place)


def _told(presence: Presence) -> bool:
    return bool(presence.headquartered_in or presence.located or presence.organised_in)


def _signs(inquiry: Inquiry, person: str, presence: Presence | None) -> Iterator[Place]:
    raw = inquiry.one(Presence, person)
    if raw is not None and raw.located and (presence is None or raw.located != presence.located):
        yield raw.located  # by an IP address
    if presence is not None and not _told(presence):
        yield from (*(presence.citizen or ()), *(presence.resident or ()))
