"""What happened against what the program says."""

import pytest

from knowntenant.facts.program import AfterFailure
from knowntenant.facts.types.persons import Tier
from knowntenant.law.answer import NO, UNKNOWN
from knowntenant.program.drift import DRIFT, DriftKind
from tests.law.toy import NPRM
from tests.program.told import COMPLETE, ask, ask_without, foreign, found, step
from tests.world import World, world

IN_EFFECT = ("2027-02-15", "program_version", {"id": "V1", "version": "1.0"})
LATER = ("2027-05-01", "program_version", {"id": "V2"})


def drift(made: World, day: str = "2027-04-01", **changes: object) -> list[tuple[str, ...]]:
    return found(ask(DRIFT, made, day, **changes), "what", "of")


def test_where_nothing_happened_nothing_drifted() -> None:
    answer = ask(DRIFT, world())
    assert (answer.value, answer.clauses) == ((), ("7.302(a)",))


def test_without_a_program_nothing_is_known() -> None:
    assert ask_without(DRIFT, world(*foreign())).value is UNKNOWN


def test_every_kind_has_a_clause() -> None:
    assert set(NPRM.parts[DRIFT]) == set(DriftKind)


@pytest.mark.parametrize(("day", "late"), [("2027-03-15", False), ("2027-03-16", True)])
def test_provisional_use_may_last_as_long_as_written(day: str, late: bool) -> None:  # noqa: FBT001 - one of the cases
    expected = [("provisional_too_long", "A1")] if late else []
    assert drift(world(*foreign(state="provisional")), day) == expected


def test_provisional_use_of_a_verified_customer_is_no_drift() -> None:
    made = world(*foreign(state="provisional"), step("2027-03-02", method="non_documentary"))
    assert drift(made) == []


@pytest.mark.parametrize(
    "changes", [{"provisional_use": NO}, {"no_provisional_tiers": (Tier.MEDIUM,)}]
)
def test_provisional_use_that_is_not_provided_for_is_drift(changes: dict[str, object]) -> None:
    made = world(*foreign(state="provisional"))
    expected = [("provisional_not_provided_for", "A1")]
    assert drift(made, "2027-03-02", **changes) == expected


def test_the_tier_of_the_customer_counts_before_the_default() -> None:
    made = world(*foreign(state="provisional", tier="high"))
    expected = [("provisional_not_provided_for", "A1")]
    assert drift(made, "2027-03-02", no_provisional_tiers=(Tier.HIGH,)) == expected


def test_an_account_without_a_customer_has_the_default_tier() -> None:
    made = world(("2027-03-01", "account", {"id": "A1", "state": "provisional"}))
    assert drift(made) == [("provisional_too_long", "A1")]


def test_accounts_that_are_closed_or_out_of_scope_cannot_drift() -> None:
    closed = world(
        *foreign(state="provisional"), ("2027-03-05", "account", {"id": "A1", "state": "closed"})
    )
    us = world(
        ("2027-03-01", "customer", {"id": "C1", "kind": "individual"}),
        ("2027-03-01", "presence", {"person": "C1", "citizen": "US", "basis": "document"}),
        ("2027-03-01", "account", {"id": "A1", "customer": "C1", "state": "provisional"}),
    )
    assert drift(closed) == []
    assert drift(us) == []


FAILED = step("2027-03-02", "failed", final="yes")


@pytest.mark.parametrize(
    ("measure", "state", "drifted"),
    [
        (AfterFailure.CLOSE, "opened", True),
        (AfterFailure.CLOSE, "restricted", True),
        (AfterFailure.CLOSE, "closed", False),
        (AfterFailure.RESTRICT, "opened", True),
        (AfterFailure.RESTRICT, "restricted", False),
        (AfterFailure.RESTRICT, "suspended", False),
    ],
)
def test_after_a_final_failure_the_account_is_what_the_program_says(
    measure: AfterFailure, state: str, drifted: bool  # noqa: FBT001 - one of the cases
) -> None:  # fmt: skip
    made = world(*foreign(), FAILED, ("2027-03-03", "account", {"id": "A1", "state": state}))
    expected = [("open_after_failure", "A1")] if drifted else []
    assert drift(made, "2027-03-03", after_failure=measure) == expected


def fails(*days: str) -> tuple[object, ...]:
    return tuple(step(f"2027-03-{day}", "failed", method="documentary") for day in days)


def test_steps_after_the_last_attempt_are_drift_and_a_pass_begins_anew() -> None:
    row = [step(f"2027-03-{day:02}", "failed") for day in (2, 3, 4, 5)]
    assert ("attempts_beyond_limit", "C1") in drift(world(*foreign(), *row))
    assert ("attempts_beyond_limit", "C1") not in drift(world(*foreign(), *row[:3]))
    passed = step("2027-03-04", "passed", method="non_documentary")
    doubtful = step("2027-03-04", "doubtful")
    assert drift(world(*foreign(), *row[:2], passed, row[3])) == []
    anyhow = drift(world(*foreign(), *row[:2], doubtful, *row[2:]), attempts=3)
    assert ("attempts_beyond_limit", "C1") in anyhow


def test_a_document_that_is_not_accepted_or_not_named_is_drift() -> None:
    card = ("2027-03-02", "evidence", {"id": "E1", "person": "C1", "kind": "Library Card"})
    paper = ("2027-03-02", "evidence", {"id": "E2", "person": "C1", "kind": "Residence-Permit"})
    by = {"method": "documentary"}
    made = world(
        *foreign(), card, paper,
        step("2027-03-02", evidence="E1", **by), step("2027-03-03", evidence="E2", **by),
        step("2027-03-04", id="S9", **by), step("2027-03-05", "failed", evidence="E1", **by),
        step("2027-03-06", **by),
    )  # fmt: skip
    assert drift(made) == [
        ("document_not_accepted", "E1"),
        ("document_not_accepted", "S9"),
        ("document_not_accepted", "C1"),
    ]
    assert drift(made, accepted_documents=()) == []


def test_a_method_that_is_not_described_is_drift() -> None:
    made = world(*foreign(), step("2027-03-02", method="non_documentary"))
    assert drift(made) == []
    assert drift(made, non_documentary_methods="") == [("method_not_described", "C1")]


def test_what_happened_before_the_version_in_effect_is_not_held_against_it() -> None:
    card = ("2027-03-02", "evidence", {"id": "E1", "person": "C1", "kind": "library card"})
    bad = step("2027-03-02", method="documentary", evidence="E1")
    rows = [step(f"2027-03-{day:02}", "failed") for day in (3, 4, 5, 6)]
    again = step("2027-03-07", method="non_documentary")
    made = world(*foreign(), card, bad, *rows, again, IN_EFFECT)
    assert {what for what, _ in drift(made)} == {"document_not_accepted", "attempts_beyond_limit"}
    assert drift(made.also(LATER), "2027-05-01") == []


def test_without_a_version_or_an_approval_everything_counts() -> None:
    made = world(*foreign(), step("2027-03-02", method="non_documentary"))
    assert drift(made, approved_on=None, non_documentary_methods="")


def test_customers_overdue_for_review_are_drift() -> None:
    made = world(*foreign(), step("2027-03-02", method="non_documentary"))
    assert drift(made, "2029-03-01") == []
    assert drift(made, "2029-03-02") == [("review_overdue", "C1")]
    assert COMPLETE.review_days_medium == 730
