"""What a filed report says of a training run, against what was so and what has become of it.

Wrong on the day of filing, or right then and overtaken since: the difference decides whether a
corrected report is called for (7.308(c)(4), D35).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Knowledge, Model, Report, Transaction
from knowntenant.facts.types.department import ReportKind
from knowntenant.facts.types.knowledge import Element, Knower
from knowntenant.training.changes import days_of_learning
from knowntenant.training.knowing import as_known_on, learned_on

FIELDS = ("operations", "starts_on", "completes_on", "accelerators", "ai_model")
"""What a report states of the run, by the names that the model's own facts have."""
DATES = ("starts_on", "completes_on")


@dataclass(frozen=True, slots=True)
class Statement:
    """A field of a filed report that does not hold, and the day from which that was shown."""

    field: str
    shown: date


def filed(inquiry: Inquiry, report: str) -> Report | None:
    """Give a training report that has been filed; reports of malicious activity are none."""
    told = inquiry.one(Report, report)
    return None if told is None or told.kind is ReportKind.MALICIOUS_ACTIVITY else told


@remembered
def wrong_when_filed(inquiry: Inquiry, report: str) -> tuple[Statement, ...]:
    """Give the statements that were untrue on the day of filing, as is known by now."""
    told = filed(inquiry, report)
    if told is None:
        return ()
    day = inquiry.day_of(told.begun)
    return tuple(_shown(inquiry, told, day, inquiry))


@remembered
def overtaken(inquiry: Inquiry, report: str) -> tuple[Statement, ...]:
    """Give the statements that were true on the day of filing and are so no longer."""
    told = filed(inquiry, report)
    if told is None:
        return ()
    wrong = {one.field for one in wrong_when_filed(inquiry, report)}
    found = _shown(inquiry, told, None, inquiry)
    return tuple(one for one in found if one.field not in wrong)


def known_inaccurate(inquiry: Inquiry, report: str) -> tuple[date | None, tuple[str, ...]]:
    """Give the day on which an entry says that the provider knew a report was wrong when filed."""
    entries = [
        entry
        for entry in inquiry.every(Knowledge)
        if entry.about == report
        and entry.of is Element.INACCURATE_REPORT
        and entry.by is not Knower.RESELLER
    ]
    days = [day for entry in entries if (day := learned_on(inquiry, entry)) <= inquiry.day]
    return min(days, default=None), tuple(ref for entry in entries for ref in entry.refs)


def _shown(
    inquiry: Inquiry, told: Report, judged: date | None, now: Inquiry
) -> Iterator[Statement]:
    """Give each field untrue as judged on a day (none: on the day of knowing), and since when."""
    start = inquiry.day_of(told.begun)
    about = told.about or ""
    days = (start, *(d for d in days_of_learning(inquiry, about) if d > start))
    for field in FIELDS:
        if not _untrue(now, told, field, judged or now.day):
            continue
        shown = (d for d in days if _untrue(as_known_on(inquiry, d), told, field, judged or d))
        yield Statement(field, next(shown, now.day))


def _untrue(inquiry: Inquiry, told: Report, field: str, day: date) -> bool:
    stated = getattr(told, field)
    then = inquiry.on(day)
    transaction = then.one(Transaction, told.about or "")
    model = then.one(Model, transaction.model) if transaction and transaction.model else None
    so = getattr(model, field) if model else None
    return stated is not None and so is not None and stated != so
