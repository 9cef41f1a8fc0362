"""Civil penalties: the ceiling, the days for a petition and for the decision (7.309(c)(1))."""

from datetime import date
from fractions import Fraction

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import PenaltyNotice, Petition
from knowntenant.law.answer import UNKNOWN, Answer
from knowntenant.law.deadline import WithinDays
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, NUMBER

CAP = "enforcement.civil_cap"
PETITION_DUE = "enforcement.petition_due"
DECISION_DUE = "enforcement.decision_due"
FIXED, MULTIPLE = "civil_penalty_cap", "civil_penalty_transaction_multiple"


@decides(CAP, Declared(answers=NUMBER, takes={"transaction": NUMBER}))
def civil_cap(inquiry: Inquiry, transaction: Fraction = Fraction(0)) -> Answer[Fraction]:
    """Give the highest civil penalty for one violation, in US dollars, on the day asked about.

    The greater of the adjusted sum of the statute and a multiple of the transaction behind the
    violation. transaction: its value in US dollars; without one only the sum counts.
    """
    fixed = inquiry.law.number(FIXED, inquiry.day)
    times = inquiry.law.number(MULTIPLE, inquiry.day)
    cap = max(fixed, times * transaction)
    text = f"at most {cap}: the greater of {fixed} and {times} times {transaction}"
    values = inquiry.law.pack.parameters[FIXED].values
    last = max((v.start.year for v in values if v.start <= inquiry.day), default=inquiry.day.year)
    stale = f"the sum is that of {last}; adjustments of later years are not in the pack"
    flags = (stale,) if inquiry.day.year > last else ()
    return Answer(cap, (inquiry.law.reason(CAP, text),), flags=flags)


@decides(PETITION_DUE, Declared(of="penalty_notice", answers=DAY))
def petition_due(inquiry: Inquiry, notice: str) -> Answer[date]:
    """Give the last day for a written petition against a penalty, from the day it was served."""
    told = inquiry.one(PenaltyNotice, notice)
    if told is None:
        text = f"no penalty notice {notice} is told"
        return Answer(UNKNOWN, (inquiry.law.reason(PETITION_DUE, text),))
    deadline = inquiry.law.deadline("penalty_petition", WithinDays)
    served = inquiry.day_of(told.begun)
    due = deadline.due(served)
    text = f"served on {served}, within {deadline.count} calendar days: petition by {due}"
    return Answer(due, (inquiry.law.reason(PETITION_DUE, text, told.refs),))


@decides(DECISION_DUE, Declared(of="petition", answers=DAY))
def decision_due(inquiry: Inquiry, petition: str) -> Answer[date]:
    """Give the last day for the Secretary's final decision, from the receipt of the petition.

    Unknown until the day of receipt is told: the day of sending does not settle it.
    """
    told = inquiry.one(Petition, petition)
    if told is None or told.received_on is None:
        text = f"when the Secretary received {petition} is not told"
        return Answer(UNKNOWN, (inquiry.law.reason(DECISION_DUE, text, told.refs if told else ()),))
    deadline = inquiry.law.deadline("penalty_decision", WithinDays)
    due = deadline.due(told.received_on)
    text = f"received on {told.received_on}, within {deadline.count} calendar days: by {due}"
    return Answer(due, (inquiry.law.reason(DECISION_DUE, text, told.refs),))
