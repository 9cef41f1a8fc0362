"""What an audit finds at hand, what is recommended, what our record shows (7.305(d)-(f))."""

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES
from tests.assessment.told import EXEMPT, FACTORS, LIFTED, READINESS, RECOMMENDATIONS, rows
from tests.world import START, Telling, World, entity, world

ON = "2027-03-05"
RESELLER: tuple[Telling, ...] = (
    (START, "reseller", {"id": "R1", "state": "active"}),
    (START, "presence", {"person": "R1", "organised_in": "VN"}),
)


def held(made: World, item: str) -> object:
    """Say whether an item is at hand."""
    return rows(made, ON, READINESS, "item")[item]["held"]


def test_a_program_is_at_hand_once_a_version_is_approved() -> None:
    assert held(world(), "written_program") is NO
    told = world((START, "program_version", {"id": "V1"}))
    assert held(told, "written_program") is UNKNOWN
    approved = told.also((START, "program_version", {"id": "V2", "approved_by": "the board"}))
    assert held(approved, "written_program") is YES
    later: Telling = ("2026-01-01", "program_version", {"id": "V10"})
    assert held(approved.also(later), "written_program") is UNKNOWN


def test_a_review_is_at_hand_or_not() -> None:
    assert held(world(), "program_review") is NO
    assert held(world((START, "program_review", {"id": "REV"})), "program_review") is YES


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, UNKNOWN),
        ({"copy_held": "yes"}, YES),
        ({"copy_held": "no"}, NO),
        ({"copy_held": "yes", "kept": "no"}, NO),
        ({"kept": "yes"}, UNKNOWN),
    ],
)
def test_the_copy_of_a_resellers_program_is_at_hand_missing_or_not_known(
    told: dict[str, str], expected: object
) -> None:
    assert held(world(*RESELLER), "reseller_cip_copy") is UNKNOWN
    made = world(*RESELLER, (START, "reseller_cip", {"reseller": "R1", **told}))
    assert held(made, "reseller_cip_copy") is expected


def test_no_copy_is_asked_for_of_a_us_reseller() -> None:
    us: Telling = (START, "presence", {"person": "R1", "organised_in": "US-TX"})
    assert "reseller_cip_copy" not in rows(world(RESELLER[0], us), ON, READINESS, "item")
    assert "reseller_cip_copy" in rows(world(RESELLER[0]), ON, READINESS, "item")


# --- Recommendations


def recommended(**keys: str) -> Telling:
    """Tell a measure that the Department recommended."""
    return START, "recommendation", {"id": "REC", **keys}


@pytest.mark.parametrize(
    ("keys", "kind", "clause"),
    [
        ({}, "remedy", "7.305(f)(1)(i)"),
        ({"order": "O1"}, "special_measure", "7.305(f)(1)(ii)"),
        ({"kind": "special_measure"}, "special_measure", "7.305(f)(1)(ii)"),
        ({"kind": "remedy", "order": "O1"}, "remedy", "7.305(f)(1)(i)"),
    ],
)
def test_a_recommended_measure_is_open_under_its_own_clause(
    keys: dict[str, str], kind: str, clause: str
) -> None:
    row = rows(world(recommended(**keys)), ON, RECOMMENDATIONS, "recommendation")["REC"]
    assert (str(row["kind"]), row["clause"]) == (kind, clause)


def test_it_is_open_until_the_day_on_which_it_is_carried_out() -> None:
    made = world(recommended(implemented_on=ON))
    assert set(rows(made, "2027-03-04", RECOMMENDATIONS, "recommendation")) == {"REC"}
    assert rows(made, ON, RECOMMENDATIONS, "recommendation") == {}
    assert made.ask(ON, RECOMMENDATIONS).flags == ()


def test_an_exemption_lifts_audits_on_the_wider_reading_only() -> None:
    made = world(recommended(), EXEMPT)
    for question, by in ((READINESS, "item"), (RECOMMENDATIONS, "recommendation")):
        assert rows(made, ON, question, by) != {}
        assert rows(made, ON, question, by, LIFTED) == {}


# --- Our own look at the factors of risk


def present(made: World, factor: str) -> tuple[object, object]:
    """Say whether our record shows a factor, and why."""
    row = rows(made, ON, FACTORS, "factor")[factor]
    return row["present"], row["why"]


def test_silence_on_misuse_and_training_is_unknown_and_our_own_papers_are_not() -> None:
    answer = world().ask(ON, FACTORS)
    found = {factor: row["present"] for factor, row in rows(world(), ON, FACTORS, "factor").items()}
    assert found == {
        "malicious_use": UNKNOWN,
        "model_training": UNKNOWN,
        "certification_missing": YES,
        "measures_not_taken": NO,
    }
    assert "our own aid: the Department weighs risk at its sole discretion" in answer.flags


@pytest.mark.parametrize(
    "told",
    [
        (START, "finding", {"id": "F1", "kind": "malicious_use"}),
        (START, "report", {"id": "REP", "kind": "malicious_activity"}),
    ],
    ids=["finding", "report"],
)
def test_malicious_use_is_shown_by_a_finding_or_a_report(told: Telling) -> None:
    assert present(world(told), "malicious_use")[0] is YES
    other: Telling = (START, "finding", {"id": "F2", "kind": "no_cip"})
    assert present(world(other), "malicious_use")[0] is UNKNOWN


def test_training_is_shown_by_a_note_about_anybody_not_known_to_be_a_us_person() -> None:
    account: Telling = (START, "account", {"id": "A1", "customer": "C1"})
    note: Telling = (START, "training_note", {"id": "T1", "account": "A1"})
    assert present(world(note), "model_training")[0] is YES
    assert present(world(note, account, *entity("C1", "CN")), "model_training")[0] is YES
    assert present(world(note, account, *entity("C1", "US-DE")), "model_training")[0] is UNKNOWN
    known: Telling = (START, "knowledge", {"of": "covered_transaction"})
    assert present(world(known), "model_training")[0] is YES


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-04", (YES, "the yearly one is late")),
        ("2026-03-05", (NO, "filed in time")),
    ],
)
def test_a_certification_is_missing_from_the_day_after_its_window(
    day: str, expected: object
) -> None:
    made = world((day, "certification", {"id": "CERT", "kind": "initial"}))
    assert present(made, "certification_missing") == expected


def test_an_exempt_provider_misses_no_certification() -> None:
    why = present(world(EXEMPT), "certification_missing")
    assert why == (NO, "an exemption silences certifications")


def test_an_open_recommendation_is_a_factor() -> None:
    assert present(world(recommended()), "measures_not_taken")[0] is YES
