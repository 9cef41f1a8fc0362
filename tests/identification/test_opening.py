"""May an account be opened, and what stands in the way (7.302(d)(1)(iii), (d)(2), (d)(3)(i))."""

from collections.abc import Mapping

import pytest

from knowntenant.facts.reading import Given
from knowntenant.law.answer import NO, UNKNOWN, YES
from tests.identification.asked import DAY, OF_INDIVIDUAL, individual_with
from tests.world import Telling, World, entity, owns, world

MAY, WITHOUT = "identification.may_open", "identification.opened_without_leave"
ON = "2027-02-01"
PASSED: Telling = ("2027-01-10", "verification", {
    "person": "C1", "method": "documentary", "result": "passed",
})  # fmt: skip
FAILED: Telling = ("2027-01-09", "verification", {
    "person": "C9", "method": "documentary", "result": "failed", "final": "yes",
})  # fmt: skip
SAME_PHONE: Telling = (DAY, "contact", {"person": "C9", "phone": "+84912345678"})
COMPLETE = individual_with(OF_INDIVIDUAL)
ALLOWED: Mapping[str, Given] = {"provisional_use": "yes", "provisional_permissions": ["read_only"]}


def state(value: str, day: str = "2027-01-15", **keys: str) -> Telling:
    return day, "account", {"id": "A1", "state": value, **keys}


def texts(made: World, question: str = MAY) -> str:
    return made.ask(ON, question, "A1").because[0].text


def test_a_foreign_customer_with_all_data_and_a_verified_identity_may_be_opened() -> None:
    answer = COMPLETE.also(PASSED).ask(ON, MAY, "A1")
    assert answer.value is YES
    assert {"7.302(d)(1)(iii)", "7.302(d)(2)", "7.302(d)(3)(i)"} <= set(answer.clauses)
    assert str(answer.readings[0]) == "D20: collect-first"


def test_a_customer_without_phone_may_not_be_opened_and_the_clause_is_cited() -> None:
    made = individual_with({*OF_INDIVIDUAL} - {"phone"}).also(PASSED)
    answer = made.ask(ON, MAY, "A1")
    assert answer.value is NO
    assert "7.302(d)(1)(iii)(E)" in answer.clauses
    assert answer.because[0].text == "A1 may not be opened: data is missing"


def test_a_customer_whose_identity_is_not_verified_may_not_be_opened() -> None:
    assert COMPLETE.ask(ON, MAY, "A1").value is NO
    assert texts(COMPLETE) == "A1 may not be opened: identity is not verified"


def test_who_returns_under_the_phone_of_somebody_who_failed_may_not_be_opened() -> None:
    made = COMPLETE.also(PASSED, SAME_PHONE, FAILED)
    assert made.ask("2027-01-08", MAY, "A1").value is NO  # not verified yet
    assert made.ask(ON, MAY, "A1").value is NO
    text = "A1 may not be opened: it repeats a registration that finally failed"
    assert texts(made) == text


def test_an_entity_whose_owners_are_not_settled_may_not_be_opened() -> None:
    made = world(*entity("C1", "VN"), (DAY, "account", {"id": "A1", "customer": "C1"}), PASSED)
    assert made.ask(ON, MAY, "A1").value is NO
    assert "it is not settled who the beneficial owners are" in texts(made)


def test_before_it_is_known_whether_an_account_is_in_scope_it_may_not_be_opened() -> None:
    made = world((DAY, "account", {"id": "A1", "customer": "C1"}))
    answer = made.ask(ON, MAY, "A1")
    assert answer.value is NO
    assert answer.flags[0] == "determination outstanding"


def test_who_returns_after_failing_is_refused_even_while_the_scope_is_open() -> None:
    phone: Telling = (DAY, "contact", {"person": "C1", "phone": "+84912345678"})
    made = world((DAY, "account", {"id": "A1", "customer": "C1"}), phone, SAME_PHONE, FAILED)
    assert made.ask(ON, MAY, "A1").value is NO
    assert "it repeats a registration that finally failed" in texts(made)


@pytest.mark.parametrize(("basis", "value"), [("document", YES), ("stated", NO)])
def test_an_all_us_account_may_be_opened_once_that_is_shown(basis: str, value: object) -> None:
    made = world(
        (DAY, "customer", {"id": "C1", "kind": "individual"}),
        (DAY, "presence", {"person": "C1", "citizen": "US", "basis": basis}),
        (DAY, "account", {"id": "A1", "customer": "C1"}),
    )
    answer = made.ask(ON, MAY, "A1")
    assert answer.value is value
    shown = "A1 is out of scope, and that is shown"
    claimed = "A1 counts as all US, but due diligence is outstanding"
    assert answer.because[0].text == (shown if value is YES else claimed)


def test_an_account_for_something_that_is_no_iaas_product_may_be_opened() -> None:
    made = world(
        (DAY, "product", {"id": "X1", "kind": "domain_registration"}),
        (DAY, "account", {"id": "A1", "customer": "C1", "product": "X1"}),
    )
    answer = made.ask(ON, MAY, "A1")
    assert answer.value is YES
    assert answer.because[0].text == "A1 holds no product within the subpart"


# --- Open accounts that may not be


def test_an_open_account_of_somebody_unverified_stands_open_without_leave() -> None:
    answer = COMPLETE.also(state("opened")).ask(ON, WITHOUT, "A1")
    assert answer.value is YES
    assert answer.because[0].text == "A1 is opened"
    assert COMPLETE.ask(ON, WITHOUT, "A1").value is NO
    assert texts(COMPLETE, WITHOUT) == "A1 is not open"
    assert world().ask(ON, WITHOUT, "A1").value is NO


def test_an_open_account_that_may_be_open_is_fine_and_an_unknown_one_is_unknown() -> None:
    assert COMPLETE.also(PASSED, state("opened")).ask(ON, WITHOUT, "A1").value is NO
    unknown = world(state("opened"), (DAY, "account", {"id": "A1", "customer": "C1"}))
    assert unknown.ask(ON, WITHOUT, "A1").value is UNKNOWN


def test_provisional_use_that_the_program_describes_covers_an_open_account() -> None:
    made = COMPLETE.also(state("provisional", deprovision_on="2027-02-10"))
    assert made.ask(ON, WITHOUT, "A1").value is YES
    covered = made.inquiry(ON, program=ALLOWED).ask(WITHOUT, "A1")
    assert covered.value is NO
    assert covered.because[0].text == "A1 is provisional, covered by provisional use"


def test_d20_literal_lets_nobody_use_an_account_before_verification() -> None:
    made = COMPLETE.also(state("provisional", deprovision_on="2027-02-10"))
    literal = made.inquiry(ON, program=ALLOWED, readings={"D20": "literal"})
    assert literal.ask(WITHOUT, "A1").value is YES
    assert "D20: literal" in [str(taken) for taken in literal.ask(WITHOUT, "A1").readings]


def test_an_account_that_entered_scope_later_was_opened_with_leave() -> None:
    made = world(
        *entity("C1"),
        *entity("E1", "KY"),
        owns("P1", "C1", "100"),
        ("2025-01-01", "person", {"id": "P1", "kind": "individual"}),
        ("2025-01-01", "presence", {"person": "P1", "citizen": "US", "basis": "document"}),
        ("2026-01-01", "account", {"id": "A1", "customer": "C1", "state": "opened"}),
        ("2027-01-20", "presence", {"person": "P1", "citizen": "VN"}),
    )
    answer = made.ask(ON, WITHOUT, "A1")
    assert answer.value is NO
    assert answer.flags[0] == "entered scope after opening: data and verification are due"
    assert str(answer.readings[0]) == "D32: enters-on-change"
