"""Which places a jurisdiction names, and where a person is."""

import pytest

from knowntenant.facts.places import PLACES
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.measures.reach import Doubt, reaches, standing, whereabouts
from tests.world import World, world

ON = "2027-02-01"


@pytest.mark.parametrize(
    ("named", "place", "reached"),
    [
        ("CN", "CN", YES),
        ("CN", "CN-XJ", YES),
        ("CN", "HK", UNKNOWN),
        ("CN", "TW", NO),
        ("CN-XJ", "CN", UNKNOWN),
        ("CN-XJ", "CN-XZ", NO),
        ("UA", "UA-43", UNKNOWN),
        ("UA-43", "UA", UNKNOWN),
        ("HK", "HK", YES),
        ("HK", "CN-XJ", NO),
        ("DE", "VN", NO),
    ],
)
def test_a_country_names_its_regions_and_a_region_not_its_country(
    named: str, place: str, reached: Verdict
) -> None:
    assert reaches(PLACES[named], PLACES[place]) is reached


def test_every_place_is_reached_by_its_own_name() -> None:
    assert {reaches(place, place) for place in PLACES.values()} == {YES}


def presence(**keys: str | list[str]) -> World:
    return world(("2027-01-01", "presence", {"person": "P1", **keys}))


@pytest.mark.parametrize(
    ("keys", "stands"),
    [
        ({"located": "IR"}, (YES, None)),
        ({"located": "IR", "citizen": "US"}, (NO, None)),
        ({"located": "DE", "citizen": "IR"}, (NO, None)),
        ({"citizen": "IR"}, (UNKNOWN, Doubt.OTHER_SIGN)),
        ({"resident": "IR"}, (UNKNOWN, Doubt.OTHER_SIGN)),
        ({"citizen": "DE"}, (UNKNOWN, Doubt.PLACE_NOT_TOLD)),
        ({"citizen": "US"}, (NO, None)),
        ({"organised_in": "IR"}, (YES, None)),
        ({"organised_in": "IR", "headquartered_in": "DE"}, (NO, None)),
        ({"organised_in": "DE", "headquartered_in": "IR"}, (YES, None)),
        ({"headquartered_in": "DE", "located": "IR"}, (UNKNOWN, Doubt.OTHER_SIGN)),
        ({"headquartered_in": "US", "located": "IR"}, (NO, None)),
        ({"located": "IR", "basis": "ip_address"}, (UNKNOWN, Doubt.OTHER_SIGN)),
        ({"located": "DE", "basis": "ip_address"}, (UNKNOWN, Doubt.PLACE_NOT_TOLD)),
    ],
)
def test_where_a_person_is_decides_and_signs_leave_it_open(
    keys: dict[str, str], stands: tuple[Verdict, Doubt | None]
) -> None:
    assert standing(presence(**keys).inquiry(ON), "P1", PLACES["IR"]) == stands


def test_of_whom_nothing_is_told_the_place_is_not_told() -> None:
    assert standing(world().inquiry(ON), "P1", PLACES["IR"]) == (UNKNOWN, Doubt.PLACE_NOT_TOLD)


def test_read_literally_an_entity_is_at_every_office() -> None:
    inquiry = presence(headquartered_in="DE", located="IR").inquiry(ON, readings={"D17": "literal"})
    assert standing(inquiry, "P1", PLACES["IR"]) == (YES, None)


def test_a_branch_is_where_it_is_and_else_where_its_head_is() -> None:
    head = ("2027-01-01", "presence", {"person": "HEAD", "organised_in": "IR"})
    made = presence(branch_of="HEAD").also(head)
    assert [str(p) for p in whereabouts(made.inquiry(ON), "P1").located] == ["Iran"]
    elsewhere = presence(branch_of="HEAD", located="DE").also(head)
    assert standing(elsewhere.inquiry(ON), "P1", PLACES["IR"]) == (NO, None)
    circle = presence(branch_of="P1")
    assert whereabouts(circle.inquiry(ON), "P1").located == ()


def test_a_branch_abroad_of_a_us_entity_is_not_reached() -> None:
    made = presence(branch_of="HEAD", located="IR").also(
        ("2027-01-01", "presence", {"person": "HEAD", "organised_in": "US-DE"})
    )
    assert standing(made.inquiry(ON), "P1", PLACES["IR"]) == (NO, None)


def test_an_address_that_looks_foreign_is_a_sign_beside_the_place_told() -> None:
    made = presence(located="DE").also(
        ("2027-01-02", "presence", {"person": "P1", "located": "IR", "basis": "ip_address"})
    )
    assert standing(made.inquiry(ON), "P1", PLACES["IR"]) == (UNKNOWN, Doubt.OTHER_SIGN)


@pytest.mark.parametrize(
    ("named", "located", "doubt"),
    [("CN", "HK", Doubt.TERRITORY), ("CN-XJ", "CN", Doubt.REGION_NOT_TOLD)],
)
def test_a_place_told_too_widely_or_with_a_law_of_its_own_is_left_to_a_person(
    named: str, located: str, doubt: Doubt
) -> None:
    inquiry = presence(located=located).inquiry(ON)
    assert standing(inquiry, "P1", PLACES[named]) == (UNKNOWN, doubt)


def test_a_branch_of_a_head_of_which_nothing_is_told_has_no_known_status() -> None:
    inquiry = presence(branch_of="HEAD", located="IR").inquiry(ON)
    assert standing(inquiry, "P1", PLACES["IR"]) == (UNKNOWN, Doubt.STATUS_UNKNOWN)
