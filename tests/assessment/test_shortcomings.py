"""Shortcomings that the Department named, and audits that it asked for (7.305(a), (e)(3))."""

from datetime import date

import pytest

from knowntenant.law.answer import UNKNOWN
from knowntenant.law.pack import Pack
from tests.assessment.told import DUE, EXEMPT, LIFTED, REQUEST_DUE, SHORTCOMINGS, named, rows
from tests.law.toy import both
from tests.world import Telling, World, world

ON = "2028-02-29"


@both
def test_the_last_day_is_the_one_that_the_department_set(pack: Pack) -> None:
    answer = world(named(fix_by=ON)).inquiry("2027-12-01", pack=pack).ask(DUE, "S1")
    assert (answer.value, answer.clauses[0]) == (date(2028, 2, 29), "7.305(a) s.3")
    assert answer.facts == ("fact 1",)


def test_a_day_that_is_not_told_is_unknown_and_a_shortcoming_that_is_not_told_has_none() -> None:
    answer = world(named()).ask(ON, DUE, "S1")
    assert answer.value is UNKNOWN
    assert answer.flags == ("the day that the Department set is not told",)
    assert world().ask(ON, DUE, "S1").value is None


@pytest.mark.parametrize(
    ("told", "day", "state"),
    [
        ({}, "2028-02-29", "to_be_planned"),
        ({"planned_on": "2028-02-29"}, "2028-02-28", "to_be_planned"),
        ({"planned_on": "2028-02-28"}, "2028-02-28", "planned"),
        ({"planned_on": "2028-02-28"}, "2028-03-01", "late"),
        ({}, "2028-03-01", "late"),
        ({"resubmitted_on": "2028-02-29"}, "2028-02-28", "to_be_planned"),
        ({"resubmitted_on": "2028-02-29"}, "2028-02-29", "resubmitted"),
        ({"resubmitted_on": "2028-03-01"}, "2028-03-01", "resubmitted_late"),
    ],
)
def test_it_goes_from_plan_to_resubmission_and_the_last_day_is_in_time(
    told: dict[str, str], day: str, state: str
) -> None:
    made = world(named(fix_by=ON, **told))
    assert str(rows(made, day, SHORTCOMINGS, "shortcoming")["S1"]["state"]) == state


def test_without_a_day_nothing_is_late_and_that_is_flagged() -> None:
    answer = world(named(clauses=["7.302(d)(2)"])).ask("2035-01-01", SHORTCOMINGS)
    assert isinstance(answer.value, tuple)
    assert str(answer.value[0]["state"]) == "to_be_planned"
    assert answer.value[0]["clauses"] == ("7.302(d)(2)",)
    assert "the day that the Department set is not told" in answer.flags
    assert answer.because[0].text == "S1: to be planned, due not told"


def test_nothing_named_is_nothing_to_be_put_right() -> None:
    answer = world().ask(ON, SHORTCOMINGS)
    assert (answer.value, answer.flags) == ((), ())


def audit(**keys: str) -> World:
    """Give the world of one request for an audit."""
    return world(("2027-12-01", "request", {"id": "Q1", "kind": "audit", **keys}))


def test_an_audit_is_answered_by_the_day_set_and_the_text_has_none() -> None:
    assert audit(answer_by=ON).ask("2027-12-01", REQUEST_DUE, "Q1").value == date(2028, 2, 29)
    answer = audit().ask("2027-12-01", REQUEST_DUE, "Q1")
    assert (answer.value, "no deadline in the text" in answer.flags) == (None, True)


@pytest.mark.parametrize("kind", ["provider_cip", "reseller_cip", "information"])
def test_other_requests_have_terms_of_their_own(kind: str) -> None:
    told: Telling = ("2027-12-01", "request", {"id": "Q1", "kind": kind, "answer_by": ON})
    assert world(told).ask("2027-12-01", REQUEST_DUE, "Q1").value is None
    assert world().ask("2027-12-01", REQUEST_DUE, "Q1").value is None


def test_an_exemption_lifts_inspections_on_the_wider_reading_only() -> None:
    made = audit(answer_by=ON).also(named(fix_by=ON), EXEMPT)
    for question, of in ((DUE, "S1"), (REQUEST_DUE, "Q1")):
        assert made.ask("2027-12-01", question, of).value == date(2028, 2, 29)
        assert made.inquiry("2027-12-01", readings=LIFTED).ask(question, of).value is None
    assert rows(made, ON, SHORTCOMINGS, "shortcoming", LIFTED) == {}
    assert set(rows(made, ON, SHORTCOMINGS, "shortcoming")) == {"S1"}
