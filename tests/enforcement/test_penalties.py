"""Civil penalties: the ceiling, and the days for petition and decision."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import UNKNOWN
from knowntenant.law.deadline import WithinDays
from knowntenant.law.law import Law
from knowntenant.law.pack import DatedValue, Pack
from tests.law.calendar import counted
from tests.law.toy import NPRM, both
from tests.world import world

CAP, PETITION, DECISION = (
    f"enforcement.{name}" for name in ("civil_cap", "petition_due", "decision_due")
)


@both
@given(cents=st.integers(0, 10**12))
def test_the_ceiling_is_the_sum_until_the_transaction_is_worth_more(pack: Pack, cents: int) -> None:
    worth, day = Fraction(cents, 100), date(2027, 6, 1)
    fixed, times = (
        Law(pack).number(f"civil_penalty_{name}", day) for name in ("cap", "transaction_multiple")
    )
    answer = world().inquiry(day, pack=pack).ask(CAP, transaction=worth)
    assert answer.value == (max(fixed, times * worth))
    assert world().inquiry(day, pack=pack).ask(CAP).value == fixed


def test_a_sum_of_an_earlier_year_is_flagged_until_the_pack_has_a_later_one() -> None:
    stale = "the sum is that of 2024; adjustments of later years are not in the pack"
    assert world().ask("2024-12-31", CAP).flags == ()
    assert world().ask("2025-01-01", CAP).flags == (stale,)
    assert world().ask("2020-01-01", CAP).flags == ()
    cap = NPRM.parameters["civil_penalty_cap"]
    dated = (*cap.values, DatedValue(date(2025, 1, 15), Fraction(400_000), "made up"))
    later = {**NPRM.parameters, cap.name: replace(cap, values=dated)}
    inquiry = world().inquiry("2025-06-01", pack=replace(NPRM, parameters=later))
    assert (inquiry.ask(CAP).value, inquiry.ask(CAP).flags) == (400_000, ())


@both
@pytest.mark.parametrize("day", ["2027-09-01", "2028-01-30", "2028-02-29"])
def test_petition_and_decision_are_counted_in_calendar_days(pack: Pack, day: str) -> None:
    inquiry = world(
        (day, "penalty_notice", {"id": "PN1"}),
        (day, "petition", {"id": "PE1", "notice": "PN1", "received_on": day}),
    ).inquiry("2029-01-01", pack=pack)
    begun = date.fromisoformat(day)
    for name, deadline, of in (
        (PETITION, "penalty_petition", "PN1"),
        (DECISION, "penalty_decision", "PE1"),
    ):
        count = Law(pack).deadline(deadline, WithinDays).count
        assert inquiry.ask(name, of).value == counted(begun, count)


def test_without_a_notice_or_a_day_of_receipt_nothing_is_counted() -> None:
    made = world(("2027-09-01", "petition", {"id": "PE1"}))
    found = [
        made.ask("2027-09-05", name, of).value
        for name, of in ((PETITION, "PN1"), (DECISION, "PE1"), (DECISION, "PE2"))
    ]
    assert found == [UNKNOWN] * 3
