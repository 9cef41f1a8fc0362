"""By when a request of the Department is answered that is not for a written CIP (7.305(e)(3))."""

from datetime import date

from knowntenant.assessment.exempt import lifted, standing
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Request
from knowntenant.facts.types.department import RequestKind
from knowntenant.law.answer import Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY
from knowntenant.scope.lifting import PROVIDER

DUE = "assessment.request_due"
NO_DEADLINE = "no deadline in the text"


@decides(DUE, Declared(of="request", answers=DAY, asks=(PROVIDER,), readings=("D2",)))
def request_due(inquiry: Inquiry, request: str) -> Answer[date | None]:
    """Give the last day for answering a request for an audit, as the Department set it.

    The text sets none: without one the answer is none, and flagged. None too for a request for
    anything else (copies of CIPs and follow-up reports have terms of their own), and where an
    exemption lifts assessments.
    """
    asked = inquiry.one(Request, request)
    if asked is None or asked.kind is not RequestKind.AUDIT:
        text = f"{request} is no request for an audit"
        return Answer(None, (inquiry.law.reason(DUE, text),))
    exempt = lifted(inquiry)
    if exempt is not None:
        text = f"an exemption lifts the audit asked for by {request}"
        return Answer(None, (inquiry.law.reason(DUE, text, asked.refs),)).resting_on(exempt)
    due = asked.answer_by
    text = f"{request} asks for an audit, to be answered by {due or 'no day that is told'}"
    flags = () if due else (NO_DEADLINE,)
    reason = inquiry.law.reason(DUE, text, asked.refs)
    return Answer(due, (reason,), flags=flags).resting_on(*standing(inquiry))
