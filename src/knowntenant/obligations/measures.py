"""What special measures oblige to: prepare while advisory, act on accounts once binding (7.307)."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Order
from knowntenant.facts.types.accounts import LIMITED_STATES
from knowntenant.law.answer import UNKNOWN, YES, Answer
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind

ASKS = (
    "measures.binding_from", "measures.matching_accounts", "measures.state",
    "measures.unsettled_accounts",
)  # fmt: skip


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what is owed under every special measure that is advisory or binding."""
    for order in inquiry.every(Order):
        yield from of_order(inquiry, order)


def of_order(inquiry: Inquiry, order: Order) -> Iterator[Obligation]:
    """Give what is owed under one measure; by the day from which a provider may have to act."""
    stands = inquiry.ask("measures.state", order.id)
    first = inquiry.ask("measures.binding_from", order.id)
    if stands.value is UNKNOWN:
        yield now(Kind.SETTLE_MEASURE, order.id, stands, "the last day of its extension")
    if stands.value not in ("advisory", "binding") or not isinstance(first.value, date):
        return
    matching = inquiry.ask("measures.matching_accounts", order.id)
    if stands.value == "binding":
        yield from _of_accounts(inquiry, order, matching, first.value)
    elif matching.value:
        kind, done_by = Kind.PREPARE_FOR_MEASURE, "what is to be done with each account it reaches"
        yield dated(inquiry, kind, order.id, matching, first.value, done_by)
    unsettled = inquiry.ask("measures.unsettled_accounts", order.id)
    if unsettled.value:
        done_by = "the facts that settle whether it reaches the accounts named"
        yield dated(inquiry, Kind.SETTLE_MEASURE, order.id, unsettled, first.value, done_by)


def _of_accounts(
    inquiry: Inquiry, order: Order, matching: Answer[object], due: date
) -> Iterator[Obligation]:
    rows = matching.value if isinstance(matching.value, tuple) else ()
    for match in rows:
        account = inquiry.one(Account, str(match["account"]))
        limited = account is not None and account.state in LIMITED_STATES
        if order.prohibits is YES:
            done_by = "the closing, or the refusal"
        elif limited:
            continue  # held to conditions already; whether to these, a person looks
        else:
            done_by = "the account's new state"
        kind = Kind.APPLY_MEASURE
        yield dated(inquiry, kind, str(match["account"]), matching, due, done_by)
