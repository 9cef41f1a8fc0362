"""The Department asks for more: by when and with what it is answered (7.308(c)(3), (d)(2))."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Report, Request
from knowntenant.facts.types.department import ReportKind, RequestKind
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.deadline import WithinDays
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ListOf, fold
from knowntenant.training.contents import ITEM, row_of

DUE = "training.follow_up_due"
CONTENTS = "training.follow_up_contents"
WHOLE = "all that is asked"


@decides(DUE, Declared(of="request", answers=DAY, readings=("D8",)))
def follow_up_due(inquiry: Inquiry, request: str) -> Answer[date | None]:
    """Give the last day for the follow-up report that answers a request for information, or none.

    Counted from the day on which the request reached the provider, whether it is about the
    provider's own transaction or a reseller's. D8, 'read-as-e': any such request; 'literal': one
    made through the prescribed form only, and unknown where that is not told. None before anything
    is told of a request: no clock can run; unknown where what it asks for is not told.
    """
    told, taken = inquiry.one(Request, request), inquiry.law.reading("D8")
    if told is None or told.kind is not RequestKind.INFORMATION:
        open_ = told is not None and told.kind is None
        reason = inquiry.law.reason(DUE, f"{request} is not told to ask for information")
        return Answer(UNKNOWN if open_ else None, (reason,), (taken,))
    if taken.choice == "literal" and told.on_form is not YES:
        text = f"{request} is not told to have come through the prescribed form"
        reason = inquiry.law.reason(DUE, text, told.refs)
        return Answer(None if told.on_form is NO else UNKNOWN, (reason,), (taken,))
    received = _received(inquiry, told)
    deadline = inquiry.law.deadline("training_follow_up", WithinDays)
    due = deadline.due(received)
    text = f"received on {received}, within {deadline.count} calendar days: due {due}"
    return Answer(due, (inquiry.law.reason(DUE, text, told.refs),), (taken,))


@decides(CONTENTS, Declared(of="request", answers=ListOf(ITEM)))
def follow_up_contents(inquiry: Inquiry, request: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give what a follow-up report answers, item by item, and what no such report answers yet."""
    told = inquiry.one(Request, request)
    asks = told is not None and told.kind is RequestKind.INFORMATION
    names = ((told.items if told else None) or (WHOLE,)) if asks else ()
    answers = [r for r in inquiry.every(Report) if r.request == request]
    reports = [r for r in answers if r.kind is ReportKind.FOLLOW_UP]
    given = {fold(item) for report in reports for item in report.items or ()}
    clause = ", ".join(inquiry.law.cite(CONTENTS))
    answered = {name for name in names if fold(name) in given or (reports and name == WHOLE)}
    rows = tuple(row_of(name, request, clause, there=name in answered) for name in names)
    text = f"a follow-up report answers {len(names)} items of {request}"
    return Answer(rows, (inquiry.law.reason(CONTENTS, text, told.refs if told else ()),))


def _received(inquiry: Inquiry, told: Request) -> date:
    record = told.told("kind") or told.records[0]
    return inquiry.day_of(record.first_learned("kind"))
