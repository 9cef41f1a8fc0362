"""What ADPs and exemptions oblige to, row by row, and what meets it."""

import pytest

from tests.deterrence.told import adp, exemption
from tests.obligations.test_duties import rows
from tests.world import Telling, world

FLAG: Telling = ("2027-01-05", "red_flag", {"id": "RF1", "category": "notice"})
SET_UP = adp(day="2027-01-01")
DAY, ON = "2027-02-01", "2027-03-01"


def test_a_red_flag_waits_for_an_answer_where_there_is_an_adp() -> None:
    assert rows(world(FLAG), ON) == {}
    found = rows(world(SET_UP, FLAG), ON)["answer_red_flag"]
    assert (found["of"], found["clause"], found["due"]) == ("RF1", "7.306(b)(3)", None)


@pytest.mark.parametrize("kind", ["monitor", "other_or_none"])
def test_any_answer_to_a_red_flag_meets_it_that_none_is_called_for_too(kind: str) -> None:
    answer: Telling = (DAY, "red_flag_response", {"flag": "RF1", "kind": kind})
    assert rows(world(SET_UP, FLAG, answer), ON) == {}


def test_what_was_judged_no_red_flag_waits_for_nothing() -> None:
    judged: Telling = (DAY, "red_flag", {"id": "RF1", "indicates_abuse": "no"})
    assert rows(world(SET_UP, FLAG, judged), ON) == {}


def test_an_adp_owes_an_update_until_a_change_of_it_answers() -> None:
    made = world(SET_UP, (DAY, "risk_change", {"id": "K1", "factor": "attack_methods"}))
    found = rows(made, ON)["update_adp"]
    assert (found["of"], found["clause"]) == ("ADP1", "7.306(b)(4)(ii)")
    assert rows(made.also((ON, "adp_change", {"id": "U1", "adp": "ADP1"})), ON) == {}


def test_an_exemption_owes_a_yearly_notification_with_a_day_and_late_after_it() -> None:
    made = world(exemption("2028-02-29", "granted"))
    found = rows(made, "2029-02-28")["notify_yearly_of_exemption"]
    assert (found["of"], str(found["due"]), found["state"]) == ("X1", "2029-02-28", "open")
    assert rows(made, "2029-03-01")["notify_yearly_of_exemption"]["state"] == "late"
    assert rows(made.also(exemption("2029-03-01", "revoked")), "2029-03-01") == {}


def test_a_significant_change_is_told_once_although_two_sections_ask_for_it() -> None:
    made = world(
        exemption("2027-01-01", "granted", adp="ADP1"),
        (DAY, "adp_change", {"id": "U1", "adp": "ADP1", "significant": "yes"}),
    )
    found = rows(made, ON)  # by kind, each of which is there once
    assert set(found) == {"notify_adp_change", "notify_yearly_of_exemption"}
    assert (found["notify_adp_change"]["of"], found["notify_adp_change"]["due"]) == ("U1", None)


def test_a_change_that_nobody_judged_is_to_be_judged_and_owes_no_notice_yet() -> None:
    made = world(
        exemption("2027-01-01", "granted", adp="ADP1"),
        (DAY, "adp_change", {"id": "U1", "adp": "ADP1"}),
    )
    found = rows(made, ON)
    assert set(found) == {"judge_change", "notify_yearly_of_exemption"}
    assert (found["judge_change"]["of"], found["judge_change"]["clause"]) == ("U1", "7.306(f) s.1")
