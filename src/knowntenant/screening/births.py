"""How a date of birth stands to those of an entry, as precise as each of them is."""

from collections.abc import Iterable
from enum import StrEnum

NEAR_YEARS = 1
APART_YEARS = 3
YEAR, DAY = len("1961"), len("1961-03-05")


class Births(StrEnum):
    """How two dates of birth stand to each other, the closest first."""

    SAME_DAY = "born_same_day"
    SLIP = "born_slip"  # day and month swapped, or one digit wrong
    SAME_YEAR = "born_same_year"  # one side tells no more, or day and month do not fit
    CIRCA = "born_circa"
    NEAR = "born_near"
    APART = "born_apart"
    DISJOINT = "born_disjoint"
    UNTOLD = "born_untold"


_RANK = {births: rank for rank, births in enumerate(Births)}


def births(asked: str, listed: Iterable[str]) -> Births:
    """Compare a date of birth with those of an entry; the closest counts."""
    if _year(asked) is None:
        return Births.UNTOLD
    found = (_births(asked, one) for one in listed)
    return min(found, key=_RANK.__getitem__, default=Births.UNTOLD)


def _births(asked: str, listed: str) -> Births:
    if "/" in listed or listed.startswith("~"):
        return _circa(asked, listed)
    away = _years_between(asked, listed, listed)
    if away is None:
        return Births.UNTOLD
    if len(asked) == len(listed) == DAY:
        if asked == listed:
            return Births.SAME_DAY
        if _slip(asked, listed):
            return Births.SLIP
    return Births.SAME_YEAR if not away else Births.NEAR if away <= NEAR_YEARS else _apart(away)


def _circa(asked: str, listed: str) -> Births:
    """Compare with a span of years, or with a year that the list itself calls approximate."""
    first, span, last = listed.lstrip("~").partition("/")
    away = _years_between(asked, first, last if span else first)
    if away is None:
        return Births.UNTOLD
    return Births.CIRCA if away <= (NEAR_YEARS if span else APART_YEARS) else _apart(away)


def _years_between(asked: str, first: str, last: str) -> int | None:
    """Give how many years lie between a date and a span of years; none where one cannot be read."""
    year, begins, ends = _year(asked), _year(first), _year(last)
    if year is None or begins is None or ends is None:
        return None
    return max(begins - year, year - ends, 0)


def _apart(years: int) -> Births:
    return Births.APART if years <= APART_YEARS else Births.DISJOINT


def _slip(one: str, other: str) -> bool:
    flipped = one[:4] == other[:4] and one[5:7] == other[8:10] and one[8:10] == other[5:7]
    return flipped or sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _year(text: str) -> int | None:
    return int(text[:YEAR]) if len(text) >= YEAR and text[:YEAR].isdecimal() else None
