"""What assessments oblige to: audits answered, CIPs put right and handed in again (7.305)."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Request, Shortcoming
from knowntenant.facts.types.department import RequestKind
from knowntenant.law.answer import UNKNOWN
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind

ASKS = ("assessment.request_due", "assessment.shortcoming_due")
RESUBMISSION = "a corrective plan, and the CIP handed in again"


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what is owed about every audit asked for and every shortcoming named."""
    for request in inquiry.every(Request):
        if request.kind is RequestKind.AUDIT:
            yield from of_audit(inquiry, request)
    for shortcoming in inquiry.every(Shortcoming):
        yield from of_shortcoming(inquiry, shortcoming)


def of_audit(inquiry: Inquiry, request: Request) -> Iterator[Obligation]:
    """Give the answer to a request for an audit, by the day that the Department set, if any."""
    due, kind, by = inquiry.ask(ASKS[0], request.id), Kind.ANSWER_AUDIT, "the answer"
    answered = request.answered_on is not None and request.answered_on <= inquiry.day
    if isinstance(due.value, date):
        yield dated(inquiry, kind, request.id, due, due.value, by, request.answered_on)
    elif not answered:
        yield now(kind, request.id, due, by)


def of_shortcoming(inquiry: Inquiry, shortcoming: Shortcoming) -> Iterator[Obligation]:
    """Give the resubmission of a CIP with a shortcoming, by the day that the Department set."""
    due, kind = inquiry.ask(ASKS[1], shortcoming.id), Kind.RESUBMIT_CIP
    done = shortcoming.resubmitted_on
    if isinstance(due.value, date):
        yield dated(inquiry, kind, shortcoming.id, due, due.value, RESUBMISSION, done)
    elif due.value is UNKNOWN and (done is None or done > inquiry.day):
        yield now(kind, shortcoming.id, due, RESUBMISSION)
