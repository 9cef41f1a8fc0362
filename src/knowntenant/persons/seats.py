"""Places of persons against a pack's list of places, the larger place counting for the smaller."""

from collections.abc import Iterator

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.places import PLACES, Place
from knowntenant.facts.types import Presence
from knowntenant.law.law import Law
from knowntenant.law.pack import Entry
from knowntenant.persons.status import LONGEST_BRANCH, presence_of


def entry_of_place(law: Law, listed: str, place: Place) -> Entry | None:
    """Give the row of a list for a place, or for the nearest larger place that the list names."""
    code = place.code
    while code:
        entry = law.entry(listed, code)
        if entry is not None:
            return entry
        code = PLACES[code].within
    return None


def head_presence(inquiry: Inquiry, person: str) -> Presence | None:
    """Give where a person is and belongs; of a branch, that of the entity whose branch it is."""
    presence = presence_of(inquiry, person)
    for _ in range(LONGEST_BRANCH):
        if presence is None or presence.branch_of is None:
            break
        presence = presence_of(inquiry, presence.branch_of)
    return presence


def places_of(presence: Presence) -> Iterator[tuple[str, Place]]:
    """Give the places where somebody is or is settled, each with how; citizenship is none."""
    if presence.located:
        yield "located in", presence.located
    if presence.organised_in:
        yield "organised in", presence.organised_in
    if presence.headquartered_in:
        yield "headquartered in", presence.headquartered_in
    for place in presence.resident or ():
        yield "a permanent resident of", place
