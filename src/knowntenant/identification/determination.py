"""Are the customer and all owners US persons, and is that shown? (7.302(d)(1)(i), (d)(2)(iv))."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types.persons import Basis
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, YES_NO, ListOf
from knowntenant.ownership.owners import find_owners
from knowntenant.persons.identity import Outcome, outcome_of
from knowntenant.persons.status import Status, presence_of, status
from knowntenant.scope.accounts import account_in_scope, persons_of, verdicts_so_far
from knowntenant.scope.holding import holding

DETERMINATION = "identification.us_determination"
RECORD = "identification.to_record"
_READINGS = ("D16", "D17", "D32")
KEPT_OF_US: tuple[str, ...] = ("us_determination", "proof_of_us_status")
KEPT_OF_FOREIGN: tuple[str, ...] = (
    "identifying_information",
    "documents",
    "methods_and_results",
    "discrepancy_resolutions",
    "access_log",
)

_RECORDED = {
    YES: "{} is in scope, and there is recorded",
    NO: "{} is out of scope, and there is recorded",
    UNKNOWN: "the scope of {} is open, and there is recorded",
}


@decides(DETERMINATION, Declared(of="account", answers=YES_NO, readings=("D16", "D17")))
def us_determination(inquiry: Inquiry, account: str) -> Answer[Verdict]:
    """Say whether a customer and all beneficial owners are determined to be US persons.

    Yes only when each was looked at with due diligence: a passed verification step, or a status
    that rests on a document or a check; a mere claim leaves it unknown. No when any is foreign.
    """
    customer = holding(inquiry, account).customer
    persons = persons_of(inquiry, customer)
    statuses = tuple(status(inquiry, person) for person in persons)
    found = find_owners(inquiry, customer)
    values = {answer.value for answer in statuses}
    unproven = [person for person in persons if not has_due_diligence(inquiry, person)]
    if Status.FOREIGN_PERSON in values:
        verdict, text = NO, f"not everybody concerned with {account} is a US person"
    elif UNKNOWN in values or found.gaps:
        verdict, text = UNKNOWN, f"the status of somebody concerned with {account} is open"
    elif unproven:
        verdict, text = UNKNOWN, f"due diligence is outstanding for {', '.join(unproven)}"
    else:
        verdict, text = YES, f"everybody concerned with {account} is shown to be a US person"
    reason = inquiry.law.reason(DETERMINATION, text)
    return Answer(verdict, (reason,), flags=found.gaps).resting_on(*statuses)


@decides(RECORD, Declared(of="account", answers=ListOf(TEXT), readings=(*_READINGS, "D15")))
def to_record(inquiry: Inquiry, account: str) -> Answer[tuple[str, ...]]:
    """Give what is recorded of an account: of an all-US one only the determination and its proof.

    What an earlier time in or out of scope called for stays on record (D32). D15, 'keep-nothing':
    of a time out of scope nothing is kept.
    """
    scope = account_in_scope(inquiry, account)
    taken = inquiry.law.reading("D15")
    so_far = verdicts_so_far(inquiry, account)
    kept = KEPT_OF_FOREIGN if YES in so_far else ()
    if scope.value is UNKNOWN or (NO in so_far and taken.choice != "keep-nothing"):
        kept += KEPT_OF_US
    text = _RECORDED[scope.value].format(account) + (
        f": {', '.join(kept)}" if kept else ": nothing"
    )
    return Answer(kept, (inquiry.law.reason(RECORD, text),), (taken,)).resting_on(scope)


def has_due_diligence(inquiry: Inquiry, person: str) -> bool:
    """Tell whether a person's US status was looked at, and nothing speaks against it."""
    came = outcome_of(inquiry, person)
    presence = presence_of(inquiry, person)
    shown = presence is not None and presence.basis in (Basis.DOCUMENT, Basis.CHECKED)
    return came is Outcome.VERIFIED or (shown and came not in (Outcome.FAILED, Outcome.DOUBTFUL))
