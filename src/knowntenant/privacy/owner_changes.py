"""Customers are bound to tell of new owners, and owners that they did not tell of (7.302(f)(1))."""

from collections.abc import Iterator
from datetime import date, timedelta

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Notice
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, YES_NO, ListOf, Shape, fold
from knowntenant.ownership.owners import find_owners
from knowntenant.scope.accounts import account_in_scope, days_of_change
from knowntenant.scope.holding import first_open_day, holding

CLAUSE = "privacy.owner_notice_clause"
UNTOLD = "privacy.owner_changes_untold"
ABOUT = "owners_added"
"""What terms, and the notices under them, say that they are about."""
ADDED = Shape("owner added", {"owner": ID, "since": DAY, "due": DAY, "late": YES_NO})


@decides(CLAUSE, Declared(of="account", answers=YES_NO))
def owner_notice_clause(inquiry: Inquiry, account: str) -> Answer[Verdict]:
    """Say whether the customer is bound by its terms to tell when beneficial owners are added.

    Shown by terms that the customer accepted: a notice to it, about owners_added, acknowledged.
    Unknown where no such terms are told.
    """
    customer = holding(inquiry, account).customer
    terms = [n for n in inquiry.where(Notice, to=customer) if fold(n.about or "") == ABOUT]
    facts = tuple(ref for notice in terms for ref in notice.refs)
    said = {notice.acknowledged for notice in terms}
    if YES in said:
        verdict, text = YES, f"{customer} accepted terms that bind it to tell of new owners"
    elif NO in said:
        verdict, text = NO, f"{customer} has not accepted the terms about new owners"
    else:
        verdict, text = UNKNOWN, f"whether terms bind {customer} to tell of new owners is not told"
    return Answer(verdict, (inquiry.law.reason(CLAUSE, text, facts),))


@decides(UNTOLD, Declared(of="customer", answers=ListOf(ADDED), readings=("D16", "D17", "D32")))
def owner_changes_untold(inquiry: Inquiry, customer: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give the beneficial owners added since the first opening of whom the customer did not tell.

    since: from when a person was one; due: by when the program wants to be told (policy, not
    law); late: whether that day has passed. A notice from the customer about owners_added covers
    whom it concerns; one that names nobody, all added by then. An all-US account owes none.
    """
    joined = _added(inquiry, customer)
    scope = (account_in_scope(inquiry, customer),) if joined else ()  # costly, and mostly needless
    added = joined if scope and scope[0].value is not NO else {}
    told = list(_told(inquiry, customer))
    days = timedelta(days=inquiry.program.owner_change_notice_days)
    untold = {o: day for o, day in added.items() if not any(_covers(n, o, day) for n in told)}
    rows: tuple[dict[str, object], ...] = tuple(
        {"owner": o, "since": d, "due": d + days, "late": YES if inquiry.day > d + days else NO}
        for o, d in untold.items()
    )
    reasons = tuple(
        inquiry.law.reason(UNTOLD, f"{owner} became an owner of {customer} on {day}, untold")
        for owner, day in untold.items()
    )
    nothing = (inquiry.law.reason(UNTOLD, f"no owner added to {customer} is left untold"),)
    flags = ("the days to tell in are the program's: policy, not law",) if rows else ()
    return Answer(rows, reasons or nothing, flags=flags).resting_on(*scope)


def _added(inquiry: Inquiry, customer: str) -> dict[str, date]:
    """Give the owners of today who were none at the first opening, with the day they became one."""
    accounts = holding(inquiry, customer).accounts
    opened = (first_open_day(inquiry, account) for account in accounts)
    first = min((day for day in opened if day is not None), default=None)
    if first is None:
        return {}
    days = [day for day in days_of_change(inquiry, customer) if day > first]
    before = set(find_owners(inquiry.on(first), customer).owners) if days else set()
    since: dict[str, date] = {}
    for day in days:
        now = find_owners(inquiry.on(day), customer).owners
        since = {o: since.get(o, day) for o in now if o in since or o not in before}
        before &= set(now)
    return since


def _told(inquiry: Inquiry, customer: str) -> Iterator[tuple[date, tuple[str, ...]]]:
    """Give the customer's notices of new owners: the day, and whom each names."""
    for notice in inquiry.where(Notice, sender=customer):
        if fold(notice.about or "") == ABOUT:
            yield inquiry.day_of(notice.begun), notice.concerns or ()


def _covers(notice: tuple[date, tuple[str, ...]], owner: str, since: date) -> bool:
    day, named = notice
    return owner in named if named else day >= since
