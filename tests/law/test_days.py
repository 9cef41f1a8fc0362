import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from knowntenant.law.days import day_of, days_after, years_after, years_within
from tests.law.calendar import (
    CALENDAR,
    CLOCKS,
    TEN_YEARS,
    changes,
    counted,
    day_by_table,
    first_not_before,
    histories,
    instants,
    last_not_after,
    on_the_wall,
)
from tests.law.toy import NPRM, TOY

WASHINGTON = ZoneInfo("America/New_York")


def test_the_calendar_of_the_tests_has_every_day_once() -> None:
    assert len(CALENDAR) == (CALENDAR[-1] - CALENDAR[0]).days + 1 == len(set(CALENDAR))


def test_a_day_is_that_day_in_every_zone() -> None:
    leap = date(2028, 2, 29)
    assert day_of(leap, NPRM.zone) == day_of(leap, TOY.zone) == leap


def test_an_instant_is_the_day_that_the_packs_zone_has_then() -> None:
    new_year = datetime(2028, 1, 1, 4, 59, 59, tzinfo=UTC)
    assert day_of(new_year, WASHINGTON) == date(2027, 12, 31)
    assert day_of(new_year + timedelta(seconds=1), WASHINGTON) == date(2028, 1, 1)
    assert day_of(datetime(2028, 2, 29, 23, 30, tzinfo=WASHINGTON), TOY.zone) == date(2028, 3, 1)


def test_an_instant_without_a_zone_has_no_day() -> None:
    naive = datetime(2028, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="has no zone"):
        day_of(naive, WASHINGTON)


@pytest.mark.slow
def test_in_every_zone_each_day_is_the_one_on_the_wall_at_its_first_middle_and_last_second() -> (
    None
):
    assert len(histories()) > 60
    for zone in histories().values():
        for clock in CLOCKS:
            shown = on_the_wall(zone, *clock)
            assert len(shown) > len(TEN_YEARS) - 20
            assert [day_of(at, zone) for at in shown.values()] == list(shown)
            assert [day_of(at.astimezone(zone), zone) for at in shown.values()] == list(shown)


@pytest.mark.slow
def test_in_every_zone_half_days_and_the_seconds_around_each_change_have_the_day_of_the_table() -> (
    None
):
    for history, zone in histories().items():
        for at in instants(history, timedelta(hours=12)):
            assert day_of(at, zone) == day_by_table(at, history), (at, zone)


def test_days_of_the_machine_or_a_counted_trigger_day_would_be_found_out() -> None:
    history = changes(WASHINGTON)
    noons = list(instants(history, timedelta(hours=12)))
    assert any(at.astimezone().date() != day_by_table(at, history) for at in noons)
    assert all(days_after(day, 10 - 1) != counted(day, 10) for day in TEN_YEARS)


@pytest.mark.long
def test_in_every_zone_each_hour_of_ten_years_has_the_day_of_the_table() -> None:
    for history, zone in histories().items():
        for at in instants(history, timedelta(hours=1)):
            assert day_of(at, zone) == day_by_table(at, history), (at, zone)


@pytest.mark.slow
def test_a_later_instant_never_has_an_earlier_day_even_where_clocks_go_back() -> None:
    for history, zone in histories().items():
        days = [day_of(at, zone) for at in sorted(instants(history, timedelta(days=1)))]
        assert days == sorted(days)


@pytest.fixture
def _back_home() -> Iterator[None]:
    yield
    time.tzset()


@pytest.mark.usefixtures("_back_home")
def test_the_day_of_an_instant_does_not_depend_on_where_the_machine_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = [datetime(2028, 2, 28, 12, tzinfo=UTC) + timedelta(hours=n) for n in range(48)]
    at += [one.astimezone(timezone(timedelta(hours=-9, minutes=-30))) for one in at]
    seen = []
    for place in ("UTC", "Pacific/Kiritimati", "America/Adak", "Asia/Kathmandu"):
        with monkeypatch.context() as there:
            there.setenv("TZ", place)
            time.tzset()
            seen.append([(day_of(one, NPRM.zone), day_of(one, TOY.zone)) for one in at])
    assert seen[1:] == seen[:-1]


@pytest.mark.parametrize("count", [0, 1, 10, 15, 30, 180, 365])
def test_days_are_counted_one_by_one_and_the_trigger_is_day_nought(count: int) -> None:
    assert [days_after(day, count) for day in TEN_YEARS] == [counted(d, count) for d in TEN_YEARS]


@pytest.mark.parametrize("years", [0, 1, 2, 3, 4, 8, -1, -4, -8])
def test_a_term_of_years_ends_on_the_anniversary_or_else_the_day_after(years: int) -> None:
    expected = [first_not_before(day, day.year + years) for day in TEN_YEARS]
    assert [years_after(day, years) for day in TEN_YEARS] == expected
    assert expected == sorted(expected)


@pytest.mark.parametrize("years", [0, 1, 2, 3, 4, 8])
def test_within_years_ends_on_the_anniversary_or_else_the_day_before(years: int) -> None:
    expected = [last_not_after(day, day.year + years) for day in TEN_YEARS]
    assert [years_within(day, years) for day in TEN_YEARS] == expected
    assert expected == sorted(expected)


def test_a_leap_day_has_its_anniversary_in_leap_years_only() -> None:
    leap = date(2028, 2, 29)
    assert (years_after(leap, 2), years_within(leap, 2)) == (date(2030, 3, 1), date(2030, 2, 28))
    assert years_after(leap, 4) == years_within(leap, 4) == date(2032, 2, 29)
    assert (years_after(leap, -4), years_after(leap, -1)) == (date(2024, 2, 29), date(2027, 3, 1))
