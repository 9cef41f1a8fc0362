"""Accounts that are open already when a rule begins to bind: owed by the compliance date (D24)."""

from datetime import date

from tests.identification.asked import OF_INDIVIDUAL, individual_with
from tests.law.toy import TOY
from tests.verification.stepped import step
from tests.world import Telling, World

KIND = "bring_account_up_to_standard"
RULE: Telling = ("2028-02-29", "final_rule", {"id": "made-up"})
OPEN: Telling = ("2027-01-02", "account", {"id": "A1", "state": "opened"})
BARE = individual_with(()).also(OPEN)
WHOLE = individual_with(OF_INDIVIDUAL).also(OPEN)


def owed(made: World, day: str) -> list[tuple[object, object]]:
    """Give due day and state of what is owed about existing accounts on a day."""
    rows = made.ask(day, "obligations.open").value
    assert isinstance(rows, tuple)
    return [(row["due"], str(row["state"])) for row in rows if row["kind"] == KIND]


def test_nothing_is_owed_before_a_final_rule() -> None:
    assert owed(BARE, "2040-01-01") == []
    assert owed(BARE.also(RULE), "2028-02-28") == []


def test_an_existing_account_is_due_by_the_compliance_date_and_late_after_it() -> None:
    made = BARE.also(RULE)
    assert owed(made, "2028-02-29") == [(date(2029, 2, 28), "open")]
    assert owed(made, "2029-02-28") == [(date(2029, 2, 28), "open")]
    assert owed(made, "2029-03-01") == [(date(2029, 2, 28), "late")]


def test_the_period_is_the_pack_s() -> None:
    rows = BARE.also(RULE).inquiry("2028-03-01", pack=TOY).ask("obligations.open").value
    assert isinstance(rows, tuple)
    assert [row["due"] for row in rows if row["kind"] == KIND] == [date(2031, 2, 28)]


def test_data_alone_is_not_enough_and_data_with_identity_is() -> None:
    assert len(owed(WHOLE.also(RULE), "2028-03-01")) == 1
    verified = step("2028-03-01", "passed")
    assert owed(WHOLE.also(RULE, verified), "2028-03-01") == []
    assert len(owed(BARE.also(RULE, verified), "2028-03-01")) == 1


def test_an_account_opened_on_the_compliance_date_or_closed_before_owes_nothing_by_it() -> None:
    late: Telling = ("2029-02-28", "account", {"id": "A1", "state": "opened"})
    assert owed(individual_with(()).also(RULE, late), "2029-03-01") == []
    closed: Telling = ("2028-06-01", "account", {"id": "A1", "state": "closed"})
    assert owed(BARE.also(RULE, closed), "2028-06-01") == []
