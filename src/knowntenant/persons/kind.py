"""Individual or entity (7.301): as stated, or as the other facts about a person show."""

from dataclasses import replace

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Control, Customer, Ownership, Person, Presence, Reseller
from knowntenant.facts.types.persons import PersonKind


def person(inquiry: Inquiry, id_: str) -> Person | None:
    """Give what is told of a person, whether as a customer or as another person, or as both.

    Where both are told, what the one leaves open is taken from the other.
    """
    customer, other = inquiry.one(Customer, id_), inquiry.one(Person, id_)
    if customer is None or other is None:
        return customer or other
    whole = replace(
        customer,
        kind=customer.kind or other.kind,
        name=customer.name or other.name,
        names_used=customer.names_used or other.names_used,
        birth_date=customer.birth_date or other.birth_date,
        lei=customer.lei or other.lei,
        register_number=customer.register_number or other.register_number,
        national_id=customer.national_id or other.national_id,
        national_id_exception=customer.national_id_exception or other.national_id_exception,
        records=(*other.records, *customer.records),
    )
    return customer if whole == customer else whole  # the records are not compared


@remembered
def kind_of(inquiry: Inquiry, id_: str) -> PersonKind | None:
    """Give the kind of a person: stated, else shown by how it is organised, owned or controlled."""
    stated = person(inquiry, id_)
    if stated is not None and stated.kind is not None:
        return stated.kind
    presence = inquiry.one(Presence, id_)
    if presence is not None and (presence.organised_in or presence.headquartered_in):
        return PersonKind.ENTITY
    if presence is not None and (presence.citizen or presence.resident):
        return PersonKind.INDIVIDUAL
    owned = bool(inquiry.where(Ownership, owned=id_)) or bool(inquiry.where(Control, over=id_))
    is_branch = presence is not None and presence.branch_of is not None
    if owned or is_branch or inquiry.one(Reseller, id_):
        return PersonKind.ENTITY
    return PersonKind.INDIVIDUAL if inquiry.where(Control, person=id_) else None


def is_entity(inquiry: Inquiry, id_: str) -> bool:
    """Tell whether a person is known to be an entity."""
    return kind_of(inquiry, id_) is PersonKind.ENTITY
