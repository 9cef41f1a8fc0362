"""What a written program obliges to."""

from dataclasses import replace

import pytest

from knowntenant.facts.program import Program
from knowntenant.obligations.program import ASKS, OWED_ANYHOW, duties
from knowntenant.obligations.row import Obligation, ObligationKind, ObligationState
from knowntenant.program.drift import DriftKind
from tests.program.told import COMPLETE, changed, foreign, inquiry
from tests.world import Telling, World, world

VERSION: Telling = ("2027-02-15", "program_version", {"id": "V1"})
TRAINED: Telling = ("2027-03-01", "staff_training", {"id": "T1", "completed": "yes"})
VPS: Telling = ("2027-01-01", "product", {"id": "VPS", "kind": "vps"})
LIVED = world(VERSION, TRAINED, VPS)


def owed(
    program: Program = COMPLETE, made: World = LIVED, day: str = "2027-06-01"
) -> list[tuple[str, ...]]:
    rows = list(duties(inquiry(made, day, program)))
    assert all(row.of == "program" and row.clause for row in rows)
    return [(row.kind, str(row.due), row.state) for row in rows]


def test_a_complete_program_is_reviewed_and_its_staff_trained_in_time() -> None:
    assert owed() == [
        ("review_program", "2028-02-15", "open"),
        ("train_staff", "2028-02-29", "open"),
    ]


@pytest.mark.parametrize(
    ("day", "states"),
    [
        ("2028-02-15", ["open", "open"]),
        ("2028-02-16", ["late", "open"]),
        ("2028-03-01", ["late", "late"]),
    ],
)
def test_the_last_day_itself_is_in_time(day: str, states: list[str]) -> None:
    assert [state for _, _, state in owed(day=day)] == states


def test_gaps_are_to_be_written_and_what_is_overtaken_assessed_again() -> None:
    new: Telling = ("2027-05-01", "product", {"id": "GPU", "kind": "gpu_cloud"})
    found = owed(changed(contact_phone=""), LIVED.also(new))
    assert found[:2] == [("complete_program", "None", "open"), ("assess_risks", "None", "open")]


def test_what_is_done_otherwise_than_written_is_to_be_mended() -> None:
    passed: Telling = (
        "2027-03-10", "verification",
        {"id": "S1", "person": "C1", "method": "non_documentary", "result": "passed"},
    )  # fmt: skip
    found = owed(changed(non_documentary_methods=""), LIVED.also(passed))
    assert ("mend_drift", "None", "open") in found
    assert "mend_drift" not in {kind for kind, _, _ in owed(made=LIVED.also(passed))}


def test_drift_of_which_another_obligation_speaks_is_not_told_twice() -> None:
    over = inquiry(LIVED.also(*foreign(state="provisional")), "2027-06-01", COMPLETE)
    assert over.ask("program.drift").value
    assert "mend_drift" not in {row.kind for row in duties(over)}
    assert set(DriftKind) >= OWED_ANYHOW


def test_where_no_day_can_be_counted_from_nothing_is_due() -> None:
    assert owed(replace(COMPLETE, reviewed_on=None), world(VPS)) == []


@pytest.mark.parametrize("program", [Program(), Program(attempts=1)])
def test_settings_without_a_version_are_no_program_to_keep_up(program: Program) -> None:
    assert owed(program) == []


def test_only_what_is_named_is_asked() -> None:
    made = inquiry(LIVED, "2027-06-01", COMPLETE)
    asked = made.ask("obligations.all", "program").value
    assert isinstance(asked, tuple)
    assert len(asked) == 2
    assert len(ASKS) == 5
    kinds = {ObligationKind.REVIEW_PROGRAM, ObligationKind.TRAIN_STAFF}
    assert {row["kind"] for row in asked} == kinds
    assert isinstance(next(duties(made)), Obligation)
    assert ObligationState.OPEN in {row["state"] for row in asked}
