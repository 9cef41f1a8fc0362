"""The next route, and what follows a final failure (7.302(d)(2)(i)-(iii), (d)(3)(iii))."""

import pytest

from tests.verification.stepped import company, individual, step
from tests.world import Telling

NEXT, AFTER = "verification.next_step", "verification.after_failure"
ON = "2027-02-01"
BY_PAPER = step("2027-01-01", "failed")
OTHERWISE = step("2027-01-02", "failed", method="non_documentary")
DOUBT = step("2027-01-02", "doubtful", method="non_documentary")
OVER = step("2027-01-03", "failed", final="yes")
MISMATCH = step("2027-01-02", "passed", method="non_documentary", discrepancy="two names")


@pytest.mark.parametrize(
    ("steps", "of_individual", "of_company"),
    [
        ((), "documentary", "documentary"),
        ((BY_PAPER,), "non_documentary", "non_documentary"),
        ((OTHERWISE,), "documentary", "documentary"),
        ((BY_PAPER, OTHERWISE), "documentary", "signatory_information"),
        ((DOUBT,), "documentary", "signatory_information"),
        ((BY_PAPER, DOUBT), "resolve_discrepancy", "signatory_information"),
        ((BY_PAPER, MISMATCH), "resolve_discrepancy", "signatory_information"),
        ((BY_PAPER, OVER), "close_or_restrict", "close_or_restrict"),
    ],
)
def test_the_next_step_follows_from_what_was_tried(
    steps: tuple[Telling, ...], of_individual: str, of_company: str
) -> None:
    assert individual(*steps).ask(ON, NEXT, "A1").value == of_individual
    assert company(*steps).ask(ON, NEXT, "A1").value == of_company


def test_the_next_step_cites_its_own_clause() -> None:
    for steps, clause in (
        ((), "7.302(d)(2)(i)"),
        ((BY_PAPER,), "7.302(d)(2)(ii)"),
        ((DOUBT,), "7.302(d)(2)(iii)"),
    ):
        assert company(*steps).ask(ON, NEXT, "A1").clauses == (clause,)
    doubt = company(DOUBT).ask(ON, NEXT, "A1")
    assert doubt.because[0].text == "C1 is doubtful: signatory information comes next"


def test_after_the_customer_comes_the_owner_who_is_not_verified_and_then_nothing() -> None:
    customer = step("2027-01-01", "passed")
    owner = step("2027-01-01", "passed", person="P1")
    assert company(customer).ask(ON, NEXT, "A1").because[0].text.startswith("P1 is not started")
    answer = company(customer, owner).ask(ON, NEXT, "A1")
    assert answer.value is None
    assert answer.because[0].text == "everybody concerned with A1 is verified"


def test_after_a_final_failure_the_account_is_closed_or_restricted_as_the_program_says() -> None:
    made = individual(OVER)
    answer = made.ask(ON, AFTER, "A1")
    assert answer.value == "close"
    assert "7.302(d)(3)(iii)" in answer.clauses
    restrict = made.inquiry(ON, program={"after_failure": "restrict"})
    assert restrict.ask(AFTER, "A1").value == "restrict"
    assert individual(BY_PAPER).ask(ON, AFTER, "A1").value is None
