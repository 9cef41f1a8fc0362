"""Re-verification by risk tier (7.302(f)(2)), and redress for customers (7.302(d)(3)(iv))."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.reading import Given
from tests.verification.stepped import individual, step
from tests.world import Telling, world

NEXT, OVERDUE = "verification.next_review", "verification.reviews_overdue"
REDRESS = "verification.redress"
ON = "2027-02-01"
TIERS: Mapping[str, Given] = {
    "review_days_low": "90",
    "review_days_medium": "60",
    "review_days_high": "30",
    "default_tier": "low",
}


@given(
    tier=st.sampled_from(["low", "medium", "high", None]),
    passed=st.lists(st.integers(0, 40), max_size=3),
    failed=st.lists(st.integers(0, 40), max_size=2),
)
def test_the_next_review_is_the_tiers_days_after_the_last_pass_or_the_opening(
    tier: str | None, passed: list[int], failed: list[int]
) -> None:
    opened = date(2027, 1, 1)  # as told in stepped.py
    told: list[Telling] = [step(str(opened + timedelta(day)), "passed") for day in passed]
    told += [step(str(opened + timedelta(day)), "failed") for day in failed]
    if tier:
        told.append(("2026-01-01", "customer", {"id": "C1", "tier": tier}))
    days = {"low": 90, "medium": 60, "high": 30, None: 90}[tier]
    due = max((opened + timedelta(day) for day in passed), default=opened)
    for _ in range(days):
        due += timedelta(1)
    inquiry = individual(*told).inquiry("2027-03-01", program=TIERS)
    assert inquiry.ask(NEXT, "A1").value == due
    assert inquiry.ask(NEXT, "C1").value == due


def test_a_review_is_overdue_on_the_day_after_its_day() -> None:
    made = individual(("2027-01-02", "account", {"id": "A2", "customer": "C1", "state": "opened"}))
    due = made.inquiry("2027-04-01", program=TIERS)
    assert due.ask(NEXT, "A1").value == date(2027, 4, 1)
    assert due.ask(OVERDUE).value == ()
    after = made.inquiry("2027-04-02", program=TIERS).ask(OVERDUE)
    assert after.value == ("C1",)
    assert after.because[0].text == "1 of 1 customers are overdue for re-verification"
    assert "7.302(f)(2)" in after.clauses


@pytest.mark.parametrize(
    "told",
    [
        ("2027-01-10", "account", {"id": "A1", "state": "closed"}),
        ("2027-01-10", "presence", {"person": "C1", "citizen": "US"}),
    ],
)
def test_no_review_is_planned_for_a_closed_account_or_one_out_of_scope(told: Telling) -> None:
    answer = individual(told).ask(ON, NEXT, "A1")
    assert answer.value is None
    assert answer.because[0].text == (
        "no review is planned for A1: it is not an open account in scope"
    )


def test_a_review_names_its_tier_and_the_step_it_counts_from() -> None:
    answer = individual(step("2028-02-29", "passed")).ask("2028-03-01", NEXT, "A1")
    assert answer.value == date(2028, 2, 29) + timedelta(730)
    assert answer.because[0].facts == ("fact 4",)
    assert "risk tier medium" in answer.because[0].text


# --- Redress


def claim(day: str, about: str = "Identity Theft") -> Telling:
    return day, "notice", {"sender": "C1", "about": about}


def case(day: str, state: str, id_: str = "R1") -> Telling:
    return day, "redress", {"id": id_, "customer": "C1", "state": state}


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ((), None),
        ((claim("2027-01-05", "owners_added"),), None),
        ((claim("2027-01-05"),), "to_be_opened"),
        ((claim("2027-01-05"), case("2027-01-06", "opened")), "open"),
        (
            (claim("2027-01-05"), case("2027-01-06", "opened"), case("2027-01-20", "resolved")),
            "resolved",
        ),
        ((case("2027-01-06", "resolved"), case("2027-01-07", "opened", "R2")), "open"),
        ((case("2027-01-06", "resolved"), claim("2027-01-25", "compromised")), "to_be_opened"),
    ],
)
def test_redress_stands_where_the_last_claim_and_its_case_leave_it(
    told: tuple[Telling, ...], stands: str | None
) -> None:
    answer = world(*told).ask(ON, REDRESS, "C1")
    assert answer.value == stands
    assert answer.clauses == ("7.302(d)(3)(iv)",)


def test_redress_names_the_case_or_what_is_claimed() -> None:
    opened = world(case("2027-01-06", "opened")).ask(ON, REDRESS, "C1")
    assert opened.because[0].text == "case R1 is open"
    claimed = world(claim("2027-01-05", "identity_theft")).ask(ON, REDRESS, "C1")
    assert claimed.because[0].text == "C1 claims identity_theft: a case is to be opened"
    assert claimed.facts == ("fact 1",)
