"""What the written program obliges to: write, fit, follow, review it, and train staff (7.302)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import NO, Answer
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind

ASKS = (
    "program.drift",
    "program.fits",
    "program.gaps",
    "program.review_due",
    "program.training_due",
)
OF = "program"
OWED_ANYHOW = frozenset({"open_after_failure", "provisional_too_long", "review_overdue"})
"""Kinds of drift that an obligation about the account or the customer already speaks of."""


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what is owed about the written program, where one that states its version was given.

    A few settings alone, as a scenario chooses them, are no written program to be kept up.
    """
    if not inquiry.program.version:
        return
    gaps = inquiry.ask("program.gaps")
    if isinstance(gaps.value, tuple) and gaps.value:
        yield now(Kind.COMPLETE_PROGRAM, OF, gaps, "a program without gaps, approved")
    drift = _drift(inquiry)
    if drift.because:
        yield now(Kind.MEND_DRIFT, OF, drift, "what is done brought in line with what is written")
    fits = inquiry.ask("program.fits")
    if fits.value is NO:
        yield now(Kind.ASSESS_RISKS, OF, fits, "a dated assessment of risks, with rules for tiers")
    for name, kind, done_by in (
        ("program.review_due", Kind.REVIEW_PROGRAM, "a review of the program"),
        ("program.training_due", Kind.TRAIN_STAFF, "a completed training of staff"),
    ):
        due = inquiry.ask(name)
        if isinstance(due.value, date):
            yield dated(inquiry, kind, OF, due, due.value, done_by)


def _drift(inquiry: Inquiry) -> Answer[object]:
    """Give the answer on drift with the reasons of what no other obligation speaks of."""
    answer = inquiry.ask("program.drift")
    rows = answer.value if isinstance(answer.value, tuple) else ()
    both = zip(rows, answer.because, strict=False)  # one reason a row, and one where there is none
    told = tuple(reason for row, reason in both if row["what"] not in OWED_ANYHOW)
    return replace(answer, because=told)
