"""Embargoed places."""

from dataclasses import replace

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.loading import load_pack
from tests.world import START, world

OFAC = load_pack("ofac")
PLACE = "sanctions.embargoed_place"


@pytest.mark.parametrize(
    ("presence", "expected"),
    [
        ({"located": "IR"}, YES),
        ({"headquartered_in": "Cuba"}, YES),
        ({"organised_in": "KP"}, YES),
        ({"resident": ["KP", "FR"]}, YES),
        ({"located": "UA-43"}, YES),
        ({"located": "Sevastopol"}, YES),
        ({"located": "DNR"}, UNKNOWN),
        ({"located": "UA"}, UNKNOWN),
        ({"located": "Kyiv"}, NO),
        ({"resident": "UA", "located": "UA-30"}, NO),
        ({"resident": "UA", "located": "FR"}, UNKNOWN),
        ({"organised_in": "UA", "headquartered_in": "Львів"}, NO),
        ({"organised_in": "UA", "headquartered_in": "UA"}, UNKNOWN),
        ({"located": "SY"}, NO),
        ({"citizen": "IR"}, UNKNOWN),
        ({"citizen": "IR", "located": "DE"}, NO),
        ({"citizen": "CU", "located": "DE"}, UNKNOWN),
        ({"organised_in": "AE"}, UNKNOWN),
        ({"organised_in": "AE", "located": "AE"}, UNKNOWN),
        ({"organised_in": "AE", "headquartered_in": "AE"}, NO),
        ({"resident": ["FR"]}, NO),
    ],
)
def test_a_place_counts_where_somebody_is_or_is_settled(
    presence: dict[str, str | list[str]], expected: object
) -> None:
    made = world((START, "presence", {"person": "P1", **presence}))
    assert made.inquiry(START, pack=OFAC).ask(PLACE, "P1").value is expected


def test_citizenship_is_flagged_only_where_the_place_does_not_decide() -> None:
    cuban = {"person": "P1", "citizen": "CU"}
    abroad = world((START, "presence", {**cuban, "located": "ES"})).inquiry(START, pack=OFAC)
    assert abroad.ask(PLACE, "P1").flags[-1] == "caution: P1 is a citizen of Cuba"
    assert abroad.ask(PLACE, "P1").clauses == ("515.201",)
    there = world((START, "presence", {**cuban, "located": "CU"})).inquiry(START, pack=OFAC)
    assert [flag for flag in there.ask(PLACE, "P1").flags if "caution" in flag] == []


def test_a_no_says_when_the_place_of_use_is_not_told() -> None:
    here = (START, "presence", {"person": "P1", "located": "DE"})
    used = (START, "contact", {"person": "P1", "use_locations": ["DE"]})
    untold = world(here).inquiry(START, pack=OFAC).ask(PLACE, "P1")
    told = world(here, used).inquiry(START, pack=OFAC).ask(PLACE, "P1")
    assert (untold.value, untold.flags) == (NO, ("where the product is used is not told",))
    assert (told.value, told.flags) == (NO, ())


def test_the_places_of_use_count_and_a_contact_without_any_adds_nothing() -> None:
    made = world(
        (START, "contact", {"person": "P1", "use_locations": ["IR"]}),
        (START, "contact", {"person": "P2", "email": "x@example.org"}),
    ).inquiry(START, pack=OFAC)
    answer = made.ask(PLACE, "P1")
    assert (answer.value, answer.clauses) == (YES, ("560.204",))
    assert made.ask(PLACE, "P2").value is UNKNOWN


def test_the_list_is_the_packs() -> None:
    made = world((START, "presence", {"person": "P1", "located": "IR"}))
    free = replace(OFAC, lists={**OFAC.lists, "embargoed_places": {}})
    assert made.inquiry(START, pack=free).ask(PLACE, "P1").value is NO
