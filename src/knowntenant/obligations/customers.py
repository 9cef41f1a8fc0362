"""What is owed about customers and their open accounts: data, identity, records (7.302).

Worked out as if there were no exemption, so that what one lifts is shown, as muted.
"""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Exemption
from knowntenant.facts.types.accounts import LIMITED_STATES, OPEN_STATES
from knowntenant.law.answer import UNKNOWN, YES, Answer
from knowntenant.obligations.making import dated, now, row, state_of
from knowntenant.obligations.row import Obligation, ObligationState
from knowntenant.obligations.row import ObligationKind as Kind
from knowntenant.scope.accounts import entered_scope_on

ASKS = (
    "deterrence.reactivated", "identification.missing_data", "persons.recheck_due",
    "retention.record_gaps", "scope.account_in_scope",
    "verification.after_failure", "verification.next_review", "verification.outcome",
    "verification.redress",
)  # fmt: skip


def of_customer(inquiry: Inquiry, customer: str) -> Iterator[Obligation]:
    """Give what is owed about one customer and its accounts."""
    redress = inquiry.ask("verification.redress", customer)
    if redress.value == "to_be_opened":
        yield now(Kind.OPEN_REDRESS, customer, redress, "a redress case")
    recheck = inquiry.ask("persons.recheck_due", customer)
    if recheck.value is YES:
        yield now(Kind.RECHECK_US_STATUS, customer, recheck, "a verification step")
    review = inquiry.ask("verification.next_review", customer, despite_exemption=YES)
    if isinstance(review.value, date):
        done_by = "a passed verification step"
        yield dated(inquiry, Kind.REVERIFY_CUSTOMER, customer, review, review.value, done_by)
    for account in inquiry.where(Account, customer=customer):
        if account.state in OPEN_STATES:
            yield from of_open_account(inquiry, account)


def of_open_account(inquiry: Inquiry, account: Account) -> Iterator[Obligation]:
    """Give what is owed about an account that stands open."""
    scope = inquiry.ask("scope.account_in_scope", account.id)
    if scope.value is UNKNOWN:
        yield now(Kind.SETTLE_STATUS, account.id, scope, "the determination")
    if scope.value is not YES:
        return
    missing = inquiry.ask("identification.missing_data", account.id, despite_exemption=YES)
    if missing.value:
        yield _on_entry(inquiry, Kind.COLLECT_DATA, account, missing, "the data elements named")
    outcome = inquiry.ask("verification.outcome", account.id)
    measure = inquiry.ask("verification.after_failure", account.id)
    if measure.value == "restrict" and account.state in LIMITED_STATES:
        return
    if measure.value:
        yield now(Kind.CLOSE_OR_RESTRICT_ACCOUNT, account.id, measure, "the account's new state")
    elif outcome.value != "verified":
        done_by = "a passed verification step"
        yield _on_entry(inquiry, Kind.VERIFY_IDENTITY, account, outcome, done_by)
        due = account.deprovision_on
        if isinstance(due, date):
            kind, done_by = Kind.DEPROVISION_ACCOUNT, "the closing"
            yield dated(inquiry, kind, account.id, outcome, due, done_by)
    else:
        gaps = inquiry.ask("retention.record_gaps", account.id)
        if gaps.value and not missing.value:
            yield now(Kind.COMPLETE_RECORD, account.id, gaps, "the parts of the record named")


def _on_entry(
    inquiry: Inquiry, kind: Kind, account: Account, answer: Answer[object], satisfied_by: str
) -> Obligation:
    """Make due at once what an account owes that enters scope (D32) or loses an exemption later."""
    due = _back_on(inquiry, account) or entered_scope_on(inquiry, account)
    state = state_of(inquiry, due, None) if due else ObligationState.OPEN
    return row(kind, account.id, answer, due, state, satisfied_by)


def _back_on(inquiry: Inquiry, account: Account) -> date | None:
    """Give the day on which the revocation of an exemption brought an account's duties back."""
    if not inquiry.every(Exemption):
        return None
    back = inquiry.ask("deterrence.reactivated", of=account.id)
    rows = back.value if isinstance(back.value, tuple) else ()
    return max((row["since"] for row in rows), default=None)
