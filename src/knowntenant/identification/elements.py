"""Which of the pack's data elements are there: each is met by any one of its fields."""

from collections.abc import Callable, Mapping

from knowntenant.facts.declaration import Fact
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Access, Contact, Payment, Presence
from knowntenant.law.answer import UNKNOWN
from knowntenant.law.pack import Element
from knowntenant.ownership.owners import beneficial_owners
from knowntenant.persons.kind import person as person_told
from knowntenant.scope.holding import Holding

EXCEPTION = "contact.address_exception"
SIGN_UP = "access.ip"
OWNER_NAMES = "ownership.beneficial_owner_names"

Facts = tuple[Fact, ...]


def is_met(inquiry: Inquiry, element: Element, person: str, held: Holding) -> bool:
    """Tell whether an element is there, of a person and of the account or accounts held."""
    return any(_is_there(inquiry, field, person, held) for field in element.any_of)


def _is_there(inquiry: Inquiry, field: str, person: str, held: Holding) -> bool:
    if field == OWNER_NAMES:
        return _owners_named(inquiry, person)
    if field == EXCEPTION and inquiry.law.reading("D22").choice == "literal":
        return False
    if field == SIGN_UP and inquiry.law.reading("D21").choice == "literal":
        return True
    fact_name, _, key = field.partition(".")
    return any(getattr(fact, key) for fact in _SOURCES[fact_name](inquiry, person, held))


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
    of_customer = inquiry.where(Payment, customer=held.customer)
    return (*of_customer, *(p for a in held.accounts for p in inquiry.where(Payment, account=a.id)))


def _access(inquiry: Inquiry, _: str, held: Holding) -> Facts:
    return tuple(a for account in held.accounts for a in inquiry.where(Access, account=account.id))


_SOURCES: Mapping[str, Callable[[Inquiry, str, Holding], Facts]] = {
    "access": _access,
    "contact": _contact,
    "payment": _payment,
    "person": _person,
    "presence": _presence,
}
"""Where the fields of an element are found. A pack that names another fact type cannot be used."""

FIELDS_OF = frozenset(_SOURCES)
