"""The life of a special measure: advisory, binding, over; and what extends it (7.307(a)(4)-(6))."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Extension, Order
from knowntenant.law.answer import NO, UNKNOWN, Answer
from knowntenant.law.deadline import LastsDaysInclusive, NotBeforeDays
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, choice

STATE = "measures.state"
BINDING_FROM = "measures.binding_from"
ENDS_ON = "measures.ends_on"


class MeasureState(StrEnum):
    """Where a special measure stands (D4); before its issue it has no state."""

    ADVISORY = "advisory"
    BINDING = "binding"
    EXPIRED = "expired"


OVER = (None, MeasureState.EXPIRED)
"""States in which a measure reaches nothing: not yet there, or no longer."""
STATES = choice("measure state", "where a special measure stands", MeasureState)


@dataclass(frozen=True, slots=True)
class Life:
    """How long a measure lasts.

    last: the last day that is settled; settled: no where an extension says no day of its own, so
    that the measure may last beyond it; lifted: the first day on which it was lifted, if it was.
    """

    issued: date
    last: date
    settled: bool
    lifted: date | None
    flags: tuple[str, ...]
    facts: tuple[str, ...]

    def is_over(self, day: date) -> bool:
        """Tell whether the measure has ended before a day for certain."""
        lifted = self.lifted is not None and day >= self.lifted
        return lifted or (self.settled and day > self.last)

    def is_open(self, day: date) -> bool:
        """Tell whether it is open that the measure still lasts on a day."""
        return not self.is_over(day) and day > self.last


@decides(STATE, Declared(of="order", answers=STATES, readings=("D4",)))
def state(inquiry: Inquiry, order: str) -> Answer[MeasureState | None]:
    """Say where a special measure stands at the end of the day asked about.

    D4, 'three-states': advisory from its issue, binding after the waiting time, expired at its
    end; 'binding-at-once': binding from its issue. none before its issue. Unknown after its last
    settled day where a notice of extension names no day.
    """
    told = inquiry.one(Order, order)
    taken = (inquiry.law.reading("D4"),)
    if told is None:
        reason = inquiry.law.reason(STATE, f"no determination {order} has been issued")
        return Answer(None, (reason,), taken)
    life = life_of(inquiry, told)
    flags = life.flags + _form(told)
    if life.is_open(inquiry.day):
        text = f"{order} was to end on {life.last}, and how long it was extended is not told"
        reason = inquiry.law.reason(STATE, text, life.facts, part="expired")
        return Answer(UNKNOWN, (reason,), taken, flags)
    if life.is_over(inquiry.day):
        stands, text = MeasureState.EXPIRED, f"{order} ended on {_end(life)}"
    elif inquiry.day < (binding := first_binding_day(inquiry, life)):
        stands, text = MeasureState.ADVISORY, f"{order} asks nothing of a provider until {binding}"
    else:
        stands, text = MeasureState.BINDING, f"{order} was issued on {life.issued} and binds"
    reason = inquiry.law.reason(STATE, text, life.facts, part=stands)
    return Answer(stands, (reason,), taken, flags)


@decides(BINDING_FROM, Declared(of="order", answers=DAY, readings=("D4",)))
def binding_from(inquiry: Inquiry, order: str) -> Answer[date | None]:
    """Give the first day on which a provider may have to act on a measure, or none.

    Counted from the issue, which is day 0 (D4, 'binding-at-once': the day of issue itself). None
    where nothing was issued, or where the measure ends before that day.
    """
    told = inquiry.one(Order, order)
    taken = (inquiry.law.reading("D4"),)
    if told is None:
        text = f"no determination {order} has been issued"
        return Answer(None, (inquiry.law.reason(BINDING_FROM, text),), taken)
    life = life_of(inquiry, told)
    first = first_binding_day(inquiry, life)
    if life.is_over(first):
        text = f"{order} ended on {_end(life)}, before any provider had to act"
        return Answer(None, (inquiry.law.reason(BINDING_FROM, text, life.facts),), taken)
    text = f"{order} was issued on {life.issued}: no provider has to act before {first}"
    return Answer(first, (inquiry.law.reason(BINDING_FROM, text, life.facts),), taken, life.flags)


@decides(ENDS_ON, Declared(of="order", answers=DAY))
def ends_on(inquiry: Inquiry, order: str) -> Answer[date | None]:
    """Give the last day of a special measure, as extended so far, or none where none was issued.

    The day of issue is day 1. An extension counts if it was published by the last day; each
    further one by the last day of the one before. A late one changes nothing and is flagged. The
    text sets no length for an extension, so one that names no day leaves the end unknown.
    """
    told = inquiry.one(Order, order)
    if told is None:
        text = f"no determination {order} has been issued"
        return Answer(None, (inquiry.law.reason(ENDS_ON, text),))
    life = life_of(inquiry, told)
    if not life.settled and (life.lifted is None or life.lifted > life.last):
        text = f"{order} was extended beyond {life.last} by a notice that names no day"
        return Answer(UNKNOWN, (inquiry.law.reason(ENDS_ON, text, life.facts),), flags=life.flags)
    text = f"{order} was issued on {life.issued} and lasts through {_end(life)}"
    return Answer(_end(life), (inquiry.law.reason(ENDS_ON, text, life.facts),), flags=life.flags)


def life_of(inquiry: Inquiry, order: Order) -> Life:
    """Give how long a measure lasts, by the extensions published up to the day asked about."""
    issued = inquiry.day_of(order.begun)
    last = inquiry.law.deadline("measure_life", LastsDaysInclusive).last_day(issued)
    settled, flags, facts = True, [], list(order.refs)
    notices = ((inquiry.day_of(e.begun), e) for e in inquiry.where(Extension, order=order.id))
    for published, notice in sorted(notices, key=lambda one: (one[0], one[1].until or date.max)):
        facts += notice.refs
        if settled and published > last:
            flags.append(
                f"the extension of {order.id} published on {published} came after {last},"
                " the last day: it changes nothing"
            )
        elif notice.until is None:
            settled = False
            flags.append(f"the extension of {order.id} published on {published} names no day")
        elif settled:
            last = max(last, notice.until)
    return Life(issued, last, settled, order.revoked_on, tuple(flags), tuple(facts))


def first_binding_day(inquiry: Inquiry, life: Life) -> date:
    """Give the first day on which a measure of that life binds providers (D4)."""
    if inquiry.law.reading("D4").choice == "binding-at-once":
        return life.issued
    return inquiry.law.deadline("measure_earliest_duty", NotBeforeDays).first_day(life.issued)


def _end(life: Life) -> date:
    """Give the last day of a measure that ends for certain."""
    before = life.lifted - timedelta(days=1) if life.lifted is not None else life.last
    return min(before, life.last) if life.settled else before


def _form(order: Order) -> tuple[str, ...]:
    """Warn of a determination that is told to lack its form; whether it counts, counsel says."""
    faults = {"written": "in writing", "unclassified": "unclassified"}
    return tuple(
        f"the determination {order.id} did not come {words}"
        for field, words in faults.items()
        if getattr(order, field) is NO
    )
