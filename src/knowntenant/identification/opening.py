"""May an account be opened? What must be there first, and what stands in the way (7.302(d))."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.identification.data import missing_data
from knowntenant.identification.determination import us_determination
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.ownership.owners import beneficial_owners
from knowntenant.persons.status import status
from knowntenant.scope.accounts import (
    account_in_scope,
    entered_scope_on,
    no_iaas_product,
    persons_of,
)
from knowntenant.scope.holding import holding, open_since
from knowntenant.scope.lifting import ASKS, lifted

MAY_OPEN = "identification.may_open"
OPENED_WITHOUT = "identification.opened_without_leave"
OUTCOME = "verification.outcome"
BLOCKED = "verification.reregistration_blocked"
FURNISH = "certification.may_furnish"
MEASURES = "measures.effect"
PROVISIONAL = "verification.provisional_use"


@decides(
    MAY_OPEN,
    Declared(
        of="account",
        answers=YES_NO,
        asks=(OUTCOME, BLOCKED, FURNISH, MEASURES, *ASKS),
        readings=("D2", "D16", "D17", "D20", "D21", "D22", "D23", "D32"),
    ),
)
def may_open(inquiry: Inquiry, account: str) -> Answer[Verdict]:
    """Say whether an account may be opened in full on the day asked about.

    Not before it is determined whether the account is in scope. An all-US account: once that
    determination is shown. Any other: once all data is there, the
    identity of customer and owners is verified, and nobody re-registers after a final failure.
    A newly established provider opens none in scope before it has filed its certification form.
    None that a binding special measure forbids, or may forbid as far as the facts go (7.307(b)).
    While an exemption lifts 7.302 for the account, whether or not it is in scope, only such a
    measure and an unfiled form stand in the way: what identification, verification and
    re-registration would ask is answered by their own decisions, as if there were no exemption.
    Restricted use while verification goes on is another question (verification.provisional_use).
    """
    scope = account_in_scope(inquiry, account)
    measures = inquiry.ask(MEASURES, account)
    if _forbids(measures.value):
        text = f"a special measure forbids {account}, or may forbid it"
        return Answer(NO, (inquiry.law.reason(MAY_OPEN, text),)).resting_on(measures, scope)
    exempt = lifted(inquiry, account, inquiry.law.cite(MAY_OPEN))
    if exempt is not None:
        return _exempted(inquiry, account, exempt)
    if scope.value is NO:
        return _out_of_scope(inquiry, account).resting_on(scope)
    customer = holding(inquiry, account).customer
    blocked = inquiry.ask(BLOCKED, customer)
    if scope.value is UNKNOWN and blocked.value is not YES:
        text = f"it is open whether {account} is in scope: not before that is determined"
        flag = ("determination outstanding",)
        return Answer(NO, (inquiry.law.reason(MAY_OPEN, text),), flags=flag).resting_on(scope)
    missing = missing_data(inquiry, account)
    outcome, furnish = inquiry.ask(OUTCOME, account), inquiry.ask(FURNISH, account)
    owners = beneficial_owners(inquiry, customer)
    statuses = ((who, status(inquiry, who)) for who in persons_of(inquiry, customer))
    open_statuses = [pair for pair in statuses if pair[1].value is UNKNOWN]
    obstacles = [
        (bool(missing.value), "data is missing", missing),
        (outcome.value != "verified", "identity is not verified", outcome),
        (blocked.value is YES, "it repeats a registration that finally failed", blocked),
        (furnish.value is NO, "a new provider has filed no certification form", furnish),
        (owners.value is UNKNOWN, "it is not settled who the beneficial owners are", owners),
        *((True, f"the status of {who} is open", status_) for who, status_ in open_statuses),
    ]
    against = [(text, why) for stands, text, why in obstacles if stands]
    taken = (inquiry.law.reading("D20"),)
    if not against:
        text = f"everything asked before opening {account} is there"
        reason = inquiry.law.reason(MAY_OPEN, text)
        return Answer(YES, (reason,), taken).resting_on(outcome, owners, scope)
    text = f"{account} may not be opened: {'; '.join(text for text, _ in against)}"
    reason = inquiry.law.reason(MAY_OPEN, text)
    return Answer(NO, (reason,), taken).resting_on(*(why for _, why in against), scope)


@decides(
    OPENED_WITHOUT,
    Declared(
        of="account",
        answers=YES_NO,
        asks=(MAY_OPEN, PROVISIONAL, MEASURES, *ASKS),
        readings=("D2", "D32"),
    ),
)
def opened_without_leave(inquiry: Inquiry, account: str) -> Answer[Verdict]:
    """Say whether an account stands open that may not be, with no provisional use to cover it.

    An account that was opened out of scope and entered it later was opened with leave: what is
    missing is due then (D32), and asked for on its own. So was one that was opened under an
    exemption: what is missing is due from the day of the revocation on (7.306(g)).
    """
    told = inquiry.one(Account, account)
    if told is None or told.state not in OPEN_STATES:
        text = f"{account} is not open"
        return Answer(NO, (inquiry.law.reason(OPENED_WITHOUT, text),))
    leave = inquiry.ask(MAY_OPEN, account)
    scope = account_in_scope(inquiry, account)
    forbidden = _forbids(inquiry.ask(MEASURES, account).value)
    if leave.value is YES or (scope.value is UNKNOWN and not forbidden):
        verdict = NO if leave.value is YES else UNKNOWN
        text = f"{account} is open; whether it may be: {'yes' if leave.value is YES else 'open'}"
        return Answer(verdict, (inquiry.law.reason(OPENED_WITHOUT, text),)).resting_on(leave)
    entered = None if forbidden else entered_scope_on(inquiry, told)
    if entered is not None:
        text = f"{account} was opened out of scope and entered it on {entered}"
        reason = inquiry.law.reason(OPENED_WITHOUT, text, told.refs)
        flag = "entered scope after opening: data and verification are due"
        return Answer(NO, (reason,), (inquiry.law.reading("D32"),), (flag,)).resting_on(leave)
    exempt = None if forbidden else _opened_under(inquiry, told)
    if exempt is not None:
        text = f"{account} was opened under an exemption that no longer stands"
        reason = Reason(text, exempt.clauses, (*told.refs, *exempt.facts))
        flag = "opened under an exemption: data and verification are due since it ended"
        return Answer(NO, (reason,), flags=(flag,)).resting_on(exempt, leave)
    use = inquiry.ask(PROVISIONAL, account)
    allowed = isinstance(use.value, dict) and use.value.get("allowed") is YES
    covered = allowed and not forbidden
    text = f"{account} is {told.state}" + (", covered by provisional use" if covered else "")
    reason = inquiry.law.reason(OPENED_WITHOUT, text, told.refs)
    return Answer(NO if covered else YES, (reason,)).resting_on(use if covered else leave)


def _exempted(inquiry: Inquiry, account: str, exempt: Answer[object]) -> Answer[Verdict]:
    """Give the answer for an account for which an exemption lifts what is asked before opening."""
    furnish = inquiry.ask(FURNISH, account)
    if furnish.value is NO:
        text = f"{account} may not be opened: a new provider has filed no certification form"
        return Answer(NO, (inquiry.law.reason(MAY_OPEN, text),)).resting_on(furnish, exempt)
    text = f"nothing is asked before opening {account}: {exempt.because[0].text}"
    return Answer(YES, (Reason(text, exempt.clauses, exempt.facts),)).resting_on(exempt)


def _opened_under(inquiry: Inquiry, told: Account) -> Answer[object] | None:
    """Give the exemption that stood on the day on which an account was last opened, or None."""
    then = inquiry.on(open_since(inquiry, told) or inquiry.day)
    return lifted(then, told.id, inquiry.law.cite(MAY_OPEN))


def _forbids(effects: object) -> bool:
    """Tell whether one of the special measures that reach an account is a binding prohibition."""
    rows = effects if isinstance(effects, tuple) else ()
    return any(row["state"] == "binding" and row["effect"] == "prohibited" for row in rows)


def _out_of_scope(inquiry: Inquiry, account: str) -> Answer[Verdict]:
    if no_iaas_product(inquiry, holding(inquiry, account)) is not None:
        text = f"{account} holds no product within the subpart"
        return Answer(YES, (inquiry.law.reason(MAY_OPEN, text),))
    shown = us_determination(inquiry, account)
    if shown.value is YES:
        text = f"{account} is out of scope, and that is shown"
        return Answer(YES, (inquiry.law.reason(MAY_OPEN, text),)).resting_on(shown)
    text = f"{account} counts as all US, but due diligence is outstanding"
    return Answer(NO, (inquiry.law.reason(MAY_OPEN, text),)).resting_on(shown)
