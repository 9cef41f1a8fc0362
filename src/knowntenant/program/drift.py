"""What happened against what the written program says (7.302(a): maintained and implemented)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.program import AfterFailure
from knowntenant.facts.types import Account, Evidence, Verification
from knowntenant.facts.types.accounts import OPEN_STATES, AccountState
from knowntenant.facts.types.checks import Method, Result
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.days import days_after
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, TEXT, ListOf, Shape, choice, fold
from knowntenant.persons.identity import Outcome
from knowntenant.persons.steps import steps_of
from knowntenant.program.gaps import is_given
from knowntenant.program.versions import in_effect_since
from knowntenant.scope.accounts import account_in_scope
from knowntenant.scope.holding import open_since

DRIFT = "program.drift"
AFTER = "verification.after_failure"
TIER = "risk.tier"
OUTCOME = "verification.outcome"
OVERDUE = "verification.reviews_overdue"
_UNLIMITED = frozenset({AccountState.PROVISIONAL, AccountState.OPENED})


class DriftKind(StrEnum):
    """In what way something happened that the program does not provide for. A closed list."""

    ATTEMPTS_BEYOND_LIMIT = "attempts_beyond_limit"
    DOCUMENT_NOT_ACCEPTED = "document_not_accepted"
    METHOD_NOT_DESCRIBED = "method_not_described"
    OPEN_AFTER_FAILURE = "open_after_failure"
    PROVISIONAL_NOT_PROVIDED_FOR = "provisional_not_provided_for"
    PROVISIONAL_TOO_LONG = "provisional_too_long"
    REVIEW_OVERDUE = "review_overdue"


KINDS = choice("kind of drift", "what the program does not provide for", DriftKind)
ROW = Shape("drift", {"what": KINDS, "of": ID, "clause": TEXT})


@dataclass(frozen=True, slots=True)
class Drifted:
    """Something that happened otherwise than written: what, of which id, on which facts."""

    what: DriftKind
    of: str
    text: str
    facts: tuple[str, ...] = ()


@decides(
    DRIFT,
    Declared(
        answers=ListOf(ROW), asks=(AFTER, OUTCOME, OVERDUE, TIER), readings=("D16", "D17", "D32")
    ),
)  # fmt: skip
def drift(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give what happened otherwise than the written program says, since it took effect.

    Each row names what, of which account, person, document or customer, and the clause of the
    element. Unknown where no program was given.
    """
    if not is_given(inquiry.program):
        return Answer(UNKNOWN, (inquiry.law.reason(DRIFT, "no written program was given"),))
    found = (*_of_accounts(inquiry), *_of_steps(inquiry), *_of_reviews(inquiry))
    reasons = tuple(inquiry.law.reason(DRIFT, d.text, d.facts, part=d.what) for d in found)
    rows: tuple[dict[str, object], ...] = tuple(
        {"what": d.what, "of": d.of, "clause": reason.clauses[0] if reason.clauses else ""}
        for d, reason in zip(found, reasons, strict=True)
    )
    none = (inquiry.law.reason(DRIFT, "nothing is told to have happened otherwise than written"),)
    return Answer(rows, reasons or none)


def _of_accounts(inquiry: Inquiry) -> Iterator[Drifted]:
    for account in inquiry.every(Account):
        if account.state not in OPEN_STATES or account_in_scope(inquiry, account.id).value is NO:
            continue
        came = inquiry.ask(OUTCOME, account.id).value
        if came is Outcome.FAILED:
            yield from _after_failure(inquiry, account)
        elif account.state is AccountState.PROVISIONAL and came is not Outcome.VERIFIED:
            yield from _provisional(inquiry, account)


def _after_failure(inquiry: Inquiry, account: Account) -> Iterator[Drifted]:
    measure = inquiry.ask(AFTER, account.id).value
    if measure is AfterFailure.CLOSE or account.state in _UNLIMITED:
        text = f"{account.id} is {account.state} after a final failure; the program says {measure}"
        yield Drifted(DriftKind.OPEN_AFTER_FAILURE, account.id, text, account.refs)


def _provisional(inquiry: Inquiry, account: Account) -> Iterator[Drifted]:
    program = inquiry.program
    tier = inquiry.ask(TIER, account.customer or account.id).value
    if program.provisional_use is not YES or tier in program.no_provisional_tiers:
        text = f"{account.id} is in provisional use, which risk tier {tier} has not"
        yield Drifted(DriftKind.PROVISIONAL_NOT_PROVIDED_FOR, account.id, text, account.refs)
        return
    last = days_after(open_since(inquiry, account) or inquiry.day, program.provisional_days)
    if inquiry.day > last:
        text = f"{account.id} is in provisional use, which was to end on {last}"
        yield Drifted(DriftKind.PROVISIONAL_TOO_LONG, account.id, text, account.refs)


def _of_steps(inquiry: Inquiry) -> Iterator[Drifted]:
    since = in_effect_since(inquiry)
    steps = [s for s in inquiry.every(Verification) if inquiry.day_of(s.begun) >= since]
    for step in steps:
        yield from _of_step(inquiry, step)
    for person in dict.fromkeys(step.person for step in steps if step.person):
        own = [step for step in steps_of(inquiry, person) if inquiry.day_of(step.begun) >= since]
        most = _failed_in_a_row(own)
        if most > inquiry.program.attempts:
            text = f"{person} failed {most} times in a row; {inquiry.program.attempts} are allowed"
            facts = tuple(ref for step in own for ref in step.refs)
            yield Drifted(DriftKind.ATTEMPTS_BEYOND_LIMIT, person, text, facts)


def _of_step(inquiry: Inquiry, step: Verification) -> Iterator[Drifted]:
    program, of = inquiry.program, step.evidence or step.id or step.person or ""
    accepted = {fold(kind) for kind in program.accepted_documents}
    if step.result is not Result.PASSED:
        return
    if step.method is Method.NON_DOCUMENTARY and not program.non_documentary_methods:
        text = f"{of} was passed without documents, a method that is not described"
        yield Drifted(DriftKind.METHOD_NOT_DESCRIBED, of, text, step.refs)
    if step.method is Method.DOCUMENTARY and accepted:
        document = inquiry.one(Evidence, step.evidence) if step.evidence else None
        if document is None or fold(document.kind or "") not in accepted:
            text = f"{of} was passed on a document that is not among those accepted"
            yield Drifted(DriftKind.DOCUMENT_NOT_ACCEPTED, of, text, step.refs)


def _of_reviews(inquiry: Inquiry) -> Iterator[Drifted]:
    overdue = inquiry.ask(OVERDUE)
    for customer in overdue.value if isinstance(overdue.value, tuple) else ():
        text = f"{customer} is overdue for re-verification"
        yield Drifted(DriftKind.REVIEW_OVERDUE, str(customer), text)


def _failed_in_a_row(steps: list[Verification]) -> int:
    most = row = 0
    for step in steps:
        if step.result is Result.PASSED:
            row = 0
        row += step.result is Result.FAILED
        most = max(most, row)
    return most
