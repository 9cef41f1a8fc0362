"""The days on which federal offices are closed by law: weekends, and the holidays of 5 U.S.C. 6103.

A statute of its own beside the packs, as it has stood since 2021. Inauguration Day (6103(c)) is
left out: it frees only those who work in and around Washington, and a day counted on it comes too
early rather than too late. Closures by order or weather are in no calendar.
"""

from datetime import date, timedelta

MONDAY, THURSDAY, SATURDAY = 0, 3, 5
"""As date.weekday() numbers them."""
WEEK = 7
_FIXED = ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25))
"""Month and day."""
_FLOATING = ((1, MONDAY, 15), (2, MONDAY, 15), (5, MONDAY, 25), (9, MONDAY, 1), (10, MONDAY, 8),
             (11, THURSDAY, 22))  # fmt: skip
"""Month, weekday, and the first of the seven days of the month of which it is one."""


def is_open(day: date) -> bool:
    """Tell whether federal offices are open on a day."""
    return day.weekday() < SATURDAY and not is_holiday(day)


def is_holiday(day: date) -> bool:
    """Tell whether a federal holiday falls on a day, or is observed on it.

    One on a Saturday is observed on the Friday before (6103(b)), one on a Sunday on the Monday
    after (section 3 of Executive Order 11582).
    """
    weekday = day.weekday()
    if any(
        day.month == month and weekday == of_week and day.day in range(first, first + WEEK)
        for month, of_week, first in _FLOATING
    ):
        return True
    near = [day, *([day + timedelta(1)] if weekday == SATURDAY - 1 else [])]
    near += [day - timedelta(1)] if weekday == MONDAY else []
    return any((one.month, one.day) in _FIXED for one in near)
