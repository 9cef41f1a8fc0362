"""When the clock of a training report starts, under each reading of D5 (7.308(c)(1), (c)(2))."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Transaction
from knowntenant.facts.types.training import TransactionState
from knowntenant.law.answer import NO, YES, Taken
from knowntenant.training.knowing import Knowing, knowing
from knowntenant.training.transactions import covered, last_covered_since

EARLIEST, WHICHEVER, AGREED = "earliest-knowledge", "whichever-first", "at-agreement"
_BOUND = (TransactionState.AGREED, TransactionState.RUNNING, TransactionState.COMPLETED)


@dataclass(frozen=True, slots=True)
class Started:
    """The day of the covered transaction, who knew when, and the start under each reading."""

    since: date | None
    known: Knowing
    days: Mapping[str, date | None]
    taken: Taken
    flags: tuple[str, ...]

    @property
    def day(self) -> date | None:
        """The day on which the reading taken starts the clock."""
        return self.days[self.taken.choice]


@remembered
def started(inquiry: Inquiry, transaction: str) -> Started:
    """Find when the clock of a transaction starts.

    D5, 'earliest-knowledge': the first knowledge of provider or reseller of an actual or proposed
    transaction; 'whichever-first': that day or the transaction's own, known or not;
    'at-agreement': the day of agreement, a proposal alone starting nothing.
    """
    known = knowing(inquiry, transaction)
    since, now = last_covered_since(inquiry, transaction), covered(inquiry, transaction).value
    flags: tuple[str, ...] = ()
    if since is not None and now is not YES:
        flags = (f"{transaction} is no longer covered; no clause says that this ends the duty",)
    if since is None and now is NO:
        if known.first:
            flags = (f"knowledge is entered, yet the facts show {transaction} as not covered",)
        known = Knowing(None, None, known.facts, known.flags)
    agreed = agreed_on(inquiry, transaction) if since or known.first else None
    first = [day for day in (since, known.first) if day]
    days = {
        EARLIEST: known.first,
        WHICHEVER: min(first, default=None),
        AGREED: max(agreed, since or agreed) if agreed else None,
    }
    return Started(since, known, days, inquiry.law.reading("D5"), flags + known.flags)


def agreed_on(inquiry: Inquiry, transaction: str) -> date | None:
    """Give the day of agreement; what was never said to be a proposal was agreed at once."""
    told = inquiry.one(Transaction, transaction)
    if told is None:
        return None
    if told.state is None:
        return inquiry.day_of(told.begun)
    days = (inquiry.day_of(r.happened) for r in told.records if r.values.get("state") in _BOUND)
    return next(days, None)
