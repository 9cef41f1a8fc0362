"""Who stands on a list: by a listing, or by a screening hit that a person judged."""

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.loading import load_pack
from knowntenant.persons.listings import standings, verdict_of
from tests.world import Telling, world

OFAC, AFFILIATES = load_pack("ofac"), load_pack("affiliates-50")
DAY = "2028-02-29"


def hit(**keys: str) -> Telling:
    return DAY, "screening_hit", {"id": "H1", "person": "阮文", **keys}


def listed(**keys: str) -> Telling:
    return DAY, "listed", {"person": "阮文", "list": "sdn", **keys}


def on_blocking_lists(*told: Telling) -> Verdict:
    inquiry = world(*told).inquiry(DAY, pack=OFAC)
    return verdict_of(standings(inquiry, "阮文", "blocking_lists"))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((), NO),
        ((listed(),), YES),
        ((listed(list="SDN"),), YES),
        ((listed(list="SDN-List"),), YES),
        ((listed(ended="yes"),), NO),
        ((listed(list="entity_list"),), NO),
        ((listed(list="somebody's list"),), UNKNOWN),
        ((hit(listed="sdn"),), UNKNOWN),
        ((hit(listed="sdn", disposition="open"),), UNKNOWN),
        ((hit(listed="sdn", disposition="confirmed"),), YES),
        ((hit(listed="sdn", disposition="cleared"),), NO),
        ((hit(disposition="confirmed"),), UNKNOWN),
        ((hit(listed="meu", disposition="confirmed"),), NO),
        ((hit(listed="sdn"), listed()), YES),
    ],
)
def test_what_a_listing_or_a_hit_comes_to(told: tuple[Telling, ...], expected: Verdict) -> None:
    assert on_blocking_lists(*told) is expected


@pytest.mark.parametrize(
    ("programme", "expected"),
    [
        ("RUSSIA-EO14024", YES),
        ("sdgt", YES),
        ("RUSSIA EO14024", YES),
        ("SDGT; IFSR", YES),
        ("[RUSSIA-EO14024] [SDGT]", YES),
        ("IFSR SDGT", YES),
        ("CUBA", NO),
        ("CUBA, IFSR", NO),
        ("CAATSA - RUSSIA", NO),
        ("SOUTH SUDAN", NO),
        ("EO14024", UNKNOWN),
        ("unknown", UNKNOWN),
        ("CUBA; NEW1", UNKNOWN),
        ("[]", UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_of_a_list_of_which_some_programmes_count_the_programme_is_asked(
    programme: str | None, expected: Verdict
) -> None:
    keys = {} if programme is None else {"programme": programme}
    inquiry = world(listed(**keys)).inquiry(DAY, pack=AFFILIATES)
    assert verdict_of(standings(inquiry, "阮文", "restricted_lists")) is expected


def test_the_surest_standing_comes_first_and_each_names_its_facts() -> None:
    made = world(listed(list="somebody's list"), hit(listed="sdn"), listed())
    found = standings(made.inquiry(DAY, pack=OFAC), "阮文", "blocking_lists")
    assert [one.verdict for one in found] == [YES, UNKNOWN, UNKNOWN]
    assert [one.facts for one in found] == [("fact 3",), ("fact 1",), ("fact 2",)]
