"""What special measures oblige to, and that nothing is asked where there are none."""

from datetime import date

import pytest

from knowntenant.law.pack import Pack
from knowntenant.obligations.measures import duties
from tests.law.toy import NPRM, both
from tests.world import Telling, World, world

ACCOUNT: Telling = ("2026-01-01", "account", {"id": "A1", "customer": "C1", "state": "opened"})


def ordered(**keys: str) -> World:
    return world(ACCOUNT, ("2027-01-10", "order", {"id": "O1", **keys}))


def rows(made: World, day: str, pack: Pack = NPRM) -> list[tuple[str, str, object, str]]:
    found = duties(made.inquiry(day, pack=pack))
    return [(row.kind, row.of, row.due, row.state) for row in found]


@both
def test_without_an_order_nothing_is_owed(pack: Pack) -> None:
    assert rows(world(ACCOUNT), "2027-01-10", pack) == []


def test_while_advisory_one_prepares_and_once_it_binds_each_account_is_acted_on() -> None:
    made = ordered(person="C1", prohibits="yes")
    binding = date(2027, 7, 9)
    assert rows(made, "2027-07-08") == [("prepare_for_measure", "O1", binding, "open")]
    assert rows(made, "2027-07-09") == [("apply_measure", "A1", binding, "open")]
    assert rows(made, "2027-07-10") == [("apply_measure", "A1", binding, "late")]
    assert rows(made, "2028-01-10") == []


@pytest.mark.parametrize(("prohibits", "owed"), [("yes", 1), ("no", 0)])
def test_a_restricted_account_meets_conditions_and_no_prohibition(
    prohibits: str, owed: int
) -> None:
    made = ordered(person="C1", prohibits=prohibits).also(
        ("2027-07-01", "account", {"id": "A1", "state": "restricted"})
    )
    assert len(rows(made, "2027-07-09")) == owed
    opened = ordered(person="C1", prohibits=prohibits)
    assert len(rows(opened, "2027-07-09")) == 1


def test_what_is_not_settled_is_to_be_settled_by_the_binding_day() -> None:
    made = ordered(jurisdiction="KP", prohibits="yes")
    assert rows(made, "2027-02-01") == [("settle_measure", "O1", date(2027, 7, 9), "open")]


def test_an_end_that_an_extension_leaves_open_is_to_be_settled() -> None:
    made = ordered(person="C1").also(("2027-12-01", "extension", {"order": "O1"}))
    assert rows(made, "2028-01-10") == [("settle_measure", "O1", None, "open")]


def test_an_order_that_reaches_nobody_owes_nothing() -> None:
    assert rows(ordered(person="P9"), "2027-02-01") == []
    lifted = ordered(person="C1").also(
        ("2027-02-01", "order", {"id": "O1", "revoked": "2027-03-01"})
    )
    assert rows(lifted, "2027-02-01") == []
