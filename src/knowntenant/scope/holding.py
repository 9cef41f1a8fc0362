"""Of whom and what is asked: an account with its customer, or a customer who has none yet."""

from dataclasses import dataclass

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account


@dataclass(frozen=True, slots=True)
class Holding:
    """A customer and, where one is asked about, the account. `named` is what the question named."""

    named: str
    customer: str
    account: Account | None
    accounts: tuple[Account, ...]


def holding(inquiry: Inquiry, named: str) -> Holding:
    """Find the account and customer that a question names: an account's id, or a customer's."""
    account = inquiry.one(Account, named)
    if account is not None:
        return Holding(named, account.customer or named, account, (account,))
    return Holding(named, named, None, inquiry.where(Account, customer=named))
