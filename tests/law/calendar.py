"""Slow and obvious twins of day counting: a calendar written out, and zones as tables."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

FIRST, LAST = date(2024, 1, 1), date(2033, 12, 31)
"""Ten years, over which the histories of all time zones are compared."""

CLOCKS = ((0, 0, 0), (12, 0, 0), (23, 59, 59))
"""The first second, the middle and the last second of a day."""

MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DATES = ("01 Jan", "19 Jun", "04 Jul", "11 Nov", "25 Dec")
FLOATING = (
    ("Mon", "Jan", 3), ("Mon", "Feb", 3), ("Mon", "Sep", 1), ("Mon", "Oct", 2), ("Thu", "Nov", 4),
)  # fmt: skip
"""Federal holidays: on a date, on the n-th of a weekday in its month; the last Monday of May."""

Change = tuple[datetime, timedelta]


def after(day: date) -> date:
    """Give the next day from the lengths of months alone."""
    leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
    length = 29 if leap and day.month == 2 else MONTHS[day.month - 1]
    if day.day < length:
        return date(day.year, day.month, day.day + 1)
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def written_out(first: date, last: date) -> list[date]:
    """Write out all days from the first to the last, one by one."""
    days = [first]
    while days[-1] != last:
        days.append(after(days[-1]))
    return days


CALENDAR = written_out(date(2004, 1, 1), date(2055, 12, 31))
PLACE = {day: place for place, day in enumerate(CALENDAR)}
TEN_YEARS = CALENDAR[PLACE[FIRST] : PLACE[LAST] + 1]


def counted(day: date, count: int) -> date:
    """Count forward, or back, on the calendar: the day itself is day 0."""
    return CALENDAR[PLACE[day] + count]


def first_not_before(day: date, year: int) -> date:
    """Give the first day of another year that comes no earlier in it."""
    same = [d for d in _year(year) if (d.month, d.day) >= (day.month, day.day)]
    return same[0]


def last_not_after(day: date, year: int) -> date:
    """Give the last day of another year that comes no later in it."""
    same = [d for d in _year(year) if (d.month, d.day) <= (day.month, day.day)]
    return same[-1]


@cache
def offices_open(day: date) -> bool:
    """Tell whether federal offices are open, from what a calendar on the wall says of the day."""
    if _holiday(day) or day.strftime("%a") in ("Sat", "Sun"):
        return False
    on_saturday = day.strftime("%a") == "Fri" and f"{counted(day, 1):%d %b}" in DATES
    on_sunday = day.strftime("%a") == "Mon" and f"{counted(day, -1):%d %b}" in DATES
    return not on_saturday and not on_sunday


def _holiday(day: date) -> bool:
    month, weekday = day.strftime("%b"), day.strftime("%a")
    of_month = [one for one in _year(day.year) if one.month == day.month]
    same = [one for one in of_month if one.weekday() == day.weekday()]
    nth = (weekday, month, same.index(day) + 1)
    is_memorial = (weekday, month) == ("Mon", "May") and day == same[-1]
    return nth in FLOATING or is_memorial or f"{day:%d %b}" in DATES


@cache
def _year(year: int) -> tuple[date, ...]:
    return tuple(day for day in CALENDAR if day.year == year)


def changes(zone: ZoneInfo) -> tuple[Change, ...]:
    """Give the instants, in UTC and to the second, from which each offset of a zone held."""
    at = datetime(FIRST.year, 1, 1, tzinfo=UTC) - timedelta(days=2)
    found = [(at, _offset(at, zone))]
    while at.date() <= LAST + timedelta(days=2):
        later = at + timedelta(days=1)
        if _offset(later, zone) != found[-1][1]:
            found.append(_change(at, later, zone))
        at = later
    return tuple(found)


def _change(before: datetime, behind: datetime, zone: ZoneInfo) -> Change:
    old = _offset(before, zone)
    while behind - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(behind - before).total_seconds() // 2)
        if _offset(middle, zone) == old:
            before = middle
        else:
            behind = middle
    return behind, _offset(behind, zone)


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


@cache
def histories() -> dict[tuple[Change, ...], ZoneInfo]:
    """Give one zone for each history of offsets that the tz database has in ten years."""
    found: dict[tuple[Change, ...], ZoneInfo] = {}
    for name in sorted(available_timezones()):
        zone = ZoneInfo(name)
        found.setdefault(changes(zone), zone)
    return found


def day_by_table(at: datetime, history: tuple[Change, ...]) -> date:
    """Give the day of an instant in UTC by adding the offset that held: a clock on the wall."""
    place = bisect_right(history, (at, timedelta.max)) - 1
    return (at.replace(tzinfo=None) + history[place][1]).date()


def on_the_wall(zone: ZoneInfo, hour: int, minute: int, second: int) -> dict[date, datetime]:
    """Give, for each day of ten years, the instant in UTC at which clocks in a zone show a time.

    Days on which clocks skip that time are left out: in Nuuk the last hour of a day in March.
    """
    found: dict[date, datetime] = {}
    for day in TEN_YEARS:
        wall = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)
        instant = wall.astimezone(UTC)
        if instant.astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
            found[day] = instant
    return found


def instants(history: tuple[Change, ...], every: timedelta) -> Iterator[datetime]:
    """Give instants in UTC at regular distances, and those around each change of offset."""
    at = datetime(FIRST.year, 1, 1, tzinfo=UTC)
    end = datetime(LAST.year + 1, 1, 1, tzinfo=UTC)
    while at < end:
        yield at
        at += every
    second = timedelta(seconds=1)
    for change, _ in history[1:]:
        yield from (change - second, change, change + second)
