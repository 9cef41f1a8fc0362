"""Dates of birth as customers' files write them; what can be read in two ways is never guessed."""

import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from knowntenant.imports.parties.trouble import Trouble

EARLIEST = 1890
"""Nobody alive was born before; a year below it is another calendar's, or a slip."""
_HIJRI = range(1250, 1501)
_BUDDHIST = range(2400, 2701)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MIDNIGHT = re.compile(r"[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(z|[+-]\d{2}:?\d{2}|[ap]m)?$")
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_HAN = re.compile(r"(\d{4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일]?)?)?")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMBERED = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_DAY_WORD = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .-]+([a-z]{3,9})[ .,-]+(\d{4})")
_WORD_DAY = re.compile(r"([a-z]{3,9})\.?[ -]+(\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{4})")
_WORD_YEAR = re.compile(r"([a-z]{3,9})[ .,-]+(\d{4})")
_SHORT = re.compile(
    r"\d{1,2}[-/. ]+\d{1,2}[-/. ]+\d{2}|\d{1,2}[ -]+[a-z]{3,9}[ -]+\d{2}|\d{2}[-/]\d{2}[-/]\d{1,2}"
)
_ERAS = re.compile(
    r"\b(a\.?h|b\.?e|hijri|hijra|roc)\b|هـ|พ\.ศ|民國|民国|昭和|平成|令和|大正|明治", re.IGNORECASE
)
_NO_ANSWER = frozenset({"", "0000-00-00", "00/00/0000", "0", "n/a", "na", "-", "null", "unknown"})


Parts = tuple[int, int, int, bool]


class Order(StrEnum):
    """How a file writes dates of three numbers."""

    UNKNOWN = ""
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class Read(NamedTuple):
    """A date as far as it is known (`1961`, `1961-03`, `1961-03-05`), and what is odd about it."""

    text: str
    trouble: Trouble | None = None


def read_birth_date(text: str, today: date, order: Order = Order.UNKNOWN) -> Read:
    """Read a date of birth; an empty cell, or one that says that there is no answer, is empty."""
    plain = _MIDNIGHT.sub("", _western(text).strip().casefold())
    if plain in _NO_ANSWER:
        return Read("")
    if _ERAS.search(plain):
        return Read("", Trouble.OTHER_CALENDAR)
    parts = _parts(plain, order)
    if parts is None:
        short = _SHORT.fullmatch(plain)
        return Read("", Trouble.BIRTH_YEAR_SHORT if short else Trouble.BIRTH_DATE_UNREADABLE)
    return _judged(parts, today)


def _judged(parts: Parts, today: date) -> Read:
    """Give of a date what is clear and can be true."""
    year, month, day, unclear = parts
    odd = _odd_year(year, today)
    if odd is not None:
        return Read("", odd)
    if unclear:
        return Read(f"{year:04d}", Trouble.BIRTH_DATE_AMBIGUOUS)
    return _checked(year, month, day, today)


def _western(text: str) -> str:
    """Write the digits of every script as those of ours."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in unicodedata.normalize("NFKC", text)
    )


def _parts(text: str, order: Order) -> Parts | None:
    """Take a date apart: year, month, day (0 where not told), whether it can be read two ways."""
    for form in (_ISO, _HAN, _SOLID):
        if found := form.fullmatch(text):
            year, month, day = (int(part or 0) for part in found.groups())
            return year, month, day, False
    if found := _NUMBERED.fullmatch(text):
        return _numbered(int(found[1]), int(found[2]), int(found[3]), order)
    if found := _MONTH_YEAR.fullmatch(text):
        return int(found[2]), int(found[1]), 0, False
    for form, places in ((_DAY_WORD, (3, 2, 1)), (_WORD_DAY, (3, 1, 2)), (_WORD_YEAR, (2, 1, 0))):
        if found := form.fullmatch(text):
            named = _MONTHS.get(found[places[1]][:3])
            day = int(found[places[2]]) if places[2] else 0
            return (int(found[places[0]]), named, day, False) if named else None
    return None


def _numbered(first: int, second: int, year: int, order: Order) -> Parts:
    months = 12
    if order is Order.DAY_FIRST or (order is Order.UNKNOWN and first > months >= second):
        return year, second, first, False
    if order is Order.MONTH_FIRST or second > months:
        return year, first, second, False
    return year, first, second, first != second


def _odd_year(year: int, today: date) -> Trouble | None:
    if year in _HIJRI or year in _BUDDHIST:
        return Trouble.OTHER_CALENDAR
    return None if EARLIEST <= year <= today.year else Trouble.BIRTH_YEAR_UNLIKELY


def _checked(year: int, month: int, day: int, today: date) -> Read:
    """Write a date down, as far as it is told and the calendar has it."""
    if not month:
        return Read(f"{year:04d}")
    try:
        known = date(year, month, day or 1)
    except ValueError:
        return Read(f"{year:04d}", Trouble.BIRTH_DATE_IMPOSSIBLE)
    if known > today:
        return Read("", Trouble.BIRTH_YEAR_UNLIKELY)
    return Read(known.isoformat() if day else f"{year:04d}-{month:02d}")
