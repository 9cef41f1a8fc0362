from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.lists import dates
from knowntenant.imports.lists.dates import DateUnclearError, birth_date


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1961", "1961"),
        ("1961-03", "1961-03"),
        ("1961-03-05", "1961-03-05"),
        ("1961-03-05+01:00", "1961-03-05"),
        ("1961-00-00", "1961"),
        ("05 Mar 1961", "1961-03-05"),
        ("5th March 1961", "1961-03-05"),
        ("March 5, 1961", "1961-03-05"),
        ("1961 Mar 05", "1961-03-05"),
        ("31-Dec-1960", "1960-12-31"),
        ("Sept. 1961", "1961-09"),
        ("29 Feb 1960", "1960-02-29"),
        ("circa 1961", "~1961"),
        ("c1961", "~1961"),
        ("Approximately Mar 1961", "~1961"),
        ("1960-1965", "1960/1965"),
        ("1965/1960", "1960/1965"),
        ("1960 \u2013 1965", "1960/1965"),
        ("Mar 1960 - May 1965", "1960/1965"),
        ("between 1960 and 1965", "1960/1965"),
        ("circa 1960 to circa 1965", "1960/1965"),
        ("01 Jan 1960 to 31 Dec 1960", "1960"),
        ("Between Aug. and Sep. 1977", "1977"),
        ("late 1950s", "1950/1959"),
        ("00/00/1961", "1961"),
        ("dd/mm/1961", "1961"),
        ("dd/03/1961", "1961-03"),
        ("03/1961", "1961-03"),
        ("25/03/1961", "1961-03-25"),
        ("03/25/1961", "1961-03-25"),
        ("05/05/1970", "1970-05-05"),
    ],
)
def test_every_shape_that_lists_use_is_read(text: str, meant: str) -> None:
    assert birth_date(text) == meant


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1380", dates.OTHER_CALENDAR),
        ("12/03/2520", dates.OTHER_CALENDAR),
        ("circa 1402", dates.OTHER_CALENDAR),
        ("1400 to 1405", dates.OTHER_CALENDAR),
        ("24/06/1999 (Hijri calendar)", dates.OTHER_CALENDAR),
        ("05/03/1961", dates.TWO_WAYS),
        ("29 Feb 1961", dates.UNREADABLE),
        ("1961-13", dates.UNREADABLE),
        ("1812", dates.UNREADABLE),
        ("30-35 years old", dates.UNREADABLE),
        ("", dates.UNREADABLE),
        ("9" * 200, dates.UNREADABLE),
    ],
)
def test_what_is_unclear_is_refused_with_its_reason_and_never_guessed(
    text: str, reason: str
) -> None:
    with pytest.raises(DateUnclearError) as refused:
        birth_date(text)
    assert str(refused.value) == reason


@pytest.mark.parametrize(("day_first", "meant"), [(True, "1961-03-05"), (False, "1961-05-03")])
def test_the_order_of_the_file_decides(*, day_first: bool, meant: str) -> None:
    assert birth_date("05/03/1961", day_first=day_first) == meant


@given(st.dates(date(1850, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_however_it_is_written(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%B %d, %Y"):
        assert birth_date(day.strftime(form)) == day.isoformat()
    assert birth_date(day.strftime("%d/%m/%Y"), day_first=True) == day.isoformat()


@given(st.text(max_size=90))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = birth_date(text)
    except DateUnclearError:
        return
    low, _, high = found.removeprefix("~").partition("/")
    assert 1850 <= int(low[:4]) <= int((high or low)[:4]) <= 2100
