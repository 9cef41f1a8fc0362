"""Which route comes next, and what follows a final failure (7.302(d)(2)(i)-(iii), (d)(3)(iii))."""

from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.program import AfterFailure
from knowntenant.facts.types.checks import Method
from knowntenant.law.answer import Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import choice
from knowntenant.persons.identity import Outcome, outcome_of
from knowntenant.persons.kind import is_entity
from knowntenant.persons.steps import steps_of
from knowntenant.scope.accounts import persons_of
from knowntenant.scope.holding import holding
from knowntenant.verification.outcome import outcome

NEXT = "verification.next_step"
AFTER = "verification.after_failure"


class Step(StrEnum):
    """What is to be done next about a customer's identity."""

    DOCUMENTARY = "documentary"
    NON_DOCUMENTARY = "non_documentary"
    SIGNATORY_INFORMATION = "signatory_information"
    RESOLVE_DISCREPANCY = "resolve_discrepancy"
    CLOSE_OR_RESTRICT = "close_or_restrict"


STEPS = choice("next step", "what is to be done next, or none", Step)
MEASURES = choice("measure", "close or restrict, or none", AfterFailure)


@decides(NEXT, Declared(of="account", answers=STEPS, readings=("D16",)))
def next_step(inquiry: Inquiry, account: str) -> Answer[Step | None]:
    """Give the next verification step, of the first person concerned who is not verified yet.

    Documents first, then another method; where both leave an entity's identity in doubt, more is
    asked about its individuals and signatories, and an individual's doubt or discrepancy is
    resolved; after a final failure the account is closed or restricted. None when all are verified.
    """
    held = holding(inquiry, account)
    for person in persons_of(inquiry, held.customer):
        came = outcome_of(inquiry, person)
        if came is Outcome.VERIFIED:
            continue
        step = _next_of(inquiry, held.customer, person, came)
        facts = tuple(ref for taken in steps_of(inquiry, person) for ref in taken.refs)
        text = f"{person} is {came.replace('_', ' ')}: {step.replace('_', ' ')} comes next"
        return Answer(step, (inquiry.law.reason(NEXT, text, facts, part=step),))
    text = f"everybody concerned with {account} is verified"
    return Answer(None, (inquiry.law.reason(NEXT, text),))


@decides(AFTER, Declared(of="account", answers=MEASURES, readings=("D16",)))
def after_failure(inquiry: Inquiry, account: str) -> Answer[AfterFailure | None]:
    """Say what the program does once verification has finally failed: close or restrict."""
    came = outcome(inquiry, account)
    if came.value is not Outcome.FAILED:
        text = f"verification for {account} has not finally failed"
        return Answer(None, (inquiry.law.reason(AFTER, text),)).resting_on(came)
    measure = inquiry.program.after_failure
    text = f"verification for {account} has finally failed: the program says {measure}"
    return Answer(measure, (inquiry.law.reason(AFTER, text),)).resting_on(came)


def _next_of(inquiry: Inquiry, customer: str, person: str, came: Outcome) -> Step:
    steps = steps_of(inquiry, person)
    tried = {step.method for step in steps}
    if came is Outcome.FAILED:
        return Step.CLOSE_OR_RESTRICT
    if came is Outcome.DOUBTFUL and is_entity(inquiry, customer):
        return Step.SIGNATORY_INFORMATION
    if Method.DOCUMENTARY not in tried:
        return Step.DOCUMENTARY
    if Method.NON_DOCUMENTARY not in tried:
        return Step.NON_DOCUMENTARY
    if is_entity(inquiry, customer):
        return Step.SIGNATORY_INFORMATION
    return Step.RESOLVE_DISCREPANCY if came is Outcome.DOUBTFUL else Step.DOCUMENTARY
