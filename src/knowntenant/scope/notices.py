"""Since when an exemption stands, and which changes the Secretary was told of (7.306(f))."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import AdpNotification, Exemption


def state_since(inquiry: Inquiry, exemption: Exemption) -> date:
    """Give the day on which an exemption came to stand where it stands."""
    record = exemption.told("state") or exemption.records[0]
    return inquiry.day_of(record.happened)


def notified(inquiry: Inquiry, exemption: str, change: str, changed: date) -> bool:
    """Tell whether a notice told of a change: by its id, or unnamed and on its day or later."""
    return any(
        notice.change == change
        or (notice.change is None and inquiry.day_of(notice.begun) >= changed)
        for notice in inquiry.where(AdpNotification, exemption=exemption)
    )
