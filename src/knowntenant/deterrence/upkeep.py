"""What is told to the Secretary while an exemption stands, and what binds resellers (7.306(f))."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from knowntenant.deterrence.contents import resellers_of
from knowntenant.deterrence.exemptions import Holder, granted, holder
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import AdpChange, AdpNotification, Exemption
from knowntenant.facts.types.deterrence import AdpNotice
from knowntenant.law.answer import NO, YES, Answer
from knowntenant.law.deadline import WithinYears
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, ListOf, Shape, choice
from knowntenant.scope.notices import notified, state_since

NOTICES = "deterrence.notices_due"
NO_DEADLINE = "no deadline in the text for a notice of a change"
Row = dict[str, object]


class Upkeep(StrEnum):
    """What keeping an exemption calls for."""

    CHANGE = "change"
    RESELLER_CHANGE = "reseller_change"
    JUDGE_CHANGE = "judge_change"
    BIND_RESELLERS = "bind_resellers"
    ANNUAL = "annual"


UPKEEP = choice("upkeep", "what keeping an exemption calls for", Upkeep)
DUE = Shape("upkeep due", {"notice": UPKEEP, "about": ID, "clause": TEXT, "due": DAY})


@decides(NOTICES, Declared(of="exemption", answers=ListOf(DUE)))
def notices_due(inquiry: Inquiry, exemption: str) -> Answer[tuple[Row, ...]]:
    """Give what a standing exemption calls for: notices of changes, a yearly one, bound resellers.

    A significant change of the ADP is told, and the text gives no day for it; one of which nobody
    has said whether it is significant is to be judged first. The yearly notification is due within
    a year of the grant or of the one before; foreign resellers are bound to the same. Nothing is
    called for without a grant, or from the day of a revocation on.
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
    unjudged = [row["about"] for row in rows if row["notice"] == Upkeep.JUDGE_CHANGE]
    flags = [f"whether {change} is significant is not told" for change in unjudged]
    if any(row["due"] is None and row["notice"] != Upkeep.JUDGE_CHANGE for row in rows):
        flags.append(NO_DEADLINE)
    return Answer(rows, reasons, flags=tuple(flags))


def _changes(inquiry: Inquiry, told: Exemption) -> Iterator[Row]:
    """Give the changes of the ADP since the grant that nobody told the Secretary.

    Those judged not to be significant are left out; those not judged yet are to be judged.
    """
    theirs = holder(told) is Holder.RESELLER
    kind = Upkeep.RESELLER_CHANGE if theirs else Upkeep.CHANGE
    since = state_since(inquiry, told)
    for change in inquiry.where(AdpChange, adp=told.adp) if told.adp else ():
        changed = inquiry.day_of(change.begun)
        left = changed >= since and not notified(inquiry, told.id, change.id, changed)
        if left and change.significant is not NO:
            judged = change.significant is YES
            yield _row(inquiry, kind if judged else Upkeep.JUDGE_CHANGE, change.id, None)


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


def _row(inquiry: Inquiry, kind: Upkeep, about: str, due: date | None) -> Row:
    clause = inquiry.law.cite(NOTICES, kind)[0]
    return {"notice": kind, "about": about, "clause": clause, "due": due}
