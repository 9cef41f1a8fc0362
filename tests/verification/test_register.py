"""The register of unverified accounts (7.304(a)(2)(ix)), and who may not register again."""

from datetime import date

import pytest

from knowntenant.law.answer import NO, YES
from tests.verification.stepped import company, individual, step
from tests.world import START, Telling, world

REGISTER, BLOCKED = "verification.unverified_register", "verification.reregistration_blocked"
ON = "2027-02-01"


def test_an_open_account_of_a_foreigner_who_is_not_verified_is_in_the_register() -> None:
    made = individual(
        ("2027-01-05", "account", {"id": "A1", "product": "X1", "deprovision_on": "2027-02-05"})
    )
    answer = made.ask(ON, REGISTER)
    assert answer.value == (
        {
            "account": "A1",
            "customer": "C1",
            "outcome": "not_started",
            "provisioned_on": date(2027, 1, 1),
            "actions": "next: documentary",
            "other": "product X1, state opened",
            "deprovision_on": date(2027, 2, 5),
            "reregistration_steps": (
                "sign-up is refused to the e-mail, telephone, payment token and wallet of a failed"
                " customer"
            ),
            "missing": (),
        },
    )
    assert answer.because[0].text == "A1 is open and its customer is not_started"
    assert answer.because[0].facts == ("fact 3", "fact 4")
    assert any(clause.startswith("7.304(a)(2)(ix)") for clause in answer.clauses)


def test_without_a_day_on_which_it_ends_the_row_cannot_be_finished() -> None:
    rows = individual().ask(ON, REGISTER).value
    assert isinstance(rows, tuple)
    assert rows[0]["missing"] == ("deprovision_on",)
    assert rows[0]["other"] == "product not stated, state opened"


@pytest.mark.parametrize(
    "told",
    [
        ("2027-01-10", "account", {"id": "A1", "state": "closed"}),
        ("2027-01-10", "presence", {"person": "C1", "citizen": "US"}),
        step("2027-01-10", "passed"),
    ],
)
def test_closed_us_and_verified_accounts_are_not_in_the_register(told: Telling) -> None:
    answer = individual(told).ask(ON, REGISTER)
    assert answer.value == ()
    assert answer.because[0].text == "every open account in scope is verified"
    before = individual(told).ask("2027-01-09", REGISTER).value
    assert isinstance(before, tuple)
    assert len(before) == 1


def test_the_register_is_of_foreign_customers_not_of_us_customers_with_foreign_owners() -> None:
    made = company(("2027-01-10", "presence", {"person": "C1", "organised_in": "US-DE"}))
    assert made.ask(ON, "scope.account_in_scope", "A1").value is YES
    assert made.ask(ON, REGISTER).value == ()
    before = made.ask("2027-01-09", REGISTER).value
    assert isinstance(before, tuple)
    assert [row["account"] for row in before] == ["A1"]


# --- Registering again

LOST: tuple[Telling, ...] = (
    (START, "contact", {"person": "C9", "email": "Mohammed@Example.com", "phone": "+20 100"}),
    (START, "account", {"id": "A9", "customer": "C9"}),
    (START, "payment", {"account": "A9", "token": "tok_9"}),
    (START, "payment", {"customer": "C9", "wallet": "bc1q"}),
    ("2027-01-10", "verification", {"person": "C9", "result": "failed", "final": "yes"}),
)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (("2027-01-15", "contact", {"person": "C1", "email": "mohammed@example.com"}), "e-mail"),
        (("2027-01-15", "contact", {"person": "C1", "phone": "+20100"}), "telephone"),
        (("2027-01-15", "payment", {"customer": "C1", "token": "tok_9"}), "payment token"),
        (("2027-01-15", "payment", {"account": "A1", "wallet": "bc1q"}), "wallet address"),
    ],
)
def test_whoever_returns_under_an_identifier_of_one_who_failed_is_blocked(
    told: Telling, why: str
) -> None:
    account: Telling = ("2027-01-15", "account", {"id": "A1", "customer": "C1"})
    made = world(*LOST, account, told)
    answer = made.ask(ON, BLOCKED, "C1")
    assert answer.value is YES
    assert why in answer.because[0].text
    assert answer.because[0].text.endswith("as C9, whose verification finally failed")
    assert answer.facts == ("fact 5",)
    assert "7.304(a)(2)(ix)(E)" in answer.clauses
    assert "tok_9" not in answer.because[0].text
    redeemed = made.also(("2027-01-20", "verification", {"person": "C9", "result": "passed"}))
    assert redeemed.ask(ON, BLOCKED, "C1").value is NO


def test_who_failed_is_not_blocked_by_its_own_identifiers_nor_a_stranger_by_them() -> None:
    other: Telling = ("2027-01-15", "contact", {"person": "C1", "email": "sukarno@example.com"})
    made = world(*LOST, other)
    assert made.ask(ON, BLOCKED, "C9").value is NO
    answer = made.ask(ON, BLOCKED, "C1")
    assert answer.value is NO
    assert answer.because[0].text == "C1 shares no identifier with a customer who finally failed"


def test_sharing_with_somebody_whose_failure_is_not_final_blocks_nobody() -> None:
    once: Telling = ("2027-01-10", "verification", {"person": "C9", "result": "failed"})
    made = world(*LOST[:-1], once, ("2027-01-15", "payment", {"customer": "C1", "token": "tok_9"}))
    assert made.ask(ON, BLOCKED, "C1").value is NO


def test_the_block_begins_with_the_final_failure() -> None:
    made = world(*LOST, (START, "payment", {"customer": "C1", "token": "tok_9"}))
    assert made.ask("2027-01-09", BLOCKED, "C1").value is NO
    assert made.ask("2027-01-10", BLOCKED, "C1").value is YES


def test_a_failed_person_without_a_name_in_the_step_is_nobody() -> None:
    made = world(("2027-01-10", "verification", {"result": "failed", "final": "yes"}))
    assert made.ask(ON, BLOCKED, "C1").value is NO
