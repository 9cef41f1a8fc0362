"""What is due, row by row: from which trigger, by which clause and day, and met by what."""

from collections.abc import Mapping
from datetime import date

import pytest

from knowntenant.facts.reading import Given
from knowntenant.law.deadline import WithinDays
from knowntenant.law.law import Law
from knowntenant.obligations.duties import all_obligations, open_obligations
from tests.identification.asked import OF_INDIVIDUAL, individual_with
from tests.law.toy import NPRM, TOY
from tests.verification.stepped import individual, step
from tests.world import NOTHING, START, Telling, World, entity, owns, world
from tests.world import individual as person

OPEN, ALL = "obligations.open", "obligations.all"
ON = "2027-02-01"
RESTRICT: Mapping[str, Given] = {"after_failure": "restrict"}
Row = dict[str, object]


def rows(made: World, day: str = ON, question: str = OPEN) -> dict[str, Row]:
    """Give the obligations of a day by kind."""
    return by_kind(made.ask(day, question).value)


def by_kind(value: object) -> dict[str, Row]:
    """Give rows by their kind, each of which is there once."""
    assert isinstance(value, tuple)
    found = {str(row["kind"]): row for row in value}
    assert len(found) == len(value)
    return found


def test_nothing_told_is_nothing_due() -> None:
    assert world().ask(ON, OPEN).value == ()


# --- Requests of the Department

REQUEST: Telling = ("2027-12-15", "request", {"id": "Q1", "kind": "reseller_cip", "reseller": "R1"})


def test_a_copy_of_a_cip_is_due_in_ten_days_and_late_on_the_next() -> None:
    due = rows(world(REQUEST), "2027-12-25")["hand_over_cip"]
    assert due == {
        "kind": "hand_over_cip",
        "of": "Q1",
        "clause": "7.303(d)",
        "due": date(2027, 12, 25),
        "target": date(2027, 12, 22),
        "state": "open",
        "satisfied_by": "the transmittal",
    }
    assert rows(world(REQUEST), "2027-12-26")["hand_over_cip"]["state"] == "late"
    toy = world(REQUEST).inquiry("2027-12-25", pack=TOY).ask(OPEN).value
    days = [Law(pack).deadline("reseller_cip_copy", WithinDays).count for pack in (NPRM, TOY)]
    gone = date(2027, 12, 15).toordinal()
    assert [due["due"], by_kind(toy)["hand_over_cip"]["due"]] == [
        date.fromordinal(gone + count) for count in days
    ]


@pytest.mark.parametrize(("answered", "state"), [("2027-12-25", "met"), ("2027-12-26", "met_late")])
def test_a_request_that_was_answered_is_met_or_met_late_and_no_longer_open(
    answered: str, state: str
) -> None:
    made = world(REQUEST, (answered, "request", {"id": "Q1", "answered_on": answered}))
    assert rows(made, "2027-12-31", ALL)["hand_over_cip"]["state"] == state
    assert rows(made, "2027-12-31") == {}


def test_an_answer_that_lies_ahead_meets_nothing_yet() -> None:
    made = world(REQUEST, ("2027-12-15", "request", {"id": "Q1", "answered_on": "2027-12-20"}))
    assert rows(made, "2027-12-19")["hand_over_cip"]["state"] == "open"


def test_a_request_for_something_else_owes_no_copy() -> None:
    made = world(("2027-01-01", "request", {"id": "Q2", "kind": "audit"}))
    assert set(rows(made)) == {"answer_audit"}


# --- Resellers

RESELLER: tuple[Telling, ...] = (
    (START, "reseller", {"id": "R1", "state": "active"}),
    (START, "presence", {"person": "R1", "organised_in": "VN"}),
)
MISUSE: Telling = ("2027-01-05", "finding", {
    "id": "F1", "reseller": "R1", "kind": "malicious_use", "increases_risk": "yes",
})  # fmt: skip


def test_evidence_of_misuse_owes_steps_a_report_and_an_end() -> None:
    found = rows(world(*RESELLER, MISUSE))
    assert set(found) == {
        "take_steps_to_close",
        "report_malicious_activity",
        "terminate_reseller",
    }
    assert found["take_steps_to_close"]["clause"] == "7.303(e) s.2"
    assert found["take_steps_to_close"]["due"] is None
    assert found["report_malicious_activity"]["of"] == "R1"
    assert found["terminate_reseller"]["clause"] == "7.303(e) s.3"
    assert found["terminate_reseller"]["due"] == date(2027, 2, 4)


@pytest.mark.parametrize(
    ("ended", "state"), [("2027-02-04", "met"), ("2027-02-05", "met_late"), ("", "late")]
)
def test_a_termination_is_met_by_the_day_it_is_due(ended: str, state: str) -> None:
    end = ((ended, "reseller", {"id": "R1", "state": "terminated"}),) if ended else ()
    made = world(*RESELLER, MISUSE, *end)
    assert rows(made, "2027-02-06", ALL)["terminate_reseller"]["state"] == state


def test_a_reseller_in_good_standing_owes_nothing() -> None:
    assert rows(world(*RESELLER)) == {}


# --- Customers and accounts


def test_an_open_account_of_a_foreigner_owes_data_verification_and_a_review() -> None:
    made = individual(("2027-01-05", "account", {"id": "A1", "deprovision_on": "2027-01-31"}))
    found = rows(made)
    assert set(found) == {
        "collect_data",
        "verify_identity",
        "deprovision_account",
        "reverify_customer",
    }
    assert found["collect_data"]["of"] == "A1"
    assert found["collect_data"]["due"] is None
    assert found["deprovision_account"]["state"] == "late"
    assert found["reverify_customer"]["of"] == "C1"
    assert str(found["verify_identity"]["clause"]).startswith("7.302(d)")


def test_the_open_ones_come_in_the_order_of_their_days_and_those_without_a_day_last() -> None:
    made = individual(("2027-01-05", "account", {"id": "A1", "deprovision_on": "2027-01-31"})).also(
        *RESELLER, MISUSE
    )
    value = made.ask(ON, OPEN).value
    assert isinstance(value, tuple)
    days = [row["due"] or date.max for row in value]
    assert days == sorted(days)
    assert days[0] == date(2027, 1, 31)


def test_a_final_failure_owes_closing_until_the_account_is_closed_or_limited() -> None:
    over = step("2027-01-10", "failed", final="yes")
    assert "close_or_restrict_account" in rows(individual(over))
    for state, program, owed in (
        ("restricted", RESTRICT, False),
        ("restricted", NOTHING, True),
        ("opened", RESTRICT, True),
    ):
        made = individual(over, ("2027-01-11", "account", {"id": "A1", "state": state}))
        found = by_kind(made.inquiry(ON, program=program).ask(OPEN).value)
        assert ("close_or_restrict_account" in found) is owed
    closed = individual(over, ("2027-01-11", "account", {"id": "A1", "state": "closed"}))
    assert rows(closed) == {}


def test_a_verified_account_with_all_data_owes_only_what_its_record_lacks() -> None:
    paper: Telling = ("2027-01-10", "verification", {
        "person": "C1", "method": "documentary", "result": "passed",
    })  # fmt: skip
    opened: Telling = ("2027-01-11", "account", {"id": "A1", "state": "opened"})
    made = individual_with(OF_INDIVIDUAL).also(paper, opened)
    assert set(rows(made)) == {"complete_record", "reverify_customer"}
    described = ("2027-01-12", "verification", {
        "person": "C1", "method": "documentary", "result": "passed", "description": "passport",
    })  # fmt: skip
    whole = individual_with(OF_INDIVIDUAL).also(described, opened)
    assert set(rows(whole)) == {"reverify_customer"}


def test_an_account_whose_scope_is_open_owes_the_determination_and_nothing_else() -> None:
    made = world(("2027-01-01", "account", {"id": "A1", "customer": "C1", "state": "opened"}))
    assert set(rows(made)) == {"settle_status"}


def test_an_account_that_enters_scope_owes_data_and_verification_on_that_day() -> None:
    made = world(
        *entity("C1"),
        *person("P1"),
        owns("P1", "C1", "100"),
        ("2026-01-01", "account", {"id": "A1", "customer": "C1", "state": "opened"}),
        ("2027-01-20", "presence", {"person": "P1", "citizen": "VN"}),
    )
    found = rows(made, "2027-01-20")
    assert found["collect_data"]["due"] == date(2027, 1, 20)
    assert found["collect_data"]["state"] == "open"
    assert rows(made, "2027-01-21")["verify_identity"]["state"] == "late"
    assert rows(made, "2027-01-19") == {}


def test_a_claim_of_identity_theft_owes_a_case_and_a_strange_access_a_recheck() -> None:
    made = world(
        (START, "customer", {"id": "C1", "kind": "individual"}),
        (START, "presence", {"person": "C1", "citizen": "US", "basis": "document"}),
        (START, "account", {"id": "A1", "customer": "C1", "state": "opened"}),
        ("2027-01-05", "notice", {"sender": "C1", "about": "identity_theft"}),
        ("2027-01-06", "access", {"account": "A1", "ip": "203.0.113.9", "located": "VN"}),
    )
    found = rows(made)
    assert set(found) == {"open_redress", "recheck_us_status"}
    assert found["open_redress"]["clause"] == "7.302(d)(3)(iv)"
    assert found["recheck_us_status"]["of"] == "C1"


def test_obligations_can_be_narrowed_to_one_subject() -> None:
    made = individual().also(*RESELLER, MISUSE)
    inquiry = made.inquiry(ON)
    for decide in (open_obligations, all_obligations):
        narrowed = decide(inquiry, of="R1").value
        assert isinstance(narrowed, tuple)
        assert {row["of"] for row in narrowed} == {"R1"}


def test_each_row_gives_its_reason_by_its_clause() -> None:
    answer = world(REQUEST).ask("2027-12-20", OPEN)
    assert answer.because[0].clauses == ("7.303(d)",)
    assert answer.because[0].text.startswith("hand_over_cip: asked on 2027-12-15")


def test_the_target_lies_before_the_due_day_by_the_programs_days() -> None:
    inquiry = world(REQUEST).inquiry("2027-12-20", program={"internal_target_days": "5"})
    assert by_kind(inquiry.ask(OPEN).value)["hand_over_cip"]["target"] == date(2027, 12, 20)
