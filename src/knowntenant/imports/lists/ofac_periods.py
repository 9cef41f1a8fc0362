"""Periods of OFAC's Advanced XML, where a day, a year and a span of years all are two dates."""

import calendar

from knowntenant.imports.lists.element import Part

_Day = tuple[int, int, int]
_DECEMBER = 12


def period(dates: Part) -> str:
    """Return a `DatePeriod` as `1961-03-05`, `1961-03`, `1961`, `~1961` or `1960/1965`.

    Empty where it has no year.
    """
    start, end = _bound(dates, "Start", "From"), _bound(dates, "End", "To")
    start, end = start or end, end or start
    if not start or not end:
        return ""
    if start[0] != end[0]:
        return f"{start[0]}/{end[0]}"
    if _approximate(dates):
        return f"~{start[0]}"
    return _exact(start, end)


def _exact(start: _Day, end: _Day) -> str:
    """Return the day, month or year that lies between two days of one year."""
    year, month, day = start
    if start == end:
        return (
            f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}" if month else f"{year}"
        )
    last = calendar.monthrange(year, month)[1] if 1 <= month <= _DECEMBER else 0
    if end == (year, month, last) and day <= 1:
        return f"{year}-{month:02}"
    return str(year)


def _bound(dates: Part, outer: str, inner: str) -> _Day | None:
    for part in dates.parts(outer):
        for day in part.parts(inner):
            year, month, number = (day.text(name) for name in ("Year", "Month", "Day"))
            if year.isdecimal():
                return int(year), _number(month), _number(number)
    return None


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _approximate(dates: Part) -> bool:
    return any(
        part.attribute("Approximate").casefold() == "true" for part in dates.parts("Start", "End")
    )
