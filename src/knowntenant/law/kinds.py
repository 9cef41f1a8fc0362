"""Kinds of values: how people write a scalar, read by type, so that NO and 7.300 stay text."""

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from fractions import Fraction
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from knowntenant.law.answer import Verdict
from knowntenant.law.problem import nearest

FIRST_YEAR, LAST_YEAR = 1900, 2199
MOST_DAYS = 36_525
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ZONED = re.compile(r"(?P<at>\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?) ?(?P<zone>\S+)?")
_OFFSET = re.compile(r"(Z|[+-]\d{2}:?\d{2})")
# Bounded, because an exact 1e999999999 would fill the memory.
_EXACT = re.compile(r"[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})([eE][+-]?\d{1,2}|/\d{1,40})?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")


class Unreadable(ValueError):  # noqa: N818 - it names the input, not a fault of ours
    """A text cannot be read as the kind asked for; the message says why and what is expected."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of scalar: its name, an example, what it means, and how a text is read."""

    name: str
    example: str
    meaning: str
    read: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind; complete and unordered in expectations."""

    of: "Kind | Shape"

    @property
    def name(self) -> str:
        """The name used in documentation."""
        return f"list of {self.of.name}"


@dataclass(frozen=True, slots=True)
class Shape:
    """A mapping with known keys; expectations match by the keys given."""

    name: str
    keys: Mapping[str, "Kind | ListOf"]


Form = Kind | ListOf | Shape
"""How an answer's value is written."""


def read_day(text: str) -> date:
    """Read YYYY-MM-DD between 1900 and 2199."""
    if not _DAY.fullmatch(text.strip()):
        message = f"'{text}' is not a day; write it as YYYY-MM-DD, such as 2027-02-28"
        raise Unreadable(message)
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        message = f"'{text}' is a day that does not exist"
        raise Unreadable(message) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        message = f"'{text}' lies outside {FIRST_YEAR} to {LAST_YEAR}"
        raise Unreadable(message)
    return day


def read_moment(text: str) -> date | datetime:
    """Read a day, or an instant with a zone: 2027-03-01T09:30Z, -05:00, or a zone's name behind."""
    text = text.strip()
    if len(text) == 10:  # noqa: PLR2004 - the length of YYYY-MM-DD, the common and fast case
        return read_day(text)
    found = _ZONED.fullmatch(text)
    if not found:
        message = f"'{text}' is not a moment; write 2027-03-01 or 2027-03-01T09:30:00Z"
        raise Unreadable(message)
    read_day(text[:10])
    zone = found["zone"]
    if not zone:
        message = f"'{text}' has no zone; write Z, an offset like -05:00, or a zone like Asia/Tokyo"
        raise Unreadable(message)
    try:
        if _OFFSET.fullmatch(zone):
            return datetime.fromisoformat(found["at"] + zone)
        return datetime.fromisoformat(found["at"]).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except (ValueError, ZoneInfoNotFoundError, OSError):
        message = f"'{text}' is not a moment with a known zone"
        raise Unreadable(message) from None


def read_percent(text: str) -> Fraction:
    """Read a percentage exactly: 25, 24.99, '25 %', or 100/3 for a third."""
    share = _exact(text.strip().removesuffix("%").rstrip())
    if share is None:
        message = f"'{text}' is not a percentage; write 25, 24.99 or 100/3"
        raise Unreadable(message)
    if not 0 <= share <= 100:  # noqa: PLR2004 - a percentage
        message = f"'{text}' lies outside 0 to 100"
        raise Unreadable(message)
    return share


def read_whole(text: str) -> int:
    """Read a whole number that is not negative."""
    if not re.fullmatch(r"\d{1,15}", text.strip(), re.ASCII):
        message = f"'{text}' is not a whole number, 0 or more"
        raise Unreadable(message)
    return int(text)


def read_days(text: str) -> int:
    """Read a number of days: at most a century, so that no day falls outside the calendar."""
    days = read_whole(text)
    if days > MOST_DAYS:
        message = f"'{text}' is more than {MOST_DAYS} days"
        raise Unreadable(message)
    return days


def read_number(text: str) -> Fraction:
    """Read a decimal number exactly, such as 0.5, 1e26 or 1,000,000."""
    plain = text.strip()
    number = _exact(plain.replace(",", "") if _THOUSANDS.fullmatch(plain) else plain)
    if number is None:
        message = f"'{text}' is not a number; write 0.5, 1000000 or 1e26"
        raise Unreadable(message)
    return number


def _exact(text: str) -> Fraction | None:
    if not _EXACT.fullmatch(text):
        return None
    try:
        return Fraction(text)
    except ZeroDivisionError:
        return None


_YES_NO = {
    "yes": Verdict.YES, "y": Verdict.YES, "true": Verdict.YES, "1": Verdict.YES,
    "no": Verdict.NO, "n": Verdict.NO, "false": Verdict.NO, "0": Verdict.NO,
    "unknown": Verdict.UNKNOWN,
}  # fmt: skip


def read_yes_no(text: str) -> Verdict:
    """Read yes, no or unknown (true and false too)."""
    verdict = _YES_NO.get(text.strip().casefold())
    if verdict is None:
        message = f"'{text}' is neither yes, no nor unknown"
        raise Unreadable(message)
    return verdict


def read_text(text: str) -> str:
    """Read any text that is not empty."""
    if not text.strip():
        message = "a text is expected here, and it is empty"
        raise Unreadable(message)
    return text.strip()


def read_ip(text: str) -> str:
    """Read an IPv4 or IPv6 address and give its usual form."""
    try:
        return str(ipaddress.ip_address(text.strip()))
    except ValueError:
        message = f"'{text}' is not an IP address"
        raise Unreadable(message) from None


def fold(word: str) -> str:
    """Give a word as names are compared: case, spaces, hyphens and dots make no difference."""
    return re.sub(r"[\s_.-]+", "_", word.strip().casefold())


def choice(name: str, meaning: str, among: type[StrEnum], **also: StrEnum) -> Kind:
    """Make the kind that reads one member of a closed list, or another word that means one."""
    known = {**{fold(member.value): member for member in among}, **also}

    def read(text: str) -> StrEnum:
        member = known.get(fold(text))
        if member is None:
            message = f"'{text}' is no {name}. {nearest(text, known)}"
            raise Unreadable(message)
        return member

    listed = " | ".join(member.value for member in among)
    return Kind(name, listed, meaning, read)


DAY = Kind("day", "2027-02-28", "a calendar day, YYYY-MM-DD, 1900 to 2199", read_day)
DAYS = Kind("number of days", "30", "a whole number of calendar days, at most 36525", read_days)
ID = Kind("id", "C1", "an identifier in the provider's own systems", read_text)
IP = Kind("IP address", "203.0.113.9", "an IPv4 or IPv6 address", read_ip)
MOMENT = Kind("moment", "2027-03-01T09:30:00Z", "a day, or an instant with a zone", read_moment)
NUMBER = Kind("number", "0.5", "an exact number", read_number)
PERCENT = Kind("percent", "25", "a share in percent, exact: 25, 24.99, 100/3", read_percent)
TEXT = Kind("text", "free words", "any text", read_text)
WHOLE = Kind("whole number", "10", "a whole number, not negative", read_whole)
YES_NO = Kind("yes/no", "yes", "yes, no or unknown", read_yes_no)
