from collections.abc import Callable
from datetime import date, timedelta

import pytest

from knowntenant.law.days import day_of
from knowntenant.law.deadline import (
    MECHANISMS,
    AtLeastYearsAfter,
    Deadline,
    LastsDaysInclusive,
    LookBackYears,
    NoneInText,
    NotBeforeDays,
    OnDayEachYear,
    WindowBeforeAnniversary,
    WithinBusinessDays,
    WithinDays,
    WithinOpenDays,
    WithinYears,
)
from knowntenant.law.loading import load_pack, pack_names
from knowntenant.law.pack import Pack
from tests.law.calendar import (
    CLOCKS,
    TEN_YEARS,
    counted,
    first_not_before,
    histories,
    last_not_after,
    offices_open,
    on_the_wall,
)
from tests.law.toy import NPRM, TOY, both

Days = tuple[date, ...]


def days_of(deadline: Deadline) -> Callable[[date], Days]:  # noqa: PLR0911 - as for the twin
    """Give every day that a deadline names for a trigger, as the program works it out."""
    match deadline:
        case WithinDays():
            return lambda day: (deadline.due(day),)
        case AtLeastYearsAfter():
            return lambda day: (deadline.last_day(day), deadline.first_free_day(day))
        case WindowBeforeAnniversary():
            return deadline.window
        case LastsDaysInclusive():
            return lambda day: (deadline.last_day(day),)
        case NotBeforeDays() | LookBackYears():
            return lambda day: (deadline.first_day(day),)
        case NoneInText():
            return lambda day: (deadline.target(day),)
        case WithinBusinessDays() | WithinOpenDays():
            return lambda day: (deadline.due(day),)
        case OnDayEachYear():
            return lambda day: (deadline.in_year(day.year),)
        case WithinYears():
            return lambda day: (deadline.due(day),)


def twin(deadline: Deadline, day: date) -> Days:  # noqa: C901, PLR0911 - one line for each mechanism
    """Give the same days by counting on a calendar."""
    match deadline:
        case WithinDays(count=count):
            return (counted(day, count),)
        case AtLeastYearsAfter(years=years):
            last = first_not_before(day, day.year + years)
            return (last, counted(last, 1))
        case WindowBeforeAnniversary(years=years, opens_days=opens):
            last = last_not_after(day, day.year + years)
            return (counted(last, -opens), last)
        case LastsDaysInclusive(days=days):
            return (counted(counted(day, -1), days),)
        case NotBeforeDays(days=days):
            return (counted(day, days),)
        case LookBackYears(years=years):
            return (first_not_before(day, day.year - years),)
        case NoneInText(target_days=days):
            return (counted(day, days),)
        case WithinBusinessDays(business_days=days):
            later = (counted(day, n) for n in range(1, 3 * days + 7))
            return ([one for one in later if one.strftime("%a") not in ("Sat", "Sun")][days - 1],)
        case WithinOpenDays(open_days=days):
            later = (counted(day, n) for n in range(1, 3 * days + 14))
            return ([one for one in later if offices_open(one)][days - 1],)
        case OnDayEachYear(month=month, day=of_month):
            return (date.fromisoformat(f"{day.year}-{month:02}-{of_month:02}"),)
        case WithinYears(years=years):
            return (last_not_after(day, day.year + years),)


every_pack = pytest.mark.parametrize(
    "pack", [*(load_pack(name) for name in pack_names()), TOY], ids=lambda pack: pack.name
)


def of_pack(pack: Pack) -> list[Deadline]:
    return list(dict.fromkeys(pack.deadlines.values()))


@every_pack
def test_every_deadline_of_a_pack_is_counted_as_on_a_calendar(pack: Pack) -> None:
    for deadline in of_pack(pack):
        days = days_of(deadline)
        assert [days(day) for day in TEN_YEARS] == [twin(deadline, day) for day in TEN_YEARS]


def test_the_packs_use_every_mechanism() -> None:
    packs = [load_pack(name) for name in pack_names()]
    used = {type(deadline) for pack in packs for deadline in pack.deadlines.values()}
    assert used == set(MECHANISMS.values())
    assert {type(deadline) for deadline in TOY.deadlines.values()} == {
        type(deadline) for deadline in NPRM.deadlines.values()
    }


@every_pack
def test_a_later_trigger_never_gives_an_earlier_day(pack: Pack) -> None:
    for deadline in of_pack(pack):
        days = days_of(deadline)
        found = [days(day) for day in TEN_YEARS]
        for place in range(len(found[0])):
            column = [one[place] for one in found]
            assert column == sorted(column)


@pytest.mark.slow
def test_in_every_zone_at_every_hour_of_the_day_a_deadline_runs_from_the_day_on_the_wall() -> None:
    deadlines = {type(one): one for one in of_pack(NPRM)}.values()
    expected = {day: [twin(one, day) for one in deadlines] for day in TEN_YEARS}
    counting = [days_of(one) for one in deadlines]
    for zone in histories().values():
        for clock in CLOCKS:
            for day, at in on_the_wall(zone, *clock).items():
                trigger = day_of(at, zone)
                assert [count(trigger) for count in counting] == expected[day], (at, zone)


@both
def test_a_window_is_open_for_its_days_and_closes_no_earlier_than_it_opens(pack: Pack) -> None:
    for deadline in pack.deadlines.values():
        if isinstance(deadline, WindowBeforeAnniversary):
            for day in TEN_YEARS:
                opens, closes = deadline.window(day)
                assert (closes - opens).days == deadline.opens_days
                assert day < opens <= closes


@both
def test_the_window_of_the_next_notice_closes_after_the_one_in_which_it_was_given(
    pack: Pack,
) -> None:
    for deadline in pack.deadlines.values():
        if isinstance(deadline, WindowBeforeAnniversary):
            for day in TEN_YEARS:
                opens, closes = deadline.window(day)
                assert deadline.window(opens)[1] > closes
                assert deadline.window(closes)[0] > closes


def test_a_measure_of_365_days_counts_the_day_of_issue_as_its_first() -> None:
    measure = LastsDaysInclusive("7.307(a)(5)", "issued", 365)
    assert measure.last_day(date(2027, 3, 1)) == date(2028, 2, 28)
    assert measure.last_day(date(2028, 2, 29)) == date(2029, 2, 27)
    for day in TEN_YEARS:
        assert (measure.last_day(day) - day).days + 1 == 365


def test_a_term_of_one_day_ends_on_the_day_on_which_it_begins() -> None:
    assert LastsDaysInclusive("7.9", "begun", 1).last_day(date(2028, 2, 29)) == date(2028, 2, 29)


@both
def test_no_deadline_rolls_forward_over_weekends_or_holidays(pack: Pack) -> None:
    for deadline in of_pack(pack):
        if isinstance(deadline, WithinDays):
            due = {deadline.due(day) for day in TEN_YEARS}
            assert {day.weekday() for day in due} == set(range(7))
            assert {date(2028, 7, 4), date(2027, 12, 25), date(2029, 1, 1)} <= due


def test_records_are_free_on_the_day_after_the_anniversary() -> None:
    kept = AtLeastYearsAfter("7.302(e)(2)", "closed", 2)
    assert kept.last_day(date(2027, 6, 30)) == date(2029, 6, 30)
    assert kept.first_free_day(date(2027, 6, 30)) == date(2029, 7, 1)
    assert kept.first_free_day(date(2028, 2, 29)) == date(2030, 3, 2)


def test_changing_a_number_of_one_deadline_changes_no_other() -> None:
    ten, eleven = (WithinDays("7.9", "asked", count) for count in (10, 11))
    day = date(2028, 2, 19)
    assert (ten.due(day), eleven.due(day)) == (date(2028, 2, 29), date(2028, 3, 1))
    assert eleven.due(day) - ten.due(day) == timedelta(days=1)


def test_ten_business_days_leave_out_weekends_and_nothing_else() -> None:
    report = WithinBusinessDays("501.603(b)(1)", "blocked", 10)
    assert report.due(date(2027, 3, 1)) == date(2027, 3, 15)
    assert report.due(date(2027, 3, 5)) == date(2027, 3, 19)
    assert {report.due(date(2027, 3, day)) for day in (6, 7)} == {date(2027, 3, 19)}
    assert WithinBusinessDays("7.9", "asked", 0).due(date(2027, 3, 6)) == date(2027, 3, 6)
    for day in TEN_YEARS:
        assert report.due(day).weekday() < 5


def test_open_days_leave_out_federal_holidays_on_the_days_on_which_they_are_observed() -> None:
    corrected = WithinOpenDays("7.308(c)(4)", "known", 15)
    assert corrected.due(date(2027, 6, 10)) == date(2027, 7, 2)
    assert corrected.due(date(2027, 12, 10)) == date(2028, 1, 4)
    assert corrected.due(date(2028, 2, 29)) == date(2028, 3, 21)
    assert WithinOpenDays("7.9", "asked", 0).due(date(2027, 6, 18)) == date(2027, 6, 18)


def test_a_yearly_day_is_the_same_in_a_leap_year() -> None:
    yearly = OnDayEachYear("202.1103(c)", "the year's transactions", 3, 1)
    assert yearly.in_year(2028) == date(2028, 3, 1)
    assert (yearly.in_year(2028) - date(2028, 2, 28)).days == 2
