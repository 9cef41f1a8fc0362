"""Which accounts a blocked person stands behind: as customer, or acting for the customer."""

from collections.abc import Iterator

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Control
from knowntenant.facts.types.accounts import OPEN_STATES, AccountState
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, TEXT, ListOf, Shape
from knowntenant.persons.listings import standings
from knowntenant.sanctions.blocked import LISTS, is_blocked

AFFECTED = "sanctions.accounts_affected"
ROW = Shape("affected account", {"account": ID, "person": ID, "why": TEXT})
LISTED, OWNED, ACTS = "listed", "owned", "acts_for_customer"
_LIVE = OPEN_STATES | {AccountState.REQUESTED, None}


@decides(AFFECTED, Declared(answers=ListOf(ROW), takes={"of": ID}))
def accounts_affected(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give every account, open or asked for, behind which a blocked person stands, and why.

    listed: the customer is on a blocking list; owned: blocked persons hold the share of it;
    acts_for_customer: a person in control of the customer is blocked, and may not be dealt with
    (FAQ 400). `of` narrows it to a customer or an account. Accounts of which it is open are
    flagged.
    """
    rows: list[dict[str, object]] = []
    because: list[Reason] = []
    open_: list[str] = []
    for account in _accounts(inquiry, of):
        customer = account.customer or account.id
        for person, why in _behind(inquiry, customer):
            rows.append({"account": account.id, "person": person, "why": why})
            text = f"behind {account.id} stands {person}, who is blocked: {why}"
            because.append(inquiry.law.reason(AFFECTED, text, account.refs, part=why))
        if is_blocked(inquiry, customer) is UNKNOWN:
            open_.append(f"whether {customer} of {account.id} is blocked is open")
    if not because:
        because.append(inquiry.law.reason(AFFECTED, "no blocked person stands behind an account"))
    return Answer(tuple(rows), tuple(because), (), tuple(open_))


def _accounts(inquiry: Inquiry, of: str) -> Iterator[Account]:
    told = inquiry.every(Account)
    if of:
        own = inquiry.one(Account, of)
        told = (own,) if own is not None else inquiry.where(Account, customer=of)
    return (account for account in told if account.state in _LIVE)


def _behind(inquiry: Inquiry, customer: str) -> Iterator[tuple[str, str]]:
    if is_blocked(inquiry, customer) is YES:
        listed = any(one.verdict is YES for one in standings(inquiry, customer, LISTS))
        yield customer, LISTED if listed else OWNED
    for control in inquiry.where(Control, over=customer):
        if control.substantial is not NO and is_blocked(inquiry, control.person) is YES:
            yield control.person, ACTS
