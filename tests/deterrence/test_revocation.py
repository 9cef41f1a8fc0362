"""What comes back on the day on which an exemption is taken away."""

import pytest

from knowntenant.law.pack import Pack
from tests.deterrence.told import exemption, foreigner, opened
from tests.law.toy import packs
from tests.world import START, Telling, World, world

__all__ = ["packs"]

BACK = "deterrence.reactivated"
GRANTED, REVOKED = "2027-01-01", "2028-02-29"
LOST = (exemption(GRANTED, "granted"), exemption(REVOKED, "revoked"))


def back(made: World, on: str = REVOKED) -> list[str]:
    """Give the accounts whose tasks are back."""
    value = made.ask(on, BACK).value
    assert isinstance(value, tuple)
    return [str(row["account"]) for row in value]


def test_tasks_are_back_the_same_day_and_not_a_day_before(packs: Pack) -> None:
    made = world(*LOST, *foreigner("Nguyễn"), opened("A1", "Nguyễn"))
    assert back(made, "2028-02-28") == []
    answer = made.inquiry(REVOKED, pack=packs).ask(BACK)
    assert answer.value == (
        {"account": "A1", "since": made.inquiry(REVOKED).day, "exemption": "X1"},
    )
    assert "7.306(g)" in answer.clauses
    assert made.inquiry("2028-06-01").ask(BACK, of="A1").value == answer.value
    assert made.inquiry("2028-06-01").ask(BACK, of="A2").value == ()


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ((opened("A1", "C1", "2028-02-29"),), ["A1"]),
        ((opened("A1", "C1", "2028-03-01"),), []),
        ((("2026-01-01", "account", {"id": "A1", "customer": "C1", "state": "closed"}),), []),
        ((opened("A1", "C1"), exemption(START, "granted", "X9", lessee="C1")), []),
    ],
)
def test_what_was_open_and_is_not_spared_by_another_exemption_comes_back(
    told: tuple[Telling, ...], found: list[str]
) -> None:
    assert back(world(*LOST, *foreigner("C1"), *told), "2028-03-02") == found


def test_what_was_never_granted_brings_nothing_back() -> None:
    made = world(*foreigner("C1"), opened("A1", "C1"), exemption(REVOKED, "revoked"))
    assert back(made) == []


def test_an_exemption_that_is_granted_again_spares_again() -> None:
    made = world(*LOST, *foreigner("C1"), opened("A1", "C1"), exemption("2028-05-01", "granted"))
    assert back(made, "2028-04-30") == ["A1"]
    assert back(made, "2028-05-01") == []


def test_the_latest_revocation_is_the_one_that_counts() -> None:
    later = (exemption(GRANTED, "granted", "X2"), exemption("2028-03-10", "revoked", "X2"))
    made = world(*LOST, *later, *foreigner("C1"), opened("A1", "C1"))
    assert back(made) == []
    answer = made.ask("2028-03-10", BACK)
    assert isinstance(answer.value, tuple)
    assert [(row["exemption"], str(row["since"])) for row in answer.value] == [("X2", "2028-03-10")]


def test_accounts_of_us_persons_owe_nothing_and_open_questions_are_flagged() -> None:
    made = world(
        *LOST,
        (START, "customer", {"id": "C2", "kind": "individual"}),
        (START, "presence", {"person": "C2", "citizen": "US", "basis": "document"}),
        opened("A2", "C2"),
        opened("A3", "C3"),
    )
    assert back(made) == []
    assert "whether A3 is in scope is not known" in made.ask(REVOKED, BACK).flags


def test_a_resellers_lost_exemption_brings_back_what_is_held_through_it() -> None:
    lost = (
        exemption(GRANTED, "granted", reseller="R1"),
        exemption(REVOKED, "revoked", reseller="R1"),
    )
    made = world(*lost, *foreigner("C1"), opened("A1", "C1", reseller="R1"), opened("A2", "C1"))
    assert back(made) == ["A1"]
