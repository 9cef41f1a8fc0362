"""What is due, gathered from the decisions about customers, accounts, resellers and requests."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Customer, Request, Reseller
from knowntenant.facts.types.accounts import OPEN_STATES, AccountState
from knowntenant.law.answer import UNKNOWN, YES, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, ListOf
from knowntenant.obligations.row import OBLIGATION, Obligation, ObligationKind, ObligationState
from knowntenant.scope.accounts import entered_scope_on

OPEN = "obligations.open"
ALL = "obligations.all"
_ASKS = (
    "identification.missing_data", "persons.recheck_due", "resellers.cip_copy_due",
    "resellers.required_steps", "resellers.state", "resellers.termination_due",
    "retention.record_gaps", "scope.account_in_scope", "verification.after_failure",
    "verification.next_review", "verification.outcome", "verification.redress",
)  # fmt: skip
_LIMITED = (AccountState.RESTRICTED, AccountState.SUSPENDED)
_DONE = (ObligationState.MET, ObligationState.MET_LATE)
Kind = ObligationKind


@decides(ALL, Declared(answers=ListOf(OBLIGATION), takes={"of": ID}, asks=_ASKS, composed=True))
def all_obligations(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give every obligation on the day asked about, and those met whose due day the law sets.

    They arise for open accounts, customers, resellers and requests; `of` narrows it to a subject.
    """
    rows = [row for row in gather(inquiry) if of in ("", row.of)]
    return _answered(inquiry, rows)


@decides(OPEN, Declared(answers=ListOf(OBLIGATION), takes={"of": ID}, asks=_ASKS, composed=True))
def open_obligations(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give the obligations that are open or late, the earliest due day first."""
    rows = [row for row in gather(inquiry) if of in ("", row.of) and row.state not in _DONE]
    return _answered(inquiry, sorted(rows, key=lambda row: (row.due or date.max, row.of, row.kind)))


def gather(inquiry: Inquiry) -> Iterator[Obligation]:
    """Gather the obligations about every request, reseller, customer and account."""
    for request in inquiry.every(Request):
        yield from of_request(inquiry, request)
    for reseller in inquiry.every(Reseller):
        yield from of_reseller(inquiry, reseller)
    customers = (*inquiry.every(Customer),)
    names = dict.fromkeys((*(c.id for c in customers), *_holders(inquiry)))
    for customer in names:
        yield from of_customer(inquiry, customer)


def of_request(inquiry: Inquiry, request: Request) -> Iterator[Obligation]:
    """Give what a request of the Department obliges to: the copy of a CIP within its term."""
    due = inquiry.ask("resellers.cip_copy_due", request.id)
    if isinstance(due.value, date):
        state = _state(inquiry, due.value, request.answered_on)
        yield _row(Kind.HAND_OVER_CIP, request.id, due, due.value, state, "the transmittal")


def of_reseller(inquiry: Inquiry, reseller: Reseller) -> Iterator[Obligation]:
    """Give what evidence and knowledge about a reseller oblige to."""
    steps = inquiry.ask("resellers.required_steps", reseller.id)
    for step in steps.value if isinstance(steps.value, tuple) else ():
        kind = Kind.REPORT_MALICIOUS_ACTIVITY if "report" in step else Kind.TAKE_STEPS_TO_CLOSE
        done_by = f"a step '{step}' logged on the reseller"
        yield _row(kind, reseller.id, steps, None, ObligationState.OPEN, done_by)
    due = inquiry.ask("resellers.termination_due", reseller.id)
    if isinstance(due.value, date):
        ended = reseller.told("state") if reseller.state == "terminated" else None
        state = _state(inquiry, due.value, inquiry.day_of(ended.happened) if ended else None)
        done_by = "the notice of termination"
        yield _row(Kind.TERMINATE_RESELLER, reseller.id, due, due.value, state, done_by)


def of_customer(inquiry: Inquiry, customer: str) -> Iterator[Obligation]:
    """Give what is owed about one customer and its accounts."""
    redress = inquiry.ask("verification.redress", customer)
    if redress.value == "to_be_opened":
        yield _now(Kind.OPEN_REDRESS, customer, redress, "a redress case")
    recheck = inquiry.ask("persons.recheck_due", customer)
    if recheck.value is YES:
        yield _now(Kind.RECHECK_US_STATUS, customer, recheck, "a verification step")
    review = inquiry.ask("verification.next_review", customer)
    if isinstance(review.value, date):
        state = _state(inquiry, review.value, None)
        done_by = "a passed verification step"
        yield _row(Kind.REVERIFY_CUSTOMER, customer, review, review.value, state, done_by)
    for account in inquiry.where(Account, customer=customer):
        if account.state in OPEN_STATES:
            yield from of_open_account(inquiry, account)


def of_open_account(inquiry: Inquiry, account: Account) -> Iterator[Obligation]:
    """Give what is owed about an account that stands open."""
    scope = inquiry.ask("scope.account_in_scope", account.id)
    if scope.value is UNKNOWN:
        yield _now(Kind.SETTLE_STATUS, account.id, scope, "the determination")
    if scope.value is not YES:
        return
    missing = inquiry.ask("identification.missing_data", account.id)
    if missing.value:
        yield _on_entry(inquiry, Kind.COLLECT_DATA, account, missing, "the data elements named")
    outcome = inquiry.ask("verification.outcome", account.id)
    measure = inquiry.ask("verification.after_failure", account.id)
    if measure.value == "restrict" and account.state in _LIMITED:
        return
    if measure.value:
        yield _now(Kind.CLOSE_OR_RESTRICT_ACCOUNT, account.id, measure, "the account's new state")
    elif outcome.value != "verified":
        done_by = "a passed verification step"
        yield _on_entry(inquiry, Kind.VERIFY_IDENTITY, account, outcome, done_by)
        if isinstance(account.deprovision_on, date):
            state = _state(inquiry, account.deprovision_on, None)
            due = account.deprovision_on
            yield _row(Kind.DEPROVISION_ACCOUNT, account.id, outcome, due, state, "the closing")
    else:
        gaps = inquiry.ask("retention.record_gaps", account.id)
        if gaps.value and not missing.value:
            yield _now(Kind.COMPLETE_RECORD, account.id, gaps, "the parts of the record named")


def _holders(inquiry: Inquiry) -> Iterator[str]:
    return (account.customer for account in inquiry.every(Account) if account.customer)


def _state(inquiry: Inquiry, due: date, done: date | None) -> ObligationState:
    if done is not None and done <= inquiry.day:
        return ObligationState.MET if done <= due else ObligationState.MET_LATE
    return ObligationState.LATE if inquiry.day > due else ObligationState.OPEN


def _on_entry(
    inquiry: Inquiry, kind: Kind, account: Account, answer: Answer[object], satisfied_by: str
) -> Obligation:
    """Make due on the day of the change what an account that enters scope later owes (D32)."""
    due = entered_scope_on(inquiry, account)
    state = _state(inquiry, due, None) if due else ObligationState.OPEN
    return _row(kind, account.id, answer, due, state, satisfied_by)


def _now(kind: Kind, of: str, answer: Answer[object], satisfied_by: str) -> Obligation:
    return _row(kind, of, answer, None, ObligationState.OPEN, satisfied_by)


def _row(  # noqa: PLR0913, PLR0917 - one argument per column of the row
    kind: Kind, of: str, answer: Answer[object], due: date | None, state: ObligationState, by: str
) -> Obligation:
    clause = answer.clauses[0] if answer.clauses else ""
    because = answer.because[0].text if answer.because else ""
    return Obligation(kind, of, clause, due, state, by, because)


def _answered(inquiry: Inquiry, rows: list[Obligation]) -> Answer[tuple[dict[str, object], ...]]:
    reasons = tuple(Reason(f"{row.kind}: {row.because}", (row.clause,)) for row in rows)
    days = inquiry.program.internal_target_days
    return Answer(tuple(row.as_row(days) for row in rows), reasons)
