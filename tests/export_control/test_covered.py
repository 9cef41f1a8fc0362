"""Covered persons, US persons, and what covered persons own."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.export_control.covered import covered_share
from knowntenant.export_control.foreign import us_person
from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.loading import load_pack
from tests.law.changed import changed
from tests.world import START, Telling, controls, owns, world

DSP = load_pack("doj-dsp")
COVERED = "export_control.covered_person"


def presence(person: str, **keys: str) -> Telling:
    return START, "presence", {"person": person, **keys}


def kind(person: str, of: str) -> Telling:
    return START, "person", {"id": person, "kind": of}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((), UNKNOWN),
        ((presence("P1", citizen="US", located="CN"),), YES),
        ((presence("P1", citizen="VN", resident="US"),), YES),
        ((presence("P1", citizen="VN", located="US"),), YES),
        ((presence("P1", citizen="VN", located="VN"),), NO),
        ((presence("P1", citizen="VN"),), NO),
        ((presence("P1", organised_in="US-DE", headquartered_in="CN"),), YES),
        ((presence("P1", organised_in="GB", headquartered_in="US"),), NO),
        ((presence("P1", headquartered_in="US"),), UNKNOWN),
        ((kind("P1", "entity"), presence("P1", located="US")), UNKNOWN),
        ((presence("P1", located="US"),), YES),
        ((presence("P1", branch_of="E1"), presence("E1", organised_in="US")), YES),
        ((presence("P1", located="VN", basis="ip_address"),), UNKNOWN),
        ((presence("P1", located="VN"),), UNKNOWN),
        ((presence("P1", branch_of="nobody"),), UNKNOWN),
    ],
)
def test_a_us_person_is_told_by_citizenship_residence_law_or_place(
    told: tuple[Telling, ...], expected: object
) -> None:
    assert us_person(world(*told).inquiry(START, pack=DSP), "P1") is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((), UNKNOWN),
        ((presence("P1", citizen="CN", located="CN"),), YES),
        ((presence("P1", citizen="CN", located="HK"),), YES),
        ((presence("P1", citizen="CN", located="TW"),), UNKNOWN),
        ((presence("P1", citizen="CN", located="TW", resident="TW"),), NO),
        ((presence("P1", citizen="TW", located="TW"),), NO),
        ((presence("P1", citizen="CN", located="DE", resident="CN"),), UNKNOWN),
        (((START, "presence", {"person": "P1", "resident": ["DE", "CN"]}),), UNKNOWN),
        ((kind("P1", "individual"), presence("P1", located="DE")), UNKNOWN),
        ((kind("P1", "individual"), presence("P1", located="CN")), UNKNOWN),
        ((presence("P1", citizen="CN"),), UNKNOWN),
        ((presence("P1", citizen="FR", resident="RU"),), YES),
        ((presence("P1", citizen="CN", located="US"),), NO),
        ((presence("P1", organised_in="DE", headquartered_in="DE"),), UNKNOWN),
        ((presence("P1", organised_in="DE"), owns("P2", "P1", "100")), UNKNOWN),
        (((START, "listed", {"person": "P1", "list": "dsp_covered_persons"}),), YES),
        (
            (
                presence("P1", citizen="US", located="US"),
                (START, "listed", {"person": "P1", "list": "dsp_covered_persons"}),
            ),
            YES,
        ),
        (
            (
                presence("P1", citizen="FR", located="FR"),
                (
                    START,
                    "screening_hit",
                    {"id": "H", "person": "P1", "listed": "dsp_covered_persons"},
                ),
            ),
            UNKNOWN,
        ),
    ],
)
def test_a_covered_person_is_told_by_designation_place_or_owner(
    told: tuple[Telling, ...], expected: object
) -> None:
    assert world(*told).inquiry(START, pack=DSP).ask(COVERED, "P1").value is expected


def test_an_entity_whose_owners_are_all_known_and_free_is_none() -> None:
    made = world(
        presence("E1", organised_in="DE", headquartered_in="DE"),
        presence("P1", citizen="DE", located="DE"), owns("P1", "E1", "100"),
    )  # fmt: skip
    assert made.inquiry(START, pack=DSP).ask(COVERED, "E1").value is NO


@given(share=st.integers(1, 100), held=st.integers(1, 100))
def test_the_share_that_covers_is_the_packs(share: int, held: int) -> None:
    made = world(
        presence("E1", organised_in="SG", headquartered_in="SG"),
        presence("E2", organised_in="CN", headquartered_in="CN"),
        presence("P1", citizen="DE", located="DE"),
        owns("E2", "E1", str(held)), owns("P1", "E1", str(100 - held)),
    )  # fmt: skip
    pack = changed(DSP, covered_person_ownership_share=share)
    expected = YES if held >= share else NO
    assert made.inquiry(START, pack=pack).ask(COVERED, "E1").value is expected


def test_a_covered_holder_counts_whole_and_what_is_behind_it_not_again() -> None:
    made = world(
        presence("US1", organised_in="US"),
        presence("E1", organised_in="CN", headquartered_in="CN"),
        presence("E2", organised_in="CN", headquartered_in="CN"),
        presence("P1", citizen="DE", located="DE"),
        owns("E1", "US1", "30"), owns("E2", "E1", "100"), owns("P1", "US1", "50"),
        controls("E2", "US1"),
    )  # fmt: skip
    held = covered_share(made.inquiry(START, pack=DSP), "US1")
    assert (held.sure, held.most, held.owners) == (Fraction(3, 10), Fraction(1, 2), ("E1",))


def test_of_an_individual_nobody_owns_anything() -> None:
    made = world(presence("P1", citizen="US", located="US")).inquiry(START, pack=DSP)
    assert covered_share(made, "P1").most == 0


def test_through_a_us_shell_that_is_not_covered_its_holders_cover_what_it_holds() -> None:
    made = world(
        presence("E1", organised_in="CN", headquartered_in="CN"),
        presence("US1", organised_in="US-DE"), presence("P1", citizen="FR", located="FR"),
        presence("E2", organised_in="SG", headquartered_in="SG"),
        owns("E1", "US1", "50"), owns("P1", "US1", "50"),
        owns("US1", "E2", "50"), owns("P1", "E2", "50"),
    )  # fmt: skip
    inquiry = made.inquiry(START, pack=DSP)
    assert [inquiry.ask(COVERED, of).value for of in ("US1", "E2")] == [NO, YES]
    less = made.also(owns("E1", "US1", "49"), owns("P1", "US1", "51")).inquiry(START, pack=DSP)
    assert less.ask(COVERED, "E2").value is NO


@pytest.mark.parametrize(("held", "expected"), [("50", Fraction(2, 5)), ("49", Fraction(49, 250))])
def test_a_us_shell_that_covered_persons_hold_at_the_share_counts_whole(
    held: str, expected: Fraction
) -> None:
    made = world(
        presence("E1", organised_in="CN", headquartered_in="CN"),
        presence("US1", organised_in="US"), presence("US2", organised_in="US-DE"),
        presence("P1", citizen="DE", located="DE"),
        owns("E1", "US2", held), owns("P1", "US2", str(100 - int(held))),
        owns("US2", "US1", "40"), owns("P1", "US1", "60"),
    )  # fmt: skip
    found = covered_share(made.inquiry(START, pack=DSP), "US1")
    assert (found.sure, found.most) == (expected, expected)
