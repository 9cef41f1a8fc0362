"""When a report of training was filed or arrived, asked alike by duties and exposure (7.308(c))."""

from collections.abc import Iterable
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Report
from knowntenant.facts.types.department import ReportKind
from knowntenant.law.answer import YES

FINAL = "training.may_finalise"
"""The decision on whether a report is final; who asks here declares it."""


def filed_on(inquiry: Inquiry, transaction: str) -> date | None:
    """Give the first day on which the provider's own report of a transaction was final, or None.

    Only a first report of training counts: one of malicious activity, a follow-up or a correction
    about the same transaction is no filing of it.
    """
    own = (r for r in inquiry.every(Report) if r.about == transaction and not r.reseller)
    return first_final(inquiry, (r for r in own if r.kind is ReportKind.INITIAL))


def first_final(inquiry: Inquiry, reports: Iterable[Report]) -> date | None:
    """Give the first day on which one of some reports was final, or None while none is."""
    days = [
        _final_on(inquiry, report)
        for report in reports
        if inquiry.ask(FINAL, report.id).value is YES
    ]
    return min(days, default=None)


def arrived_on(inquiry: Inquiry, transaction: str) -> date | None:
    """Give the day on which a reseller's report about a transaction first reached the provider."""
    found = [r for r in inquiry.every(Report) if r.about == transaction and r.reseller]
    days = [inquiry.day_of(report.records[0].learned) for report in found]
    return min((day for day in days if day <= inquiry.day), default=None)


def _final_on(inquiry: Inquiry, report: Report) -> date:
    """Give the day on which a report was filed and certified, whichever came later."""
    certified = report.told("certified") or report.records[0]
    return max(inquiry.day_of(report.begun), inquiry.day_of(certified.happened))
