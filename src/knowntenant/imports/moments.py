"""Days and instants as exports write them, made into the one form that facts take: ISO 8601.

Times decide deadlines, so nothing is guessed that could shift a day: which of two numbers is the
month is asked, never assumed; only a missing zone is taken from the settings, and that is noted.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from knowntenant.law.kinds import Unreadable, read_day, read_moment

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)"
    r"(?P<part>\.\d+)?\s?(?P<zone>\S+)?"
)
_COMMON = re.compile(r"(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_HOURS_ONLY = re.compile(r"[+-]\d{2}")
_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?(Z|\+00(:?00)?)?")
_NUMBERED = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?P<rest>[T ].*)?")
_SHORT_YEAR = re.compile(r"(\d{1,2}[./-]\d{1,2}[./-]\d{2}|\d{2}-\d{2}-\d{2})([T ].*)?")
_WORDED = re.compile(r"(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_SECONDS = re.compile(r"\d{9,13}")


class Order(StrEnum):
    """How days are written in an export."""

    ISO = "YYYY-MM-DD"
    DOTS = "DD.MM.YYYY"
    DAY_FIRST = "DD/MM/YYYY"
    MONTH_FIRST = "MM/DD/YYYY"


@dataclass(frozen=True, slots=True)
class Clock:
    """How an export writes days, and in which zone are the times that name none."""

    zone: ZoneInfo
    order: Order = Order.ISO

    def day(self, text: str) -> date:
        """Read a day; a midnight that spreadsheets add is dropped. Raises Unreadable."""
        iso = self._iso(text.strip())
        midnight = _MIDNIGHT.fullmatch(iso)
        return read_day(midnight[1] if midnight else iso)

    def moment(self, text: str) -> date | datetime:
        """Read a day or an instant; a time without a zone is the clock's. Raises Unreadable."""
        if _COMMON.fullmatch(text):
            with suppress(ValueError):
                return datetime.fromisoformat(text)
        iso = self._iso(text.strip())
        found = _INSTANT.fullmatch(iso)
        if not found:
            return read_moment(iso)
        read_day(found["day"])
        zone = found["zone"] or ""
        if not zone:
            return self._local(found)
        if _HOURS_ONLY.fullmatch(zone):
            zone += ":00"
        gap = "" if zone[0] in "Z+-" else " "
        return read_moment(f"{found['day']}T{found['time']}{found['part'] or ''}{gap}{zone}")

    def _local(self, found: re.Match[str]) -> datetime:
        try:
            plain = datetime.fromisoformat(f"{found['day']}T{found['time']}{found['part'] or ''}")
        except ValueError:
            message = f"'{found[0]}' is a time of day that does not exist"
            raise Unreadable(message) from None
        return plain.replace(tzinfo=self.zone)

    def _iso(self, text: str) -> str:
        if _ISO_DAY.match(text):
            return text
        if _SHORT_YEAR.fullmatch(text):
            message = f"'{text}' has a year of two digits; write all four, as YYYY-MM-DD"
            raise Unreadable(message)
        if _SECONDS.fullmatch(text):
            message = f"'{text}' looks like seconds since 1970; write 2027-03-01T09:30:00Z"
            raise Unreadable(message)
        found = _NUMBERED.fullmatch(text)
        if not found:
            _refuse_impossible(text)
            return text
        return self._turned(found)

    def _turned(self, found: re.Match[str]) -> str:
        first, sign, second, year = found[1], found[2], found[3], found[4]
        fits = self.order is Order.DOTS if sign == "." else self.order in (
            Order.DAY_FIRST, Order.MONTH_FIRST
        )  # fmt: skip
        if not fits:
            message = (
                f"'{found[0]}' does not say which number is the month; write YYYY-MM-DD,"
                f' or say dates = "{Order.DOTS}" or another order in the mapping file'
            )
            raise Unreadable(message)
        day, month = (second, first) if self.order is Order.MONTH_FIRST else (first, second)
        return f"{year}-{int(month):02d}-{int(day):02d}{found['rest'] or ''}"


def _refuse_impossible(text: str) -> None:
    """Refuse a day with the month in words that no calendar has, by saying just that."""
    found = _WORDED.fullmatch(text)
    month = _MONTHS.get(found[2][:3].casefold()) if found else None
    if found is None or month is None:
        return
    try:
        date(int(found[3]), month, int(found[1]))
    except ValueError:
        message = f"'{text}' is a day that does not exist"
        raise Unreadable(message) from None


def lacks_zone(text: str) -> bool:
    """Tell whether a text is a time of day without a zone."""
    found = _INSTANT.fullmatch(text.strip())
    return found is not None and not found["zone"]
