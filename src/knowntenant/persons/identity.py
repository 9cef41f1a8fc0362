"""What the verification steps about one person have come to (7.302(d)(2))."""

from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Evidence, Verification
from knowntenant.facts.types.checks import Method, Result
from knowntenant.law.answer import YES
from knowntenant.law.kinds import fold
from knowntenant.persons.steps import open_discrepancies, steps_of


class Outcome(StrEnum):
    """What the steps taken have come to; of several persons the worst counts, in this order."""

    FAILED = "failed"
    DOUBTFUL = "doubtful"
    PENDING = "pending"
    NOT_STARTED = "not_started"
    VERIFIED = "verified"


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
    accepted = {fold(kind) for kind in inquiry.program.accepted_documents}
    document = inquiry.one(Evidence, step.evidence) if step.evidence else None
    if step.method is not Method.DOCUMENTARY or document is None:
        return step.method is not Method.DOCUMENTARY or not accepted
    if accepted and fold(document.kind or "") not in accepted:
        return False
    return document.expires is None or document.expires >= inquiry.day_of(step.begun)
