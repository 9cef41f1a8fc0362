"""What a final rule would oblige to about accounts that are open already (D24)."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, FinalRule
from knowntenant.law.answer import YES
from knowntenant.obligations.making import dated
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind

ASKS = ("identification.missing_data", "scope.existing_account_due", "verification.outcome")


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what is owed about every account that was open before the compliance date."""
    if not inquiry.every(FinalRule):
        return
    for account in inquiry.every(Account):
        yield from of_existing(inquiry, account.id)


def of_existing(inquiry: Inquiry, account: str) -> Iterator[Obligation]:
    """Give that an account is to be brought up to standard, until its data and identity are."""
    due = inquiry.ask("scope.existing_account_due", account)
    if not isinstance(due.value, date):
        return
    missing = inquiry.ask("identification.missing_data", account, despite_exemption=YES)
    outcome = inquiry.ask("verification.outcome", account)
    if missing.value or outcome.value != "verified":
        done_by = "the data elements named, and a passed verification step"
        kind = Kind.BRING_ACCOUNT_UP_TO_STANDARD
        yield dated(inquiry, kind, account, due, due.value, done_by)
