"""What is told to the Secretary while an exemption stands, and what binds resellers (7.306(f))."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from knowntenant.deterrence.contents import resellers_of
from knowntenant.deterrence.exemptions import Holder, granted, holder, state_since
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import AdpChange, AdpNotification, Exemption
from knowntenant.facts.types.deterrence import AdpNotice
from knowntenant.law.answer import UNKNOWN, YES, Answer
from knowntenant.law.deadline import WithinYears
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, ListOf, Shape, choice

NOTICES = "deterrence.notices_due"
NO_DEADLINE = "no deadline in the text for a notice of a change"
Row = dict[str, object]


class Upkeep(StrEnum):
    """What keeping an exemption calls for."""

    CHANGE = "change"
    RESELLER_CHANGE = "reseller_change"
    BIND_RESELLERS = "bind_resellers"
    ANNUAL = "annual"


UPKEEP = choice("upkeep", "what keeping an exemption calls for", Upkeep)
DUE = Shape("upkeep due", {"notice": UPKEEP, "about": ID, "clause": TEXT, "due": DAY})


@decides(NOTICES, Declared(of="exemption", answers=ListOf(DUE)))
def notices_due(inquiry: Inquiry, exemption: str) -> Answer[tuple[Row, ...]]:
    """Give what a standing exemption calls for: notices of changes, a yearly one, bound resellers.

    A significant change of the ADP is told, and the text gives no day for it; the yearly
    notification is due within a year of the grant or of the one before; foreign resellers are bound
    to the same. Nothing is called for without a grant, or from the day of a revocation on.
    """
    told = inquiry.one(Exemption, exemption)
    if told is None or not granted((told,)):
        text = f"{exemption} does not stand, so nothing keeps it up"
        return Answer((), (inquiry.law.reason(NOTICES, text, told.refs if told else ()),))
    rows = (*_changes(inquiry, told), *_bound(inquiry, told), _annual(inquiry, told))
    reasons = tuple(
        inquiry.law.reason(NOTICES, f"{row['notice']}: {row['about']}", told.refs, part=part)
        for row in rows
        if (part := str(row["notice"]))
    )
    flags = [f"whether {c.id} is significant is not told" for c in _unjudged(inquiry, told)]
    if any(row["due"] is None for row in rows):
        flags.append(NO_DEADLINE)
    return Answer(rows, reasons, flags=tuple(flags))


def _changes(inquiry: Inquiry, told: Exemption) -> Iterator[Row]:
    """Give the significant changes of the ADP since the grant that nobody told the Secretary."""
    theirs = holder(told) is Holder.RESELLER
    kind = Upkeep.RESELLER_CHANGE if theirs else Upkeep.CHANGE
    for change in _since_grant(inquiry, told):
        if change.significant is YES and not _notified(inquiry, told, change):
            yield _row(inquiry, kind, change.id, None)


def _bound(inquiry: Inquiry, told: Exemption) -> Iterator[Row]:
    """Give the duty to bind resellers, while there are any and they are not bound."""
    any_ = holder(told) is Holder.RESELLER or resellers_of(inquiry)
    if any_ and told.resellers_bound is not YES:
        yield _row(inquiry, Upkeep.BIND_RESELLERS, told.id, None)


def _annual(inquiry: Inquiry, told: Exemption) -> Row:
    """Give the next yearly notification: a year from the grant, or from the one before."""
    sent = [
        inquiry.day_of(notice.begun)
        for notice in inquiry.where(AdpNotification, exemption=told.id)
        if notice.kind is AdpNotice.ANNUAL
    ]
    last = max([state_since(inquiry, told), *sent])
    due = inquiry.law.deadline("exemption_annual_notification", WithinYears).due(last)
    return _row(inquiry, Upkeep.ANNUAL, told.id, due)


def _since_grant(inquiry: Inquiry, told: Exemption) -> tuple[AdpChange, ...]:
    changes = inquiry.where(AdpChange, adp=told.adp) if told.adp else ()
    since = state_since(inquiry, told)
    return tuple(change for change in changes if inquiry.day_of(change.begun) >= since)


def _unjudged(inquiry: Inquiry, told: Exemption) -> list[AdpChange]:
    return [c for c in _since_grant(inquiry, told) if c.significant in (None, UNKNOWN)]


def _notified(inquiry: Inquiry, told: Exemption, change: AdpChange) -> bool:
    """Tell whether a notice of the change was sent; a yearly one that comes after it tells too."""
    return any(
        notice.change == change.id
        or (notice.change is None and inquiry.day_of(notice.begun) >= inquiry.day_of(change.begun))
        for notice in inquiry.where(AdpNotification, exemption=told.id)
    )


def _row(inquiry: Inquiry, kind: Upkeep, about: str, due: date | None) -> Row:
    clause = inquiry.law.cite(NOTICES, kind)[0]
    return {"notice": kind, "about": about, "clause": clause, "due": due}
