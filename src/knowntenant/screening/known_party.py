"""Somebody whom the facts tell of, as a party to be screened: names, places, numbers."""

import re
from collections.abc import Iterator

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.places import PLACES, Place
from knowntenant.facts.types import Account, Contact, Evidence, Payment, Person, Reseller
from knowntenant.facts.types.accounts import PaymentMeans
from knowntenant.facts.types.persons import PersonKind
from knowntenant.law.kinds import fold
from knowntenant.persons.kind import kind_of, person
from knowntenant.persons.status import presence_of
from knowntenant.screening.entry import Identifier, IdKind, Kind
from knowntenant.screening.party import Party

_KINDS = {
    PersonKind.INDIVIDUAL: Kind.PERSON,
    PersonKind.ENTITY: Kind.ORGANIZATION,
    None: Kind.LEGAL_ENTITY,
}
_SCHEME = re.compile(r"(?P<country>[A-Za-z]{2})-[A-Za-z0-9]+:(?P<number>.+)")
_DOCUMENTS = (
    ("passport", IdKind.PASSPORT),
    ("tax", IdKind.TAX),
    ("regist", IdKind.REGISTRATION),
    ("national_id", IdKind.NATIONAL_ID),
    ("identity", IdKind.NATIONAL_ID),
    ("id_card", IdKind.NATIONAL_ID),
)
"""What kind of number a document carries, by a part of its kind's name."""


def party_of(inquiry: Inquiry, id_: str) -> Party:
    """Give what is known of somebody on the day asked about, under the provider's own id.

    The name is empty where none is told. Places resting on an IP address alone are left out.
    """
    told = person(inquiry, id_)
    reseller = inquiry.one(Reseller, id_)
    name = (told.name if told else "") or (reseller.name if reseller else "") or ""
    return Party(
        id=id_,
        kind=_KINDS[kind_of(inquiry, id_)],
        name=name,
        aliases=tuple(dict.fromkeys((told.names_used if told else ()) or ())),
        birth_date=(told.birth_date if told else "") or "",
        countries=tuple(dict.fromkeys(_countries(inquiry, id_))),
        address=_address(inquiry, id_),
        identifiers=tuple(dict.fromkeys(_numbers(inquiry, id_, told))),
    )


def country_of(place: Place) -> str:
    """Give the country of a place by ISO 3166-1 alpha-2 in lower case."""
    code = place.code
    while len(code) > 2:  # noqa: PLR2004 - a country's code has two letters, a region's more
        code = PLACES[code].within
    return code.lower()


def _countries(inquiry: Inquiry, id_: str) -> Iterator[str]:
    presence = presence_of(inquiry, id_)
    if presence is None:
        return
    told = (presence.located, presence.organised_in, presence.headquartered_in)
    for place in (*told, *(presence.citizen or ()), *(presence.resident or ())):
        if place:
            yield country_of(place)


def _address(inquiry: Inquiry, id_: str) -> str:
    contact = inquiry.one(Contact, id_)
    if contact is None:
        return ""
    told = (contact.street_address, contact.principal_place, contact.inquiries_address)
    return next(filter(None, told), "")


def _numbers(inquiry: Inquiry, id_: str, told: Person | None) -> Iterator[Identifier]:
    if told is not None and told.lei:
        yield Identifier(IdKind.LEI, told.lei.strip().upper())
    if told is not None and told.register_number:
        yield _registration(told.register_number.strip())
    if told is not None and told.national_id:
        yield Identifier(IdKind.NATIONAL_ID, told.national_id)
    for one in inquiry.where(Evidence, person=id_):
        kind = next((kind for part, kind in _DOCUMENTS if part in fold(one.kind or "")), None)
        if one.number and kind:
            country = country_of(one.issued_by) if one.issued_by else ""
            yield Identifier(kind, one.number, country)
    for payment in _payments(inquiry, id_):
        for wallet in (payment.account_number, payment.customer_identifier):
            if wallet and payment.means is PaymentMeans.CRYPTO:
                yield Identifier(IdKind.WALLET, wallet)


def _registration(number: str) -> Identifier:
    """Give a register's number without its scheme, whose first letters are its country."""
    found = _SCHEME.fullmatch(number)
    if found and found["country"].upper() in PLACES:
        return Identifier(IdKind.REGISTRATION, found["number"], found["country"].lower())
    return Identifier(IdKind.REGISTRATION, number.rpartition(":")[2])


def _payments(inquiry: Inquiry, id_: str) -> Iterator[Payment]:
    yield from inquiry.where(Payment, customer=id_)
    for account in inquiry.where(Account, customer=id_):
        yield from inquiry.where(Payment, account=account.id)
