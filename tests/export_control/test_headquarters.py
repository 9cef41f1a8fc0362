"""Headquarters in Country Group D:5 or Macau, of a company or its ultimate parent."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.export_control.parents import ultimate_parent
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.loading import load_pack
from knowntenant.law.pack import Pack
from tests.law.changed import changed
from tests.world import START, Telling, World, individual, owns, world

EAR = load_pack("ear-cloud")
SEAT = "export_control.d5_headquarters"
ON = "2028-02-29"


def seat(company: str, place: str) -> Telling:
    return START, "presence", {"person": company, "headquartered_in": place}


def parent(child: str, above: str, **keys: str) -> Telling:
    return START, "parent", {"child": child, "parent": above, **keys}


def ask(made: World, of: str = "C1", pack: Pack = EAR) -> Answer[object]:
    return made.inquiry(ON, pack=pack).ask(SEAT, of)


@given(held=st.integers(0, 100), majority=st.integers(30, 90))
def test_a_majority_is_more_than_the_packs_share(held: int, majority: int) -> None:
    made = world(
        seat("C1", "MY"), seat("E1", "CN"), parent("E1", "E1", ultimate="yes"),
        *individual("P1"), owns("E1", "C1", str(held)), owns("P1", "C1", str(100 - held)),
    )  # fmt: skip
    expected = YES if held > majority else NO
    assert ask(made, pack=changed(EAR, parent_share=majority)).value is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([seat("C1", "CN")], YES),
        ([seat("C1", "MY")], UNKNOWN),
        ([parent("C1", "C1", ultimate="yes")], UNKNOWN),
        ([seat("C1", "MY"), parent("C1", "C1")], NO),
        ([seat("C1", "MY"), parent("C1", "E1", ultimate="yes")], UNKNOWN),
        ([seat("C1", "MY"), seat("E1", "JP"), parent("C1", "E1", ultimate="yes")], NO),
        ([seat("E1", "JP"), parent("C1", "E1", ultimate="yes")], UNKNOWN),
        ([seat("C1", "MY"), seat("E1", "MO"), parent("C1", "E1", ultimate="yes")], YES),
        ([seat("E1", "MO"), parent("C1", "E1", ultimate="yes")], YES),
        ([seat("C1", "MY"), parent("C1", "E1"), parent("C1", "E2")], UNKNOWN),
        ([seat("C1", "MY"), parent("C1", "E1"), parent("E1", "C1")], UNKNOWN),
        ([seat("C1", "MY"), parent("C1", "E1", ended="yes"), parent("C1", "C1")], NO),
    ],
)
def test_what_is_stated_of_a_company_and_its_parents_comes_to(
    told: list[Telling], expected: object
) -> None:
    assert ask(world(*told)).value is expected


def test_the_seat_of_a_company_in_between_does_not_count() -> None:
    made = world(
        seat("C1", "MY"), seat("E1", "CN"), seat("E2", "US"),
        parent("C1", "E1"), parent("E1", "E2", ultimate="yes"),
    )  # fmt: skip
    assert ask(made).value is NO


def test_an_ultimate_parent_that_is_stated_goes_before_another_parent_and_before_shares() -> None:
    made = world(
        seat("C1", "MY"), seat("E2", "CN"), owns("E3", "C1", "100"),
        parent("C1", "E1"), parent("C1", "E2", ultimate="yes"),
    )  # fmt: skip
    assert ask(made).value is YES


def test_a_chain_that_may_go_on_is_open_and_says_where_it_leads() -> None:
    near = ask(world(seat("C1", "MY"), seat("E1", "CN"), owns("E1", "C1", "100")))
    assert (near.value, len(near.because)) == (YES, 3)
    assert near.flags == ("whether anybody stands above E1 is not stated",)
    far = ask(world(seat("C1", "MY"), seat("E1", "JP"), owns("E1", "C1", "100")))
    assert (far.value, far.flags) == (UNKNOWN, ("who stands above E1 is not stated",))


def test_its_own_location_is_said_to_be_elsewhere_only_where_that_is_known() -> None:
    known = world(seat("C1", "MY"), seat("E1", "CN"), parent("C1", "E1", ultimate="yes"))
    assert ask(known).flags == (
        "C1 itself is not headquartered in D:5 or Macau; its ultimate parent is",
    )
    assert ask(world(seat("E1", "CN"), parent("C1", "E1", ultimate="yes"))).flags == ()


def test_an_individual_has_no_head_office_and_ends_a_chain() -> None:
    people = world(*individual("P1", "CN"), seat("C1", "MY"), owns("P1", "C1", "100"))
    assert ask(people, "P1").value is NO
    assert ask(people).value is NO


def test_a_holding_that_has_ended_or_has_no_size_leaves_the_parent_open() -> None:
    for percent in ({"percent": "0"}, {}):
        held = (START, "ownership", {"owner": "E1", "owned": "C1", **percent})
        assert ask(world(seat("C1", "MY"), held)).value is UNKNOWN


def test_a_chain_of_five_thousand_parents_is_followed() -> None:
    names = ["C1", *(f"E{n}" for n in range(5000))]
    told = [owns(above, below, "51") for below, above in pairwise(names)]
    made = world(*told, seat("C1", "MY"), seat("E4999", "CN"), parent("E4999", "E4999"))
    assert ask(made).value is YES
    assert ultimate_parent(made.inquiry(ON, pack=EAR), "C1").company == "E4999"


def test_companies_that_hold_a_majority_together_leave_the_parent_open() -> None:
    held = (owns("E1", "C1", "40"), owns("E2", "C1", "40"), owns("P1", "C1", "20"))
    above = (owns("E3", "E1", "100"), owns("E3", "E2", "100"), seat("E3", "CN"))
    answer = ask(world(seat("C1", "MY"), *individual("P1"), *held, *above))
    assert answer.value is UNKNOWN
    assert "E1, E2 may have a parent in common" in answer.flags[0]
    few = (owns("E1", "C1", "50"), owns("P1", "C1", "50"))
    assert ask(world(seat("C1", "MY"), *individual("P1"), *few)).value is NO
    some = (owns("E1", "C1", "30"), owns("P1", "C1", "40"))  # 30 more are not stated
    assert ask(world(seat("C1", "MY"), *individual("P1"), *some)).value is UNKNOWN


@pytest.mark.parametrize(
    ("substantial", "expected"), [("yes", UNKNOWN), (None, UNKNOWN), ("no", NO)]
)
def test_a_company_in_control_may_be_the_parent(substantial: str | None, expected: object) -> None:
    keys = {"person": "E1", "over": "C1", **({"substantial": substantial} if substantial else {})}
    told = (seat("E1", "CN"), *individual("P1"), owns("P1", "C1", "100"))
    answer = ask(world(seat("C1", "MY"), *told, (START, "control", keys)))
    assert answer.value is expected
    assert any("E1 controls C1" in flag for flag in answer.flags) is (expected is UNKNOWN)


def test_an_individual_in_control_stands_above_nobody_and_a_no_is_flagged() -> None:
    director = (START, "control", {"person": "P1", "over": "C1", "substantial": "yes"})
    answer = ask(world(seat("C1", "MY"), *individual("P1"), owns("P1", "C1", "100"), director))
    assert (answer.value, len(answer.flags)) == (NO, 1)
    assert "only head offices are looked at" in answer.flags[0]


def test_a_place_of_which_the_list_is_uncertain_leaves_the_answer_open() -> None:
    made = world(seat("C1", "ET"), parent("C1", "C1", ultimate="yes"))
    assert ask(made).value is UNKNOWN
