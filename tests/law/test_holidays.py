"""Federal holidays against a table written by hand, and a day at a time."""

from datetime import date

import pytest

from knowntenant.law.holidays import is_holiday, is_open
from tests.law.calendar import TEN_YEARS

BY_HAND = {
    2024: "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
    2025: "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25",
    2026: "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
    2027: "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
    2028: "01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
    2029: "01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25",
}
"""The weekdays that are holidays, as observed; the first of January 2028 is a Saturday."""


@pytest.mark.parametrize("year", BY_HAND)
def test_offices_are_closed_on_the_holidays_of_the_table_and_on_no_other_weekday(year: int) -> None:
    days = [day for day in TEN_YEARS if day.year == year and day.isoweekday() <= 5]
    assert [f"{day:%m-%d}" for day in days if not is_open(day)] == BY_HAND[year].split()


def test_no_weekend_is_open_and_a_holiday_on_one_is_still_a_holiday() -> None:
    assert not any(is_open(day) for day in TEN_YEARS if day.isoweekday() > 5)
    assert is_holiday(date(2027, 6, 19))
    assert not is_holiday(date(2027, 6, 20))


def test_inauguration_day_is_counted_as_open() -> None:
    assert is_open(date(2033, 1, 20))


def test_a_leap_day_is_a_day_like_any_other() -> None:
    assert is_open(date(2028, 2, 29))
