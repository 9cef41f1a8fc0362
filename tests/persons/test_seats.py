"""Places of persons against a list of places."""

from knowntenant.facts.places import PLACES
from knowntenant.law.law import Law
from knowntenant.law.loading import load_pack
from knowntenant.persons.seats import entry_of_place, head_presence, places_of
from tests.world import START, world

OFAC = Law(load_pack("ofac"))


def test_a_smaller_place_counts_with_the_larger_and_its_own_row_goes_first() -> None:
    sevastopol = entry_of_place(OFAC, "embargoed_places", PLACES["UA-40"])
    donetsk = entry_of_place(OFAC, "embargoed_places", PLACES["UA-14"])
    assert sevastopol is not None
    assert donetsk is not None
    assert (sevastopol.value, donetsk.answer) == ("UA-43", "unknown")
    assert entry_of_place(OFAC, "embargoed_places", PLACES["UA"]) is None


def test_a_branch_is_where_its_company_is_and_a_circle_of_branches_ends() -> None:
    made = world(
        (START, "presence", {"person": "B1", "branch_of": "B2"}),
        (START, "presence", {"person": "B2", "branch_of": "E1"}),
        (START, "presence", {"person": "E1", "headquartered_in": "CN", "organised_in": "HK"}),
        (START, "presence", {"person": "X1", "branch_of": "X2"}),
        (START, "presence", {"person": "X2", "branch_of": "X1"}),
    ).inquiry(START)
    head = head_presence(made, "B1")
    assert head is not None
    assert [str(place) for _, place in places_of(head)] == ["Hong Kong", "China"]
    circle = head_presence(made, "X1")
    assert circle is not None
    assert list(places_of(circle)) == []
    assert head_presence(made, "nobody") is None


def test_residence_is_a_place_and_citizenship_is_none() -> None:
    keys = {"person": "P1", "citizen": "CU", "resident": ["ES", "IR"], "located": "FR"}
    found = head_presence(world((START, "presence", keys)).inquiry(START), "P1")
    assert found is not None
    assert [place.code for _, place in places_of(found)] == ["FR", "ES", "IR"]
