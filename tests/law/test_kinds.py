from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law import kinds
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.kinds import DAY, DAYS, ID, Kind, ListOf, Shape, Unreadable, choice

EAST = timezone(timedelta(hours=5, minutes=30))


def refusal(kind: Kind, text: str) -> str:
    with pytest.raises(Unreadable) as refused:
        kind.read(text)
    return str(refused.value)


def test_every_kind_reads_its_own_example() -> None:
    every = [one for one in vars(kinds).values() if isinstance(one, Kind)]
    assert len(every) == 10
    for kind in every:
        assert kind.read(kind.example) is not None
        assert kind.meaning


def test_a_leap_day_is_a_day() -> None:
    assert kinds.read_day(" 2028-02-29 ") == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2027-02-30", "does not exist"),
        ("2027-02-29", "does not exist"),
        ("27-02-28", "write it as YYYY-MM-DD"),
        ("28/02/2027", "write it as YYYY-MM-DD"),
        ("", "write it as YYYY-MM-DD"),
        ("1899-12-31", "outside 1900 to 2199"),
        ("2200-01-01", "outside 1900 to 2199"),
    ],
)
def test_a_day_that_is_none_is_refused_and_told_why(text: str, says: str) -> None:
    assert says in refusal(DAY, text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2027-03-01", date(2027, 3, 1)),
        (" 2027-03-01 ", date(2027, 3, 1)),
        ("2027-03-01T09:30Z", datetime(2027, 3, 1, 9, 30, tzinfo=UTC)),
        ("2027-03-01T09:30:15.25Z", datetime(2027, 3, 1, 9, 30, 15, 250000, tzinfo=UTC)),
        ("2027-03-01 09:30:00+05:30", datetime(2027, 3, 1, 9, 30, tzinfo=EAST)),
        ("2027-03-01T09:30+0530", datetime(2027, 3, 1, 9, 30, tzinfo=EAST)),
        ("2027-03-01T09:30 Asia/Tokyo", datetime(2027, 3, 1, 0, 30, tzinfo=UTC)),
        ("2027-07-01T00:00:00 America/New_York", datetime(2027, 7, 1, 4, tzinfo=UTC)),
    ],
)
def test_a_moment_is_a_day_or_an_instant_with_a_zone(text: str, moment: date) -> None:
    read = kinds.read_moment(text)
    assert read == moment
    assert isinstance(read, datetime) is isinstance(moment, datetime)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2027-03-01T09:30", "has no zone"),
        ("2027-02-30T09:30Z", "does not exist"),
        ("2027-03-01T25:00Z", "not a moment with a known zone"),
        ("2027-03-01T09:30+99:00", "not a moment with a known zone"),
        ("2027-03-01T09:30 Asia/Tokio", "not a moment with a known zone"),
        ("2027-03-01T09:30 America", "not a moment with a known zone"),
        ("2027-03-01T09:30 ../../secret", "not a moment with a known zone"),
        ("27-03-01T09:30Z", "write 2027-03-01 or"),
        ("yesterday", "write 2027-03-01 or"),
        ("2027-3-1xx", "write it as YYYY-MM-DD"),
    ],
)
def test_an_instant_without_a_known_zone_is_refused(text: str, says: str) -> None:
    assert says in refusal(kinds.MOMENT, text)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("25", Fraction(25)),
        ("24.99", Fraction(2499, 100)),
        ("24.999999999999999999", 25 - Fraction(1, 10**18)),
        ("25 %", Fraction(25)),
        ("100%", Fraction(100)),
        ("100/3", Fraction(100, 3)),
        (".5", Fraction(1, 2)),
        ("0", Fraction(0)),
    ],
)
def test_a_percentage_is_read_exactly(text: str, share: Fraction) -> None:
    assert kinds.read_percent(text) == share


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a quarter", "write 25, 24.99 or 100/3"),
        ("1/0", "write 25, 24.99 or 100/3"),
        ("2 1/3", "write 25, 24.99 or 100/3"),
        ("24,99", "write 25, 24.99 or 100/3"),
        ("nan", "write 25, 24.99 or 100/3"),
        ("1e999999999", "write 25, 24.99 or 100/3"),
        ("", "write 25, 24.99 or 100/3"),
        ("100.01", "outside 0 to 100"),
        ("-1", "outside 0 to 100"),
        ("1e99", "outside 0 to 100"),
    ],
)
def test_a_text_that_is_no_percentage_is_refused(text: str, says: str) -> None:
    assert says in refusal(kinds.PERCENT, text)


@given(st.fractions(0, 100, max_denominator=10**12))
def test_any_fraction_written_out_is_read_back(share: Fraction) -> None:
    assert kinds.read_percent(str(share)) == share


@pytest.mark.parametrize(
    ("text", "number"),
    [("10", 10), (" 0 ", 0), ("007", 7), ("999999999999999", 999999999999999)],
)
def test_a_whole_number_is_read(text: str, number: int) -> None:
    assert kinds.read_whole(text) == number


@pytest.mark.parametrize("text", ["-1", "1.0", "ten", "", "٣", "1e3", "1" * 16])
def test_a_text_that_is_no_whole_number_is_refused(text: str) -> None:
    assert "not a whole number" in refusal(kinds.WHOLE, text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.5", Fraction(1, 2)),
        ("1e26", Fraction(10**26)),
        ("1E-3", Fraction(1, 1000)),
        ("1,000,000", Fraction(1000000)),
        ("-1,234.5", Fraction(-2469, 2)),
        ("5.", Fraction(5)),
    ],
)
def test_a_number_is_read_exactly(text: str, number: Fraction) -> None:
    assert kinds.read_number(text) == number


@pytest.mark.parametrize("text", ["0,5", "1,00", "1 000", "much", "1/0", "", "1e999", "inf"])
def test_a_number_that_could_be_misread_is_refused(text: str) -> None:
    assert "is not a number" in refusal(kinds.NUMBER, text)


def test_yes_no_and_unknown_are_read_in_any_case() -> None:
    assert [kinds.read_yes_no(text) for text in ("Yes", " y", "TRUE", "1")] == [YES] * 4
    assert [kinds.read_yes_no(text) for text in ("NO", "n ", "false", "0")] == [NO] * 4
    assert kinds.read_yes_no("unknown") is UNKNOWN
    assert "neither yes, no nor unknown" in refusal(kinds.YES_NO, "maybe")


def test_a_text_is_taken_as_it_stands_without_the_space_around_it() -> None:
    assert [kinds.read_text(text) for text in (" 深圳 ", "محمد", "Nguyễn")] == [
        "深圳",
        "محمد",
        "Nguyễn",
    ]
    assert "empty" in refusal(kinds.TEXT, "  ")
    assert "empty" in refusal(ID, "")


def test_an_address_takes_its_usual_form() -> None:
    assert kinds.read_ip(" 2001:DB8::0001 ") == "2001:db8::1"
    assert "not an IP address" in refusal(kinds.IP, "203.0.113.256")


class Colour(StrEnum):
    DARK_RED = "dark_red"
    BLUE = "blue"


def test_a_choice_is_read_whatever_its_case_spaces_and_hyphens() -> None:
    colour = choice("colour", "a colour", Colour)
    assert colour.example == "dark_red | blue"
    assert {colour.read(text) for text in ("dark_red", "Dark Red", "dark-red ")} == {
        Colour.DARK_RED
    }


def test_a_choice_that_is_none_is_told_the_nearest() -> None:
    says = refusal(choice("colour", "a colour", Colour), "dark_rod")
    assert says == "'dark_rod' is no colour. Did you mean 'dark_red'?"


def test_a_list_is_named_by_what_it_lists() -> None:
    assert ListOf(DAY).name == "list of day"
    assert ListOf(Shape("entry of the log", {"at": DAY})).name == "list of entry of the log"


def test_a_number_of_days_stays_within_a_century() -> None:
    assert DAYS.read("30") == 30
    with pytest.raises(Unreadable, match="more than 36525 days"):
        DAYS.read("9999999")
