"""Blocked property: the first report, the yearly report, and how long records are kept (501)."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import BlockedProperty
from knowntenant.law.answer import Answer
from knowntenant.law.deadline import AtLeastYearsAfter, OnDayEachYear, WithinBusinessDays
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY

REPORT_DUE = "sanctions.blocked_report_due"
YEARLY_DUE = "sanctions.yearly_report_due"
RETAINED = "sanctions.record_retained_through"
OF = "blocked_property"


@decides(REPORT_DUE, Declared(of=OF, answers=DAY))
def blocked_report_due(inquiry: Inquiry, blocked_property: str) -> Answer[date | None]:
    """Give the last day for the first report of property that had to be blocked.

    Counted in business days from the day on which it became blocked; public holidays are not left
    out, so the true last day may be later. None where no such property is told.
    """
    held = inquiry.one(BlockedProperty, blocked_property)
    if held is None:
        return _nothing(inquiry, REPORT_DUE, blocked_property)
    deadline = inquiry.law.deadline("blocked_property_report", WithinBusinessDays)
    begun = inquiry.day_of(held.begun)
    due = deadline.due(begun)
    text = f"{held.id} was blocked on {begun}, within {deadline.business_days} business days: {due}"
    reason = inquiry.law.reason(REPORT_DUE, text, held.refs)
    return Answer(due, (reason,), (), ("public holidays are not left out",))


@decides(YEARLY_DUE, Declared(of=OF, answers=DAY))
def yearly_report_due(inquiry: Inquiry, blocked_property: str) -> Answer[date | None]:
    """Give the next day by which the yearly report has to name property that is blocked.

    It names what was blocked on the day of the count in the same year. None once the property was
    released before that day.
    """
    held = inquiry.one(BlockedProperty, blocked_property)
    if held is None:
        return _nothing(inquiry, YEARLY_DUE, blocked_property)
    counted = inquiry.law.deadline("blocked_property_count", OnDayEachYear)
    deadline = inquiry.law.deadline("blocked_property_yearly_report", OnDayEachYear)
    begun = inquiry.day_of(held.begun)
    last = held.yearly_report_on
    year = begun.year if begun <= counted.in_year(begun.year) else begun.year + 1
    if last is not None and last >= counted.in_year(year):
        year = last.year + 1 if last >= counted.in_year(last.year) else last.year
    if held.released_on is not None and held.released_on <= counted.in_year(year):
        text = f"{held.id} was released on {held.released_on}, before the next count"
        return Answer(None, (inquiry.law.reason(YEARLY_DUE, text, held.refs),))
    due = deadline.in_year(year)
    text = f"{held.id} is blocked on {counted.in_year(year)}, so the report of {due} names it"
    return Answer(due, (inquiry.law.reason(YEARLY_DUE, text, held.refs),))


@decides(RETAINED, Declared(of=OF, answers=DAY))
def record_retained_through(inquiry: Inquiry, blocked_property: str) -> Answer[date | None]:
    """Give the last day of keeping the record of blocked property; none while it is blocked."""
    held = inquiry.one(BlockedProperty, blocked_property)
    if held is None or held.released_on is None:
        text = f"{blocked_property} has not been released, so its record has no last day"
        facts = held.refs if held else ()
        return Answer(None, (inquiry.law.reason(RETAINED, text, facts),))
    deadline = inquiry.law.deadline("blocked_record_retention", AtLeastYearsAfter)
    last = deadline.last_day(held.released_on)
    text = f"{held.id} was released on {held.released_on}: kept {deadline.years} years, to {last}"
    return Answer(last, (inquiry.law.reason(RETAINED, text, held.refs),))


def _nothing(inquiry: Inquiry, decision: str, asked: str) -> Answer[date | None]:
    reason = inquiry.law.reason(decision, f"{asked} is no property that was blocked")
    return Answer(None, (reason,))
