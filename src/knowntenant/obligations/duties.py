"""What is due, gathered from the duties of every part of the law."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Customer
from knowntenant.law.answer import Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, ListOf
from knowntenant.obligations import (
    assessment,
    certification,
    customers,
    deterrence,
    enforcement,
    exempting,
    export_control,
    measures,
    privacy,
    program,
    resellers,
    sanctions,
    scope,
    training,
)
from knowntenant.obligations.row import OBLIGATION, Obligation, ObligationState

OPEN = "obligations.open"
ALL = "obligations.all"
PARTS = (
    resellers,
    deterrence,
    enforcement,
    training,
    export_control,
    sanctions,
    measures,
    privacy,
    scope,
    certification,
    assessment,
    program,
)
"""The modules that make obligations: each names the decisions that it asks (ASKS)."""
BY_CUSTOMER = (customers, privacy, export_control, sanctions)
"""Those that make obligations about one customer at a time, so that customers can be shared out."""
ASKED = tuple(dict.fromkeys(name for part in (*PARTS, *BY_CUSTOMER) for name in part.ASKS))
"""The decisions that obligations rest on."""
_ASKS = tuple(dict.fromkeys((*ASKED, *exempting.ASKS)))
_PENDING = (ObligationState.OPEN, ObligationState.LATE)


@decides(ALL, Declared(answers=ListOf(OBLIGATION), takes={"of": ID}, asks=_ASKS, composed=True))
def all_obligations(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give every obligation on the day asked about, and those met whose due day the law sets.

    They arise for open accounts, customers, resellers, requests, filings, orders and transactions;
    `of` narrows it to a subject. What an exemption lifts is there as muted.
    """
    rows = [row for row in gather(inquiry) if of in ("", row.of)]
    return _answered(inquiry, rows, _muted(rows))


@decides(OPEN, Declared(answers=ListOf(OBLIGATION), takes={"of": ID}, asks=_ASKS, composed=True))
def open_obligations(inquiry: Inquiry, of: str = "") -> Answer[tuple[dict[str, object], ...]]:
    """Give the obligations that are open or late, the earliest due day first.

    What an exemption lifts is left out and flagged.
    """
    rows = [row for row in gather(inquiry) if of in ("", row.of)]
    open_ = [row for row in rows if row.state in _PENDING]
    open_.sort(key=lambda row: (row.due or date.max, row.of, row.kind))
    return _answered(inquiry, open_, _muted(rows))


def gather(inquiry: Inquiry) -> Iterator[Obligation]:
    """Gather the obligations of every part of the law of which the pack decides anything."""
    yield from of_no_customer(inquiry)
    for customer in everyone(inquiry):
        yield from of_customer(inquiry, customer)


def of_no_customer(inquiry: Inquiry) -> Iterator[Obligation]:
    """Gather what is owed, but not about one customer at a time."""
    decided = inquiry.law.pack.decided.keys()
    for part in PARTS:
        if not decided.isdisjoint(part.ASKS):
            yield from (exempting.muted(inquiry, row) for row in part.duties(inquiry))


def of_customer(inquiry: Inquiry, customer: str) -> Iterator[Obligation]:
    """Gather what is owed about one customer and its accounts."""
    decided = inquiry.law.pack.decided.keys()
    for part in BY_CUSTOMER:
        if not decided.isdisjoint(part.ASKS):
            rows = part.of_customer(inquiry, customer)
            yield from (exempting.muted(inquiry, row) for row in rows)


def everyone(inquiry: Inquiry) -> dict[str, None]:
    """Give every customer, also those of whom only an account is told, in the order of telling."""
    stated = (customer.id for customer in inquiry.every(Customer))
    holders = (account.customer for account in inquiry.every(Account) if account.customer)
    return dict.fromkeys((*stated, *holders))


def _muted(rows: list[Obligation]) -> tuple[str, ...]:
    muted = (row for row in rows if row.state is ObligationState.MUTED)
    return tuple(f"{row.kind} of {row.of} is muted by an exemption" for row in muted)


def _answered(
    inquiry: Inquiry, rows: list[Obligation], flags: tuple[str, ...]
) -> Answer[tuple[dict[str, object], ...]]:
    reasons = tuple(Reason(f"{row.kind}: {row.because}", (row.clause,)) for row in rows)
    days = inquiry.program.internal_target_days
    return Answer(tuple(row.as_row(days) for row in rows), reasons, flags=flags)
