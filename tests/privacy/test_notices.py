"""Notices about disclosure: owed, given, acknowledged."""

from datetime import date

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.pack import Pack
from tests.law.toy import both
from tests.world import Telling, World, world

NOTICE, TOLD = "privacy.customer_notice", "privacy.disclosure_notice"
ON = "2028-02-29"
SIGN_UP: tuple[Telling, ...] = (
    ("2028-02-01", "presence", {"person": "C1", "citizen": "VN", "located": "VN"}),
    ("2028-02-01", "account", {"id": "A1", "customer": "C1", "state": "requested"}),
)


def stands(made: World, of: str = "A1", version: str = "2", **readings: str) -> dict[str, object]:
    inquiry = made.inquiry(ON, program={"customer_notice_version": version}, readings=readings)
    value = inquiry.ask(NOTICE, of).value
    assert isinstance(value, dict)
    return value


def notice(day: str, **keys: str | list[str]) -> Telling:
    return day, "notice", {"to": "C1", "about": "Disclosure", **keys}


def test_a_foreign_sign_up_is_owed_the_programs_version() -> None:
    assert stands(world(*SIGN_UP)) == {
        "owed": YES, "version": "2", "given": None, "acknowledged": NO,
    }  # fmt: skip


def test_the_last_notice_in_that_version_counts_and_its_acknowledgment_is_kept() -> None:
    made = world(
        *SIGN_UP,
        notice("2028-02-02", version="1", acknowledged="yes"),
        notice("2028-02-03", version="2"),
        notice("2028-02-10", version="2", acknowledged="yes"),
        notice("2028-02-11", version="2", concerns=["D1"]),
        ("2028-02-12", "notice", {"to": "C1", "about": "owners_added", "version": "2"}),
    )
    assert stands(made) == {
        "owed": NO, "version": "2", "given": date(2028, 2, 10), "acknowledged": YES,
    }  # fmt: skip
    assert stands(made, version="3")["owed"] is YES


@both
def test_where_the_program_alone_speaks_nothing_is_owed(pack: Pack) -> None:
    inquiry = world(*SIGN_UP).inquiry(
        ON, pack=pack, program={"customer_notice_version": "2"}, readings={"D31": "program-only"}
    )
    answer = inquiry.ask(NOTICE, "A1")
    assert isinstance(answer.value, dict)
    assert answer.value["owed"] is NO
    assert str(answer.readings[0]) == "D31: program-only"


@pytest.mark.parametrize("state", ["closed", "refused"])
def test_of_an_account_that_is_over_nothing_is_owed(state: str) -> None:
    made = world(*SIGN_UP, (ON, "account", {"id": "A1", "state": state}))
    assert stands(made)["owed"] is NO


def test_an_all_us_account_is_owed_nothing_and_an_unknown_one_is_unknown() -> None:
    us = world(*SIGN_UP, (ON, "presence", {"person": "C1", "citizen": "US"}))
    assert stands(us)["owed"] is NO
    assert stands(world(SIGN_UP[1]))["owed"] is UNKNOWN
    assert stands(world(), of="C9")["owed"] is UNKNOWN


def test_a_program_without_a_version_leaves_it_open_what_is_owed() -> None:
    inquiry = world(*SIGN_UP).inquiry(ON)
    answer = inquiry.ask(NOTICE, "A1")
    assert isinstance(answer.value, dict)
    assert (answer.value["owed"], answer.value["version"]) == (UNKNOWN, None)
    assert answer.flags[0] == "the program names no version of the notice"
    given = world(*SIGN_UP, notice("2028-02-02")).inquiry(ON).ask(NOTICE, "A1").value
    assert isinstance(given, dict)
    assert given["owed"] is NO


@pytest.mark.parametrize(
    ("keys", "owed"),
    [
        ({"person": "C1", "notice_lawful": "yes"}, YES),
        ({"person": "C1", "notice_lawful": "no"}, NO),
        ({"person": "C1", "notice_lawful": "unknown"}, UNKNOWN),
        ({"person": "C1"}, UNKNOWN),
        ({"person": "C1", "notice_lawful": "yes", "to": "data_subject"}, NO),
        ({"notice_lawful": "yes"}, UNKNOWN),
    ],
)
def test_who_was_disclosed_is_told_where_the_law_lets_it(
    keys: dict[str, str], owed: Verdict
) -> None:
    made = world(*SIGN_UP, ("2028-02-05", "disclosure", {"id": "D1", **keys}))
    assert made.ask(ON, TOLD, "D1").value is owed


def test_a_disclosure_told_of_or_about_an_all_us_account_or_not_told_itself() -> None:
    made = world(*SIGN_UP, ("2028-02-05", "disclosure", {
        "id": "D1", "person": "C1", "notice_lawful": "yes",
    }))  # fmt: skip
    assert made.also(notice(ON, concerns=["D1"])).ask(ON, TOLD, "D1").value is NO
    assert made.also(notice(ON, concerns=["D2"])).ask(ON, TOLD, "D1").value is YES
    us = made.also((ON, "presence", {"person": "C1", "citizen": "US"}))
    assert us.ask(ON, TOLD, "D1").value is NO
    program_only = made.inquiry(ON, readings={"D31": "program-only"})
    assert program_only.ask(TOLD, "D1").value is NO
    assert world().ask(ON, TOLD, "D9").value is UNKNOWN
