from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from knowntenant.imports.moments import Clock, Order, lacks_zone
from knowntenant.law.kinds import Unreadable, read_day, read_moment

PLAIN = Clock(ZoneInfo("UTC"))
HANOI = Clock(ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-01",
        "2028-02-29",
        "2027-03-01T09:30Z",
        "2027-03-01T09:30:15Z",
        "2027-03-01T09:30:15.250Z",
        "2027-03-01T09:30:00-05:00",
        "2027-03-01 09:30:00+0700",
        "2027-03-01T09:30 Asia/Tokyo",
        "1900-01-01T00:00:00Z",
    ],
)
def test_what_the_kind_reads_is_read_alike(text: str) -> None:
    assert PLAIN.moment(text) == read_moment(text)


def test_a_day_that_the_kind_reads_is_read_alike() -> None:
    assert PLAIN.day("2028-02-29") == read_day("2028-02-29")


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2027-03-01 09:30:00+00", datetime(2027, 3, 1, 9, 30, tzinfo=UTC)),
        ("2027-03-01 09:30:00 UTC", datetime(2027, 3, 1, 9, 30, tzinfo=UTC)),
        ("2027-03-01T09:30:00.123456789Z", datetime(2027, 3, 1, 9, 30, 0, 123456, tzinfo=UTC)),
        ("2027-03-01T09:30:00Z", datetime(2027, 3, 1, 9, 30, tzinfo=UTC)),
    ],
)
def test_instants_as_databases_print_them_are_read(text: str, instant: datetime) -> None:
    assert PLAIN.moment(text) == instant


def test_a_time_without_a_zone_is_one_of_the_clock() -> None:
    assert HANOI.moment("2027-03-01 09:30") == datetime(2027, 3, 1, 2, 30, tzinfo=UTC)
    assert lacks_zone("2027-03-01 09:30")
    assert not lacks_zone("2027-03-01 09:30Z")
    assert not lacks_zone("2027-03-01")


@pytest.mark.parametrize(
    "text", ["2027-03-01 00:00:00", "2027-03-01T00:00:00.000Z", "2027-03-01 00:00:00+00"]
)
def test_a_midnight_behind_a_day_is_dropped(text: str) -> None:
    assert PLAIN.day(text) == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (Order.DOTS, "1.3.2027"),
        (Order.DAY_FIRST, "01/03/2027"),
        (Order.DAY_FIRST, "1-3-2027"),
        (Order.MONTH_FIRST, "3/1/2027"),
    ],
)
def test_other_orders_of_a_day_are_read_when_the_mapping_says_so(order: Order, text: str) -> None:
    clock = Clock(ZoneInfo("UTC"), order)
    assert clock.day(text) == date(2027, 3, 1)
    assert clock.moment(f"{text} 09:30") == datetime(2027, 3, 1, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31.12.27", "two digits"),
        ("5/6/27 10:00", "two digits"),
        ("27-12-31", "two digits"),
        ("12/31/2027", "which number is the month"),
        ("1.3.2027", "which number is the month"),
        ("1751328000", "seconds since 1970"),
        ("1751328000123", "seconds since 1970"),
        ("2027-02-30", "does not exist"),
        ("30 February 2025", "does not exist"),
        ("29. Feb 2027", "does not exist"),
        ("28 February 2025", "not a moment"),
        ("30 Smarch 2025", "not a moment"),
        ("2027-02-29T10:00:00Z", "does not exist"),
        ("2027-03-01 25:00", "does not exist"),
        ("2027-03-01T10:00:00 Mars/Base", "known zone"),
        ("1899-12-31", "outside"),
        ("1899-12-31T10:00:00Z", "outside"),
        ("yesterday", "not a moment"),
        ("", "not a moment"),
        ("2027-W01-1T10:00:00Z", "not a moment"),
        ("2027-03-01T24:30:00Z", "not a moment"),
    ],
)
def test_a_moment_that_might_be_another_is_refused_with_what_to_write(
    text: str, words: str
) -> None:
    with pytest.raises(Unreadable, match=words):
        PLAIN.moment(text)


def test_a_day_in_month_first_order_that_the_calendar_lacks_is_refused() -> None:
    with pytest.raises(Unreadable, match="does not exist"):
        Clock(ZoneInfo("UTC"), Order.MONTH_FIRST).day("2/30/2027")
