"""That assessments of an exempt provider go on is a reading of D2, and the answers show it."""

from collections.abc import Mapping

import pytest

from tests.assessment.told import (
    DUE,
    EXEMPT,
    READINESS,
    RECOMMENDATIONS,
    REQUEST_DUE,
    SHORTCOMINGS,
    named,
)
from tests.world import world

MADE = world(
    named(fix_by="2028-02-29"),
    ("2027-12-01", "shortcoming", {"id": "S2"}),
    ("2027-12-01", "request", {"id": "Q1", "kind": "audit", "answer_by": "2028-02-29"}),
    ("2027-12-01", "recommendation", {"id": "RC1", "kind": "remedy"}),
)
QUESTIONS: Mapping[tuple[str, str], str] = {
    (DUE, "S1"): "2028-02-29", (DUE, "S2"): "unknown", (REQUEST_DUE, "Q1"): "2028-02-29",
    (SHORTCOMINGS, ""): "", (RECOMMENDATIONS, ""): "", (READINESS, ""): "",
}  # fmt: skip


@pytest.mark.parametrize(("question", "of"), QUESTIONS)
def test_the_reading_shows_only_where_something_turns_on_it(question: str, of: str) -> None:
    plain = MADE.ask("2028-01-01", question, of)
    exempt = MADE.also(EXEMPT).ask("2028-01-01", question, of)
    assert plain.value == exempt.value
    assert not plain.readings
    assert [str(taken) for taken in exempt.readings] == ["D2: keep-assessments"]
    assert "7.306(b) s.2" in exempt.clauses
    assert QUESTIONS[question, of] in ("", str(exempt.value))


@pytest.mark.parametrize("question", [SHORTCOMINGS, RECOMMENDATIONS])
def test_where_nothing_goes_on_no_reading_is_taken(question: str) -> None:
    assert not world(EXEMPT).ask("2028-01-01", question).readings


def test_the_copy_of_an_exempt_resellers_program_is_asked_for_still() -> None:
    made = world(
        ("2026-01-05", "reseller", {"id": "R1", "state": "active"}),
        ("2026-01-05", "presence", {"person": "R1", "organised_in": "EG"}),
        ("2026-01-05", "exemption", {"id": "X2", "reseller": "R1", "state": "granted"}),
    )
    rows = made.ask("2028-01-01", READINESS).value
    assert isinstance(rows, tuple)
    assert ("reseller_cip_copy", "R1") in {(row["item"], row["of"]) for row in rows}
