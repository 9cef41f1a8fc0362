"""What overtaken statements oblige to, and the days left for a petition."""

import pytest

from knowntenant.obligations.duties import ALL as EVERY
from knowntenant.obligations.enforcement import of_penalty
from tests.deterrence.told import exemption
from tests.enforcement.test_statements import overtaken, stated
from tests.obligations.test_duties import by_kind, rows
from tests.world import Telling, world

ON = "2028-02-29"


def test_an_overtaken_statement_is_owed_a_word_until_the_department_is_told() -> None:
    found = rows(world(stated(), overtaken(material="yes")), ON)["correct_statement"]
    assert (found["of"], found["clause"], found["due"]) == ("S1", "7.309(b)(1)", None)
    assert rows(world(stated(), overtaken(told_on=ON)), ON) == {}


def test_a_corrected_report_with_a_day_of_its_own_is_owed_once_under_training() -> None:
    made = world(
        ("2027-04-01", "transaction", {"id": "T1"}),
        ("2027-04-15", "report", {"id": "RP1", "about": "T1", "kind": "initial"}),
        ("2028-02-01", "knowledge", {"about": "RP1", "of": "inaccurate_report"}),
        stated(kind="report", about="RP1"),
        overtaken(planned_day="yes"),
    )
    inquiry = made.inquiry(ON, readings={"D35": "corrected-report"})
    found = inquiry.ask(EVERY, of="S1").value
    assert found == ()
    noted = by_kind(made.inquiry(ON).ask(EVERY, of="S1").value)
    assert set(noted) == {"correct_statement"}


def test_a_holder_owes_a_notice_of_what_bears_on_the_adp() -> None:
    change: Telling = ("2028-02-01", "risk_change", {"id": "K1", "material": "yes"})
    found = rows(world(exemption("2027-04-15", "granted", adp="ADP1"), change), ON)
    assert (found["notify_adp_change"]["of"], found["notify_adp_change"]["clause"]) == (
        "K1", "7.309(b)(2)",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "on", "state"),
    [
        ("", "2028-03-30", "open"),
        ("", "2028-03-31", "late"),
        ("2028-03-30", "2028-04-01", "met"),
        ("2028-03-31", "2028-04-01", "met_late"),
    ],
)
def test_a_petition_is_open_to_its_last_day(sent: str, on: str, state: str) -> None:
    made = world((ON, "penalty_notice", {"id": "PN1"}))
    if sent:
        made = made.also((sent, "petition", {"id": "PE1", "notice": "PN1"}))
    found = by_kind(made.ask(on, EVERY).value)["petition_against_penalty"]
    assert (str(found["due"]), found["state"]) == ("2028-03-30", state)
    assert "no duty" in str(found["satisfied_by"])


def test_a_notice_that_nobody_told_leaves_no_days() -> None:
    assert list(of_penalty(world().inquiry(ON), "PN1")) == []
