"""The clocks of a reseller against a twin that lives through the days one by one."""

from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, YES
from knowntenant.law.deadline import WithinDays
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.calendar import counted
from tests.law.toy import both
from tests.resellers.lived import Duty, Event, Lived
from tests.resellers.told import BREACH, CLOCKS, DUE, STATE, ended, finding, knows, remedied
from tests.resellers.told import reseller as of_norway
from tests.world import Telling, World

FIRST = date(2028, 1, 25)  # so that terms run over a leap day
FAULTS = ("F1", "F2", "F3")
LIMBS = ("not_remediated", "not_remediated", "increased_risk")
EXTENTS = ("full", "full", "partial")
CURES = st.sampled_from(["cure-ends-first-limb", "no-cure"])
KNOWING = st.sampled_from(["facts-on-their-face", "declared-only"])


@dataclass(frozen=True)
class When:
    """So many terms of the pack, and so many days more, after the first day."""

    terms: int
    days: int

    def number(self, count: int) -> int:
        """Give the day as a number."""
        return max(0, self.terms * count + self.days)


WHENS = st.builds(When, st.integers(0, 2), st.integers(-1, 4))
KNOWN = st.tuples(WHENS, st.sampled_from(LIMBS), st.sampled_from(["", *FAULTS]))
REPAIRED = st.tuples(WHENS, st.sampled_from(EXTENTS), st.sampled_from(["", *FAULTS]))
FACES = st.sampled_from(["found", "found not_remediated", "found increased_risk"])
FOUND = st.dictionaries(st.sampled_from(FAULTS), st.tuples(WHENS, FACES))
ENDED = st.lists(WHENS, max_size=1)


@st.composite
def stories(draw: st.DrawFn) -> list[tuple[When, str, str]]:
    """Draw findings, what was known, what was put right, and perhaps the end."""
    found = [(when, what, fault) for fault, (when, what) in draw(FOUND).items()]
    happened = draw(st.lists(st.one_of(KNOWN, REPAIRED), max_size=7))
    return [*found, *happened, *((when, "terminated", "") for when in draw(ENDED))]


def telling(event: Event) -> Telling:
    """Tell an event as a scenario would."""
    day, (what, about) = str(counted(FIRST, event.day)), (event.what, event.about)
    if what.startswith("found"):
        keys = {"remediated": "no"} if "not_remediated" in what else {}
        keys |= {"increases_risk": "yes"} if "increased_risk" in what else {}
        return finding(day, about, **keys)
    if what in EXTENTS:
        return remedied(day, what, **({"finding": about} if about else {}))
    return ended(day) if what == "terminated" else knows(day, what, about or "R1")


def told(events: list[Event]) -> World:
    """Tell a story of a foreign reseller."""
    return of_norway().also(*(telling(event) for event in events))


@both
@given(story=stories(), today=WHENS, cure=CURES, knowing=KNOWING)
def test_clocks_due_day_and_state_are_what_living_through_the_days_gives(
    pack: Pack, story: list[tuple[When, str, str]], today: When, cure: str, knowing: str
) -> None:
    count = Law(pack).deadline("reseller_termination", WithinDays).count
    events = [Event(when.number(count), what, about) for when, what, about in story]
    now = today.number(count)
    lived = Lived(count, cures=cure != "no-cure", faces=knowing != "declared-only")
    lived.through(events, now)
    readings = {"D33": cure, "D34": knowing}
    inquiry = told(events).inquiry(counted(FIRST, now), pack=pack, readings=readings)
    due = lived.due
    assert inquiry.ask(DUE, "R1").value == (None if due is None else counted(FIRST, due))
    assert inquiry.ask(STATE, "R1").value == lived.state(now)
    late = lived.state(now) in {"overdue", "terminated_late"}
    assert inquiry.ask(BREACH, "R1").value is (YES if late else NO)
    clocks = inquiry.ask(CLOCKS, "R1").value
    assert isinstance(clocks, tuple)
    assert_clocks_are_duties(clocks, lived.duties, now, lived.ended)


def assert_clocks_are_duties(
    clocks: tuple[dict[str, object], ...], duties: list[Duty], now: int, end: int | None
) -> None:
    """Check that each clock is a duty that arose, and that no duty still open has no clock."""
    shown = [tuple(str(value) for value in clock.values()) for clock in clocks]
    lived = [tuple(map(str, row(duty, now, end))) for duty in duties]
    assert set(shown) <= set(lived)
    for limb in dict.fromkeys(duty.limb for duty in duties):
        open_ = [duty for duty in duties if duty.limb == limb and duty.cured is None]
        if open_:
            first = min(open_, key=lambda duty: duty.since)
            assert tuple(map(str, row(first, now, end))) in shown
        earliest = min((d for d in duties if d.limb == limb), key=lambda duty: duty.since)
        assert any(clock[:2] == (limb, str(counted(FIRST, earliest.since))) for clock in shown)


def row(duty: Duty, now: int, end: int | None) -> tuple[object, ...]:
    """Give a duty as a clock is shown: limb, start, due day, state, end."""
    over = end if duty.cured is None else duty.cured
    days = counted(FIRST, duty.since), counted(FIRST, duty.due)
    return duty.limb, *days, duty.state(now, end), None if over is None else counted(FIRST, over)
