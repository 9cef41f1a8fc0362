"""US person or foreign person on a day, from dated presence facts, never from an IP (7.301)."""

from collections.abc import Iterator
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.places import Place
from knowntenant.facts.types import Presence
from knowntenant.facts.types.persons import Basis, PersonKind
from knowntenant.law.answer import UNKNOWN, Answer, Taken
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import choice
from knowntenant.persons.kind import kind_of

STATUS_OF = "persons.status"
LONGEST_BRANCH = 20


class Status(StrEnum):
    """Every person is one or the other; which one may be unknown."""

    US_PERSON = "us_person"
    FOREIGN_PERSON = "foreign_person"


STATUS = choice("status", "US person or foreign person", Status)


@decides(STATUS_OF, Declared(of="person", answers=STATUS, readings=("D17",)))
@remembered
def status(inquiry: Inquiry, person: str) -> Answer[Status]:
    """Say whether a person is a US person or a foreign person on the day asked about.

    A US citizen, a lawful permanent resident, an entity organised under US law with its branches,
    and whoever is located in the United States is a US person; anybody else of whom something is
    recorded is a foreign person; of whom nothing is recorded, the answer is unknown (7.301).
    """
    presence = presence_of(inquiry, person)
    for _ in range(LONGEST_BRANCH):
        if presence is None or presence.branch_of is None:
            break
        person, presence = presence.branch_of, presence_of(inquiry, presence.branch_of)
    taken = inquiry.law.reading("D17")
    if presence is None or not any(_places(presence)):
        text = f"nothing is recorded that shows where {person} is or belongs"
        return Answer(UNKNOWN, (inquiry.law.reason(STATUS_OF, text),), flags=("status not known",))
    ground = us_ground(presence, kind_of(inquiry, person), taken)
    if ground:
        reason = inquiry.law.reason(STATUS_OF, f"{person} is {ground}", presence.refs)
        return Answer(Status.US_PERSON, (reason,), (taken,))
    shown = "; ".join(f"{how} {place}" for how, place in _places(presence))
    text = f"{person} is {shown}, and nothing shows a US person"
    reason = inquiry.law.reason(STATUS_OF, text, presence.refs)
    return Answer(Status.FOREIGN_PERSON, (reason,), (taken,))


def presence_of(inquiry: Inquiry, person: str) -> Presence | None:
    """Give where a person is and belongs, without whatever rests on an IP address alone (D17)."""
    presence = inquiry.one(Presence, person)
    if presence is None or not any(_by_ip(r.values) for r in presence.records):
        return presence
    kept = tuple(r for r in presence.records if not _by_ip(r.values))
    values: dict[str, object] = {}
    for record in kept:
        values.update(record.values)
    return Presence(records=kept, **values) if kept else None  # type: ignore[arg-type]  # by the registry


def us_ground(presence: Presence, kind: PersonKind | None, taken: Taken) -> str:
    """Give the words of what makes someone a US person, or nothing.

    D17, 'dated-facts': an entity organised abroad is located where its head office is, and an
    office in the United States does not make it a US person; 'literal': any location suffices.
    """
    if any(place.united_states for place in presence.citizen or ()):
        return "a citizen of the United States"
    if any(place.united_states for place in presence.resident or ()):
        return "a lawful permanent resident of the United States"
    if presence.organised_in and presence.organised_in.united_states:
        return f"organised under the law of {presence.organised_in}"
    if presence.headquartered_in and presence.headquartered_in.united_states:
        return "located in the United States by its head office"
    if presence.located and presence.located.united_states:
        seated = presence.organised_in or presence.headquartered_in
        abroad = kind is PersonKind.ENTITY and seated is not None
        return "" if abroad and taken.choice != "literal" else "located in the United States"
    return ""


def _by_ip(values: object) -> bool:
    return isinstance(values, dict) and values.get("basis") is Basis.IP_ADDRESS


def _places(presence: Presence) -> Iterator[tuple[str, Place]]:
    if presence.organised_in:
        yield "organised in", presence.organised_in
    if presence.headquartered_in:
        yield "headquartered in", presence.headquartered_in
    for place in presence.citizen or ():
        yield "a citizen of", place
    for place in presence.resident or ():
        yield "a permanent resident of", place
    if presence.located:
        yield "located in", presence.located
