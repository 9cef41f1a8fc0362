"""By when a covered transaction is reported, by whom to whom (7.308(c)(1), (c)(2); D5, D6)."""

from dataclasses import replace
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Provider, Transaction
from knowntenant.law.answer import UNKNOWN, Answer
from knowntenant.law.deadline import WithinDays
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY
from knowntenant.scope.foreign_resellers import ResellerKind, foreign_or_us, is_us_reseller
from knowntenant.scope.reporting import arrived_on
from knowntenant.training.model import LARGE
from knowntenant.training.starting import WHICHEVER, Started, started
from knowntenant.training.transactions import covered, who_reports

DUE = "training.report_due"
RESELLER_DUE = "training.reseller_report_due"
FORWARD = "training.forward_due"
IMPOSSIBLE = "text makes this deadline impossible"
_READINGS = ("D5", "D16", "D17", "D27", "D34")
_FORWARDING = ("D6", *_READINGS)


@decides(DUE, Declared(of="transaction", answers=DAY, asks=(LARGE,), readings=_READINGS))
def report_due(inquiry: Inquiry, transaction: str) -> Answer[date | None]:
    """Give the last day for the provider's own report of a covered transaction, or none.

    None where another reports it and, unless D5 is read literally ('whichever-first'), where it
    comes through a foreign reseller, who reports to the provider first. Unknown while it is open
    whether the transaction is covered, or whether its reseller is a foreign one; none before
    anything is told of it: no clock can run.
    """
    told = inquiry.one(Transaction, transaction)
    bar = _not_ours(inquiry, told) if told else ""
    found = _due(inquiry, transaction, "training_report_provider", (DUE, bar))
    if told is None or found.value in (None, UNKNOWN) or not _origin_open(inquiry, told):
        return found
    flag = f"whether {told.reseller} is a foreign reseller is open: if not, due {found.value}"
    return replace(found, value=UNKNOWN, flags=(*found.flags, flag))


@decides(RESELLER_DUE, Declared(of="transaction", answers=DAY, asks=(LARGE,), readings=_READINGS))
def reseller_report_due(inquiry: Inquiry, transaction: str) -> Answer[date | None]:
    """Give the last day for a foreign reseller's report to the provider, or none."""
    told = inquiry.one(Transaction, transaction)
    direct = told is not None and not by_foreign_reseller(inquiry, told)
    bar = f"{transaction} is not made through a foreign reseller" if direct else ""
    return _due(inquiry, transaction, "training_report_reseller", (RESELLER_DUE, bar))


@decides(FORWARD, Declared(of="transaction", answers=DAY, asks=(LARGE,), readings=_FORWARDING))
def forward_due(inquiry: Inquiry, transaction: str) -> Answer[date | None]:
    """Give the last day for passing a reseller's report on to the Department, or none.

    The text counts from the transaction. D6, 'earlier-of-both': that day or the one counted from
    the report's arrival, whichever is earlier; 'from-receipt': from the arrival alone.
    """
    told = inquiry.one(Transaction, transaction)
    start, taken = started(inquiry, transaction), inquiry.law.reading("D6")
    now = covered(inquiry, transaction)
    if told is None or not by_foreign_reseller(inquiry, told) or start.since is None:
        text = f"no report of a reseller about {transaction} is to be passed on"
        open_ = start.since is None and now.value is UNKNOWN and _is_told(told, start)
        reason = inquiry.law.reason(FORWARD, text)
        return Answer(UNKNOWN if open_ else None, (reason,), (taken,)).resting_on(now)
    deadline = inquiry.law.deadline("training_report_forward", WithinDays)
    literal = deadline.due(start.since)
    arrived = arrived_on(inquiry, transaction)
    received = deadline.due(arrived) if arrived else None
    days = {"literal": literal, "from-receipt": received}
    text = (
        f"covered since {start.since}, within {deadline.count} calendar days: {literal};"
        f" counted from the arrival of the reseller's report: {received or 'not arrived yet'}"
    )
    reason = inquiry.law.reason(FORWARD, text, told.refs)
    due = days.get(taken.choice, min(literal, received or literal))
    flags = start.flags + _no_time(inquiry, start, literal)
    return Answer(due, (reason,), (taken, start.taken), flags).resting_on(
        now, *_seller(inquiry, told)
    )


def by_foreign_reseller(inquiry: Inquiry, told: Transaction) -> bool:
    """Tell whether a transaction is made through a reseller that is not shown to be a US one."""
    return told.reseller is not None and not is_us_reseller(inquiry, told.reseller)


def _due(
    inquiry: Inquiry, transaction: str, counted: str, asked: tuple[str, str]
) -> Answer[date | None]:
    """Count the days of a report; `asked` is the decision, and why nothing is due if so."""
    name, bar = asked
    start, now = started(inquiry, transaction), covered(inquiry, transaction)
    deadline = inquiry.law.deadline(counted, WithinDays)
    days = {choice: deadline.due(day) if day else None for choice, day in start.days.items()}
    due = None if bar else days[start.taken.choice]
    others = "; ".join(f"{choice}: {days[choice] or 'none'}" for choice in start.taken.refused)
    if due is not None:
        term = f"within {deadline.count} calendar days"
        text = f"begun on {start.day}, {term}: due {due}, no roll-forward"
    else:
        text = bar or f"no clock runs on {transaction}"
    told = inquiry.one(Transaction, transaction)
    facts = told.refs if told else ()
    because = (
        inquiry.law.reason(name, text, facts + start.known.facts, part="due"),
        inquiry.law.reason(name, f"by the readings refused it would be due: {others}"),
    )
    open_ = not bar and due is None and now.value is UNKNOWN and _is_told(told, start)
    readings = (start.taken, inquiry.law.reading("D34"))
    found: Answer[date | None] = Answer(UNKNOWN if open_ else due, because, readings, start.flags)
    return found.resting_on(now, *_seller(inquiry, told))


def _seller(inquiry: Inquiry, told: Transaction | None) -> tuple[Answer[ResellerKind], ...]:
    """Give what the reseller of a transaction is, to rest on; nothing where it has none."""
    return (foreign_or_us(inquiry, told.reseller),) if told and told.reseller else ()


def _is_told(told: Transaction | None, start: Started) -> bool:
    """Tell whether anything is told of a transaction, be it only that somebody knew of it."""
    return told is not None or start.known.first is not None


def _not_ours(inquiry: Inquiry, told: Transaction) -> str:
    """Say why a covered transaction is not the provider's own to report, or nothing."""
    reporting = who_reports(inquiry, told.id).value
    providers = [provider.id for provider in inquiry.every(Provider)]
    named = reporting if isinstance(reporting, tuple) and providers else ()
    if named and not set(providers) & set(named):
        return f"{', '.join(named)} is to report {told.id}, not {', '.join(providers)}"
    if _reports_first(inquiry, told) and not _origin_open(inquiry, told):
        return f"{told.reseller} reports {told.id} to the provider, who passes it on"
    return ""


def _reports_first(inquiry: Inquiry, told: Transaction) -> bool:
    """Tell whether a reseller, not shown to be a US one, reports to the provider first (D5)."""
    literal = inquiry.law.reading("D5").choice == WHICHEVER
    return by_foreign_reseller(inquiry, told) and not literal


def _origin_open(inquiry: Inquiry, told: Transaction) -> bool:
    """Tell whether it is open if the provider reports a transaction or its reseller does first."""
    seller = foreign_or_us(inquiry, told.reseller).value if told.reseller else None
    return seller is UNKNOWN and _reports_first(inquiry, told)


def _no_time(inquiry: Inquiry, start: Started, literal: date) -> tuple[str, ...]:
    """Give the flags of a last day that leaves the provider no time, or the reseller too little."""
    first, day = start.known.first, start.day
    if first is not None and first > literal:
        return (f"{IMPOSSIBLE}: nobody knew before {first}; file at once and explain",)
    theirs = inquiry.law.deadline("training_report_reseller", WithinDays)
    if day is not None and theirs.due(day) > literal:
        return (f"the reseller's own last day, {theirs.due(day)}, comes after {literal}",)
    return ()
