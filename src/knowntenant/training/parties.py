"""By, for or on behalf of whom a transaction is made, and is any of them a foreign person?"""

from dataclasses import dataclass

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Transaction
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.ownership.owners import find_owners
from knowntenant.persons.status import Status, status


@dataclass(frozen=True, slots=True)
class Foreign:
    """Whether a foreign person stands behind a transaction, and on what that rests."""

    verdict: Verdict
    text: str
    rests_on: tuple[Answer[Status], ...]
    flags: tuple[str, ...] = ()


def parties(inquiry: Inquiry, told: Transaction) -> tuple[str, ...]:
    """Give by, for and on behalf of whom a transaction is made, each once.

    Of a reseller's transaction whose customer is not told, the reseller itself is the party.
    """
    account = inquiry.one(Account, told.account) if told.account else None
    holder = told.customer or (account.customer if account else None)
    named = [p for p in (told.by, told.made_for, told.on_behalf_of, holder) if p]
    return tuple(dict.fromkeys(named or ([told.reseller] if told.reseller else [])))


def foreign_parties(inquiry: Inquiry, told: Transaction) -> tuple[str, ...]:
    """Give the parties of which nothing shows that they are US persons."""
    return tuple(
        party
        for party in parties(inquiry, told)
        if status(inquiry, party).value != Status.US_PERSON
    )


def foreign(inquiry: Inquiry, told: Transaction) -> Foreign:
    """Say whether a transaction is made by, for or on behalf of a foreign person.

    One foreign party is enough. Where all that is told is a US customer with a foreign beneficial
    owner, a person says on whose behalf it is made; until then the answer is unknown.
    """
    persons = parties(inquiry, told)
    statuses = tuple(status(inquiry, person) for person in persons)
    found = [p for p, s in zip(persons, statuses, strict=True) if s.value == Status.FOREIGN_PERSON]
    if found:
        text = f"{', '.join(found)}: a foreign person by, for or on behalf of whom it is made"
        return Foreign(YES, text, statuses)
    if not persons or any(s.value is UNKNOWN for s in statuses):
        text = "by, for or on behalf of whom it is made is not shown"
        return Foreign(UNKNOWN, text, statuses)
    behind = () if told.made_for or told.on_behalf_of else _owners_abroad(inquiry, persons)
    if behind:
        flags = tuple(f"is it made on behalf of {owner}, a foreign owner?" for owner in behind)
        return Foreign(UNKNOWN, "a foreign owner stands behind a US person", statuses, flags)
    return Foreign(NO, f"{', '.join(persons)}: all of them US persons", statuses)


def _owners_abroad(inquiry: Inquiry, persons: tuple[str, ...]) -> tuple[str, ...]:
    owners = (owner for person in persons for owner in find_owners(inquiry, person).owners)
    return tuple(
        owner
        for owner in dict.fromkeys(owners)
        if status(inquiry, owner).value == Status.FOREIGN_PERSON
    )
