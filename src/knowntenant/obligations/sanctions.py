"""What sanctions oblige to: stop supplying blocked persons, and report blocked property."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import BlockedProperty
from knowntenant.law.answer import UNKNOWN, YES, Answer
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind
from knowntenant.obligations.served import is_served

AFFECTED = "sanctions.accounts_affected"
REPORT, YEARLY = "sanctions.blocked_report_due", "sanctions.yearly_report_due"
EMBARGOED, BLOCKED = "sanctions.embargoed_place", "sanctions.blocked"
ASKS = (AFFECTED, BLOCKED, EMBARGOED, REPORT, YEARLY)


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what is owed about accounts behind which a blocked person stands, and their property."""
    affected = inquiry.ask(AFFECTED)
    rows = affected.value if isinstance(affected.value, tuple) else ()
    for row, because in zip(rows, affected.because, strict=False):
        done_by = "the account's closing, or a licence"
        of_row = Answer(affected.value, (because,))
        yield now(Kind.BLOCK_ACCOUNT, str(row["account"]), of_row, done_by)
    for held in inquiry.every(BlockedProperty):
        yield from of_property(inquiry, held)


def of_customer(inquiry: Inquiry, customer: str) -> Iterator[Obligation]:
    """Give what is owed about a customer who is served: perhaps embargoed, or blocked."""
    if not is_served(inquiry, customer):
        return
    place, blocked = inquiry.ask(EMBARGOED, customer), inquiry.ask(BLOCKED, customer)
    if place.value is YES:
        done_by = "a licence, or the end of the supply"
        yield now(Kind.HOLD_FOR_LICENCE, customer, place, done_by)
    elif place.value is UNKNOWN and any(reason.facts for reason in place.because):
        # Of a place that nobody told there is nothing to point at: data that is missing is asked
        # for elsewhere.
        yield now(Kind.SETTLE_EMBARGO, customer, place, "the region, or counsel's answer")
    if blocked.value is UNKNOWN:
        yield now(Kind.SETTLE_LISTING, customer, blocked, "the facts that settle it")


def of_property(inquiry: Inquiry, held: BlockedProperty) -> Iterator[Obligation]:
    """Give the reports owed about property that had to be blocked."""
    reports = (
        (REPORT, Kind.REPORT_BLOCKED_PROPERTY, "the report to OFAC", held.reported_on),
        (YEARLY, Kind.REPORT_BLOCKED_PROPERTY_YEARLY, "the yearly report to OFAC", None),
    )
    for name, kind, done_by, done in reports:
        due = inquiry.ask(name, held.id)
        if isinstance(due.value, date):
            yield dated(inquiry, kind, held.id, due, due.value, done_by, done)
