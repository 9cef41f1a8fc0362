"""Resellers that are to report: bound, asked on evidence, suspended on further (7.308(f))."""

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.pack import Pack
from tests.law.toy import both
from tests.training.lived import reseller
from tests.world import Telling, World, world

BOUND = "training.reseller_bound"
ASK, SUSPEND = "training.must_ask_reseller", "training.must_suspend"


def finding(day: str, id_: str = "TF1", **keys: str) -> Telling:
    """Tell evidence against R1."""
    return day, "training_finding", {"id": id_, "reseller": "R1", **keys}


def asked(day: str, about: str = "alleged violation", to: str = "R1") -> Telling:
    """Tell a notice."""
    return day, "notice", {"to": to, "about": about}


def assured(day: str, adequate: str = "yes", **keys: str) -> Telling:
    """Tell assurances of R1."""
    return day, "assurance", {"id": "AS1", "reseller": "R1", "adequate": adequate, **keys}


def state(day: str, state_: str) -> Telling:
    """Tell where the relationship with R1 stands."""
    return day, "reseller", {"id": "R1", "state": state_}


KNOWN = world(*reseller())
FURTHER = KNOWN.also(finding("2027-03-01", further="yes"))


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        ({}, UNKNOWN),
        ({"reports_training": "yes"}, UNKNOWN),
        ({"reports_training": "yes", "efforts_made": "unknown"}, UNKNOWN),
        ({"reports_training": "no"}, NO),
        ({"reports_training": "yes", "efforts_made": "no"}, NO),
        ({"reports_training": "yes", "efforts_made": "yes"}, YES),
    ],
)
def test_a_reseller_is_bound_by_an_agreement_and_by_efforts(
    keys: dict[str, str], verdict: object
) -> None:
    made = KNOWN.also(("2027-01-01", "reporting_agreement", {"reseller": "R1", **keys}))
    assert made.ask("2027-02-01", BOUND, "R1").value is verdict


def test_nothing_agreed_is_unknown_and_of_a_us_reseller_or_a_former_one_it_is_no_question() -> None:
    assert KNOWN.ask("2027-02-01", BOUND, "R1").value is UNKNOWN
    assert world().ask("2027-02-01", BOUND, "R1").value is UNKNOWN
    assert world(*reseller("US-TX")).ask("2027-02-01", BOUND, "R1").value is None
    ended = KNOWN.also(state("2027-01-01", "terminated"))
    assert ended.ask("2027-02-01", BOUND, "R1").value is None


def must(made: World, question: str, *days: str) -> list[object]:
    """Give the answers of several days."""
    return [made.ask(day, question, "R1").value for day in days]


@both
def test_evidence_is_put_to_the_reseller_from_the_day_it_is_learned_until_it_is(pack: Pack) -> None:
    made = KNOWN.also(finding("2027-02-01", learned="2027-02-03"), asked("2027-02-05"))
    days = ("2027-02-02", "2027-02-03", "2027-02-04", "2027-02-05")
    values = [made.inquiry(day, pack=pack).ask(ASK, "R1").value for day in days]
    assert values == [NO, YES, YES, NO]


def test_new_evidence_is_put_to_it_anew_and_other_notices_put_nothing() -> None:
    made = KNOWN.also(finding("2027-02-01"), asked("2027-02-05"), finding("2027-02-09", "TF2"))
    assert must(made, ASK, "2027-02-05", "2027-02-09") == [NO, YES]
    other = KNOWN.also(finding("2027-02-01"), asked("2027-02-05", "disclosure"))
    assert must(other, ASK, "2027-02-05") == [YES]
    elsewhere = KNOWN.also(finding("2027-02-01"), asked("2027-02-05", to="R2"))
    assert must(elsewhere, ASK, "2027-02-05") == [YES]
    wordless = KNOWN.also(finding("2027-02-01"), ("2027-02-05", "notice", {"to": "R1"}))
    assert must(wordless, ASK, "2027-02-05") == [YES]


def test_first_evidence_suspends_nothing_and_further_evidence_does() -> None:
    made = KNOWN.also(finding("2027-02-01"), finding("2027-03-01", "TF2", further="yes"))
    assert must(made, SUSPEND, "2027-02-28", "2027-03-01") == [NO, YES]
    answer = made.ask("2027-03-01", SUSPEND, "R1")
    assert answer.flags == ("no deadline in the text: upon receipt of evidence",)
    assert "7.308(f) s.3" in answer.clauses


def test_the_same_finding_may_show_it_later_on() -> None:
    made = KNOWN.also(finding("2027-02-01", further="no"), finding("2027-03-01", further="yes"))
    assert must(made, SUSPEND, "2027-02-28", "2027-03-01") == [NO, YES]


def test_whether_it_is_further_evidence_may_be_open() -> None:
    answer = KNOWN.also(finding("2027-02-01", further="unknown")).ask("2027-02-01", SUSPEND, "R1")
    assert (answer.value, answer.flags) == (
        UNKNOWN,
        ("does TF1 show that nothing was put right?",),
    )


def test_only_adequate_assurances_since_then_let_supply_begin_again() -> None:
    assert must(FURTHER.also(assured("2027-03-09", "no")), SUSPEND, "2027-03-09") == [YES]
    assert must(FURTHER.also(assured("2027-03-09")), SUSPEND, "2027-03-08", "2027-03-09") == [
        YES,
        NO,
    ]
    assert must(FURTHER.also(assured("2027-02-20")), SUSPEND, "2027-03-09") == [YES]
    late = FURTHER.also(assured("2027-03-02", learned="2027-03-09"))
    assert must(late, SUSPEND, "2027-03-08", "2027-03-09") == [YES, NO]
    again = FURTHER.also(assured("2027-03-09"), finding("2027-04-01", "TF2", further="yes"))
    assert must(again, SUSPEND, "2027-03-31", "2027-04-01") == [NO, YES]


def test_being_suspended_does_not_end_the_duty_but_the_end_of_the_relationship_does() -> None:
    assert must(FURTHER.also(state("2027-03-02", "suspended")), SUSPEND, "2027-03-02") == [YES]
    ended = FURTHER.also(state("2027-03-02", "terminated"))
    assert must(ended, SUSPEND, "2027-03-02") == [NO]
    assert must(ended, ASK, "2027-03-02") == [NO]


def test_a_us_reseller_is_neither_asked_nor_suspended_and_an_unknown_one_is() -> None:
    told = finding("2027-03-01", further="yes")
    us = world(*reseller("US-TX"), told)
    assert must(us, SUSPEND, "2027-03-01") + must(us, ASK, "2027-03-01") == [NO, NO]
    unknown = world(told)
    assert must(unknown, SUSPEND, "2027-03-01") + must(unknown, ASK, "2027-03-01") == [YES, YES]


def test_evidence_learned_later_than_the_day_asked_about_is_not_received_yet() -> None:
    made = KNOWN.also(finding("2027-02-01", learned="2027-02-09", further="yes"))
    inquiry = made.inquiry("2027-03-01")
    earlier = inquiry.on(inquiry.day.replace(month=2, day=8))
    assert (earlier.ask(ASK, "R1").value, earlier.ask(SUSPEND, "R1").value) == (NO, NO)
