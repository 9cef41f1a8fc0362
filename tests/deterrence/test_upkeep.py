"""What keeps an exemption up: notices of changes, a yearly one, resellers bound."""

from datetime import date

import pytest

from knowntenant.law.deadline import WithinYears
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.deterrence.told import exemption
from tests.law.calendar import last_not_after
from tests.law.toy import NPRM, packs
from tests.world import START, Telling, World, world

__all__ = ["packs"]

NOTICES = "deterrence.notices_due"
GRANTED, ON = "2028-02-29", "2028-06-01"
HELD: Telling = exemption(GRANTED, "granted", adp="ADP1")


def due(made: World, on: str = ON) -> list[tuple[str, str]]:
    """Give notice and subject of what is due."""
    value = made.ask(on, NOTICES, "X1").value
    assert isinstance(value, tuple)
    return [(str(row["notice"]), str(row["about"])) for row in value]


def changed(day: str, id_: str = "U1", **keys: str) -> Telling:
    """Tell a change of the ADP."""
    return day, "adp_change", {"id": id_, "adp": "ADP1", **keys}


@pytest.mark.parametrize("state", ["requested", "refused", "revoked"])
def test_only_an_exemption_that_stands_is_kept_up(state: str) -> None:
    assert due(world(exemption(GRANTED, state))) == []
    assert due(world()) == []


@pytest.mark.parametrize("granted", ["2028-02-29", "2027-03-01"])
def test_the_yearly_notification_is_due_within_a_year_of_the_grant_or_the_last_one(
    granted: str, packs: Pack
) -> None:
    years = Law(packs).deadline("exemption_annual_notification", WithinYears).years
    made = world(exemption(granted, "granted"))
    sent = made.also(
        ("2028-03-31", "adp_notice", {"id": "N1", "exemption": "X1", "kind": "annual"}),
        ("2028-04-30", "adp_notice", {"id": "N2", "exemption": "X1", "kind": "change"}),
    )
    for one, last in ((made, date.fromisoformat(granted)), (sent, date(2028, 3, 31))):
        value = one.inquiry(ON, pack=packs).ask(NOTICES, "X1").value
        assert isinstance(value, tuple)
        assert [row["due"] for row in value] == [last_not_after(last, last.year + years)]


@pytest.mark.parametrize(
    ("told", "owed"),
    [
        (changed("2028-03-10", significant="yes"), True),
        (changed("2028-03-10", significant="no"), False),
        (changed("2028-03-10"), False),
        (changed("2028-02-28", significant="yes"), False),
        (changed("2028-03-10", adp="ADP2", significant="yes"), False),
    ],
)
def test_a_significant_change_since_the_grant_is_told(told: Telling, *, owed: bool) -> None:
    assert (("change", "U1") in due(world(HELD, told))) is owed


@pytest.mark.parametrize(
    ("day", "keys", "told"),
    [
        ("2028-03-12", {"change": "U1"}, True),
        ("2028-03-12", {"change": "U2"}, False),
        ("2028-03-12", {"kind": "annual"}, True),
        ("2028-03-09", {"kind": "annual"}, False),
    ],
)
def test_a_notice_tells_of_the_change_it_names_or_of_all_before_it(
    day: str, keys: dict[str, str], *, told: bool
) -> None:
    notice: Telling = (day, "adp_notice", {"id": "N1", "exemption": "X1", **keys})
    made = world(HELD, changed("2028-03-10", significant="yes"), notice)
    assert (("change", "U1") not in due(made)) is told


def test_a_change_that_nobody_judged_is_flagged_and_to_be_judged() -> None:
    made = world(HELD, changed("2028-03-10"))
    answer = made.ask(ON, NOTICES, "X1")
    assert answer.flags == ("whether U1 is significant is not told",)
    assert ("judge_change", "U1") in due(made)
    notice: Telling = ("2028-03-12", "adp_notice", {"id": "N1", "exemption": "X1", "change": "U1"})
    assert ("judge_change", "U1") not in due(made.also(notice))


def test_resellers_are_bound_while_there_are_any() -> None:
    reseller: Telling = (START, "reseller", {"id": "R1", "state": "active"})
    made = world(HELD, reseller)
    assert ("bind_resellers", "X1") in due(made)
    assert "no deadline in the text for a notice of a change" in made.ask(ON, NOTICES, "X1").flags
    assert ("bind_resellers", "X1") not in due(
        made.also((ON, "exemption", {"id": "X1", "resellers_bound": "yes"}))
    )
    ended: Telling = (ON, "reseller", {"id": "R1", "state": "terminated"})
    assert ("bind_resellers", "X1") not in due(made.also(ended))


def test_a_resellers_exemption_has_that_resellers_changes_told_and_needs_it_bound() -> None:
    made = world(
        exemption(GRANTED, "granted", reseller="R1", adp="ADP1"),
        changed("2028-03-10", significant="yes"),
    )
    assert [kind for kind, _ in due(made)] == ["reseller_change", "bind_resellers", "annual"]
    clauses = made.ask(ON, NOTICES, "X1").clauses
    assert [NPRM.parts[NOTICES][kind] for kind, _ in due(made)] == [
        "7.306(f) s.2", "7.306(f) s.2", "7.306(f) s.3",
    ]  # fmt: skip
    assert clauses == ("7.306(f) s.2", "7.306(f) s.3")
