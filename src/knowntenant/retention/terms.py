"""Until when records are retained, and from when they may go (7.302(e)(2), D13, D15)."""

from dataclasses import dataclass
from datetime import date

from knowntenant.facts.declaration import Fact, Retention, type_of
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import (
    Access,
    Account,
    Certification,
    Change,
    Extension,
    Hold,
    Model,
    Order,
    Recommendation,
    Report,
    Request,
    Reseller,
    ResellerCip,
    SecurityEvent,
    Shortcoming,
    TrainingNote,
    Transaction,
)
from knowntenant.facts.types.accounts import OVER_STATES, HoldState
from knowntenant.facts.types.resellers import ResellerState
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Taken, Verdict
from knowntenant.law.deadline import AtLeastYearsAfter
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, YES_NO
from knowntenant.scope.accounts import ever_in_scope

THROUGH = "retention.retained_through"
FROM = "retention.deletion_from"
ON_HOLD = "retention.on_hold"
US_TERM = "us_determination_retention"
NOT_KEPT = ""
"""In the place of a deadline: nothing is kept, so nothing is retained (D15, 'keep-nothing')."""
FILED: tuple[type[Fact], ...] = (
    Certification,
    Report,
    Request,
    Order,
    Extension,
    TrainingNote,
    Transaction,
    Model,
    SecurityEvent,
    ResellerCip,
    Change,
    Recommendation,
    Shortcoming,
)
_READINGS = ("D13", "D15", "D16", "D17", "D32")


@dataclass(frozen=True, slots=True)
class Term:
    """The term of a record: which deadline of the pack, from which day, and why."""

    deadline: str
    start: date | None
    why: str
    facts: tuple[str, ...]
    readings: tuple[Taken, ...] = ()
    flags: tuple[str, ...] = ()


@decides(THROUGH, Declared(of="record", answers=DAY, readings=_READINGS))
def retained_through(inquiry: Inquiry, record: str) -> Answer[date | None]:
    """Give the last day through which the records of an account (or a filing) are retained.

    None while no end is in sight: the account is open (D13, 'later') or a hold stands.
    """
    return _counted(inquiry, record, THROUGH)


@decides(FROM, Declared(of="record", answers=DAY, readings=_READINGS))
def deletion_from(inquiry: Inquiry, record: str) -> Answer[date | None]:
    """Give the first day on which the records of an account (or a filing) may go, or none."""
    return _counted(inquiry, record, FROM)


@decides(ON_HOLD, Declared(of="record", answers=YES_NO))
def on_hold(inquiry: Inquiry, record: str) -> Answer[Verdict]:
    """Say whether a legal hold covers an account, directly or through its customer."""
    account = inquiry.one(Account, record)
    customer = account.customer if account and account.customer else record
    holds = (*inquiry.where(Hold, account=record), *inquiry.where(Hold, customer=customer))
    standing = [hold for hold in holds if hold.state is not HoldState.RELEASED]
    if standing:
        text = f"hold {standing[0].id} covers {record}: nothing may be deleted"
        return Answer(YES, (inquiry.law.reason(ON_HOLD, text, standing[0].refs),))
    return Answer(NO, (inquiry.law.reason(ON_HOLD, f"no hold covers {record}"),))


def _counted(inquiry: Inquiry, record: str, asked: str) -> Answer[date | None]:
    term = _term_of_account(inquiry, record) or _term_of_filing(inquiry, record)
    if term is None:
        return Answer(UNKNOWN, (inquiry.law.reason(asked, f"nothing is told of {record}"),))
    held = on_hold(inquiry, record)
    text, day = f"{record}: {term.why}", None
    if held.value is YES:
        text = f"{record} is on hold: no end is in sight"
    elif term.start is not None and term.deadline == NOT_KEPT:
        day = None if asked == THROUGH else term.start
    elif term.start is not None:
        deadline = inquiry.law.deadline(term.deadline, AtLeastYearsAfter)
        last, free = deadline.last_day(term.start), deadline.first_free_day(term.start)
        day = last if asked == THROUGH else free
        text = f"{record}: {term.why}; retained through {last}, free from {free}"
    policy = inquiry.law.is_policy(term.deadline)
    own = inquiry.law.deadline(term.deadline, AtLeastYearsAfter).clause if policy else ""
    # A policy's term is no duty of the clause on customer records; it stands beside its own clause.
    reason = Reason(text, (own,) if own else inquiry.law.cite(asked), term.facts)
    flags = term.flags + (("policy, not law: the text sets no period",) if policy else ())
    answer = Answer(day, (reason,), term.readings, flags)
    return answer.resting_on(held) if held.value is YES else answer


def _term_of_account(inquiry: Inquiry, record: str) -> Term | None:
    account = inquiry.one(Account, record)
    accesses = inquiry.where(Access, account=record)
    if account is None and not accesses:
        return None
    last = max((inquiry.day_of(access.begun) for access in accesses), default=None)
    # What was collected for a refused account is let go too.
    told = account.told("state") if account and account.state in OVER_STATES else None
    closed = inquiry.day_of(told.happened) if told else None
    ever = ever_in_scope(inquiry, record)
    d13, d15 = inquiry.law.reading("D13"), inquiry.law.reading("D15")
    start, why, flags = _trigger(closed, last, d13)
    if account is not None and ever is NO and d15.choice == "keep-nothing":
        begun, why = inquiry.day_of(account.begun), "never in scope; nothing is kept"
        return Term(NOT_KEPT, begun, why, account.refs, (d15,))
    if ever is NO:
        start, why, flags = closed, f"never in scope, closed {closed}", ()
    if ever is UNKNOWN:
        flags += ("whether the account was ever in scope is open; kept as if it was",)
    deadline = US_TERM if ever is NO else Retention.CUSTOMER_RECORD
    facts = (account.refs if account else ()) + tuple(
        ref for a in accesses if inquiry.day_of(a.begun) == last for ref in a.refs
    )
    return Term(deadline, start, why, facts, (d13, d15) if ever is NO else (d13,), flags)


def _trigger(
    closed: date | None, last: date | None, d13: Taken
) -> tuple[date | None, str, tuple[str, ...]]:
    literal = d13.choice == "literal"
    flags = ("literal reading of 'closed or last accessed'",) if literal else ()
    known = [day for day in (closed, last) if day is not None]
    told = f"closed {closed or 'never'}, last accessed {last or 'never'}"
    if literal:
        start = min(known, default=None)
        return start, f"{told}; the earlier counts", flags
    if closed is None:
        return None, f"{told}; no end while it is open", flags
    return max(known), f"{told}; the later counts", flags


def _term_of_filing(inquiry: Inquiry, record: str) -> Term | None:
    for shape in FILED:
        fact = inquiry.one(shape, record)
        if fact is not None:
            deadline = type_of(shape).retention
            start = inquiry.day_of(fact.records[-1].happened)
            if isinstance(fact, ResellerCip):
                return _term_of_program(inquiry, fact)
            return Term(deadline, start, f"{type_of(shape).name} of {start}", fact.refs)
    return None


def _term_of_program(inquiry: Inquiry, held: ResellerCip) -> Term:
    """Give the term of the copy of a reseller's program, which begins when it goes out of use."""
    reseller = inquiry.one(Reseller, held.reseller)
    over = reseller is not None and reseller.state is ResellerState.TERMINATED
    told = reseller.told("state") if reseller and over else None
    ended = inquiry.day_of(told.happened) if told else None
    why = f"the program went out of use on {ended}" if ended else "the program is in use; no end"
    return Term(Retention.CIP_COPY, ended, why, held.refs)
