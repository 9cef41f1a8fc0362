"""Who has to keep a written program, and until when the Department gets its copy."""

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.deadline import WithinDays
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.calendar import counted
from tests.law.toy import both
from tests.resellers.told import ended, reseller
from tests.world import world

MUST_KEEP, COPY_DUE = "resellers.must_keep_cip", "resellers.cip_copy_due"
ON = "2027-03-01"


def test_a_foreign_reseller_has_to_keep_a_program() -> None:
    answer = reseller("CN", "深圳").ask(ON, MUST_KEEP, "深圳")
    assert answer.value is YES
    assert {"7.302(c)", "7.303(a)", "7.303(b)", "7.303(e) s.1"} <= set(answer.clauses)
    assert [str(taken) for taken in answer.readings] == ["D1: union", "D17: dated-facts"]
    assert answer.facts == ("fact 1", "fact 2")


def test_a_us_reseller_is_a_provider_itself() -> None:
    answer = reseller("US-TX").ask(ON, MUST_KEEP, "R1")
    assert answer.value is NO
    assert answer.because[0].text == "R1 is a US reseller, which is a provider itself"


def test_a_foreign_customer_that_does_not_sell_on_is_no_reseller() -> None:
    made = world(
        (ON, "customer", {"id": "C1"}), (ON, "presence", {"person": "C1", "organised_in": "DE"})
    )
    assert made.ask(ON, MUST_KEEP, "C1").value is NO


def test_no_program_is_asked_of_an_exempt_reseller_and_what_only_points_there_is_flagged() -> None:
    made = reseller("EG").also(
        (ON, "exemption", {"id": "X1", "reseller": "R1", "state": "granted"})
    )
    assert made.ask("2027-02-28", MUST_KEEP, "R1").value is YES
    answer = made.ask(ON, MUST_KEEP, "R1")
    assert (answer.value, answer.clauses) == (NO, ("7.306(b) s.4",))
    assert answer.flags == ("7.302(c) is not named as lifted; it points to what is",)
    wide = made.inquiry(ON, readings={"D2": "lift-all"}).ask(MUST_KEEP, "R1")
    assert (wide.value, wide.flags) == (NO, ())


def test_an_exemption_is_not_named_of_a_us_reseller() -> None:
    made = reseller("US-TX").also(
        (ON, "exemption", {"id": "X1", "reseller": "R1", "state": "granted"})
    )
    assert made.ask(ON, MUST_KEEP, "R1").because[0].text.startswith("R1 is a US reseller")


def test_the_duty_lasts_as_long_as_the_relationship() -> None:
    made = reseller().also(ended("2028-02-29"))
    assert made.ask("2028-02-28", MUST_KEEP, "R1").value is YES
    assert made.ask("2028-02-29", MUST_KEEP, "R1").value is NO


def test_whether_a_reseller_of_unknown_origin_has_to_keep_one_is_unknown() -> None:
    answer = reseller("none").ask(ON, MUST_KEEP, "R1")
    assert answer.value is UNKNOWN
    assert "status not known" in answer.flags


@both
@pytest.mark.parametrize(
    ("keys", "deadline", "clauses"),
    [
        ({"kind": "provider_cip"}, "provider_cip_copy", ("7.305(a) s.1",)),
        ({"kind": "reseller_cip"}, "reseller_cip_copy", ("7.303(d)", "7.305(a) s.1")),
        ({"reseller": "R1"}, "reseller_cip_copy", ("7.303(d)", "7.305(a) s.1")),
        ({}, "provider_cip_copy", ("7.305(a) s.1",)),
    ],
)
@pytest.mark.parametrize("asked", ["2027-12-15", "2028-02-20"])
def test_a_copy_is_due_in_calendar_days_from_the_request_and_nothing_rolls_forward(
    pack: Pack, keys: dict[str, str], deadline: str, clauses: tuple[str, ...], asked: str
) -> None:
    inquiry = world((asked, "request", {"id": "REQ", **keys})).inquiry("2028-06-01", pack=pack)
    answer = inquiry.ask(COPY_DUE, "REQ")
    begun = world().inquiry(asked).day
    assert answer.value == counted(begun, Law(pack).deadline(deadline, WithinDays).count)
    assert answer.clauses == clauses
    assert answer.facts == ("fact 1",)


def test_the_days_run_from_the_request_and_not_from_its_receipt() -> None:
    made = world((ON, "request", {"id": "REQ", "kind": "provider_cip", "learned": "2027-03-05"}))
    assert str(made.ask("2027-03-05", COPY_DUE, "REQ").value) == "2027-03-11"


@pytest.mark.parametrize("kind", ["audit", "information"])
def test_a_request_for_something_else_has_no_such_day(kind: str) -> None:
    answer = world((ON, "request", {"id": "REQ", "kind": kind})).ask(ON, COPY_DUE, "REQ")
    assert answer.value is None
    assert answer.because[0].text == "REQ is no request for a written CIP"


def test_nor_has_a_request_that_nobody_made() -> None:
    assert world().ask(ON, COPY_DUE, "REQ").value is None
