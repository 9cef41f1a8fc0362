"""Accounts that are open when a rule begins to bind (D24)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import UNKNOWN
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from knowntenant.scope.existing import NO_RULE, SILENT
from tests.law.toy import both
from tests.world import Telling, entity, world

DUE = "scope.existing_account_due"
FOREIGN = entity("C1", "VN", "2020-01-01")


def rule(day: str, id_: str = "made-up") -> Telling:
    return day, "final_rule", {"id": id_}


def account(day: str = "2026-05-01", state: str = "opened", id_: str = "A1") -> Telling:
    return day, "account", {"id": id_, "customer": "C1", "state": state}


@both
@given(
    published=st.dates(date(2027, 1, 1), date(2040, 1, 1)),
    opened=st.integers(-400, 400),
    asked=st.integers(0, 3000),
)
def test_the_compliance_date_holds_for_accounts_opened_before_it_and_for_no_others(
    pack: Pack, published: date, opened: int, asked: int
) -> None:
    years = int(Law(pack).number("compliance_period", published))
    due = published
    while due.year < published.year + years or (due.month, due.day) < (
        published.month,
        published.day,
    ):
        if (due + timedelta(1)).year > published.year + years:
            break
        due += timedelta(1)
        if due.year == published.year + years and (due.month, due.day) == (2, 28):
            leaps = (published.month, published.day) == (2, 29)
            if leaps and (due + timedelta(1)).month == 3:
                break
    start = due + timedelta(opened)
    made = world(*FOREIGN, rule(str(published)), account(str(start)))
    inquiry = made.inquiry(max(published, start) + timedelta(asked), pack=pack)
    answer = inquiry.ask(DUE, "A1")
    assert answer.value == (due if opened < 0 else None)
    assert SILENT in answer.flags


def test_a_rule_published_on_a_leap_day_binds_from_the_28th() -> None:
    made = world(*FOREIGN, account(), rule("2028-02-29"))
    answer = made.ask("2028-03-01", DUE, "A1")
    assert answer.value == date(2029, 2, 28)
    assert str(answer.readings[0]) == "D24: remediate"
    assert answer.facts == ("fact 3", "fact 4", "fact 2")


def test_without_a_final_rule_nothing_is_due_and_the_flags_say_why() -> None:
    answer = world(*FOREIGN, account()).ask("2030-01-01", DUE, "A1")
    assert answer.value is None
    assert answer.flags == (SILENT, NO_RULE)
    made = world(*FOREIGN, account(), rule("2030-01-02"))
    assert made.ask("2030-01-01", DUE, "A1").value is None


def test_the_first_of_several_rules_counts() -> None:
    made = world(*FOREIGN, account(), rule("2028-05-01", "second"), rule("2028-01-10", "first"))
    assert made.ask("2028-06-01", DUE, "A1").value == date(2029, 1, 10)


@pytest.mark.parametrize("state", ["requested", "refused", "closed"])
def test_an_account_that_is_not_open_has_no_such_day(state: str) -> None:
    made = world(*FOREIGN, account(state=state), rule("2028-01-10"))
    assert made.ask("2028-06-01", DUE, "A1").value is None


def test_an_account_of_us_persons_has_no_such_day() -> None:
    owner = ("2020-01-01", "ownership", {"owner": "P1", "owned": "C1", "percent": "100"})
    who = ("2020-01-01", "presence", {"person": "P1", "citizen": "US"})
    person = ("2020-01-01", "person", {"id": "P1", "kind": "individual"})
    made = world(*entity("C1", "US-DE", "2020-01-01"), person, who, owner, account())
    answer = made.also(rule("2028-01-10")).ask("2028-06-01", DUE, "A1")
    assert answer.value is None
    assert answer.because[0].text == "A1 is out of scope"


def test_whether_an_account_is_open_may_be_unknown() -> None:
    untold = ("2026-05-01", "account", {"id": "A1", "customer": "C1"})
    assert world(untold, rule("2028-01-10")).ask("2028-06-01", DUE, "A1").value is UNKNOWN
    assert world(rule("2028-01-10")).ask("2028-06-01", DUE, "A1").value is UNKNOWN


def test_the_other_reading_leaves_existing_accounts_alone() -> None:
    made = world(*FOREIGN, account(), rule("2028-01-10"))
    answer = made.inquiry("2028-06-01", readings={"D24": "leave"}).ask(DUE, "A1")
    assert answer.value is None
    assert answer.flags == (SILENT,)
    assert answer.because[0].text == "A1 is left alone until it is opened anew"
