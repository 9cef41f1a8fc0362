"""The calendar of the sample: all of it is fixed, so that a sample never depends on a clock."""

from datetime import date, timedelta
from random import Random

AS_OF = date(2027, 6, 30)
"""The day as of whose end the sample is meant to be reviewed."""

FIRST_ACCESS = date(2026, 1, 1)
"""Accesses and usage are told for the 18 months from this day to AS_OF."""

FIRST_OPENING = date(2023, 7, 1)
LAST_OPENING = date(2027, 6, 1)
FOUNDED = date(2020, 3, 2)


def plus(day: date, days: int) -> date:
    """Give the day that many days later, or earlier."""
    return day + timedelta(days=days)


def between(chance: Random, first: date, last: date) -> date:
    """Give a day from first to last, both included."""
    return plus(first, chance.randrange((last - first).days + 1))


def months(first: date, last: date) -> list[tuple[date, date]]:
    """Give the months from one day to another, each from its first day to the next one's."""
    numbers = range(first.year * 12 + first.month, last.year * 12 + last.month)
    starts = [first, *(date(month // 12, month % 12 + 1, 1) for month in numbers)]
    return list(zip(starts, [*starts[1:], plus(last, 1)], strict=True))
