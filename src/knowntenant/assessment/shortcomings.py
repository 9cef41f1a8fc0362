"""Shortcomings of a CIP that the Department named: plan, last day, resubmission (7.305(a))."""

from datetime import date
from enum import StrEnum

from knowntenant.assessment.exempt import lifted, standing
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Shortcoming
from knowntenant.law.answer import UNKNOWN, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, ListOf, Shape, choice
from knowntenant.scope.lifting import PROVIDER

DUE = "assessment.shortcoming_due"
SHORTCOMINGS = "assessment.shortcomings"
NO_PERIOD = "the day that the Department set is not told"


class Stands(StrEnum):
    """Where a shortcoming stands: plan first, then work, then the CIP is handed in again."""

    TO_BE_PLANNED = "to_be_planned"
    PLANNED = "planned"
    LATE = "late"
    RESUBMITTED = "resubmitted"
    RESUBMITTED_LATE = "resubmitted_late"


STANDS = choice("shortcoming state", "where it stands", Stands)
ROW = Shape(
    "shortcoming row",
    {
        "shortcoming": ID, "reseller": ID, "clauses": ListOf(TEXT), "named_on": DAY,
        "planned_on": DAY, "fix_by": DAY, "resubmitted_on": DAY, "state": STANDS,
    },
)  # fmt: skip


@decides(DUE, Declared(of="shortcoming", answers=DAY, asks=(PROVIDER,), readings=("D2",)))
def shortcoming_due(inquiry: Inquiry, shortcoming: str) -> Answer[date | None]:
    """Give the last day for putting a shortcoming right and handing the CIP in again.

    It is the day that the Department set; unknown where it is not told, none where nothing is told
    of the shortcoming, or an exemption lifts inspections.
    """
    told = inquiry.one(Shortcoming, shortcoming)
    exempt = lifted(inquiry)
    if told is None or exempt is not None:
        text = f"no shortcoming {shortcoming} is to be put right"
        answer: Answer[date | None] = Answer(None, (inquiry.law.reason(DUE, text),))
        return answer.resting_on(exempt) if exempt is not None else answer
    if told.fix_by is None:
        text = f"{shortcoming} is to be put right, by a day that is not told"
        reason = inquiry.law.reason(DUE, text, told.refs)
        return Answer(UNKNOWN, (reason,), flags=(NO_PERIOD,)).resting_on(*standing(inquiry))
    text = f"the Department gave until {told.fix_by} to put {shortcoming} right and resubmit"
    reason = inquiry.law.reason(DUE, text, told.refs)
    return Answer(told.fix_by, (reason,)).resting_on(*standing(inquiry))


@decides(SHORTCOMINGS, Declared(answers=ListOf(ROW), asks=(PROVIDER,), readings=("D2",)))
def shortcomings(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give every shortcoming that the Department named, and where each stands.

    Plan, then work, then resubmission; those not handed in again by their day are late. Empty
    where an exemption lifts inspections.
    """
    exempt = lifted(inquiry)
    if exempt is not None:
        reason = inquiry.law.reason(SHORTCOMINGS, "an exemption lifts inspections")
        return Answer((), (reason,)).resting_on(exempt)
    told = inquiry.every(Shortcoming)
    rows = tuple(_row(inquiry, one) for one in told)
    reasons: list[Reason] = []
    for one, row in zip(told, rows, strict=True):
        text = f"{one.id}: {str(row['state']).replace('_', ' ')}, due {one.fix_by or 'not told'}"
        reasons.append(inquiry.law.reason(SHORTCOMINGS, text, one.refs))
    nothing = (inquiry.law.reason(SHORTCOMINGS, "the Department has named no shortcoming"),)
    flags = (NO_PERIOD,) if any(one.fix_by is None for one in told) else ()
    answer = Answer(rows, tuple(reasons) or nothing, flags=flags)
    return answer.resting_on(*standing(inquiry)) if rows else answer


def _row(inquiry: Inquiry, told: Shortcoming) -> dict[str, object]:
    return {
        "shortcoming": told.id, "reseller": told.reseller, "clauses": told.clauses or (),
        "named_on": inquiry.day_of(told.begun), "planned_on": told.planned_on,
        "fix_by": told.fix_by, "resubmitted_on": told.resubmitted_on,
        "state": _state(inquiry.day, told),
    }  # fmt: skip


def _state(day: date, told: Shortcoming) -> Stands:
    due = told.fix_by or date.max
    if told.resubmitted_on is not None and told.resubmitted_on <= day:
        in_time = told.resubmitted_on <= due
        return Stands.RESUBMITTED if in_time else Stands.RESUBMITTED_LATE
    if day > due:
        return Stands.LATE
    planned = told.planned_on is not None and told.planned_on <= day
    return Stands.PLANNED if planned else Stands.TO_BE_PLANNED
