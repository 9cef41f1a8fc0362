"""Blocked property: first report, yearly report, records."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import Answer
from knowntenant.law.deadline import AtLeastYearsAfter, OnDayEachYear, WithinBusinessDays
from knowntenant.law.loading import load_pack
from knowntenant.law.pack import Pack
from tests.law.changed import changed
from tests.world import world

OFAC = load_pack("ofac")
FIRST, YEARLY = "sanctions.blocked_report_due", "sanctions.yearly_report_due"
RETAINED = "sanctions.record_retained_through"
MADE_UP = changed(
    OFAC,
    blocked_property_report=WithinBusinessDays("501.603(b)(1)", "blocked", 7),
    blocked_property_count=OnDayEachYear("501.603(b)(2)", "counted", 2, 28),
    blocked_property_yearly_report=OnDayEachYear("501.603(b)(2)", "counted", 4, 11),
    blocked_record_retention=AtLeastYearsAfter("501.601", "released", 3),
)
DAYS = st.dates(date(2026, 1, 1), date(2032, 12, 31))
both = pytest.mark.parametrize("pack", [OFAC, MADE_UP], ids=["ofac", "made up"])


def ask(pack: Pack, question: str, begun: date, on: date, **keys: str) -> Answer[object]:
    told = world((str(begun), "blocked_property", {"id": "B1", "account": "A1", **keys}))
    return told.inquiry(on, pack=pack).ask(question, "B1")


@both
@given(begun=DAYS)
def test_the_first_report_is_counted_by_the_pack(pack: Pack, begun: date) -> None:
    deadline = pack.deadlines["blocked_property_report"]
    assert isinstance(deadline, WithinBusinessDays)
    due = ask(pack, FIRST, begun, begun).value
    assert isinstance(due, date)
    between = (begun + timedelta(days=n) for n in range(1, (due - begun).days + 1))
    assert sum(day.weekday() < 5 for day in between) == deadline.business_days


@both
@given(begun=DAYS, filed=st.none() | DAYS, released=st.none() | DAYS)
def test_the_yearly_report_names_the_first_count_that_is_not_reported_yet(
    pack: Pack, begun: date, filed: date | None, released: date | None
) -> None:
    counted, due = (
        pack.deadlines[name]
        for name in ("blocked_property_count", "blocked_property_yearly_report")
    )
    assert isinstance(counted, OnDayEachYear)
    assert isinstance(due, OnDayEachYear)
    keys = {"yearly_report_on": str(filed)} if filed else {}
    keys |= {"released_on": str(released)} if released else {}
    expected = next(
        (
            None if released and released <= counted.in_year(year) else due.in_year(year)
            for year in range(2026, 2040)
            if counted.in_year(year) >= begun and not (filed and filed >= counted.in_year(year))
        ),
        None,
    )
    assert ask(pack, YEARLY, begun, date(2040, 1, 1), **keys).value == expected


@pytest.mark.parametrize(("pack", "last"), [(OFAC, "2038-03-01"), (MADE_UP, "2031-03-01")])
def test_records_are_kept_from_the_release_for_the_packs_years(pack: Pack, last: str) -> None:
    begun, leap_day = date(2027, 1, 1), date(2028, 2, 29)
    kept = ask(pack, RETAINED, begun, leap_day, released_on=str(leap_day))
    assert str(kept.value) == last
    assert ask(pack, RETAINED, begun, leap_day).value is None


@pytest.mark.parametrize("question", [FIRST, YEARLY, RETAINED])
def test_of_what_was_never_blocked_nothing_is_owed(question: str) -> None:
    answer = world().inquiry("2028-02-29", pack=OFAC).ask(question, "B9")
    assert answer.value is None
    assert "B9" in answer.because[0].text
