"""What the written program obliges to: complete it, fit it, review it, train its staff (7.302)."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import NO
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind

ASKS = ("program.fits", "program.gaps", "program.review_due", "program.training_due")
OF = "program"


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what is owed about the written program, where one that states its version was given.

    A few settings alone, as a scenario chooses them, are no written program to be kept up.
    """
    if not inquiry.program.version:
        return
    gaps = inquiry.ask("program.gaps")
    if isinstance(gaps.value, tuple) and gaps.value:
        yield now(Kind.COMPLETE_PROGRAM, OF, gaps, "a program without gaps, approved")
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
