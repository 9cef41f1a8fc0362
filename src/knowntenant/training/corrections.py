"""Corrected reports: when one is due, and what it puts right (7.308(c)(4), (d)(3); D7, D35)."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Report
from knowntenant.facts.types.department import ReportKind
from knowntenant.law.answer import Answer, Taken
from knowntenant.law.deadline import WithinDays, WithinOpenDays
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ListOf
from knowntenant.training.contents import ITEM, row_of
from knowntenant.training.statements import (
    DATES,
    filed,
    known_inaccurate,
    overtaken,
    wrong_when_filed,
)

DUE = "training.correction_due"
CONTENTS = "training.corrected_contents"
WHOLE = "whatever is inaccurate"
NOT_CLOSED = "Inauguration Day and closures by order count as open days"
_READINGS = ("D7", "D34", "D35")


@decides(DUE, Declared(of="report", answers=DAY, readings=_READINGS))
def correction_due(inquiry: Inquiry, report: str) -> Answer[date | None]:
    """Give the last day for correcting a filed report that was inaccurate when filed, or none.

    Counted from the provider's knowledge: an entry of it or, unless D34 is 'declared-only', facts
    that show what was so on the day of filing. D7: calendar days, or days without weekends
    and federal holidays. D35,
    'note-and-update': a planned day that slips after filing calls for no correction;
    'corrected-report': it does.
    """
    entered, entries = known_inaccurate(inquiry, report)
    wrong, later = wrong_when_filed(inquiry, report), overtaken(inquiry, report)
    d7, d34, d35 = (inquiry.law.reading(defect) for defect in _READINGS)
    formal = d35.choice == "corrected-report"
    slips = [one for one in later if formal and one.field in DATES]
    days = [entered] if entered else []
    if d34.choice != "declared-only":
        days += [one.shown for one in wrong]
    days += [one.shown for one in slips]
    known = min(days, default=None) if filed(inquiry, report) else None
    flags = [f"{one.field} was right when filed and has changed: note, update" for one in later]
    if known is None:
        if wrong:
            flags.append(f"possible imputed knowledge: the facts show {report} as inaccurate")
        text = f"nothing shows that {report} was inaccurate when filed"
        reason = inquiry.law.reason(DUE, text)
        return Answer(None, (reason,), (d7, d34, d35), tuple(flags))
    due, unit, note = _counted(inquiry, known, d7)
    said = ", ".join(one.field for one in (*wrong, *slips)) or "as entered"
    text = f"{report}: inaccuracy ({said}) known since {known}; due {due}, counted in {unit} days"
    told = inquiry.one(Report, report)
    reason = inquiry.law.reason(DUE, text, (told.refs if told else ()) + entries)
    return Answer(due, (reason,), (d7, d34, d35), (*flags, *note))


@decides(CONTENTS, Declared(of="report", answers=ListOf(ITEM)))
def corrected_contents(inquiry: Inquiry, report: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give what a corrected report puts right, and what no corrected report has put right yet.

    Every statement that was untrue when filed; where an entry says so without naming a statement,
    whatever is inaccurate.
    """
    told = filed(inquiry, report)
    wrong = [one.field for one in wrong_when_filed(inquiry, report)]
    entered, _ = known_inaccurate(inquiry, report)
    names = wrong or ([WHOLE] if entered and told else [])
    clause = ", ".join(inquiry.law.cite(CONTENTS))
    rows = tuple(row_of(n, report, clause, there=_right(inquiry, told, n)) for n in names)
    text = f"a corrected report puts right of {report}: {', '.join(names) or 'nothing'}"
    return Answer(rows, (inquiry.law.reason(CONTENTS, text, told.refs if told else ()),))


def _right(inquiry: Inquiry, told: Report | None, field: str) -> bool:
    """Tell whether a corrected report of this one has been filed that states a field rightly."""
    for later in inquiry.every(Report):
        if told and later.kind is ReportKind.CORRECTED and later.corrected_report == told.id:
            wrong = {one.field for one in wrong_when_filed(inquiry, later.id)}
            if field == WHOLE or (getattr(later, field) is not None and field not in wrong):
                return True
    return False


def _counted(inquiry: Inquiry, known: date, d7: Taken) -> tuple[date, str, tuple[str, ...]]:
    if d7.choice == "business-days":
        business = inquiry.law.deadline("training_correction_business", WithinOpenDays)
        return business.due(known), "business", (NOT_CLOSED,)
    return inquiry.law.deadline("training_correction", WithinDays).due(known), "calendar", ()
