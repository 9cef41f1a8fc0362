"""Security and insider events of the years before a report (7.308(d)(1)(ii)(D)(2))."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Model, SecurityEvent, Transaction
from knowntenant.facts.types.training import Harm
from knowntenant.law.answer import Answer
from knowntenant.law.deadline import LookBackYears
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, ListOf
from knowntenant.training.parties import parties

EVENTS = "training.security_events"
ANCHOR = "the look-back counts from the day of filing; the text names no day"


@decides(EVENTS, Declared(of="transaction", answers=ListOf(ID), takes={"filing": DAY}))
def security_events(
    inquiry: Inquiry, transaction: str, filing: date | None = None
) -> Answer[tuple[str, ...]]:
    """Give the security and insider events that a report filed on a day tells of.

    Those of the years before that day, the first of them included, that reached model weights or
    source code or did other major damage: of the model, of its developer or a party, or of nobody
    in particular. `filing`: the day of filing, by default the day asked about.
    """
    anchor = filing or inquiry.day
    first = inquiry.law.deadline("security_event_look_back", LookBackYears).first_day(anchor)
    found = [
        event
        for event in inquiry.every(SecurityEvent)
        if event.harm is not Harm.NONE_OF_THESE
        and first <= inquiry.day_of(event.begun) <= anchor
        and _concerns(inquiry, event, transaction)
    ]
    open_ = [event.id for event in found if event.harm is None]
    flags = (ANCHOR, *(f"what {one} came to has not been told" for one in open_))
    facts = tuple(ref for event in found for ref in event.refs)
    text = f"{len(found)} events from {first} to {anchor} concern {transaction}"
    ids = tuple(event.id for event in found)
    return Answer(ids, (inquiry.law.reason(EVENTS, text, facts),), flags=flags)


def _concerns(inquiry: Inquiry, event: SecurityEvent, transaction: str) -> bool:
    """Tell whether an event is of the model, of whoever is concerned, or of nobody named."""
    if event.model is None and event.person is None:
        return True
    told = inquiry.one(Transaction, transaction)
    if told is None:
        return False
    model = inquiry.one(Model, told.model) if told.model else None
    persons = {*parties(inquiry, told), model.developer if model else None}
    named = (event.model is not None and event.model == told.model, event.person in persons)
    return named[0] or (event.person is not None and named[1])
