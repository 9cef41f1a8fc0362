"""What is due, gathered from the duties of every part of the law."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.law.answer import Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, ListOf
from knowntenant.obligations import customers, resellers
from knowntenant.obligations.row import OBLIGATION, Obligation, ObligationState

OPEN = "obligations.open"
ALL = "obligations.all"
PARTS = (resellers, customers)
"""The modules that make obligations: each names the decisions that it asks (ASKS)."""
_ASKS = tuple(dict.fromkeys(name for part in PARTS for name in part.ASKS))
_DONE = (ObligationState.MET, ObligationState.MET_LATE)


@decides(ALL, Declared(answers=ListOf(OBLIGATION), takes={"of": ID}, asks=_ASKS, composed=True))
def all_obligations(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give every obligation on the day asked about, and those met whose due day the law sets.

    They arise for open accounts, customers, resellers, requests, filings, orders and transactions;
    `of` narrows it to a subject.
    """
    rows = [row for row in gather(inquiry) if of in ("", row.of)]
    return _answered(inquiry, rows)


@decides(OPEN, Declared(answers=ListOf(OBLIGATION), takes={"of": ID}, asks=_ASKS, composed=True))
def open_obligations(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give the obligations that are open or late, the earliest due day first."""
    rows = [row for row in gather(inquiry) if of in ("", row.of) and row.state not in _DONE]
    return _answered(inquiry, sorted(rows, key=lambda row: (row.due or date.max, row.of, row.kind)))


def gather(inquiry: Inquiry) -> Iterator[Obligation]:
    """Gather the obligations of every part of the law of which the pack decides anything."""
    decided = inquiry.law.pack.decided.keys()
    for part in PARTS:
        if not decided.isdisjoint(part.ASKS):
            yield from part.duties(inquiry)


def _answered(inquiry: Inquiry, rows: list[Obligation]) -> Answer[tuple[dict[str, object], ...]]:
    reasons = tuple(Reason(f"{row.kind}: {row.because}", (row.clause,)) for row in rows)
    days = inquiry.program.internal_target_days
    return Answer(tuple(row.as_row(days) for row in rows), reasons)
