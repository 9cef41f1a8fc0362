from datetime import UTC, date, datetime

import pytest

from knowntenant.facts.inquiry import Inquiry, UndeclaredAsk, remembered
from knowntenant.facts.program import Program
from knowntenant.facts.types import Account
from knowntenant.law import decision
from knowntenant.law.answer import YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, YES_NO
from knowntenant.law.law import Law
from tests.facts.told import END, FIRST, known, tell
from tests.law.toy import NPRM

LEAP = date(2028, 2, 29)


@pytest.fixture(autouse=True)
def _only_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decision, "_REGISTRY", {})


@pytest.fixture
def inquiry() -> Inquiry:
    told = (
        tell(Account, FIRST, id="A1", customer="C1"),
        tell(Account, LEAP, id="A2", customer="C1"),
    )
    return Inquiry(known(*told), Law(NPRM), Program(), LEAP)


def test_an_inquiry_sees_facts_as_they_stood_on_its_day(inquiry: Inquiry) -> None:
    before = inquiry.on(date(2028, 2, 28))
    assert (inquiry.as_of, before.as_of) == (END, END)
    assert [a.id for a in inquiry.every(Account)] == ["A1", "A2"]
    assert [a.id for a in before.every(Account)] == ["A1"]
    assert [a.id for a in before.where(Account, customer="C1")] == ["A1"]
    assert before.one(Account, "A2") is None


def test_an_inquiry_about_its_own_day_is_itself(inquiry: Inquiry) -> None:
    assert inquiry.on(LEAP) is inquiry


def test_an_instant_has_the_day_of_the_packs_zone(inquiry: Inquiry) -> None:
    assert inquiry.day_of(datetime(2028, 3, 1, 4, 59, tzinfo=UTC)) == LEAP


def test_a_decision_is_asked_by_name_of_its_subject_and_with_arguments(inquiry: Inquiry) -> None:
    @decides("doors.open", Declared(YES_NO, of="account", takes={"by": ID}))
    def door(within: Inquiry, of: str, by: str = "") -> Answer[Verdict]:
        return Answer(YES, flags=(of, by, str(within.day)))

    @decides("doors.any", Declared(YES_NO))
    def any_door(within: Inquiry) -> Answer[Verdict]:
        return Answer(YES, flags=(str(within.day),))

    assert inquiry.ask("doors.open", "A1", by="P1").flags == ("A1", "P1", "2028-02-29")
    assert inquiry.ask("doors.any").flags == ("2028-02-29",)


def test_an_unknown_decision_brings_up_the_nearest(inquiry: Inquiry) -> None:
    decides("doors.open", Declared(YES_NO))(lambda within: Answer(within.day))
    with pytest.raises(
        LookupError, match=r"no decision 'doors\.opne'\. Did you mean 'doors\.open'"
    ):
        inquiry.ask("doors.opne")


def test_an_answer_is_worked_out_once_for_each_question(inquiry: Inquiry) -> None:
    asked: list[tuple[str, date]] = []

    @decides("doors.open", Declared(YES_NO, of="account", takes={"by": ID}))
    def door(within: Inquiry, of: str, by: str = "") -> Answer[str]:
        asked.append((of + by, within.day))
        return Answer(of)

    first = inquiry.ask("doors.open", "A1")
    assert inquiry.ask("doors.open", "A1") is first
    assert inquiry.on(FIRST).ask("doors.open", "A1") is not first
    assert inquiry.on(FIRST).on(LEAP).ask("doors.open", "A1") is first
    inquiry.ask("doors.open", "A2")
    inquiry.ask("doors.open", "A1", by="P1")
    assert asked == [("A1", LEAP), ("A1", FIRST), ("A2", LEAP), ("A1P1", LEAP)]


def chain(name: str, then: str, *asks: str) -> None:
    @decides(name, Declared(YES_NO, of="account", asks=asks))
    def passing_on(within: Inquiry, of: str) -> Answer[object]:
        return within.ask(then, of) if then else Answer(YES)


def test_a_decision_asks_those_that_it_declares(inquiry: Inquiry) -> None:
    chain("a.first", "b.second", "b.second")
    chain("b.second", "c.third", "c.third")
    chain("c.third", "")
    assert inquiry.ask("a.first", "A1").value is YES


def test_a_decision_may_not_ask_one_that_it_does_not_declare(inquiry: Inquiry) -> None:
    chain("a.first", "b.second")
    chain("b.second", "")
    with pytest.raises(UndeclaredAsk, match=r"'a\.first' may not ask 'b\.second'"):
        inquiry.ask("a.first", "A1")


def test_decisions_do_not_ask_each_other_in_a_circle(inquiry: Inquiry) -> None:
    chain("a.first", "b.second", "b.second")
    chain("b.second", "a.first", "a.first")
    with pytest.raises(UndeclaredAsk, match=r"'b\.second' may not ask 'a\.first'"):
        inquiry.ask("a.first", "A1")


def test_a_decision_does_not_ask_itself_even_of_another(inquiry: Inquiry) -> None:
    chain("a.first", "a.first", "a.first")
    with pytest.raises(UndeclaredAsk):
        inquiry.ask("a.first", "A1")


def test_what_a_function_found_is_remembered_for_the_inquiry_and_the_day(inquiry: Inquiry) -> None:
    asked: list[tuple[str, date]] = []

    @remembered
    def held(within: Inquiry, of: str) -> str:
        """Say who holds it."""
        asked.append((of, within.day))
        return of

    assert held.__doc__ == "Say who holds it."
    assert [held(inquiry, "A1"), held(inquiry, "A1"), held(inquiry.on(FIRST), "A1")] == ["A1"] * 3
    held(inquiry, "A2")
    assert asked == [("A1", LEAP), ("A1", FIRST), ("A2", LEAP)]
