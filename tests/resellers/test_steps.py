"""What evidence against a reseller calls for (7.303(e), second sentence)."""

from tests.resellers.told import STEPS, ended, finding, remedied, reseller
from tests.world import Telling, World

CLOSE, REPORT = "steps_to_close", "report_malicious_activity"


def took(day: str, *steps: str) -> Telling:
    """Tell the steps that the provider took."""
    return day, "reseller", {"id": "R1", "steps_taken": list(steps)}


def wanted(made: World, day: str) -> object:
    """Give the steps still to be taken."""
    return made.ask(day, STEPS, "R1").value


def test_evidence_calls_for_steps_from_the_day_of_its_receipt() -> None:
    made = reseller().also(finding("2027-02-01", learned="2027-02-05"))
    assert wanted(made, "2027-02-04") == ()
    answer = made.ask("2027-02-05", STEPS, "R1")
    assert answer.value == (CLOSE,)
    assert answer.clauses == ("7.303(e) s.2",)
    assert [str(taken) for taken in answer.readings] == ["D33: cure-ends-first-limb"]
    assert answer.flags == ("no deadline in the text: upon receipt of evidence",)
    assert answer.because[0].text == "evidence against R1 was received on 2027-02-05"


def test_malicious_use_is_reported_too_and_each_step_ends_when_it_is_logged() -> None:
    made = reseller().also(
        finding("2027-02-01", kind="malicious_use"), took("2027-02-02", "Steps to close")
    )
    assert wanted(made, "2027-02-01") == (CLOSE, REPORT)
    assert wanted(made, "2027-02-02") == (REPORT,)
    assert wanted(made.also(took("2027-02-03", CLOSE, REPORT)), "2027-02-03") == ()


def test_remediation_ends_the_steps_to_close_but_does_not_undo_the_misuse() -> None:
    made = reseller().also(
        finding("2027-02-01", kind="malicious_use"),
        remedied("2027-02-10", "partial", finding="F1"),
        remedied("2027-02-20", finding="F1"),
    )
    assert wanted(made, "2027-02-10") == (CLOSE, REPORT)
    assert wanted(made, "2027-02-20") == (REPORT,)


def test_what_answered_older_evidence_does_not_answer_new_evidence() -> None:
    made = reseller().also(
        finding("2027-02-01"),
        took("2027-02-02", CLOSE),
        remedied("2027-02-10"),
        finding("2028-02-29", "F2", kind="malicious_use"),
    )
    assert wanted(made, "2027-02-10") == ()
    assert wanted(made, "2028-02-29") == (CLOSE, REPORT)


def test_after_the_end_nothing_is_left_to_close_but_misuse_is_still_reported() -> None:
    made = reseller().also(finding("2027-02-01", kind="malicious_use"), ended("2027-02-15"))
    assert wanted(made, "2027-02-15") == (REPORT,)
    quiet = reseller().also(finding("2027-02-01"), ended("2027-02-15"))
    assert wanted(quiet, "2027-02-15") == ()


def test_against_a_us_reseller_the_clause_calls_for_nothing() -> None:
    made = reseller("US-TX").also(finding("2027-02-01", kind="malicious_use"))
    answer = made.ask("2027-02-01", STEPS, "R1")
    assert answer.value == ()
    assert answer.because[0].text == "no evidence against R1 calls for a step"


def test_evidence_against_one_of_whom_no_relationship_is_told_still_calls_for_steps() -> None:
    made = World((finding("2027-02-01"),))
    assert wanted(made, "2027-02-01") == (CLOSE,)


def test_steps_logged_on_the_day_of_the_evidence_answer_it() -> None:
    made = reseller().also(finding("2027-02-01"), took("2027-02-01", CLOSE))
    assert wanted(made, "2027-02-01") == ()


def test_new_misuse_is_reported_anew_while_closing_once_begun_goes_on() -> None:
    made = reseller().also(
        finding("2027-02-01", kind="malicious_use"),
        took("2027-02-02", CLOSE, REPORT),
        finding("2027-02-10", "F2", kind="malicious_use"),
    )
    assert wanted(made, "2027-02-10") == (REPORT,)


def test_a_filed_report_of_malicious_activity_ends_the_step_to_report() -> None:
    made = reseller().also(finding("2027-02-01", kind="malicious_use"))
    filed = ("2027-02-03", "report", {"id": "P1", "about": "R1", "kind": "malicious activity"})
    other = ("2027-02-03", "report", {"id": "P2", "about": "R9", "kind": "malicious activity"})
    assert wanted(made.also(other), "2027-02-03") == (CLOSE, REPORT)
    assert wanted(made.also(filed), "2027-02-03") == (CLOSE,)
