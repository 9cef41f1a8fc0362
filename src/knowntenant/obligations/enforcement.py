"""What overtaken statements oblige to, and how long a penalty can be petitioned against (7.309)."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import AdpChange, PenaltyNotice, Petition, Statement
from knowntenant.law.answer import Answer, Reason
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind

ASKS = ("enforcement.continuing_statements", "enforcement.petition_due")


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what is owed about statements, and the open days for petitions."""
    overtaken = inquiry.ask("enforcement.continuing_statements")
    rows = overtaken.value if isinstance(overtaken.value, tuple) else ()
    for row in rows:
        yield from of_statement(inquiry, row)
    for notice in inquiry.every(PenaltyNotice):
        yield from of_penalty(inquiry, notice.id)


def of_statement(inquiry: Inquiry, row: dict[str, object]) -> Iterator[Obligation]:
    """Give what one overtaken statement owes.

    A corrected report with a day of its own, and a notice of an ADP's change, are owed elsewhere.
    """
    statement, change = str(row["statement"]), str(row["change"])
    because = Reason(f"{statement}: {change} overtook it", (str(row["clause"]),))
    answer: Answer[object] = Answer(row["remedy"], (because,))
    if inquiry.one(Statement, statement) is None:
        if inquiry.one(AdpChange, change) is None:
            yield now(Kind.NOTIFY_ADP_CHANGE, change, answer, "the notification of the change")
    elif row["due"] is None:
        yield now(Kind.CORRECT_STATEMENT, statement, answer, "word to the Department")


def of_penalty(inquiry: Inquiry, notice: str) -> Iterator[Obligation]:
    """Give the last day for a petition: a right, and gone when the day is over."""
    due = inquiry.ask("enforcement.petition_due", notice)
    if isinstance(due.value, date):
        sent = [inquiry.day_of(p.begun) for p in inquiry.where(Petition, notice=notice)]
        done_by = "a petition, if one is wanted: a right and no duty"
        kind, done = Kind.PETITION_AGAINST_PENALTY, min(sent, default=None)
        yield dated(inquiry, kind, notice, due, due.value, done_by, done)
