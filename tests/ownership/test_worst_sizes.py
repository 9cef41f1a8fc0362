"""Worst sizes: deep chains, wide rows and dense circles are answered, without a recursion error."""

from itertools import pairwise

import pytest

from knowntenant.law.answer import UNKNOWN
from tests.ownership.graphs import ROOT
from tests.world import World, controls, entity, individual, owns, world

BO, SHARE = "ownership.beneficial_owners", "ownership.share"
ON = "2027-02-01"
ANSWERED = ("2025-01-01", "customer", {"id": ROOT, "control_answered": "yes"})


def owners_of(made: World) -> object:
    """Give the beneficial owners of the root."""
    value = made.ask(ON, BO, ROOT).value
    return set(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("share", ["100", "99"])
def test_a_chain_of_five_thousand_owners_is_answered(share: str) -> None:
    names = [ROOT, *(f"E{n}" for n in range(5000)), "P1"]
    edges = [owns(owner, owned, share) for owned, owner in pairwise(names)]
    made = world(*entity(ROOT), *individual("P1", "VN"), *edges, ANSWERED)
    found = owners_of(made)
    assert found == ({"P1"} if share == "100" else UNKNOWN)


def test_a_chain_of_two_thousand_in_control_is_answered() -> None:
    names = [ROOT, *(f"E{n}" for n in range(2000)), "P1"]
    edges = [controls(by, over) for over, by in pairwise(names)]
    assert owners_of(world(*entity(ROOT), *individual("P1", "VN"), *edges)) == {"P1"}


def test_ten_thousand_direct_holders_are_answered() -> None:
    edges = [owns(f"H{n}", ROOT, "0.0075") for n in range(10_000)]
    made = world(*entity(ROOT), *individual("P1", "VN"), *edges, owns("P1", ROOT, "25"))
    assert owners_of(made) == {"P1"}


def test_forty_entities_that_all_hold_each_other_are_answered() -> None:
    names = [ROOT, *(f"E{n}" for n in range(39))]
    edges = [owns(a, b, "2") for a in names for b in names if a != b]
    made = world(*entity(ROOT), *individual("P1", "VN"), *edges)
    people = made.also(*(owns("P1", name, "22") for name in names))
    assert people.ask(ON, SHARE, ROOT, owner="P1").value == 100
    assert owners_of(people) == {"P1"}
