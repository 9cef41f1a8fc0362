"""Since when provider or reseller has known of a covered transaction (7.308(a)(1), D34)."""

from dataclasses import dataclass
from datetime import date

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.known import Known
from knowntenant.facts.types import Knowledge, Transaction
from knowntenant.facts.types.knowledge import Element, Knower
from knowntenant.law.answer import UNKNOWN, YES, Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY
from knowntenant.training.changes import days_of_learning
from knowntenant.training.model import LARGE
from knowntenant.training.transactions import covered, last_covered_since

KNOWN = "training.known_since"


@dataclass(frozen=True, slots=True)
class Knowing:
    """The first day on which each of the two knew, and what it rests on."""

    provider: date | None
    reseller: date | None
    facts: tuple[str, ...]
    flags: tuple[str, ...]

    @property
    def first(self) -> date | None:
        """The day of the first knowledge, whoever had it."""
        return min((day for day in (self.provider, self.reseller) if day), default=None)


@decides(
    KNOWN, Declared(of="transaction", answers=DAY, asks=(LARGE,), readings=("D16", "D17", "D34"))
)
def known_since(inquiry: Inquiry, transaction: str) -> Answer[date | None]:
    """Give the first day on which the provider or the reseller knew of a covered transaction.

    D34, 'facts-on-their-face': facts that the provider had learned and that show it are knowledge
    from that day; 'declared-only': only an entry of knowledge is. A reseller's own knowledge is
    always an entry; the provider shares it from the day on which it learned of it. While it is
    open whether the transaction is covered, a flag asks a person whether that is knowledge already.
    """
    known = knowing(inquiry, transaction)
    told = f"the provider since {known.provider}, the reseller since {known.reseller}"
    text = f"{transaction} as a covered transaction is known to {told}"
    if known.first is None:
        text = f"neither provider nor reseller is shown to know that {transaction} is covered"
    reason = inquiry.law.reason(KNOWN, text, known.facts)
    return Answer(known.first, (reason,), (inquiry.law.reading("D34"),), known.flags)


@remembered
def knowing(inquiry: Inquiry, transaction: str) -> Knowing:
    """Find since when provider and reseller have known of a covered transaction."""
    entries = [
        entry
        for entry in inquiry.every(Knowledge)
        if entry.about == transaction and entry.of is Element.COVERED_TRANSACTION
    ]
    own = [learned_on(inquiry, entry) for entry in entries]
    theirs = [inquiry.day_of(e.begun) for e in entries if e.by is Knower.RESELLER]
    told = inquiry.one(Transaction, transaction) is not None
    shown = shown_since(inquiry, transaction)
    if last_covered_since(inquiry, transaction) is None:  # a mistake that was put right since
        shown = None
    flags: tuple[str, ...] = ()
    if shown is not None and inquiry.law.reading("D34").choice != "declared-only":
        own.append(shown)
    elif shown is not None and not own:
        flags = (f"possible imputed knowledge: the facts show that {transaction} is covered",)
    elif not own and told and covered(inquiry, transaction).value is UNKNOWN:
        flags = (f"possible imputed knowledge: whether {transaction} is covered is open",)
    facts = tuple(ref for entry in entries for ref in entry.refs)
    return Knowing(_first(inquiry, own), _first(inquiry, theirs), facts, flags)


@remembered
def shown_since(inquiry: Inquiry, transaction: str) -> date | None:
    """Give the first day on which what the provider had learned showed a covered transaction."""
    for day in days_of_learning(inquiry, transaction):
        if covered(as_known_on(inquiry, day), transaction).value is YES:
            return day
    return None


def as_known_on(inquiry: Inquiry, day: date) -> Inquiry:
    """Give the same inquiry as it would have been made at the end of an earlier day."""
    known = Known(inquiry.known.ledger, day)
    return Inquiry(known, inquiry.law, inquiry.program, day)


def learned_on(inquiry: Inquiry, entry: Knowledge) -> date:
    """Give the day of an entry of knowledge; correcting its words does not move it."""
    record = entry.told("of") or entry.records[0]
    return inquiry.day_of(record.first_learned("of"))


def _first(inquiry: Inquiry, days: list[date]) -> date | None:
    return min((day for day in days if day <= inquiry.day), default=None)
