"""A slow and obvious twin: live through the days with a reseller, one after the other.

It is written from the words: from the day on which the provider knows that the issues found are not
put right, or that going on raises the risk, it has the pack's days to end the relationship. What
was known is never merged into runs, as the program does: each piece of knowledge is its own duty.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

FIRST_LIMB = "not_remediated"
LIMBS = (FIRST_LIMB, "increased_risk")


@dataclass(frozen=True)
class Event:
    """What happened on a day: a finding, knowledge, a repair, or the end."""

    day: int
    what: str
    about: str


@dataclass
class Duty:
    """To end the relationship by a day, because of something known, of some issues."""

    limb: str
    since: int
    due: int
    issues: set[str]
    cured: int | None = None

    def state(self, now: int, ended: int | None) -> str:
        """Give where the duty stands."""
        if self.cured is not None:
            return "cured"
        if ended is not None:
            return "terminated"
        return "overdue" if now > self.due else "running"


@dataclass
class Lived:
    """What there is on a day: issues open, duties, and perhaps the end."""

    count: int
    cures: bool
    faces: bool
    open_: set[str] = field(default_factory=set)
    duties: list[Duty] = field(default_factory=list)
    ended: int | None = None

    def through(self, events: Iterable[Event], now: int) -> None:
        """Live through every day up to now."""
        told = [event for event in events if event.day <= now]
        found = {event.about for event in told if event.what.startswith("found")}
        # Of a finding that is not told yet nobody can say against whom it is.
        told = [e for e in told if e.what not in LIMBS or e.about in {"", *found}]
        for day in range(now + 1):
            self._live(day, [event for event in told if event.day == day])

    def _live(self, day: int, today: list[Event]) -> None:
        goes_on = self.ended is None
        found = [event for event in today if event.what.startswith("found")]
        self.open_ |= {event.about for event in found}
        for event in found if self.faces else ():
            _, _, limb = event.what.partition(" ")
            if limb and goes_on:
                self._arises(limb, day, event.about)
        for event in today:
            if event.what in LIMBS and goes_on:
                self._arises(event.what, day, event.about)
        for event in today:
            if event.what == "full":
                self._repaired(day, event.about)
            if event.what == "terminated":
                self.ended = day

    def _arises(self, limb: str, day: int, about: str) -> None:
        issues = self.open_ | ({about} if about else set())
        self.duties.append(Duty(limb, day, day + self.count, issues or {"whatever it is"}))

    def _repaired(self, day: int, issue: str) -> None:
        self.open_ = self.open_ - {issue} if issue else set()
        for duty in self.duties:
            in_time = duty.cured is None and day <= duty.due
            if self.cures and in_time and duty.limb == FIRST_LIMB:
                duty.issues = duty.issues - {issue} if issue else set()
                duty.cured = None if duty.issues else day

    @property
    def due(self) -> int | None:
        """Give the earliest last day of a duty that nothing ended."""
        return min((duty.due for duty in self.duties if duty.cured is None), default=None)

    def state(self, now: int) -> str:
        """Give where the reseller stands."""
        due = self.due
        if self.ended is not None:
            return "terminated_late" if due is not None and self.ended > due else "terminated"
        if due is not None:
            return "overdue" if now > due else "termination_running"
        return "closing" if self.open_ else "good_standing"
