"""Which accounts a blocked person stands behind: as customer, acting for it, or through it."""

from collections.abc import Iterator

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account
from knowntenant.facts.types.accounts import OVER_STATES
from knowntenant.law.answer import UNKNOWN, YES, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, TEXT, ListOf, Shape
from knowntenant.persons.listings import standings
from knowntenant.sanctions.acting import principals
from knowntenant.sanctions.blocked import LISTS, controllers, is_blocked

AFFECTED = "sanctions.accounts_affected"
ROW = Shape("affected account", {"account": ID, "person": ID, "why": TEXT})
LISTED, OWNED, ACTS = "listed", "owned", "acts_for_customer"
PRINCIPAL = "acts_for_blocked"
_SAID = {
    LISTED: "on a blocking list",
    OWNED: "held at the share or above by blocked persons",
    ACTS: "in control, and so acting for the customer",
    PRINCIPAL: "the one for whom the account is held",
}


@decides(AFFECTED, Declared(answers=ListOf(ROW), takes={"of": ID}))
def accounts_affected(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give every account, open or asked for, behind which a blocked person stands, and why.

    listed: the customer is on a blocking list; owned: blocked persons hold the share of it;
    acts_for_customer: a person in control of the customer is blocked, and may not be dealt with
    (FAQ 400); acts_for_blocked: the customer, or the account alone, acts for a blocked person.
    `of` narrows it to a customer or an account. Accounts of which it is open are flagged.
    """
    rows: list[dict[str, object]] = []
    because: list[Reason] = []
    open_: list[str] = []
    for account in _accounts(inquiry, of):
        customer = account.customer or account.id
        for person, why in _behind(inquiry, account, customer):
            rows.append({"account": account.id, "person": person, "why": why})
            text = f"behind {account.id} stands {person}, who is blocked: {_SAID[why]}"
            because.append(inquiry.law.reason(AFFECTED, text, account.refs, part=why))
        open_ += _open(inquiry, account, customer)
    if not because:
        because.append(inquiry.law.reason(AFFECTED, "no blocked person stands behind an account"))
    return Answer(tuple(rows), tuple(because), (), tuple(open_))


def _accounts(inquiry: Inquiry, of: str) -> Iterator[Account]:
    told = inquiry.every(Account)
    if of:
        own = inquiry.one(Account, of)
        told = (own,) if own is not None else inquiry.where(Account, customer=of)
    return (account for account in told if account.state not in OVER_STATES)


def _open(inquiry: Inquiry, account: Account, customer: str) -> Iterator[str]:
    if is_blocked(inquiry, customer) is UNKNOWN:
        yield f"whether {customer} of {account.id} is blocked is open"
    for person, verdict in controllers(inquiry, customer):
        if verdict is UNKNOWN:
            yield f"whether {person}, who acts for {customer} of {account.id}, is blocked is open"
    for person in principals(inquiry, account):
        if is_blocked(inquiry, person) is UNKNOWN:
            yield f"whether {person}, for whom {account.id} is held, is blocked is open"


def _behind(inquiry: Inquiry, account: Account, customer: str) -> Iterator[tuple[str, str]]:
    if is_blocked(inquiry, customer) is YES:
        listed = any(one.verdict is YES for one in standings(inquiry, customer, LISTS))
        yield customer, LISTED if listed else OWNED
    for person, verdict in controllers(inquiry, customer):
        if verdict is YES:
            yield person, ACTS
    for person in principals(inquiry, account):
        if is_blocked(inquiry, person) is YES:
            yield person, PRINCIPAL
