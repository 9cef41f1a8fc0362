"""The four parts of the record of a foreign customer (7.302(e)(1))."""

from collections.abc import Mapping

import pytest

from knowntenant.law.answer import NO, YES
from tests.world import World, entity, individual, owns, world

GAPS, COMPLETE = "retention.record_gaps", "retention.record_complete"
ON = "2027-04-01"
DAY = "2027-03-01"
ASKED = world(
    (DAY, "customer", {"id": "C1", "kind": "individual", "name": "Nguyễn"}),
    (DAY, "presence", {"person": "C1", "citizen": "VN", "located": "VN"}),
    (DAY, "contact", {"person": "C1", "street_address": "1 phố Huế", "use_locations": "VN"}),
    (DAY, "contact", {"person": "C1", "email": "n@example.vn", "phone": "+84 24 5550 0147"}),
    (DAY, "account", {"id": "A1", "customer": "C1", "state": "requested"}),
    (DAY, "payment", {"account": "A1", "means": "card", "token": "tok_vn"}),
    (DAY, "access", {"account": "A1", "ip": "203.0.113.61", "action": "sign_up"}),
)


def verified(**keys: str) -> World:
    """Give the world in which one documentary step was taken, with these keys besides."""
    step = {"id": "V1", "person": "C1", "method": "documentary", "result": "passed"}
    return ASKED.also(("2027-03-03", "verification", {**step, **keys}))


def parts(made: World) -> object:
    """Give the parts of the record of A1 that are not complete."""
    return made.ask(ON, GAPS, "A1").value


def test_a_record_with_all_four_parts_is_complete() -> None:
    made = verified(description="passport seen by video")
    answer = made.ask(ON, GAPS, "A1")
    assert (answer.value, answer.because[0].text) == ((), "the record of A1 is complete")
    whole = made.ask(ON, COMPLETE, "A1")
    assert whole.value is YES
    assert {"7.302(e)(1)", "7.302(e)(1)(iv)"} <= set(whole.clauses)


def test_before_any_step_methods_and_results_are_missing() -> None:
    answer = ASKED.ask(ON, GAPS, "A1")
    assert answer.value == ("methods_and_results",)
    assert answer.because[0].clauses == ("7.302(e)(1)(iii)",)
    assert ASKED.ask(ON, COMPLETE, "A1").value is NO


def test_missing_identity_data_is_a_gap_and_says_which_data() -> None:
    made = World(tuple(t for t in verified(description="seen").told if t[1] != "contact"))
    answer = made.ask(ON, GAPS, "A1")
    assert answer.value == ("identifying_information",)
    assert answer.because[0].clauses == ("7.302(e)(1)(i)",)
    assert "7.302(d)(1)(iii)(E)" in answer.clauses


@pytest.mark.parametrize("lacking", ["method", "result"])
def test_a_step_without_method_or_result_is_no_description_of_it(lacking: str) -> None:
    step = {"id": "V1", "person": "C1", "method": "non_documentary", "result": "passed"}
    told = {key: value for key, value in step.items() if key != lacking}
    answer = ASKED.also(("2027-03-03", "verification", told)).ask(ON, GAPS, "A1")
    assert answer.value == ("methods_and_results",)
    assert answer.because[0].clauses == ("7.302(e)(1)(iii)",)
    assert answer.because[0].facts == ("fact 8",)


@pytest.mark.parametrize(
    ("document", "gap"),
    [
        ({}, ("document_copy_or_description",)),
        ({"copy": "vault 7"}, ()),
        ({"description": "Vietnamese passport"}, ()),
    ],
)
def test_a_document_relied_on_is_copied_or_described(
    document: Mapping[str, str], gap: tuple[str, ...]
) -> None:
    passport = ("2027-03-03", "evidence", {"id": "D1", "person": "C1", **document})
    assert parts(verified(evidence="D1").also(passport)) == gap


def test_a_document_that_is_not_on_file_is_neither_copied_nor_described() -> None:
    answer = verified(evidence="D9").ask(ON, GAPS, "A1")
    assert answer.value == ("document_copy_or_description",)
    assert answer.because[0].clauses == ("7.302(e)(1)(ii)",)


def test_a_step_without_documents_needs_no_copy() -> None:
    step = {"person": "C1", "method": "non_documentary", "result": "passed"}
    assert parts(ASKED.also(("2027-03-03", "verification", step))) == ()


def test_an_unresolved_discrepancy_is_a_gap_until_the_day_of_its_resolution() -> None:
    made = verified(description="seen", discrepancy="family name differs").also(
        ("2027-03-20", "verification", {"id": "V1", "resolution": "marriage certificate"})
    )
    answer = made.ask("2027-03-19", GAPS, "A1")
    assert answer.value == ("discrepancy_resolution",)
    assert answer.because[0].clauses == ("7.302(e)(1)(iv)",)
    assert made.ask("2027-03-20", GAPS, "A1").value == ()


def test_a_foreign_beneficial_owner_has_a_record_too() -> None:
    made = world(
        *entity("C1", "DE"),
        *individual("P1", "VN"),
        owns("P1", "C1", "100"),
        (DAY, "account", {"id": "A1", "customer": "C1", "state": "opened"}),
        (DAY, "verification", {"person": "C1", "method": "non_documentary", "result": "passed"}),
    )
    answer = made.ask(ON, GAPS, "A1")
    texts = [reason.text for reason in answer.because]
    assert "no method and result is recorded for P1" in texts
    assert "no method and result is recorded for C1" not in texts
    assert {str(taken) for taken in answer.readings} >= {"D16: multiply", "D17: dated-facts"}


def test_of_an_all_us_account_no_such_record_is_asked_for() -> None:
    made = world(
        (DAY, "customer", {"id": "C1", "kind": "individual"}),
        (DAY, "presence", {"person": "C1", "citizen": "US", "basis": "document"}),
        (DAY, "account", {"id": "A1", "customer": "C1", "state": "opened"}),
    )
    answer = made.ask(ON, GAPS, "A1")
    assert answer.value == ()
    assert answer.because[0].text == "no record of A1 is asked for: it is out of scope"
    assert made.ask(ON, COMPLETE, "A1").value is YES
