"""Day counting, our convention as the text is silent: the trigger day is day 0, no roll-forward."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

NO_HOUR = float("-inf")
"""The place of a day as such among the instants of that day: before all of them."""

Moment = date | datetime
"""A day, or an instant with a zone (an aware datetime)."""


def day_of(moment: Moment, zone: "ZoneInfo") -> date:
    """Give the day of a moment: an instant becomes the day that it is in the pack's zone.

    Raises ValueError for an instant without a zone: its day would depend on the machine.
    """
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is None:
        message = f"{moment} has no zone, so it has no day"
        raise ValueError(message)
    return moment.astimezone(zone).date()


def instant_of(moment: Moment) -> float:
    """Give the order of moments within a day: a day as such comes before all of its instants."""
    return moment.timestamp() if isinstance(moment, datetime) else NO_HOUR


def days_after(trigger: date, count: int) -> date:
    """Give day number `count`, the trigger day being day 0; the term ends at its 23:59."""
    return trigger + timedelta(days=count)


def years_after(day: date, years: int) -> date:
    """Give the last day of 'at least N years after': the anniversary.

    Where 29 February has none, the term is not cut short: it ends on 1 March.
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def years_within(day: date, years: int) -> date:
    """Give the last day 'within N years of': where 29 February has no anniversary, 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)
