"""What an ADP and an exemption oblige to: answers to red flags, updates, notices (7.306)."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Adp, Exemption, RedFlag
from knowntenant.law.answer import NO, Reason
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind

ASKS = (
    "deterrence.is_red_flag", "deterrence.notices_due", "deterrence.responses",
    "deterrence.updates_due",
)  # fmt: skip
_NOTICES = {
    "annual": (Kind.NOTIFY_YEARLY_OF_EXEMPTION, "the yearly notification"),
    "bind_resellers": (Kind.BIND_RESELLERS, "the resellers' agreements"),
    "change": (Kind.NOTIFY_ADP_CHANGE, "the notification of the change"),
    "judge_change": (Kind.JUDGE_CHANGE, "a word on whether the change is significant"),
    "reseller_change": (Kind.NOTIFY_ADP_CHANGE, "the notification of the change"),
}


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what ADPs and exemptions call for. An ADP is voluntary: without one nothing is owed."""
    adps = inquiry.every(Adp)
    for flag in inquiry.every(RedFlag) if adps else ():
        yield from of_red_flag(inquiry, flag.id)
    for adp in adps:
        yield from of_adp(inquiry, adp.id)
    for exemption in inquiry.every(Exemption):
        yield from of_exemption(inquiry, exemption.id)


def of_red_flag(inquiry: Inquiry, flag: str) -> Iterator[Obligation]:
    """Give the answer that a red flag still waits for, be it that none is called for."""
    taken = inquiry.ask("deterrence.responses", flag)
    if taken.value == () and inquiry.ask("deterrence.is_red_flag", flag).value is not NO:
        yield now(Kind.ANSWER_RED_FLAG, flag, taken, "a response, or why none is called for")


def of_adp(inquiry: Inquiry, adp: str) -> Iterator[Obligation]:
    """Give the update that an ADP owes to what happened since."""
    due = inquiry.ask("deterrence.updates_due", adp)
    if due.value:
        yield now(Kind.UPDATE_ADP, adp, due, "a change of the ADP that answers it")


def of_exemption(inquiry: Inquiry, exemption: str) -> Iterator[Obligation]:
    """Give the notices and bonds that keep an exemption up."""
    answer = inquiry.ask("deterrence.notices_due", exemption)
    rows = answer.value if isinstance(answer.value, tuple) else ()
    for row in rows:
        kind, done_by = _NOTICES[str(row["notice"])]
        about, due = str(row["about"]), row["due"]
        because = Reason(f"{row['notice']}: {about}", (str(row["clause"]),))
        of_row = type(answer)(answer.value, (because,))
        if isinstance(due, date):
            yield dated(inquiry, kind, about, of_row, due, done_by)
        else:
            yield now(kind, about, of_row, done_by)
