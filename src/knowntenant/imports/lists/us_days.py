"""Days as files of the United States write them: month first."""

from knowntenant.imports.lists.dates import DateUnclearError, birth_date
from knowntenant.imports.lists.drafting import Draft

_DAY = len("2001-02-03")


def us_day(text: str) -> str:
    """Return the ISO day of a date such as `03/17/2020` or `2020-03-17`; empty where it is none."""
    try:
        day = birth_date(text, day_first=False)
    except DateUnclearError:
        return ""
    return day if len(day) == _DAY and "/" not in day else ""


def listed_day(draft: Draft, field: str, text: str) -> None:
    """Put a day of listing, month first, into a draft."""
    if text:
        draft.listed(field, text, day_first=False)
