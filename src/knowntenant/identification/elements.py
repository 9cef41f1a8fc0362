"""Which of the pack's data elements are there: each is met by any one of its fields."""

from collections.abc import Callable, Mapping
from functools import cache

from knowntenant.facts.declaration import Fact
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Access, Contact, Presence
from knowntenant.law.answer import UNKNOWN
from knowntenant.law.pack import Element
from knowntenant.ownership.owners import beneficial_owners
from knowntenant.persons.kind import person as person_told
from knowntenant.scope.holding import Holding, payments_of

Facts = tuple[Fact, ...]


class There:
    """What is told of a person and of the account or accounts held, each fact looked up once."""

    def __init__(self, inquiry: Inquiry, person: str, held: Holding) -> None:
        """Look at one person, as concerned with a holding."""
        self._inquiry, self._person, self._held = inquiry, person, held
        self._facts: dict[str, Facts] = {}

    def meets(self, element: Element) -> bool:
        """Tell whether any one of the fields that can meet an element is told."""
        return any(map(self._has, element.any_of))

    def _has(self, field: str) -> bool:
        if field in _SPECIAL:
            special = _SPECIAL[field](self._inquiry, self._person)
            if special is not None:
                return special
        fact_name, key = _split(field)
        facts = self._facts.get(fact_name)
        if facts is None:
            facts = _SOURCES[fact_name](self._inquiry, self._person, self._held)
            self._facts[fact_name] = facts
        return any(getattr(fact, key) for fact in facts)


@cache
def _split(field: str) -> tuple[str, str]:
    fact_name, _, key = field.partition(".")
    return fact_name, key


def _exception(inquiry: Inquiry, _: str) -> bool | None:
    return False if inquiry.law.reading("D22").choice == "literal" else None


def _sign_up(inquiry: Inquiry, _: str) -> bool | None:
    return True if inquiry.law.reading("D21").choice == "literal" else None


def _national_id(inquiry: Inquiry, _: str) -> bool | None:
    return None if inquiry.law.reading("D23").choice == "asked" else True


def _owners_named(inquiry: Inquiry, customer: str) -> bool:
    owners = beneficial_owners(inquiry, customer).value
    if owners is UNKNOWN:
        return False
    told = [person_told(inquiry, owner) for owner in owners]
    return all(owner is not None and owner.name for owner in told)


def _person(inquiry: Inquiry, person: str, _: Holding) -> Facts:
    found = person_told(inquiry, person)
    return (found,) if found else ()


def _presence(inquiry: Inquiry, person: str, _: Holding) -> Facts:
    found = inquiry.one(Presence, person)
    return (found,) if found else ()


def _contact(inquiry: Inquiry, person: str, _: Holding) -> Facts:
    found = inquiry.one(Contact, person)
    return (found,) if found else ()


def _payment(inquiry: Inquiry, _: str, held: Holding) -> Facts:
    return payments_of(inquiry, held)


def _access(inquiry: Inquiry, _: str, held: Holding) -> Facts:
    return tuple(a for account in held.accounts for a in inquiry.where(Access, account=account.id))


_SPECIAL: Mapping[str, Callable[[Inquiry, str], bool | None]] = {
    "access.ip": _sign_up,
    "contact.address_exception": _exception,
    "ownership.beneficial_owner_names": _owners_named,
    "person.national_id": _national_id,
}
"""Fields that a reading decides, or that are computed; None leaves it to the facts."""

_SOURCES: Mapping[str, Callable[[Inquiry, str, Holding], Facts]] = {
    "access": _access,
    "contact": _contact,
    "payment": _payment,
    "person": _person,
    "presence": _presence,
}
"""Where the fields of an element are found. A pack that names another fact type cannot be used."""

FIELDS_OF = frozenset(_SOURCES)
