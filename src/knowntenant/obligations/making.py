"""How an obligation is made from an answer: its clause, its due day, and where it stands."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import Answer
from knowntenant.obligations.row import Obligation, ObligationKind, ObligationState


def state_of(inquiry: Inquiry, due: date, done: date | None) -> ObligationState:
    """Say where an obligation stands on the day asked about; the due day itself is in time."""
    if done is not None and done <= inquiry.day:
        return ObligationState.MET if done <= due else ObligationState.MET_LATE
    return ObligationState.LATE if inquiry.day > due else ObligationState.OPEN


def row(  # noqa: PLR0913, PLR0917 - one argument per column of the row
    kind: ObligationKind,
    of: str,
    answer: Answer[object],
    due: date | None,
    state: ObligationState,
    by: str,
) -> Obligation:
    """Make an obligation that rests on an answer; `by` says what satisfies it."""
    clause = answer.clauses[0] if answer.clauses else ""
    because = answer.because[0].text if answer.because else ""
    return Obligation(kind, of, clause, due, state, by, because, answer)


def dated(  # noqa: PLR0913, PLR0917 - as above
    inquiry: Inquiry,
    kind: ObligationKind,
    of: str,
    answer: Answer[object],
    due: date,
    by: str,
    done: date | None = None,
) -> Obligation:
    """Make an obligation with a due day; `done` is the day on which it was satisfied, if it was."""
    return row(kind, of, answer, due, state_of(inquiry, due, done), by)


def now(kind: ObligationKind, of: str, answer: Answer[object], by: str) -> Obligation:
    """Make an obligation that is open and for which no day is set."""
    return row(kind, of, answer, None, ObligationState.OPEN, by)
