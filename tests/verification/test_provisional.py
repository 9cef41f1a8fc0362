"""Restricted use while verification goes on (7.302(d)(3)(ii), D20)."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.reading import Given
from knowntenant.law.answer import NO, YES
from tests.identification.asked import DAY, OF_INDIVIDUAL, individual_with
from tests.verification.stepped import step
from tests.world import NO_READINGS, Telling, World, world

USE = "verification.provisional_use"
ON = "2027-02-01"
PROGRAM: Mapping[str, Given] = {"provisional_use": "yes"}
LIMITED: Telling = (
    "2027-01-20",
    "account",
    {"id": "A1", "state": "provisional", "permissions": "one small machine"},
)
ENDS: Telling = ("2027-01-20", "account", {"id": "A1", "deprovision_on": "2027-02-19"})
READY = individual_with(OF_INDIVIDUAL).also(LIMITED, ENDS)


def use(
    made: World,
    program: Mapping[str, Given] = PROGRAM,
    readings: Mapping[str, str] = NO_READINGS,
    day: str = ON,
) -> dict[str, object]:
    """Give what provisional use is allowed."""
    value = made.inquiry(day, program=program, readings=readings).ask(USE, "A1").value
    assert isinstance(value, dict)
    return value


def test_restricted_use_is_allowed_when_everything_the_program_asks_is_there() -> None:
    assert use(READY) == {
        "allowed": YES,
        "permissions": ("one small machine",),
        "deprovision_by": date(2027, 2, 19),
        "deprovision_on": date(2027, 2, 19),
        "missing": (),
    }
    answer = READY.inquiry(ON, program=PROGRAM).ask(USE, "A1")
    assert answer.because[0].text == "A1 may be used with restrictions until 2027-02-19"
    assert answer.because[0].clauses == ("7.302(d)(3)(ii)",)
    assert str(answer.readings[0]) == "D20: collect-first"


def test_each_thing_that_stands_in_the_way_is_named() -> None:
    tier = (DAY, "customer", {"id": "C1", "tier": "high"})
    later = ("2027-01-21", "account", {"id": "A1", "deprovision_on": "2027-02-20"})
    cases: list[tuple[World, Mapping[str, Given], str]] = [
        (READY, {}, "program"),
        (READY.also(tier), PROGRAM, "tier"),
        (READY.also(step("2027-01-25", "failed", final="yes")), PROGRAM, "outcome"),
        (READY.also(step("2027-01-25", "passed")), PROGRAM, "outcome"),
        (
            individual_with({*OF_INDIVIDUAL} - {"email"}).also(LIMITED, ENDS),
            PROGRAM,
            "data",
        ),
        (individual_with(OF_INDIVIDUAL).also(ENDS), PROGRAM, "permissions"),
        (individual_with(OF_INDIVIDUAL).also(LIMITED), PROGRAM, "deprovision_on"),
        (READY.also(later), PROGRAM, "deprovision_by"),
        (
            READY.also(("2027-01-20", "presence", {"person": "C1", "citizen": "US"})),
            PROGRAM,
            "scope",
        ),
    ]
    for made, program, missing in cases:
        found = use(made, program)
        assert found["missing"] == (missing,)
        assert found["allowed"] is NO


def test_d20_literal_allows_no_use_before_verification() -> None:
    literal = use(READY, readings={"D20": "literal"})
    assert literal["missing"] == ("reading",)
    assert use(READY)["missing"] == ()


def test_the_last_day_of_provisional_use_is_still_within_it_and_the_next_is_not() -> None:
    assert use(READY, day="2027-02-19")["allowed"] is YES
    assert use(READY, day="2027-02-20")["missing"] == ("expired",)


def test_the_programs_own_limits_serve_where_the_account_names_none() -> None:
    program = {**PROGRAM, "provisional_permissions": ["no GPU", "no mail"]}
    made = individual_with(OF_INDIVIDUAL).also(ENDS)
    assert use(made, program)["permissions"] == ("no GPU", "no mail")


def test_a_customer_who_has_no_account_yet_counts_from_today() -> None:
    made = world((DAY, "customer", {"id": "A1", "kind": "individual"}))
    found = use(made)
    assert found["deprovision_by"] == date(2027, 3, 3)
    assert found["allowed"] is NO


@given(days=st.integers(0, 90), opened=st.integers(0, 40))
def test_the_latest_day_is_counted_from_the_first_opening(days: int, opened: int) -> None:
    first = date(2028, 2, 1) + timedelta(opened)
    made = individual_with(()).also(
        (str(first), "account", {"id": "A1", "state": "provisional"}),
        (str(first + timedelta(9)), "account", {"id": "A1", "state": "opened"}),
    )
    program = {**PROGRAM, "provisional_days": str(days)}
    walked = first
    for _ in range(days):
        walked += timedelta(1)
    assert use(made, program, day="2028-06-01")["deprovision_by"] == walked
