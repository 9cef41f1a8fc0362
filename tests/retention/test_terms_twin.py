"""The term of an account's records against a twin that walks the calendar day by day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.deadline import AtLeastYearsAfter
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.calendar import after, counted
from tests.law.toy import both
from tests.world import Telling, World, world

FIRST = date(2027, 12, 20)  # so that the days drawn lie about a leap day
DAYS = st.integers(0, 90)
HAPPENS = st.sampled_from(["access", "access", "closed", "opened", "held", "released"])
STORIES = st.lists(st.tuples(DAYS, HAPPENS), max_size=7).map(
    lambda story: sorted(story, key=lambda event: event[0])
)
READINGS = st.sampled_from(["later", "literal"])
Story = list[tuple[int, str]]


def told(story: Story) -> World:
    """Tell what happens to the account of a foreign person."""
    made: list[Telling] = [
        ("2027-01-01", "presence", {"person": "C1", "citizen": "VN"}),
        ("2027-01-01", "account", {"id": "A1", "customer": "C1", "state": "opened"}),
    ]
    for place, (number, what) in enumerate(story):
        day = str(counted(FIRST, number))
        if what == "access":
            made.append((day, "access", {"account": "A1"}))
        elif what == "held":
            made.append((day, "hold", {"id": "H1", "account": "A1", "state": "placed"}))
        elif what == "released":
            made.append((day, "hold", {"id": "H1", "account": "A1", "state": "released"}))
        else:
            made.append((day, "account", {"id": "A1", "state": what, "label": f"told {place}"}))
    return world(*made)


def answered(pack: Pack, story: Story, today: int, reading: str) -> tuple[date | None, date | None]:
    """Give what the program answers: retained through, and free from."""
    inquiry = told(story).inquiry(counted(FIRST, today), pack=pack, readings={"D13": reading})
    last = inquiry.ask("retention.retained_through", "A1").value
    free = inquiry.ask("retention.deletion_from", "A1").value
    return last if isinstance(last, date) else None, free if isinstance(free, date) else None


def trigger(story: Story, today: int, reading: str) -> int | None:
    """Walk to today; keep in mind the closing, the last use and the hold."""
    closed: int | None = None
    used: int | None = None
    held = False
    for number in range(today + 1):
        for what in (what for day, what in story if day == number):
            if what == "access":
                used = number
            elif what == "closed":
                closed = number if closed is None else closed
            elif what == "opened":
                closed = None
            else:
                held = what == "held"
    known = [day for day in (closed, used) if day is not None]
    if held or not known or (reading == "later" and closed is None):
        return None
    return min(known) if reading == "literal" else max(known)


def by_walking(pack: Pack, start: int | None) -> tuple[date | None, date | None]:
    """Walk from the trigger until the years are full; the next day is the first free one."""
    if start is None:
        return None, None
    begun = day = counted(FIRST, start)
    years = Law(pack).deadline("customer_record_retention", AtLeastYearsAfter).years
    wanted = (begun.year + years, begun.month, begun.day)
    while (day.year, day.month, day.day) < wanted:
        day = after(day)
    return day, after(day)


@both
@given(story=STORIES, today=DAYS, reading=READINGS)
def test_the_term_is_what_a_walk_through_the_calendar_finds(
    pack: Pack, story: Story, today: int, reading: str
) -> None:
    expected = by_walking(pack, trigger(story, today, reading))
    assert answered(pack, story, today, reading) == expected


def reaches(day: date | None) -> date:
    """Give a day by which terms compare: no end in sight is the longest."""
    return day or date.max


@both
@given(story=STORIES, later=DAYS)
def test_a_later_use_never_shortens_the_term(pack: Pack, story: Story, later: int) -> None:
    before, _ = answered(pack, story, 90, "later")
    more, _ = answered(pack, [*story, (later, "access")], 90, "later")
    assert reaches(more) >= reaches(before)


@both
@given(story=STORIES, first=DAYS, more=DAYS)
def test_read_literally_a_use_after_the_first_never_shortens_it_either(
    pack: Pack, story: Story, first: int, more: int
) -> None:
    used = [*story, (first, "access")]
    before, _ = answered(pack, used, 90, "literal")
    after_it, _ = answered(pack, [*used, (more, "access")], 90, "literal")
    assert reaches(after_it) >= reaches(before)


@both
@given(story=STORIES, today=DAYS)
def test_the_default_reading_never_keeps_records_shorter_than_the_literal_one(
    pack: Pack, story: Story, today: int
) -> None:
    later, _ = answered(pack, story, today, "later")
    literal, _ = answered(pack, story, today, "literal")
    assert reaches(later) >= reaches(literal)


@both
@given(story=STORIES, today=DAYS)
def test_while_a_hold_stands_no_reading_lets_anything_go(
    pack: Pack, story: Story, today: int
) -> None:
    held = [*(event for event in story if event[1] != "released"), (0, "held")]
    for reading in ("later", "literal"):
        assert answered(pack, held, today, reading) == (None, None)
