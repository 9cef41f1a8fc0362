"""Dates of birth as the authorities' lists write them, made into the forms of `Entry.birth_dates`.

What could be read in two ways, or counts its years in another calendar, is refused with a reason
and never guessed; no reason repeats the date.
"""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_LONG_MONTHS = (
    "january february march april may june july august september october november december"
)
_MONTHS |= {name: number for number, name in enumerate(_LONG_MONTHS.split(), 1)} | {"sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>\d{4})"
_CIRCA = re.compile(
    r"^(?:circa|approximately|approx\.?|about|around|estimated|est\.?|ca?\.?(?=\s*\d)|~)\s*",
    re.IGNORECASE,
)
_SPANS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<low>.*\d{4}.*?)\s+(?:to|and|until|through)\s+(?P<high>.*\d{4}.*)",
        r"(?P<low>\d{4})\s*[-/\u2013]\s*(?P<high>\d{4})",
        r"(?P<low>.*[A-Za-z].*\d{4})\s*[-\u2013]\s*(?P<high>.*\d{4})",
    )
)
_BETWEEN = re.compile(r"^(?:between|from|during)\s+", re.IGNORECASE)
_MONTHS_OF_ONE = re.compile(rf"[a-z]{{3,9}}\.? *(?:-|to|and) *{_MONTH} +{_YEAR}", re.IGNORECASE)
_OTHER_CALENDAR = re.compile(r"hijri|islamic|buddhist|solar|persian", re.IGNORECASE)
_DECADE = re.compile(r"(?:(?:early|mid|late)[ -])?(?:the )?(?P<year>\d{3}0)'?s", re.IGNORECASE)
_ISO = re.compile(rf"{_YEAR}(?:-(?P<mm>\d\d)(?:-(?P<dd>\d\d))?)?(?:T00:00:00.*|Z|[+-]\d\d:\d\d)?")
_WORDED = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?[ .-]*)?{_MONTH}[ ,-]*{_YEAR}",
        rf"{_MONTH} *(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?,? +{_YEAR}",
        rf"{_YEAR}[ -]{_MONTH}(?:[ -](?P<dd>\d{{1,2}}))?",
    )
)
_NUMBERED = re.compile(rf"(?P<one>\d{{1,2}}|dd|mm)([/.-])(?P<two>\d{{1,2}}|dd|mm)\2{_YEAR}")
_SLASHED = re.compile(rf"(?:(?P<mm>\d{{1,2}}|mm|00)[/.])?{_YEAR}(?: 00:00(?::00)?)?")
_EARLIEST, _LATEST = 1850, 2100
_MONTHS_A_YEAR = 12
_HIJRI = range(1300, 1451)
_BUDDHIST = range(2480, 2601)
_LONGEST = 80  # characters

OTHER_CALENDAR = "a date of the Hijri, Buddhist or another calendar; write it in the Gregorian one"
TWO_WAYS = "day and month can be read in two ways; write the date as YYYY-MM-DD"
UNREADABLE = "this is no date that can be read; write it as YYYY, YYYY-MM or YYYY-MM-DD"


class DateUnclearError(ValueError):
    """A date that cannot be read one way; the text is the reason and what to do, without it."""


def birth_date(text: str, *, day_first: bool | None = None) -> str:
    """Return a date in one of the forms `1961`, `1961-03`, `1961-03-05`, `~1961`, `1960/1965`.

    day_first: the file writes days before months in dates of numbers (False: after; None: not
    known, so that such a date is read only where one of its numbers cannot be a month).

    Raises:
        DateUnclearError: it is no date, can be read in two ways, or is of another calendar.
    """
    plain = " ".join(text.split()).strip(" .,;")
    if not plain or len(plain) > _LONGEST:
        raise DateUnclearError(UNREADABLE)
    if _OTHER_CALENDAR.search(plain):
        raise DateUnclearError(OTHER_CALENDAR)
    rest = _CIRCA.sub("", plain)
    span = _span(_BETWEEN.sub("", rest), day_first=day_first)
    if span:
        return span
    exact = _exact(rest, day_first=day_first)
    return f"~{exact[:4]}" if rest != plain else exact


def _span(text: str, *, day_first: bool | None) -> str:
    """Return `1960/1965` for two dates with a word or dash between; empty for anything else."""
    decade = _DECADE.fullmatch(text)
    if decade:
        first = int(_year(decade["year"]))
        return f"{first}/{first + 9}"
    months = _MONTHS_OF_ONE.fullmatch(text)
    if months:
        return _year(months["year"])
    for form in _SPANS:
        found = form.fullmatch(text)
        if found:
            low, high = (
                _exact(_CIRCA.sub("", found[part].strip()), day_first=day_first)[:4]
                for part in ("low", "high")
            )
            return low if low == high else f"{min(low, high)}/{max(low, high)}"
    return ""


def _exact(text: str, *, day_first: bool | None) -> str:
    for form in (_ISO, *_WORDED, _SLASHED):
        found = form.fullmatch(text)
        if found:
            return _made(found.groupdict())
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        return _made(_ordered(numbered, day_first=day_first))
    raise DateUnclearError(UNREADABLE)


def _ordered(found: re.Match[str], *, day_first: bool | None) -> dict[str, str | None]:
    """Say which of two numbers is the month."""
    one, two, year = found["one"].lower(), found["two"].lower(), _year(found["year"])
    if day_first is None:
        day_first = _which_first(one, two)
    day, month = (one, two) if day_first else (two, one)
    return {"dd": day, "mm": month, "year": year}


def _which_first(one: str, two: str) -> bool:
    if "dd" in (one, two) or "mm" in (one, two):
        return one == "dd" or two == "mm"
    if one == two:
        return True
    if int(one) > _MONTHS_A_YEAR or int(two) > _MONTHS_A_YEAR:
        return int(one) > _MONTHS_A_YEAR
    raise DateUnclearError(TWO_WAYS)


def _made(parts: dict[str, str | None]) -> str:
    """Put a date together, as far as its parts are told; `00`, `dd` and `mm` tell nothing."""
    year = _year(parts["year"] or "")
    word = parts.get("month")
    month = _MONTHS[word.lower()] if word else _number(parts.get("mm"))
    day = _number(parts.get("dd"))
    if not month:
        return year
    try:
        made = date(int(year), month, day or 1).isoformat()
    except ValueError:
        raise DateUnclearError(UNREADABLE) from None
    return made if day else made[:7]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _year(text: str) -> str:
    year = int(text)
    if year in _HIJRI or year in _BUDDHIST:
        raise DateUnclearError(OTHER_CALENDAR)
    if not _EARLIEST <= year <= _LATEST:
        raise DateUnclearError(UNREADABLE)
    return str(year)
