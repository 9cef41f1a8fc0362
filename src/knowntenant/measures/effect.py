"""What special measures mean for one account: forbidden, under conditions, or a warning (7.307)."""

from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Order
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO, ListOf, Shape, choice
from knowntenant.measures.judging import Match, judged
from knowntenant.measures.life import (
    OVER,
    STATES,
    MeasureState,
    binding_from,
    ends_on,
    state,
)
from knowntenant.measures.links import is_live
from knowntenant.scope.holding import holding

EFFECT = "measures.effect"


class Effect(StrEnum):
    """What a measure does to an account that it reaches."""

    PROHIBITED = "prohibited"
    CONDITIONS = "conditions"
    NOT_SAID = "not_said"


EFFECTS = choice("effect of a measure", "what a measure does to an account", Effect)
OF_ORDER = Shape(
    "effect of a measure",
    {
        "order": ID, "state": STATES, "effect": EFFECTS, "reached": YES_NO, "conditions": TEXT,
        "from": DAY, "until": DAY,
    },
)  # fmt: skip


@decides(EFFECT, Declared(of="account", answers=ListOf(OF_ORDER), readings=("D4", "D16", "D17")))
def effect(inquiry: Inquiry, account: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give what special measures mean for an account, or a customer, on the day asked about.

    One row per measure that is advisory or binding: what it does once it binds, from and until
    which day, the conditions in the order's words. reached: yes, or unknown where the facts do
    not settle it. Empty where no measure reaches the account, or it is closed.
    """
    rows: list[dict[str, object]] = []
    answer: Answer[object] = Answer(None)
    for order, stands in _in_play(inquiry):
        match = _match(inquiry, account, order)
        if match is not None:
            rows.append(_row(inquiry, order, match))
            reason = _reason(inquiry, order, match)
            answer = answer.resting_on(Answer(None, (reason,)), stands)
    text = f"no special measure that is advisory or binding reaches {account}"
    nothing = inquiry.law.reason(EFFECT, text)
    first = Answer(tuple(rows), () if rows else (nothing,), (inquiry.law.reading("D4"),))
    return first.resting_on(answer)


def _in_play(inquiry: Inquiry) -> tuple[tuple[Order, Answer[MeasureState | None]], ...]:
    """Give the measures that are advisory or binding: the same for all accounts, so found once."""
    law = inquiry.law

    def find() -> tuple[tuple[Order, Answer[MeasureState | None]], ...]:
        every = ((order, state(inquiry, order.id)) for order in inquiry.every(Order))
        return tuple((order, stands) for order, stands in every if stands.value not in OVER)

    key = (EFFECT, law.pack.sha256, law.reading("D4").choice, inquiry.day)
    return inquiry.known.once(key, find)


def _match(inquiry: Inquiry, named: str, order: Order) -> Match | None:
    """Give how an order reaches an account, or the first of a customer's; it need not exist yet."""
    held = holding(inquiry, named).accounts or (_to_come(named),)
    found = (judged(inquiry, account, order) for account in held if is_live(account))
    return min((m for m in found if m is not None), key=lambda match: match.rank, default=None)


def _to_come(customer: str) -> Account:
    """Give the account that a customer without one may ask for."""
    values: dict[str, object] = {"id": customer, "customer": customer}
    return Account(records=(), **values)  # type: ignore[arg-type]  # by the registry


def _row(inquiry: Inquiry, order: Order, match: Match) -> dict[str, object]:
    return {
        "order": order.id,
        "state": state(inquiry, order.id).value,
        "effect": effect_of(order),
        "reached": YES if match.is_sure else UNKNOWN,
        "conditions": order.conditions,
        "from": binding_from(inquiry, order.id).value,
        "until": ends_on(inquiry, order.id).value,
    }


def effect_of(order: Order) -> Effect:
    """Give what an order does: forbid, or set conditions, as far as it says."""
    if order.prohibits is YES:
        return Effect.PROHIBITED
    said = order.prohibits is NO or order.conditions
    return Effect.CONDITIONS if said else Effect.NOT_SAID


def _reason(inquiry: Inquiry, order: Order, match: Match) -> Reason:
    how = match.because.replace("_", " ")
    sure = "reaches" if match.is_sure else "may reach"
    text = f"{order.id} {sure} {match.account}: {how}, {match.via}"
    by_person = order.person is not None and order.jurisdiction is None
    part = "person" if by_person else "jurisdiction"
    return inquiry.law.reason(EFFECT, text, order.refs, part=part)
