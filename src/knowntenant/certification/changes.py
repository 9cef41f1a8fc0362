"""Changes that the Department is told of between certifications (7.304(c), D12, D28)."""

from collections.abc import Iterator
from datetime import date

from knowntenant.certification.events import Event, Told, events
from knowntenant.certification.filers import MUTING, OWN, muted
from knowntenant.certification.notifications import (
    Notification,
    chain_of,
    deadline_of,
    filed_about,
    filed_for,
)
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import AdpChange
from knowntenant.facts.types.changes import ChangeKind
from knowntenant.facts.types.department import FilingKind
from knowntenant.law.answer import YES, Answer, Reason
from knowntenant.law.deadline import NoneInText
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO, ListOf, Shape, choice

UPDATES = "certification.irregular_updates"
DEADLINE = "irregular_update"
WITH_NEXT = "with-next-certification"
NO_DEADLINE = "no deadline in the text"


TOLD = choice("kind of update", "what the notice is about", Told)
ROW = Shape(
    "irregular update",
    {
        "trigger": ID, "what": TEXT, "of": ID, "kind": TOLD, "clause": TEXT, "notify": YES_NO,
        "happened": DAY, "target": DAY,
    },
)  # fmt: skip
ON_THE_FORM = (Told.MATERIAL_CIP_CHANGE, Told.PRIMARY_CONTACT, Told.NEW_SERVICE, Told.THREAT)
"""What a yearly certification tells as well, because it brings the form up to date."""
BUSINESS = (
    ChangeKind.ACQUISITION,
    ChangeKind.MERGER,
    ChangeKind.RESTRUCTURING,
    ChangeKind.OPERATIONS,
)
"""Changes of business ties after which an exempt provider looks at its deterrence program."""


@decides(
    UPDATES,
    Declared(
        answers=ListOf(ROW),
        asks=MUTING,
        readings=("D2", "D12", "D17", "D27", "D28", "D36"),
    ),
)
def irregular_updates(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give the changes, at provider and foreign resellers, of which no notice was filed yet.

    notify is unknown until somebody judges whether a change is significant or material; an
    acquisition or merger is, and a new Primary Contact needs no judgement. The text sets no day:
    target is the provider's own (D12). New services and threats only under D28, 'also-at-once'.
    For an exempt provider the row asks for a look at its deterrence program instead.
    """
    left = [e for e in _reviewed_adp(inquiry, events(inquiry)) if not _told(inquiry, e)]
    rows = tuple(_row(inquiry, event) for event in left)
    reasons = tuple(_reason(inquiry, event) for event in left)
    nothing = (inquiry.law.reason(UPDATES, "no change waits for a notice"),)
    taken = tuple(inquiry.law.reading(defect) for defect in ("D12", "D28"))
    return Answer(rows, reasons or nothing, taken, _flags(inquiry) if left else ())


def _flags(inquiry: Inquiry) -> tuple[str, ...]:
    """Give the flags of changes that wait: the text sets no day, the provider's policy does."""
    if inquiry.law.reading("D12").choice == WITH_NEXT:
        return (NO_DEADLINE, "told with the next yearly certification: a reading, not law")
    days = inquiry.law.deadline(DEADLINE, NoneInText).target_days
    return (NO_DEADLINE, f"internal target {days} days: policy, not law")


def _reviewed_adp(inquiry: Inquiry, found: Iterator[Event]) -> Iterator[Event]:
    """Leave out what an exemption silences; in its place an exempt provider looks at its ADP."""
    for event in found:
        if muted(inquiry, event.of) is None:
            yield event
        elif not event.of and event.what in BUSINESS:
            adp = Told.ADP_REVIEW
            yield Event(event.trigger, event.what, OWN, adp, YES, event.happened, event.facts)


def _told(inquiry: Inquiry, event: Event) -> bool:
    """Tell whether something filed, on the day of a change or later, tells of it."""
    if event.kind is Told.ADP_REVIEW:
        changes = inquiry.every(AdpChange)
        return any(inquiry.day_of(change.begun) >= event.happened for change in changes)
    named = filed_about(inquiry, event.trigger)
    open_ = [n for n in filed_for(inquiry, event.of) if not n.about and _tells(inquiry, n, event)]
    return any(filed.day >= event.happened for filed in (*named, *open_))


def _tells(inquiry: Inquiry, filed: Notification, event: Event) -> bool:
    """Tell whether a filing that names no change tells of this one by what kind it is."""
    next_one = inquiry.law.reading("D12").choice == WITH_NEXT
    return filed.kind != FilingKind.ANNUAL or event.kind in ON_THE_FORM or next_one


def _target(inquiry: Inquiry, event: Event) -> date | None:
    """Give the provider's own target day, or under D12 the end of the next yearly window."""
    if inquiry.law.reading("D12").choice != WITH_NEXT:
        return inquiry.law.deadline(DEADLINE, NoneInText).target(event.happened)
    last = chain_of(inquiry, event.of).last
    return deadline_of(inquiry, event.of).window(last.day)[1] if last else None


def _row(inquiry: Inquiry, event: Event) -> dict[str, object]:
    (clause, *_) = inquiry.law.cite(UPDATES, event.kind)
    return {
        "trigger": event.trigger, "what": str(event.what), "of": event.of or None,
        "kind": event.kind, "clause": clause, "notify": event.notify,
        "happened": event.happened, "target": _target(inquiry, event),
    }  # fmt: skip


def _reason(inquiry: Inquiry, event: Event) -> Reason:
    judged = "to be told" if event.notify is YES else "to be told if significant or material"
    text = f"{event.trigger}: {event.what} of {event.of or 'the provider'} on {event.happened}, "
    role = f", as judged by {event.judged_by}" if event.judged_by else ""
    part = event.kind
    return inquiry.law.reason(UPDATES, text + judged + role, event.facts, part=part)
