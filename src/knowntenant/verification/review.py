"""Re-verification by risk tier (7.302(f)(2)), and redress for customers (7.302(d)(3)(iv))."""

from datetime import date
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Notice, Redress
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.facts.types.checks import RedressState, Result
from knowntenant.facts.types.persons import Tier
from knowntenant.law.answer import NO, YES, Answer, Reason, Verdict
from knowntenant.law.days import days_after
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, YES_NO, ListOf, choice, fold
from knowntenant.persons.steps import steps_of
from knowntenant.scope.accounts import account_in_scope, entered_scope_on
from knowntenant.scope.holding import first_open_day, holding
from knowntenant.scope.lifting import ASKS, lifted

NEXT_REVIEW = "verification.next_review"
OVERDUE = "verification.reviews_overdue"
REDRESS = "verification.redress"
GROUNDS = ("identity_theft", "compromised", "information_compromised", "not_verifiable")


class RedressStands(StrEnum):
    """Where redress for a customer stands."""

    TO_BE_OPENED = "to_be_opened"
    OPEN = "open"
    RESOLVED = "resolved"


REDRESS_STANDS = choice("redress", "where redress stands, or none", RedressStands)


@decides(
    NEXT_REVIEW,
    Declared(
        of="account",
        answers=DAY,
        takes={"despite_exemption": YES_NO},
        asks=("risk.tier", *ASKS),
        readings=("D2", "D16", "D17", "D32"),
    ),
)
def next_review(
    inquiry: Inquiry, account: str, despite_exemption: Verdict = NO
) -> Answer[date | None]:
    """Give the day of the next re-verification of a foreign customer; none where out of scope.

    Counted by risk tier from the last passed step, or from the opening where there is none; from
    the day on which an account entered scope where that is later (D32). None while an exemption
    lifts this; despite_exemption: the day as it is without it, and after a revocation (7.306).
    """
    exempt = lifted(inquiry, account, inquiry.law.cite(NEXT_REVIEW))
    if exempt is not None and despite_exemption is not YES:
        text = f"no review is planned for {account}: {exempt.because[0].text}"
        return Answer(None, (Reason(text, exempt.clauses, exempt.facts),)).resting_on(exempt)
    scope = account_in_scope(inquiry, account)
    held = holding(inquiry, account)
    opened = [day for a in held.accounts if (day := first_open_day(inquiry, a))]
    if scope.value is not YES or not any(a.state in OPEN_STATES for a in held.accounts):
        text = f"no review is planned for {account}: it is not an open account in scope"
        return Answer(None, (inquiry.law.reason(NEXT_REVIEW, text),)).resting_on(scope)
    steps = [s for s in steps_of(inquiry, held.customer) if s.result is Result.PASSED]
    entered = [day for a in held.accounts if (day := entered_scope_on(inquiry, a))]
    checked = inquiry.day_of(steps[-1].begun) if steps else min(opened, default=inquiry.day)
    last = max((checked, *entered))
    tier = inquiry.ask("risk.tier", held.customer)
    due = days_after(last, inquiry.program.review_days(Tier(str(tier.value))))
    facts = steps[-1].refs if steps else ()
    text = f"{held.customer} counts from {last}; risk tier {tier.value}: next on {due}"
    reason = inquiry.law.reason(NEXT_REVIEW, text, facts)
    return Answer(due, (reason,)).resting_on(scope, tier)


@decides(
    OVERDUE,
    Declared(answers=ListOf(ID), asks=("risk.tier", *ASKS), readings=("D2", "D16", "D17", "D32")),
)
def reviews_overdue(inquiry: Inquiry) -> Answer[tuple[str, ...]]:
    """Give the customers whose day of re-verification has passed, unless an exemption lifts it."""
    customers = dict.fromkeys(a.customer for a in inquiry.every(Account) if a.customer)
    overdue: list[str] = []
    for customer in customers:
        due = next_review(inquiry, customer).value
        if isinstance(due, date) and due < inquiry.day:
            overdue.append(customer)
    text = f"{len(overdue)} of {len(customers)} customers are overdue for re-verification"
    return Answer(tuple(overdue), (inquiry.law.reason(OVERDUE, text),))


@decides(REDRESS, Declared(of="customer", answers=REDRESS_STANDS))
def redress(inquiry: Inquiry, customer: str) -> Answer[RedressStands | None]:
    """Say where redress stands: a claim opens a case, which is tracked until it is resolved."""
    cases = inquiry.where(Redress, customer=customer)
    open_ = [case for case in cases if case.state is not RedressState.RESOLVED]
    last = max((inquiry.day_of(case.begun) for case in cases), default=date.min)
    claims = [
        notice
        for notice in inquiry.where(Notice, sender=customer)
        if fold(notice.about or "") in GROUNDS and inquiry.day_of(notice.begun) > last
    ]
    stands: RedressStands | None = None
    if open_:
        stands, text, facts = RedressStands.OPEN, f"case {open_[0].id} is open", open_[0].refs
    elif claims:
        text, facts = f"{customer} claims {claims[0].about}: a case is to be opened", claims[0].refs
        stands = RedressStands.TO_BE_OPENED
    elif cases:
        stands, text, facts = (
            RedressStands.RESOLVED,
            f"case {cases[-1].id} is resolved",
            cases[-1].refs,
        )
    else:
        text, facts = f"{customer} asks for no redress", ()
    return Answer(stands, (inquiry.law.reason(REDRESS, text, facts),))
