"""Of whom and what is asked: an account with its customer, or a customer who has none yet."""

from dataclasses import dataclass
from datetime import date

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Account, Payment
from knowntenant.facts.types.accounts import OPEN_STATES


@dataclass(frozen=True, slots=True)
class Holding:
    """A customer and, where one is asked about, the account. `named` is what the question named."""

    named: str
    customer: str
    account: Account | None
    accounts: tuple[Account, ...]


@remembered
def holding(inquiry: Inquiry, named: str) -> Holding:
    """Find the account and customer that a question names: an account's id, or a customer's."""
    account = inquiry.one(Account, named)
    if account is not None:
        return Holding(named, account.customer or named, account, (account,))
    return Holding(named, named, None, inquiry.where(Account, customer=named))


def payments_of(inquiry: Inquiry, held: Holding) -> tuple[Payment, ...]:
    """Give the means of payment of a customer and of the account or accounts held."""
    own = inquiry.where(Payment, customer=held.customer)
    return (*own, *(p for a in held.accounts for p in inquiry.where(Payment, account=a.id)))


def open_since(inquiry: Inquiry, account: Account) -> date | None:
    """Give the day on which the present time of being open began, or None where it is not open."""
    since: date | None = None
    for record in account.records:
        state = record.values.get("state")
        if state in OPEN_STATES:
            since = since or inquiry.day_of(record.happened)
        elif state is not None:
            since = None
    return since


def first_open_day(inquiry: Inquiry, account: Account) -> date | None:
    """Give the day on which an account was first opened, provisionally or in full."""
    days = (
        inquiry.day_of(r.happened) for r in account.records if r.values.get("state") in OPEN_STATES
    )
    return next(days, None)
