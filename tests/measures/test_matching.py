"""Examples of accounts that a measure reaches; the cases of 7.307(b) have the rest."""

import pytest

from knowntenant.facts.places import PLACES
from knowntenant.law.answer import UNKNOWN, YES
from knowntenant.measures.matching import Found, matches_of
from tests.world import World, controls, owns, world

MATCHING, UNSETTLED = "measures.matching_accounts", "measures.unsettled_accounts"
EFFECT = "measures.effect"
ON = "2027-02-01"


def ordered(**keys: str) -> World:
    return world(("2027-01-10", "order", {"id": "O1", **keys})).also(
        ("2026-01-01", "account", {"id": "A1", "customer": "C1", "state": "opened"})
    )


def rows(made: World, question: str = MATCHING) -> list[tuple[object, ...]]:
    found = made.ask(ON, question, "O1").value
    assert isinstance(found, tuple)
    return [tuple(row.values()) for row in found]


def test_an_order_that_is_not_told_reaches_nothing() -> None:
    answer = world().ask(ON, MATCHING, "O9")
    assert answer.value == ()
    assert answer.because[0].text == ("O9 reaches nothing: no determination O9 has been issued")


def test_owners_in_a_circle_are_walked_once() -> None:
    made = ordered(person="P1").also(
        owns("E1", "C1", "50"), owns("C1", "E1", "50"), owns("P1", "E1", "10")
    )
    assert rows(made) == [("A1", "owner", "E1")]


def test_of_several_reasons_the_first_is_given() -> None:
    made = ordered(person="P1").also(
        owns("P1", "C1", "1"),
        controls("P1", "C1"),
        ("2026-01-01", "on_behalf_of", {"holder": "C1", "person": "P1"}),
    )
    assert rows(made) == [("A1", "on_behalf_of", "P1")]


def test_a_nominee_of_a_nominee_is_seen_through() -> None:
    made = ordered(jurisdiction="KP").also(
        ("2026-01-01", "presence", {"person": "C1", "citizen": "US"}),
        ("2026-01-01", "on_behalf_of", {"holder": "C1", "person": "N1"}),
        ("2026-01-01", "presence", {"person": "N1", "located": "CH"}),
        ("2026-01-01", "on_behalf_of", {"holder": "N1", "person": "P1"}),
        ("2026-01-01", "presence", {"person": "P1", "located": "KP"}),
    )
    assert rows(made) == [("A1", "on_behalf_of", "P1")]


@pytest.mark.parametrize("state", ["closed", "refused"])
def test_an_account_that_is_over_is_not_reached(state: str) -> None:
    made = ordered(person="C1").also((ON, "account", {"id": "A1", "state": state}))
    assert rows(made) == []
    assert made.ask(ON, EFFECT, "A1").value == ()


def test_the_customer_of_several_accounts_hears_of_an_order_once() -> None:
    made = ordered(person="C1", prohibits="yes").also(
        ("2026-01-01", "account", {"id": "A2", "customer": "C1", "state": "opened"})
    )
    (row,) = _effects(made, "C1")
    assert (row["effect"], row["reached"]) == ("prohibited", YES)


def test_conditions_are_given_in_the_orders_words_and_a_silent_order_says_nothing() -> None:
    worded = ordered(person="C1", conditions="no accelerators")
    (row,) = _effects(worded, "A1")
    assert (row["effect"], row["conditions"]) == ("conditions", "no accelerators")
    (row,) = _effects(ordered(person="C1"), "A1")
    assert row["effect"] == "not_said"


def test_an_order_whose_end_is_open_still_reaches_with_its_state_unknown() -> None:
    made = ordered(person="C1").also(("2027-02-01", "extension", {"order": "O1"}))
    found = made.ask("2028-02-01", EFFECT, "A1").value
    assert isinstance(found, tuple)
    assert (found[0]["state"], found[0]["until"]) == (UNKNOWN, UNKNOWN)
    assert rows(made) == [("A1", "named", "C1")]


def test_an_account_of_which_nobody_is_told_as_holder_is_not_settled() -> None:
    made = world(
        ("2027-01-10", "order", {"id": "O1", "jurisdiction": "KP"}),
        ("2026-01-01", "account", {"id": "A1", "state": "opened"}),
    )
    assert rows(made, UNSETTLED) == [("A1", "place_not_told", "A1")]


def test_a_stranger_is_asked_about_and_somebody_told_is_not() -> None:
    assert "is the id that of" in ordered(person="P9").ask(ON, MATCHING, "O1").flags[0]
    for known in (
        ("2026-01-01", "presence", {"person": "P9", "located": "RU"}),
        ("2026-01-01", "reseller", {"id": "P9"}),
        ("2026-01-01", "ownership", {"owner": "P9", "owned": "E1", "percent": "5"}),
        ("2026-01-01", "account", {"id": "A2", "customer": "P9"}),
    ):
        assert ordered(person="P9").also(known).ask(ON, MATCHING, "O1").flags == ()


def test_an_order_that_nobody_told_finds_nobody() -> None:
    assert matches_of(world().inquiry(ON), "O9") == Found()


def test_both_named_is_reached_by_either_and_nobody_named_reaches_nobody() -> None:
    both = ordered(jurisdiction="KP", person="C1")
    assert rows(both) == [("A1", "named", "C1")]
    assert both.ask(ON, MATCHING, "O1").flags[0].startswith("O1 names a jurisdiction and a person")
    us = both.also(("2026-01-01", "presence", {"person": "C1", "citizen": "US"}))
    assert "as a US person" in us.ask(ON, MATCHING, "O1").flags[1]
    nobody = ordered().ask(ON, MATCHING, "O1")
    assert (nobody.value, nobody.because[0].text) == ((), "O1 names nobody and reaches nothing")


def test_a_beneficial_owner_there_leaves_an_account_of_a_us_entity_open() -> None:
    made = ordered(jurisdiction="KP").also(
        ("2026-01-01", "customer", {"id": "C1", "kind": "entity"}),
        ("2026-01-01", "presence", {"person": "C1", "organised_in": "US-DE"}),
        ("2026-01-01", "presence", {"person": "P1", "located": "KP"}),
        ("2026-01-01", "presence", {"person": "P2", "citizen": "DE"}),
        owns("P1", "C1", "30"),
        owns("P2", "C1", "30"),
    )
    assert rows(made, UNSETTLED) == [("A1", "owner_there", "P1")]


def test_a_nominee_account_and_a_reseller_account_are_found_from_the_person() -> None:
    made = ordered(person="P1").also(
        ("2026-01-01", "on_behalf_of", {"holder": "A1", "person": "P1"}),
        ("2026-01-01", "reseller", {"id": "P1", "account": "A2"}),
        ("2026-01-01", "account", {"id": "A2", "customer": "C2", "state": "opened"}),
    )
    assert rows(made) == [("A1", "on_behalf_of", "P1"), ("A2", "reseller_account", "P1")]


def test_somebody_without_an_account_yet_is_told_at_the_door() -> None:
    made = ordered(person="P9", prohibits="yes")
    (row,) = _effects(made, "P9")
    assert (row["order"], row["reached"]) == ("O1", YES)


def test_what_a_reseller_of_the_person_sold_involves_it_and_what_another_sold_does_not() -> None:
    made = ordered(person="P1").also(
        ("2026-01-01", "reseller", {"id": "R1", "account": "A9"}),
        controls("P1", "R1"),
        ("2026-01-01", "account", {"id": "A2", "customer": "C2", "reseller": "R1"}),
        ("2026-01-01", "account", {"id": "A3", "customer": "C2", "reseller": "R2"}),
    )
    assert rows(made) == [("A2", "through_reseller", "R1")]


def test_neither_a_share_of_nothing_nor_a_control_without_substance_involves_anybody() -> None:
    made = ordered(person="P1").also(owns("P1", "C1", "0"), controls("P1", "C1", substantial="no"))
    assert rows(made) == []
    assert made.ask(ON, EFFECT, "A1").value == ()


def test_an_account_of_what_is_no_iaas_product_is_not_reached() -> None:
    made = ordered(person="C1").also(
        ("2026-01-01", "product", {"id": "X1", "kind": "domain_registration"}),
        ("2026-01-01", "account", {"id": "A1", "product": "X1"}),
    )
    assert rows(made) == []


def test_a_reseller_account_is_reached_where_the_reseller_is() -> None:
    made = ordered(jurisdiction="KP").also(
        ("2026-01-01", "reseller", {"id": "R1", "account": "A1"}),
        ("2026-01-01", "presence", {"person": "R1", "organised_in": "KP"}),
        ("2026-01-01", "account", {"id": "A2", "customer": "C2", "beneficiary": "R1"}),
    )
    assert rows(made) == [("A1", "reseller_account", "R1"), ("A2", "on_behalf_of", "R1")]


def test_a_dry_run_needs_no_order_and_says_what_it_could_not_settle() -> None:
    made = ordered().also(
        ("2026-01-01", "presence", {"person": "C1", "located": "KP"}),
        ("2026-01-01", "account", {"id": "A2", "customer": "C2", "state": "requested"}),
    )
    answer = made.ask(ON, "measures.would_match", place=PLACES["KP"])
    assert answer.value == ({"account": "A1", "because": "located", "via": "C1"},)
    assert answer.because[0].text == "a measure against North Korea would reach 1 accounts"
    assert answer.flags == ("accounts not settled: 1",)


def test_an_account_hears_of_a_measure_against_the_place_where_its_holder_is() -> None:
    made = ordered(jurisdiction="KP", prohibits="no").also(
        ("2026-01-01", "presence", {"person": "C1", "located": "KP"}), owns("P2", "C1", "10")
    )
    (row,) = _effects(made, "A1")
    assert (row["effect"], row["reached"]) == ("conditions", YES)
    stranger = made.also(("2027-01-10", "order", {"id": "O2", "person": "P9"}))
    assert [row["order"] for row in _effects(stranger, "A1")] == ["O1"]


def _effects(made: World, of: str) -> tuple[dict[str, object], ...]:
    found = made.ask(ON, EFFECT, of).value
    assert isinstance(found, tuple)
    return found
