from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.parties.dates import Order, read_birth_date
from knowntenant.imports.parties.trouble import Trouble

TODAY = date(2026, 11, 24)
T = Trouble


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", ""),
        ("n/a", ""),
        ("1961-03-05", "1961-03-05"),
        ("1961-03-05T00:00:00Z", "1961-03-05"),
        ("1961-03-05 00:00:00.000", "1961-03-05"),
        ("1961", "1961"),
        ("1961-03", "1961-03"),
        ("1961/3/5", "1961-03-05"),
        ("19610305", "1961-03-05"),
        ("03/1961", "1961-03"),
        ("25/12/1980", "1980-12-25"),
        ("12/25/1980", "1980-12-25"),
        ("25.12.1980", "1980-12-25"),
        ("04/04/1980", "1980-04-04"),
        ("5 March 1961", "1961-03-05"),
        ("05-Mar-1961", "1961-03-05"),
        ("Mar 5, 1961", "1961-03-05"),
        ("March 1961", "1961-03"),
        ("1961年3月5日", "1961-03-05"),
        ("1961年", "1961"),
        ("١٩٦١-٠٣-٠٥", "1961-03-05"),  # noqa: RUF001 - Arabic digits
        ("29/02/2000", "2000-02-29"),
        ("2000-02-29", "2000-02-29"),
    ],
)
def test_dates_are_read_as_far_as_they_are_told(text: str, read: str) -> None:
    assert read_birth_date(text, TODAY) == (read, None)


@pytest.mark.parametrize(
    ("text", "read", "trouble"),
    [
        ("03/04/1961", "1961", T.BIRTH_DATE_AMBIGUOUS),
        ("5.3.1961", "1961", T.BIRTH_DATE_AMBIGUOUS),
        ("2001-02-29", "2001", T.BIRTH_DATE_IMPOSSIBLE),
        ("31/04/1980", "1980", T.BIRTH_DATE_IMPOSSIBLE),
        ("1961-13-01", "1961", T.BIRTH_DATE_IMPOSSIBLE),
        ("5/3/61", "", T.BIRTH_YEAR_SHORT),
        ("5-mar-61", "", T.BIRTH_YEAR_SHORT),
        ("1380-01-02", "", T.OTHER_CALENDAR),
        ("15/07/1399", "", T.OTHER_CALENDAR),
        ("1 ر 1400 هـ", "", T.OTHER_CALENDAR),
        ("2504-05-06", "", T.OTHER_CALENDAR),
        ("พ.ศ. 2504", "", T.OTHER_CALENDAR),
        ("昭和36年3月5日", "", T.OTHER_CALENDAR),
        ("5/5/1380 AH", "", T.OTHER_CALENDAR),
        ("1750-01-01", "", T.BIRTH_YEAR_UNLIKELY),
        ("2027-01-01", "", T.BIRTH_YEAR_UNLIKELY),
        ("2026-12-01", "", T.BIRTH_YEAR_UNLIKELY),
        ("Tehran", "", T.BIRTH_DATE_UNREADABLE),
        ("5 Foo 1961", "", T.BIRTH_DATE_UNREADABLE),
        ("22345", "", T.BIRTH_DATE_UNREADABLE),
    ],
)
def test_what_is_not_clear_is_told_and_never_guessed(
    text: str, read: str, trouble: Trouble
) -> None:
    assert read_birth_date(text, TODAY) == (read, trouble)


def test_the_order_may_be_said() -> None:
    assert read_birth_date("03/04/1961", TODAY, Order.DAY_FIRST).text == "1961-04-03"
    assert read_birth_date("03/04/1961", TODAY, Order.MONTH_FIRST).text == "1961-03-04"
    assert read_birth_date("25/12/1980", TODAY, Order.MONTH_FIRST) == (
        "1980",
        T.BIRTH_DATE_IMPOSSIBLE,
    )


@given(st.text(max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    read = read_birth_date(text, TODAY)
    assert not read.text or read.text[:4].isdigit()


@given(st.dates(date(1890, 1, 1), TODAY))
def test_every_iso_date_is_read_as_it_is(day: date) -> None:
    assert read_birth_date(day.isoformat(), TODAY) == (day.isoformat(), None)


@given(st.dates(date(1890, 1, 1), date(1999, 12, 31)))
def test_a_date_of_numbers_is_ambiguous_exactly_where_it_has_two_readings(day: date) -> None:
    read = read_birth_date(f"{day.day}/{day.month}/{day.year}", TODAY)
    if day.day <= 12 and day.day != day.month:
        assert read == (str(day.year), T.BIRTH_DATE_AMBIGUOUS)
    else:
        assert read == (day.isoformat(), None)
