"""When the program is reviewed again and its staff trained again (7.302(a): maintained)."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import ProgramReview, StaffTraining
from knowntenant.law.answer import UNKNOWN, YES, Answer, Unknown
from knowntenant.law.days import days_after
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY
from knowntenant.program.gaps import is_given
from knowntenant.scope.versions import in_effect

REVIEW_DUE = "program.review_due"
TRAINING_DUE = "program.training_due"
Since = tuple[date | None, tuple[str, ...]]
"""A day on which something was done last, or none, and the facts that tell it."""


@decides(REVIEW_DUE, Declared(answers=DAY))
def review_due(inquiry: Inquiry) -> Answer[date]:
    """Give the last day for the next review of the program as a whole, by its own count of days.

    Counted from its last review, or from the day on which the version in effect began where that
    is later. Unknown where no program was given, or neither day is told.
    """
    last, facts = last_reviewed(inquiry)
    days = inquiry.program.program_review_days
    return _due(inquiry, REVIEW_DUE, f"reviewed on {last}", last, days, facts)


@decides(TRAINING_DUE, Declared(answers=DAY))
def training_due(inquiry: Inquiry) -> Answer[date]:
    """Give the last day for the next training of staff, by the program's own count of days.

    Counted from the last completed training. Unknown where no program was given, or none is told.
    """
    last, facts = last_trained(inquiry)
    days = inquiry.program.staff_training_days
    return _due(inquiry, TRAINING_DUE, f"staff trained on {last}", last, days, facts)


def last_review(inquiry: Inquiry) -> ProgramReview | None:
    """Give the last review of the program that is told by the day asked about."""
    reviews = inquiry.every(ProgramReview)
    return max(reviews, key=lambda one: (inquiry.day_of(one.begun), one.id), default=None)


def last_reviewed(inquiry: Inquiry) -> Since:
    """Give the day since which the review of the program is counted."""
    told = [fact for fact in (in_effect(inquiry), last_review(inquiry)) if fact is not None]
    stated = inquiry.program.reviewed_on
    days = [inquiry.day_of(fact.begun) for fact in told]
    days += [stated] if stated is not None and stated <= inquiry.day else []
    return max(days, default=None), tuple(ref for fact in told for ref in fact.refs)


def last_trained(inquiry: Inquiry) -> Since:
    """Give the day of the last training of staff that is told to be completed."""
    held = [one for one in inquiry.every(StaffTraining) if one.completed is YES]
    last = max(held, key=lambda one: (inquiry.day_of(one.begun), one.id), default=None)
    return (inquiry.day_of(last.begun), last.refs) if last is not None else (None, ())


def _due(  # noqa: PLR0913, PLR0917 - what is counted, from when, how far, and on which facts
    inquiry: Inquiry, name: str, what: str, last: date | None, days: int, facts: tuple[str, ...]
) -> Answer[date]:
    due: date | Unknown = UNKNOWN
    if not is_given(inquiry.program):
        text = "no written program was given"
    elif last is None:
        text = "nothing is told to count from"
    else:
        due = days_after(last, days)
        text = f"{what}, again within {days} days by the program: by {due}"
    return Answer(due, (inquiry.law.reason(name, text, facts),))
