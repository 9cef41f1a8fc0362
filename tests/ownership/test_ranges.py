"""Shares told as a range: the least counts, and what it may be more stays open."""

from fractions import Fraction

import pytest

from knowntenant.facts.types import Control, Ownership
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.loading import load_pack
from tests.world import START, Telling, controls, world

DAY = "2026-01-01"
OFAC = load_pack("ofac")


def ranged(owner: str, owned: str, least: str, most: str, day: str = START) -> Telling:
    """Tell a holding of which only a range is known."""
    told = {"percent": "none", "at_least": least, "at_most": most}
    return day, "ownership", {"owner": owner, "owned": owned, **told}


@pytest.mark.parametrize(
    ("least", "other", "expected"),
    [("50", "0", YES), ("25", "50.01", NO), ("25", "50", UNKNOWN), ("0", "49", UNKNOWN)],
)
def test_a_range_blocks_by_its_least_and_leaves_open_what_it_may_reach(
    least: str, other: str, expected: object
) -> None:
    inquiry = world(
        (START, "customer", {"id": "C1", "kind": "entity"}),
        (START, "person", {"id": "P1", "kind": "individual"}),
        (START, "person", {"id": "P2", "kind": "individual"}),
        (START, "listed", {"person": "P1", "list_name": "sdn"}),
        ranged("P1", "C1", least, "75"), ranged("P2", "C1", other, "100"),
    ).inquiry(DAY, pack=OFAC)  # fmt: skip
    assert inquiry.ask("sanctions.blocked", "C1").value is expected


def test_an_owner_by_the_least_of_a_range_is_a_beneficial_owner() -> None:
    answer = world(
        (START, "customer", {"id": "C1", "kind": "entity", "control_answered": "yes"}),
        (START, "person", {"id": "P1", "kind": "individual"}),
        ranged("P1", "C1", "25", "50"),
    ).ask(DAY, "ownership.beneficial_owners", "C1")
    assert answer.value == ("P1",)


def test_an_exact_share_told_later_goes_before_the_range_and_a_range_before_it() -> None:
    made = world(
        ranged("P1", "C1", "25", "50"),
        ("2025-06-01", "ownership", {"owner": "P1", "owned": "C1", "percent": "30"}),
        ranged("P1", "C1", "50", "75", "2025-09-01"),
    )
    for day, least in (("2025-05-31", 25), ("2025-06-01", 30), ("2025-09-01", 50)):
        (edge,) = made.inquiry(day).where(Ownership, owned="C1")
        assert edge.surely == Fraction(least)


def test_a_control_that_has_ended_counts_no_more_whatever_it_was() -> None:
    made = world(
        (START, "customer", {"id": "C1", "kind": "entity", "control_answered": "yes"}),
        controls("P1", "C1", role="chief_executive", substantial="yes"),
        ("2025-06-01", "control", {"person": "P1", "over": "C1", "ended": "yes"}),
    )
    for day, owners in (("2025-05-31", ("P1",)), ("2025-06-01", UNKNOWN)):
        assert made.ask(day, "ownership.beneficial_owners", "C1").value == owners
    (control,) = made.inquiry(DAY).where(Control, over="C1")
    assert not control.counts
