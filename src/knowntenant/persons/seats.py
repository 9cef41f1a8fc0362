"""Places of persons against a pack's list of places, the larger place counting for the smaller."""

from collections.abc import Iterator

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.places import PLACES, Place, lies_in
from knowntenant.facts.types import Presence
from knowntenant.law.law import Law
from knowntenant.law.pack import Entry
from knowntenant.persons.status import LONGEST_BRANCH, presence_of

BY_LAW = ("organised in", "a permanent resident of")
"""How somebody belongs to a country by its law, wherever in it he is."""
SEATED = ("located in", "headquartered in")
"""How somebody is in a place."""


def entry_of_place(law: Law, listed: str, place: Place) -> Entry | None:
    """Give the row of a list for a place, or for the nearest larger place that the list names."""
    code = place.code
    while code:
        entry = law.entry(listed, code)
        if entry is not None:
            return entry
        code = PLACES[code].within
    return None


def parts_of_place(law: Law, listed: str, place: Place) -> tuple[Entry, ...]:
    """Give the rows of a list that name something within a place, and not the place itself.

    Of somebody in the larger place it is then open whether he is in the part. None where the list
    names the place, or a larger one.
    """
    if entry_of_place(law, listed, place) is not None:
        return ()
    rows = law.pack.lists.get(listed, {}).items()
    within = [row for code, row in rows if code in PLACES and lies_in(PLACES[code], place.code)]
    return tuple(within)


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
