"""The clocks to termination: two limbs, each from the provider's knowledge (7.303(e) s.3, D33)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Reseller
from knowntenant.facts.types.knowledge import Element
from knowntenant.facts.types.resellers import Extent, ResellerState
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.deadline import WithinDays
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, YES_NO, ListOf, Shape, choice
from knowntenant.persons.knowing import Learned
from knowntenant.resellers.knowledge import findings, imputed, knowledge, remediations
from knowntenant.scope.foreign_resellers import foreign_or_us, is_us_reseller

CLOCKS = "resellers.clocks"
DUE = "resellers.termination_due"
STATE = "resellers.state"
BREACH = "resellers.in_breach"
_READINGS = ("D17", "D27", "D33", "D34")


class ClockState(StrEnum):
    """Where a clock stands at the end of the day asked about."""

    RUNNING = "running"
    OVERDUE = "overdue"
    CURED = "cured"
    TERMINATED = "terminated"


class Stands(StrEnum):
    """Where a reseller stands under 7.303(e)."""

    GOOD_STANDING = "good_standing"
    CLOSING = "closing"
    TERMINATION_RUNNING = "termination_running"
    OVERDUE = "overdue"
    TERMINATED = "terminated"
    TERMINATED_LATE = "terminated_late"


LIMB = choice("limb", "which limb of the sentence", Element)
CLOCK_STATES = choice("clock state", "where a clock stands", ClockState)
STANDS = choice("reseller standing", "where a reseller stands", Stands)
CLOCK = Shape(
    "clock", {"limb": LIMB, "started": DAY, "due": DAY, "state": CLOCK_STATES, "ended": DAY}
)


@dataclass(frozen=True, slots=True)
class Clock:
    """One run of the term, of one limb: from knowledge to the due day, and how it ended."""

    limb: str
    started: date
    due: date
    cured: date | None
    facts: tuple[str, ...]

    def state_on(self, day: date, terminated: date | None) -> ClockState:
        """Give where the clock stands at the end of a day; the due day itself is still in time."""
        if self.cured is not None:
            return ClockState.CURED
        if terminated is not None:
            return ClockState.TERMINATED
        return ClockState.OVERDUE if day > self.due else ClockState.RUNNING


@decides(CLOCKS, Declared(of="reseller", answers=ListOf(CLOCK), readings=_READINGS))
def clocks(inquiry: Inquiry, reseller: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give the termination clocks of a reseller: limb, day of knowledge, due day, state, end.

    A limb's clock starts when the provider knows that the issues are not remediated, or that going
    on raises the risk. D33, 'cure-ends-first-limb': full remediation proven by the due day ends a
    clock of the first limb; in part it does not, and the second limb runs on. 'no-cure': none ends.
    """
    found = _clocks(inquiry, reseller)
    ended = terminated_on(inquiry, reseller)
    rows: tuple[dict[str, object], ...] = tuple(
        {
            "limb": Element(clock.limb),
            "started": clock.started,
            "due": clock.due,
            "state": clock.state_on(inquiry.day, ended),
            "ended": clock.cured or ended,
        }
        for clock in found
    )
    taken = (inquiry.law.reading("D33"), inquiry.law.reading("D34"))
    alerts = imputed(inquiry, reseller, unresolved(inquiry, reseller))
    reasons = tuple(
        inquiry.law.reason(
            CLOCKS, f"{reseller}: {c.limb} known on {c.started}, due {c.due}", c.facts, part=c.limb
        )
        for c in found
    )
    nothing = (inquiry.law.reason(CLOCKS, f"no clock runs against {reseller}"),)
    answer = Answer(rows, reasons or nothing, taken, alerts + _doubt(inquiry, reseller))
    return answer.resting_on(foreign_or_us(inquiry, reseller))


@decides(DUE, Declared(of="reseller", answers=DAY, readings=_READINGS))
def termination_due(inquiry: Inquiry, reseller: str) -> Answer[date | None]:
    """Give the last day for ending the relationship: the earliest uncured clock's."""
    all_clocks = clocks(inquiry, reseller)
    live = [clock for clock in _clocks(inquiry, reseller) if clock.cured is None]
    due = min((clock.due for clock in live), default=None)
    text = (
        f"{reseller} is to be terminated by {due}" if due else f"nothing to terminate {reseller} by"
    )
    return Answer(due, (inquiry.law.reason(DUE, text),)).resting_on(all_clocks)


@decides(STATE, Declared(of="reseller", answers=STANDS, readings=_READINGS))
def state(inquiry: Inquiry, reseller: str) -> Answer[Stands]:
    """Say where a reseller stands at the end of the day asked about.

    closing: evidence was received and steps to close are under way (D33: from its receipt);
    termination_running and overdue: a clock runs, or ran out; good_standing: neither.
    """
    due = termination_due(inquiry, reseller)
    ended = terminated_on(inquiry, reseller)
    if ended is not None:
        late = isinstance(due.value, date) and ended > due.value
        stands = Stands.TERMINATED_LATE if late else Stands.TERMINATED
    elif isinstance(due.value, date):
        stands = Stands.OVERDUE if inquiry.day > due.value else Stands.TERMINATION_RUNNING
    else:
        stands = Stands.CLOSING if unresolved(inquiry, reseller) else Stands.GOOD_STANDING
    text = f"{reseller} stands at: {stands.replace('_', ' ')}"
    return Answer(stands, (inquiry.law.reason(STATE, text),)).resting_on(due)


@decides(BREACH, Declared(of="reseller", answers=YES_NO, readings=_READINGS))
def in_breach(inquiry: Inquiry, reseller: str) -> Answer[Verdict]:
    """Say whether the relationship went on after the last day for ending it."""
    stands = state(inquiry, reseller)
    verdict = YES if stands.value in (Stands.OVERDUE, Stands.TERMINATED_LATE) else NO
    text = f"{reseller}: {'past' if verdict is YES else 'not past'} the last day for termination"
    return Answer(verdict, (inquiry.law.reason(BREACH, text),)).resting_on(stands)


def unresolved(inquiry: Inquiry, reseller: str) -> list[Learned]:
    """Give the findings about a foreign reseller that no full remediation has answered yet."""
    if is_us_reseller(inquiry, reseller):
        return []
    return _open_at(inquiry, reseller, inquiry.day, inquiry.day)


def _open_at(inquiry: Inquiry, reseller: str, day: date, cured_by: date) -> list[Learned]:
    """Give the findings received by a day that no full remediation by another day answered."""
    proofs = remediations(inquiry, reseller)
    cures = [r for r in proofs if r.what == Extent.FULL and r.day <= cured_by]
    return [
        finding
        for finding in findings(inquiry, reseller)
        if finding.day <= day
        and not any(r.finding in ("", finding.finding) and r.day >= finding.day for r in cures)
    ]


def terminated_on(inquiry: Inquiry, reseller: str) -> date | None:
    """Give the day on which the relationship ended, or None while it lasts."""
    told = inquiry.one(Reseller, reseller)
    if told is None or told.state is not ResellerState.TERMINATED:
        return None
    record = told.told("state")
    return inquiry.day_of(record.happened) if record else None


def _clocks(inquiry: Inquiry, reseller: str) -> list[Clock]:
    if is_us_reseller(inquiry, reseller):
        return []
    running: dict[str, Clock] = {}
    done: list[Clock] = []
    ended = terminated_on(inquiry, reseller) or date.max
    for known in knowledge(inquiry, reseller):
        if known.day > ended:  # nothing is left to be terminated
            break
        before = running.get(known.what)
        if before is None:
            running[known.what] = _started(inquiry, reseller, known)
        elif before.cured is not None:  # else it runs on, from the earlier day
            clock = _started(inquiry, reseller, known)
            if known.day > before.cured or clock.cured != before.cured:
                done.append(before)
                running[known.what] = clock
    return sorted((*done, *running.values()), key=lambda clock: (clock.started, clock.limb))


def _started(inquiry: Inquiry, reseller: str, known: Learned) -> Clock:
    due = inquiry.law.deadline("reseller_termination", WithinDays).due(known.day)
    cured = _cured(inquiry, reseller, known, due)
    return Clock(known.what, known.day, due, cured, known.facts)


def _cured(inquiry: Inquiry, reseller: str, known: Learned, due: date) -> date | None:
    """Give the day, if by the due day, by which all that was open is fully remediated."""
    if known.what != Element.NOT_REMEDIATED or inquiry.law.reading("D33").choice == "no-cure":
        return None
    before = known.day - timedelta(days=1)
    open_ = {f.finding for f in _open_at(inquiry, reseller, known.day, before)}
    open_ |= {known.finding} if known.finding or not open_ else set()
    for proof in remediations(inquiry, reseller):
        if proof.what == Extent.FULL and known.day <= proof.day <= due:
            open_ -= {proof.finding} if proof.finding else open_
            if not open_:
                return proof.day
    return None


def _doubt(inquiry: Inquiry, reseller: str) -> tuple[str, ...]:
    open_ = foreign_or_us(inquiry, reseller).value is UNKNOWN
    return (f"whether {reseller} is a foreign person is not shown",) if open_ else ()
