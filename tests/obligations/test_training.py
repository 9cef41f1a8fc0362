"""What training of large models obliges to, row by row, and what meets it (7.308)."""

import pytest

from tests.obligations.test_duties import ALL, rows
from tests.training.lived import BOUGHT, DAY, RESOLD, abroad, deal, knows, model, reseller
from tests.world import Telling, World, individual, world

SIGNED = {"certified_by": "P9", "certified": "yes"}
SIGNER = individual("P9", day="2026-01-05")


def report(day: str, id_: str = "P1", **keys: str) -> Telling:
    """Tell an initial report about T1, unless it is said what it is."""
    return day, "report", {"id": id_, "kind": "initial", "about": "T1", **keys}


def state(made: World, day: str, kind: str) -> object:
    """Give the state of the one row of a kind, or none."""
    return rows(made, day, ALL).get(kind, {}).get("state")


def test_a_covered_transaction_owes_a_report() -> None:
    found = rows(BOUGHT, DAY)
    assert set(found) == {"file_training_report"}
    row = found["file_training_report"]
    assert (str(row["due"]), row["of"], row["clause"]) == ("2027-05-16", "T1", "7.308(c)(1)")
    assert state(BOUGHT, "2027-05-17", "file_training_report") == "late"


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ((report("2027-05-10"),), "late"),
        ((report("2027-05-10", **SIGNED),), "met"),
        ((report("2027-05-10"), report("2027-05-20", **SIGNED)), "met_late"),
        ((report("2027-05-20", **SIGNED),), "met_late"),
        ((report("2027-05-10", kind="follow_up", **SIGNED),), "late"),
        ((report("2027-05-10", about="T2", **SIGNED),), "late"),
        ((report("2027-05-10", reseller="R1", **SIGNED),), "late"),
    ],
)
def test_only_a_certified_initial_report_of_its_own_meets_it(
    told: tuple[Telling, ...], stands: str
) -> None:
    made = BOUGHT.also(*SIGNER, *told)
    assert state(made, "2027-05-25", "file_training_report") == stands


def test_a_transaction_that_is_open_is_to_be_settled_and_one_not_covered_owes_nothing() -> None:
    made = world(model(), deal(by="somebody"))
    assert set(rows(made, DAY)) == {"settle_coverage"}
    small = world(abroad("B"), model(large="no"), deal())
    assert rows(small, DAY) == {}


def test_a_resellers_transaction_owes_its_report_and_passing_it_on() -> None:
    found = rows(RESOLD, DAY)
    assert {kind: str(row["due"]) for kind, row in found.items()} == {
        "obtain_reseller_report": "2027-05-16",
        "forward_reseller_report": "2027-05-31",
    }
    arrived = RESOLD.also(report("2027-05-14", learned="2027-05-17", reseller="R1"))
    assert state(arrived, "2027-05-17", "obtain_reseller_report") == "met_late"
    passed = arrived.also(*SIGNER, report("2027-05-30", "P2", **SIGNED))
    assert state(passed, "2027-05-31", "forward_reseller_report") == "met"


def request(**keys: str) -> Telling:
    """Tell a request for information."""
    return "2027-06-04", "request", {"id": "Q1", "kind": "information", **keys}


def test_a_request_owes_a_follow_up_report_that_is_certified_or_an_answer() -> None:
    kind = "file_follow_up_report"
    assert state(world(request()), "2027-06-20", kind) == "late"
    follow_up = report("2027-06-10", kind="follow_up", request="Q1", **SIGNED)
    assert state(world(request(), *SIGNER, follow_up), "2027-06-20", kind) == "met"
    other = report("2027-06-10", kind="follow_up", request="Q2", **SIGNED)
    assert state(world(request(), *SIGNER, other), "2027-06-20", kind) == "late"
    wrong_kind = report("2027-06-10", request="Q1", **SIGNED)
    assert state(world(request(), *SIGNER, wrong_kind), "2027-06-20", kind) == "late"
    assert state(world(request(answered_on="2027-06-19")), "2027-06-20", kind) == "met"


def test_a_request_for_something_else_or_not_through_the_form_owes_no_follow_up() -> None:
    assert "file_follow_up_report" not in rows(world(request(kind="audit")), "2027-06-04")
    literal = world(request(on_form="no")).inquiry("2027-06-04", readings={"D8": "literal"})
    assert literal.ask("obligations.open").value == ()


def test_a_report_known_to_be_wrong_owes_a_correction_that_leaves_no_gap() -> None:
    kind = "file_corrected_report"
    estimate = {"operations": "2e26"}
    made = world(abroad("B"), model(**estimate), deal(), *SIGNER).also(
        report("2027-05-10", **estimate, **SIGNED),
        ("2027-05-01", "model", {
            "id": "M1", "operations": "5e26", "learned": "2027-08-03", "corrects": "2027-05-01",
        }),
    )  # fmt: skip
    assert state(made, "2027-08-02", kind) is None
    assert state(made, "2027-08-19", kind) == "late"
    corrected = {"kind": "corrected", "corrected_report": "P1", **SIGNED}
    silent = made.also(report("2027-08-10", "P2", **corrected))
    assert state(silent, "2027-08-19", kind) == "late"
    right = made.also(report("2027-08-10", "P2", operations="5e26", **corrected))
    assert state(right, "2027-08-19", kind) == "met"
    other_kind = {**corrected, "kind": "follow_up"}
    entered = world(report("2027-05-10"), knows("2027-08-03", of="inaccurate_report", about="P1"))
    unmet = entered.also(*SIGNER, report("2027-08-10", "P2", **other_kind))
    assert state(unmet, "2027-08-19", kind) == "late"


def test_evidence_against_a_reseller_owes_a_question_and_further_evidence_a_suspension() -> None:
    further = ("2027-03-01", "training_finding", {"id": "F", "reseller": "R1", "further": "yes"})
    unbound = ("2027-03-01", "reporting_agreement", {"reseller": "R1", "reports_training": "no"})
    made = world(*reseller(), further, unbound)
    found = rows(made, "2027-03-01")
    wanted = {"ask_reseller", "bind_reseller_to_report", "suspend_reseller"}
    assert wanted <= set(found)
    assert {found[kind]["due"] for kind in wanted} == {None}
    stopped = made.also(("2027-03-02", "reseller", {"id": "R1", "state": "suspended"}))
    assert "suspend_reseller" not in rows(stopped, "2027-03-02")
    open_ = world(*reseller(), ("2027-03-01", "training_finding", {
        "id": "F", "reseller": "R1", "further": "unknown",
    }))  # fmt: skip
    assert "settle_suspension" in rows(open_, "2027-03-01")
    asked = made.also(("2027-03-02", "notice", {"to": "R1", "about": "alleged_violation"}))
    assert "ask_reseller" not in rows(asked, "2027-03-02")
