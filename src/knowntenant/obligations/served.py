"""Whether a customer is served, or about to be: what is owed of supply ends with its accounts."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account
from knowntenant.facts.types.accounts import OPEN_STATES


def is_served(inquiry: Inquiry, customer: str) -> bool:
    """Tell whether a customer has an account that stands open, or none at all yet."""
    accounts = inquiry.where(Account, customer=customer)
    return not accounts or any(a.state in OPEN_STATES or a.state is None for a in accounts)
