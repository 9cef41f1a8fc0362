"""What training of large AI models obliges to: reports, corrections, resellers to ask (7.308)."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Report, Request, Reseller, Transaction
from knowntenant.facts.types.department import ReportKind, RequestKind
from knowntenant.facts.types.resellers import ResellerState
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind
from knowntenant.scope.reporting import FINAL, arrived_on, filed_on, first_final

ASKS = (
    "training.corrected_contents", "training.correction_due", "training.covered",
    "training.follow_up_due", "training.forward_due", FINAL,
    "training.must_ask_reseller", "training.must_suspend", "training.report_due",
    "training.reseller_bound", "training.reseller_report_due",
)  # fmt: skip
_STOPPED = (ResellerState.SUSPENDED, ResellerState.TERMINATED)


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what is owed about every transaction, request for information, report and reseller."""
    for transaction in inquiry.every(Transaction):
        yield from of_transaction(inquiry, transaction.id)
    for request in inquiry.every(Request):
        if request.kind is RequestKind.INFORMATION:
            yield from of_request(inquiry, request)
    for report in inquiry.every(Report):
        yield from of_report(inquiry, report)
    for reseller in inquiry.every(Reseller):
        yield from of_reseller(inquiry, reseller)


def of_transaction(inquiry: Inquiry, transaction: str) -> Iterator[Obligation]:
    """Give what a transaction obliges to: a report, a reseller's report, and passing that on."""
    covered = inquiry.ask("training.covered", transaction)
    if covered.value is UNKNOWN:
        yield now(Kind.SETTLE_COVERAGE, transaction, covered, "the facts that settle it")
    own = filed_on(inquiry, transaction)
    report = inquiry.ask("training.report_due", transaction)
    if isinstance(report.value, date):
        kind, by = Kind.FILE_TRAINING_REPORT, "a certified report filed with the Department"
        yield dated(inquiry, kind, transaction, report, report.value, by, own)
    theirs = inquiry.ask("training.reseller_report_due", transaction)
    if isinstance(theirs.value, date):
        kind, by = Kind.OBTAIN_RESELLER_REPORT, "the reseller's report"
        arrived = arrived_on(inquiry, transaction)
        yield dated(inquiry, kind, transaction, theirs, theirs.value, by, arrived)
    forward = inquiry.ask("training.forward_due", transaction)
    if isinstance(forward.value, date):
        kind, by = Kind.FORWARD_RESELLER_REPORT, "a certified report filed with the Department"
        yield dated(inquiry, kind, transaction, forward, forward.value, by, own)


def of_request(inquiry: Inquiry, request: Request) -> Iterator[Obligation]:
    """Give what a request for more information obliges to: a follow-up report."""
    due = inquiry.ask("training.follow_up_due", request.id)
    if not isinstance(due.value, date):
        return
    answers = [r for r in inquiry.every(Report) if r.request == request.id]
    reports = (r for r in answers if r.kind is ReportKind.FOLLOW_UP)
    done = request.answered_on or first_final(inquiry, reports)
    kind, by = Kind.FILE_FOLLOW_UP_REPORT, "a certified follow-up report"
    yield dated(inquiry, kind, request.id, due, due.value, by, done)


def of_report(inquiry: Inquiry, report: Report) -> Iterator[Obligation]:
    """Give what a report that was inaccurate when filed obliges to: a corrected one."""
    due = inquiry.ask("training.correction_due", report.id)
    if not isinstance(due.value, date):
        return
    contents = inquiry.ask("training.corrected_contents", report.id).value
    rows = contents if isinstance(contents, tuple) else ()
    later = [r for r in inquiry.every(Report) if r.corrected_report == report.id]
    reports = (r for r in later if r.kind is ReportKind.CORRECTED)
    left = any(row["gap"] is YES for row in rows)
    done = None if left else first_final(inquiry, reports)
    kind, by = Kind.FILE_CORRECTED_REPORT, "a certified report that puts every inaccuracy right"
    yield dated(inquiry, kind, report.id, due, due.value, by, done)


def of_reseller(inquiry: Inquiry, reseller: Reseller) -> Iterator[Obligation]:
    """Give what is owed about a reseller: to bind it, to ask it, to suspend supply."""
    bound = inquiry.ask("training.reseller_bound", reseller.id)
    if bound.value is NO:
        yield now(Kind.BIND_RESELLER_TO_REPORT, reseller.id, bound, "an agreement that binds it")
    ask = inquiry.ask("training.must_ask_reseller", reseller.id)
    if ask.value is YES:
        yield now(Kind.ASK_RESELLER, reseller.id, ask, "a notice of the alleged violation to it")
    suspend = inquiry.ask("training.must_suspend", reseller.id)
    if suspend.value is YES and reseller.state not in _STOPPED:
        yield now(Kind.SUSPEND_RESELLER, reseller.id, suspend, "the suspension of supply")
    elif suspend.value is UNKNOWN and reseller.state not in _STOPPED:
        done_by = "a judgement of the evidence"
        yield now(Kind.SETTLE_SUSPENSION, reseller.id, suspend, done_by)
