"""The look-back over security and insider events from the day of filing (7.308(d)(1)(ii)(D))."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.deadline import LookBackYears
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.toy import both
from tests.training.lived import deal, model
from tests.world import Telling, World, world

EVENTS = "training.security_events"


def event(day: str = "2026-01-05", harm: str = "weights_accessed", **keys: str) -> Telling:
    """Tell an event of nobody in particular, unless it is said of whom."""
    told = {"id": "E", "harm": harm, **keys}
    return day, "security_event", {key: value for key, value in told.items() if value}


def found(made: World, day: str = "2027-06-01") -> tuple[str, ...]:
    """Give the events that a report of T1 filed on a day tells of."""
    value = made.ask(day, EVENTS, "T1").value
    assert isinstance(value, tuple)
    return value


@both
@given(days=st.integers(0, 4 * 366 * 2 + 30))
def test_an_event_counts_as_long_as_its_anniversary_has_not_passed(pack: Pack, days: int) -> None:
    filing = date(2028, 2, 29)
    happened = filing - timedelta(days)
    years = Law(pack).deadline("security_event_look_back", LookBackYears).years
    inquiry = world(event(str(happened))).inquiry(filing, pack=pack)
    value = inquiry.ask(EVENTS, "T1", filing=filing).value
    recent = (happened.year + years, happened.month, happened.day) >= (2028, 2, 29)
    assert value == (("E",) if recent else ())


def test_the_day_of_filing_is_the_anchor_and_a_later_event_is_none() -> None:
    made = world(event("2023-05-31"))
    inquiry = made.inquiry("2027-06-01")
    assert inquiry.ask(EVENTS, "T1").value == ()
    answer = inquiry.ask(EVENTS, "T1", filing=date(2027, 5, 31))
    assert (answer.value, answer.flags) == (
        ("E",),
        ("the look-back counts from the day of filing; the text names no day",),
    )
    assert inquiry.ask(EVENTS, "T1", filing=date(2023, 5, 30)).value == ()


@pytest.mark.parametrize(
    ("keys", "counts"),
    [
        ({}, True),
        ({"model": "M1"}, True),
        ({"model": "M2"}, False),
        ({"person": "B"}, True),
        ({"person": "DEV"}, True),
        ({"person": "somebody"}, False),
        ({"model": "M2", "person": "B"}, True),
    ],
)
def test_events_of_the_model_its_developer_or_a_party_concern_a_transaction(
    keys: dict[str, str], *, counts: bool
) -> None:
    made = world(model(developer="DEV"), deal(), event(**keys))
    assert found(made) == (("E",) if counts else ())


def test_an_event_of_somebody_concerns_no_transaction_that_is_not_told() -> None:
    assert found(world(event(person="B"))) == ()
    assert found(world(deal(model=""), event(person="B"))) == ("E",)
    assert found(world(deal(model=""), event(model="M1"))) == ()


def test_harmless_events_are_left_out_and_what_came_of_one_may_be_open() -> None:
    assert found(world(event(harm="none_of_these"))) == ()
    answer = world(event(harm="")).ask("2027-06-01", EVENTS, "T1")
    assert (answer.value, answer.flags[1]) == (("E",), "what E came to has not been told")
