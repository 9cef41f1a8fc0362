"""Accounts that are held for somebody else."""

import pytest

from knowntenant.law.answer import Answer
from knowntenant.law.loading import load_pack
from tests.world import START, Telling, world

OFAC = load_pack("ofac")
AFFECTED = "sanctions.accounts_affected"
PERSON: Telling = (START, "customer", {"id": "C1", "kind": "individual"})
SDN: Telling = (START, "listed", {"person": "B1", "list": "sdn"})


def acts(holder: str, person: str, **keys: str) -> Telling:
    return START, "on_behalf_of", {"holder": holder, "person": person, **keys}


def account(**keys: str) -> Telling:
    return START, "account", {"id": "A1", "state": "opened", **keys}


def ask(*told: Telling) -> Answer[object]:
    return world(*told).inquiry(START, pack=OFAC).ask(AFFECTED)


HIT = ({"account": "A1", "person": "B1", "why": "acts_for_blocked"},)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((account(customer="C1"), acts("C1", "B1")), HIT),
        ((account(customer="C1"), acts("A1", "B1")), HIT),
        ((account(customer="C1", beneficiary="B1"),), HIT),
        ((account(), acts("A1", "B1")), HIT),
        ((account(customer="C1"), acts("C1", "P1"), acts("P1", "B1"), acts("P1", "C1")), HIT),
        ((account(customer="C1"), acts("C1", "B1", ended="yes")), ()),
        ((account(customer="C1", beneficiary="C1"),), ()),
    ],
)
def test_an_account_held_for_a_blocked_person_is_affected(
    told: tuple[Telling, ...], expected: object
) -> None:
    assert ask(PERSON, SDN, *told).value == expected


def test_of_whom_it_is_held_for_and_nothing_is_known_the_account_is_flagged() -> None:
    answer = ask(PERSON, account(customer="C1"), acts("C1", "深圳"))
    assert answer.value == ()
    assert answer.flags == ("whether 深圳, for whom A1 is held, is blocked is open",)


def test_whoever_controls_a_customer_is_flagged_while_it_is_open_whether_he_is_blocked() -> None:
    entity = (START, "customer", {"id": "C1", "kind": "entity"})
    control = [(START, "control", {"person": who, "over": "C1"}) for who in ("P1", "P2")]
    alert = (START, "screening_hit", {"id": "H1", "person": "P1", "listed": "sdn"})
    people = [(START, "person", {"id": who, "kind": "individual"}) for who in ("P1", "P2", "P3")]
    whole = (START, "ownership", {"owner": "P3", "owned": "C1", "percent": "100"})
    answer = ask(entity, account(customer="C1"), *control, alert, *people, whole)
    assert answer.value == ()
    assert answer.flags == ("whether P1, who acts for C1 of A1, is blocked is open",)
