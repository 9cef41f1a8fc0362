"""Accounts that are open already when a rule begins to bind (preamble: compliance period, D24)."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, FinalRule
from knowntenant.law.answer import NO, UNKNOWN, Answer, Unknown
from knowntenant.law.days import years_within
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY
from knowntenant.scope.accounts import account_in_scope
from knowntenant.scope.holding import open_since

EXISTING_DUE = "scope.existing_account_due"
PERIOD = "compliance_period"
SILENT = "the text is silent on accounts that are already open"
NO_RULE = "no final rule is recorded, so there is no compliance date"


@decides(EXISTING_DUE, Declared(of="account", answers=DAY, readings=("D16", "D17", "D24", "D32")))
def existing_account_due(inquiry: Inquiry, account: str) -> Answer[date | None]:
    """Give the day by which an account that was open before it is brought up to standard.

    D24, 'remediate': the compliance date, counted from the publication of a final rule; none while
    no such rule is recorded. 'leave': none. None too for an account that is closed, that was opened
    on the compliance date or later, or that is out of scope; unknown where it is not told whether
    the account is open. The text itself says nothing of such accounts, and a flag says so.
    """
    taken = inquiry.law.reading("D24")
    due, facts = compliance_date(inquiry)
    if taken.choice == "leave":
        return _answer(inquiry, None, f"{account} is left alone until it is opened anew")
    if due is None:
        answer = _answer(inquiry, None, f"nothing is due about {account} yet")
        return Answer(None, answer.because, answer.readings, (*answer.flags, NO_RULE))
    told = inquiry.one(Account, account)
    if told is None or told.state is None:
        text = f"whether {account} is open is not recorded"
        return _answer(inquiry, UNKNOWN, text)
    since = open_since(inquiry, told)
    if since is None or since >= due:
        text = f"{account} is not open, or was opened when the rule bound already"
        return _answer(inquiry, None, text, told.refs)
    scope = account_in_scope(inquiry, account)
    if scope.value is NO:
        return _answer(inquiry, None, f"{account} is out of scope", told.refs).resting_on(scope)
    text = f"{account} has been open since {since}, before the compliance date, {due}"
    return _answer(inquiry, due, text, (*told.refs, *facts)).resting_on(scope)


def compliance_date(inquiry: Inquiry) -> tuple[date | None, tuple[str, ...]]:
    """Give the last day of the compliance period, with its facts; none without a final rule."""
    rules = inquiry.every(FinalRule)
    if not rules:
        return None, ()
    published = min(inquiry.day_of(rule.begun) for rule in rules)
    years = int(inquiry.law.number(PERIOD, published))
    return years_within(published, years), tuple(ref for rule in rules for ref in rule.refs)


def _answer(
    inquiry: Inquiry, due: date | Unknown | None, text: str, facts: tuple[str, ...] = ()
) -> Answer[date | None]:
    reason = inquiry.law.reason(EXISTING_DUE, text, facts)
    return Answer(due, (reason,), (inquiry.law.reading("D24"),), (SILENT,))
