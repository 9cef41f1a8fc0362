"""What a report tells of the foreign person: names, addresses, payment, contact (7.308(d)(1)(i)).

Each item says whether the facts hold it; which clause asks for it stands in the pack's parts.
"""

from collections.abc import Iterator
from datetime import datetime

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Access, Account, Contact, Payment, Presence, Transaction
from knowntenant.facts.types.persons import PersonKind
from knowntenant.facts.types.training import PaidWith
from knowntenant.law.answer import UNKNOWN
from knowntenant.ownership.owners import beneficial_owners
from knowntenant.persons.kind import kind_of
from knowntenant.persons.kind import person as person_told

Item = tuple[str, bool]
"""An item's name, and whether the facts hold it."""

_PAYMENT = (
    "token", "card_last_four", "account_number", "customer_identifier", "transaction_identifier",
    "wallet_address", "other",
)  # fmt: skip


def items_of(inquiry: Inquiry, told: Transaction, person: str) -> Iterator[Item]:
    """Give the items asked about one foreign person; which, depends on what kind of person."""
    contact = inquiry.one(Contact, person)
    if kind_of(inquiry, person) is PersonKind.ENTITY:
        yield from _of_entity(inquiry, told, person)
    else:
        yield from _of_individual(inquiry, told, person)
    yield "email", bool(contact and contact.email)
    yield "telephone", bool(contact and contact.phone)


def items_of_account(inquiry: Inquiry, told: Transaction) -> Iterator[Item]:
    """Give the items asked about the account: payment, and accesses each with its time."""
    credits_ = PaidWith.COMPUTE_CREDITS in (told.paid_with or ())
    yield "payment", credits_ or any(_tells(p) for p in _payments(inquiry, told))
    accesses = [
        access
        for account in _accounts(inquiry, told)
        for access in inquiry.where(Access, account=account)
        if access.ip
    ]
    timed = all(isinstance(access.begun, datetime) for access in accesses)
    yield "ip_addresses", bool(accesses) and timed


def _of_individual(inquiry: Inquiry, told: Transaction, person: str) -> Iterator[Item]:
    contact = inquiry.one(Contact, person)
    yield "legal_name", _named(inquiry, person)
    if told.on_behalf_of and told.on_behalf_of != person:
        yield "ultimate_owner", _named(inquiry, told.on_behalf_of)
    if contact and contact.military_box and not contact.street_address:
        yield "military_box", True
    else:
        yield "street_address", bool(contact and contact.street_address)


def _of_entity(inquiry: Inquiry, told: Transaction, person: str) -> Iterator[Item]:
    contact, presence = inquiry.one(Contact, person), inquiry.one(Presence, person)
    owners = _owners_named(inquiry, person)
    yield "business_name", _named(inquiry, person)
    yield "ultimate_owner", owners
    yield (
        "principal_place",
        bool(contact and (contact.principal_place or contact.inquiries_address)),
    )
    yield "training_origins", bool(told.origins)
    yield "jurisdiction", bool(presence and presence.organised_in)
    yield "owner_names", owners


def _owners_named(inquiry: Inquiry, person: str) -> bool:
    answer = beneficial_owners(inquiry, person)
    if answer.value is UNKNOWN or answer.flags:
        return False
    return all(_named(inquiry, owner) for owner in answer.value)


def _named(inquiry: Inquiry, person: str) -> bool:
    told = person_told(inquiry, person)
    return told is not None and bool(told.name)


def _accounts(inquiry: Inquiry, told: Transaction) -> tuple[str, ...]:
    if told.account:
        return (told.account,)
    held = inquiry.where(Account, customer=told.customer) if told.customer else ()
    return tuple(account.id for account in held)


def _payments(inquiry: Inquiry, told: Transaction) -> Iterator[Payment]:
    accounts = _accounts(inquiry, told)
    customers = {told.customer}
    for account in accounts:
        yield from inquiry.where(Payment, account=account)
        held = inquiry.one(Account, account)
        customers.add(held.customer if held else None)
    for customer in sorted(one for one in customers if one):
        yield from inquiry.where(Payment, customer=customer)


def _tells(payment: Payment) -> bool:
    return any(getattr(payment, field) for field in _PAYMENT)
