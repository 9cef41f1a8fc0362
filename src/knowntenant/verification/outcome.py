"""What verification has come to, for each person concerned and for the customer (7.302(d)(2))."""

from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Evidence, Verification
from knowntenant.facts.types.checks import Method, Result
from knowntenant.law.answer import YES, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, choice, fold
from knowntenant.persons.steps import open_discrepancies, steps_of
from knowntenant.scope.accounts import persons_of
from knowntenant.scope.holding import holding

OUTCOME = "verification.outcome"


class Outcome(StrEnum):
    """What the steps taken have come to; of several persons the worst counts, in this order."""

    FAILED = "failed"
    DOUBTFUL = "doubtful"
    PENDING = "pending"
    NOT_STARTED = "not_started"
    VERIFIED = "verified"


OUTCOMES = choice("verification outcome", "what the steps taken have come to", Outcome)


@decides(OUTCOME, Declared(of="account", answers=OUTCOMES, takes={"person": ID}, readings=("D16",)))
def outcome(inquiry: Inquiry, account: str, person: str = "") -> Answer[Outcome]:
    """Say whether there is a reasonable belief about who the customer and its owners are.

    verified: the last step passed by an accepted route and leaves no open discrepancy; doubtful:
    a doubt or a discrepancy is open; pending: steps were taken, none passed yet; failed: finally,
    by a step that says so or by the program's number of attempts. `person` asks about one of them.
    """
    customer = holding(inquiry, account).customer
    everybody = (person,) if person else persons_of(inquiry, customer)
    each = {who: outcome_of(inquiry, who) for who in everybody}
    worst = min(each.values(), key=list(Outcome).index)
    reasons = tuple(_reason(inquiry, who, came) for who, came in each.items())
    return Answer(worst, reasons, (inquiry.law.reading("D16"),))


@remembered
def outcome_of(inquiry: Inquiry, person: str) -> Outcome:
    """Give what the steps about one person have come to, in the order in which they happened."""
    steps = steps_of(inquiry, person)
    last = steps[-1] if steps else None
    if last is None:
        return Outcome.NOT_STARTED
    if last.result is Result.FAILED and (
        last.final is YES or _failures(steps) >= inquiry.program.attempts
    ):
        return Outcome.FAILED
    if last.result is Result.DOUBTFUL or open_discrepancies(inquiry, person):
        return Outcome.DOUBTFUL
    passed = last.result is Result.PASSED and is_accepted(inquiry, last)
    return Outcome.VERIFIED if passed else Outcome.PENDING


def _failures(steps: list[Verification]) -> int:
    """Count the failed steps since the last that passed: a review starts a new round."""
    passed = [at for at, step in enumerate(steps) if step.result is Result.PASSED]
    round_ = steps[passed[-1] :] if passed else steps
    return sum(step.result is Result.FAILED for step in round_)


def is_accepted(inquiry: Inquiry, step: Verification) -> bool:
    """Tell whether a documentary step rests on a document that is accepted and was valid."""
    document = inquiry.one(Evidence, step.evidence) if step.evidence else None
    if step.method is not Method.DOCUMENTARY or document is None:
        return True
    accepted = {fold(kind) for kind in inquiry.program.accepted_documents}
    if accepted and fold(document.kind or "") not in accepted:
        return False
    return document.expires is None or document.expires >= inquiry.day_of(step.begun)


def _reason(inquiry: Inquiry, person: str, came: Outcome) -> Reason:
    steps = steps_of(inquiry, person)
    facts = tuple(ref for step in steps for ref in step.refs)
    text = f"the identity of {person} is {came.replace('_', ' ')}"
    clauses = dict.fromkeys(inquiry.law.cite(OUTCOME))
    for step in steps:
        clauses |= dict.fromkeys(inquiry.law.cite(OUTCOME, step.method or ""))
    return Reason(text, tuple(clauses), facts)
