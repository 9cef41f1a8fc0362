"""US person or not, as the export and data rules define it, without the proposal's readings."""

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types.persons import PersonKind
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.persons.kind import kind_of
from knowntenant.persons.seats import head_presence


@remembered
def us_person(inquiry: Inquiry, person: str) -> Verdict:
    """Say whether a person is a US person: by citizenship, residence, law, or being there."""
    presence = head_presence(inquiry, person)
    if presence is None:
        return UNKNOWN
    if any(
        place.united_states for place in (*(presence.citizen or ()), *(presence.resident or ()))
    ):
        return YES
    if presence.organised_in is not None:
        return YES if presence.organised_in.united_states else NO
    entity = kind_of(inquiry, person) is PersonKind.ENTITY
    if presence.located is not None and not entity:
        if presence.located.united_states:
            return YES  # elsewhere, who is no citizen so far as told may be one all the same
        return NO if presence.citizen else UNKNOWN
    return UNKNOWN if entity or not presence.citizen else NO
