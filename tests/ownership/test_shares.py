from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.ownership.shares import direct_shares, raised, shares_of, widest_shares
from tests.ownership.graphs import (
    ENTITIES,
    ROOT,
    Held,
    along_paths,
    graph,
    holdings,
    round_after_round,
    total,
)

HALF = Fraction(1, 2)
SHARES = st.fractions(0, 1, max_denominator=40)


@given(holdings(cycles=False))
def test_shares_are_the_sum_over_all_paths(held: Held) -> None:
    assert shares_of(graph(held)) == along_paths(held)


@given(holdings(cycles=True))
def test_shares_round_cycles_are_what_endless_rounds_would_bring(held: Held) -> None:
    exact = shares_of(graph(held))
    arrived, moving = round_after_round(held, 40)
    for person in exact.keys() | arrived.keys():
        had = arrived.get(person, Fraction(0))
        assert had <= exact.get(person, Fraction(0)) <= had + moving


@given(holdings(cycles=True))
def test_what_all_hold_together_is_never_more_than_the_whole(held: Held) -> None:
    assert total(shares_of(graph(held))) <= 1


@given(holdings(cycles=True), st.sampled_from(ENTITIES), st.data())
def test_an_owner_who_leaves_gives_nobody_else_a_larger_share(
    held: Held, entity: str, data: st.DataObject
) -> None:
    if not held[entity]:
        return
    gone = data.draw(st.sampled_from(sorted(held[entity])))
    left = {owner: share for owner, share in held[entity].items() if owner != gone}
    before, after = shares_of(graph(held)), shares_of(graph({**held, entity: left}))
    for person, share in after.items():
        # An entity that lost its last holder becomes an end of a chain itself.
        assert share <= before.get(person, Fraction(0)) or person == entity


@given(holdings(cycles=True))
def test_no_name_matters_to_a_share(held: Held) -> None:
    def renamed(name: str) -> str:
        return name if name == ROOT else f"Z{name}"

    other = {
        renamed(e): {renamed(owner): share for owner, share in reversed(owners.items())}
        for e, owners in reversed(held.items())
    }
    expected = {renamed(person): share for person, share in shares_of(graph(held)).items()}
    assert shares_of(graph(other)) == expected


@given(holdings(cycles=True), SHARES)
def test_the_widest_share_is_never_smaller_than_the_multiplied_one(
    held: Held, majority: Fraction
) -> None:
    wide = widest_shares(graph(held), majority)
    for person, share in shares_of(graph(held)).items():
        assert wide[person] >= share


@given(holdings(cycles=False))
def test_without_majorities_the_widest_share_is_the_multiplied_one(held: Held) -> None:
    assert widest_shares(graph(held), Fraction(1)) == shares_of(graph(held))


@given(holdings(cycles=True))
def test_direct_shares_stop_at_the_first_level(held: Held) -> None:
    assert direct_shares(graph(held)) == held[ROOT]


@given(holdings(cycles=True), st.sampled_from(ENTITIES[1:]))
def test_a_chain_that_is_cut_ends_where_it_is_cut(held: Held, entity: str) -> None:
    without_owners = {**held, entity: {}}
    assert shares_of(graph(held), {entity}) == shares_of(graph(without_owners))


def test_a_customer_that_holds_a_part_of_itself_counts_without_that_part() -> None:
    assert shares_of(graph({ROOT: {ROOT: HALF, "P1": HALF}})) == {"P1": 1}


def test_two_that_own_each_other_entirely_are_the_end_of_a_chain() -> None:
    held: Held = {
        ROOT: {"E1": HALF, "P1": HALF},
        "E1": {"E2": Fraction(1)},
        "E2": {"E1": Fraction(1)},
    }
    assert shares_of(graph(held)) == {"E1": HALF, "P1": HALF}


def test_a_loop_stated_at_more_than_the_whole_still_gives_the_owners_outside_it() -> None:
    held: Held = {ROOT: {"E1": Fraction(1)}, "E1": {ROOT: Fraction(1), "P1": HALF}}
    assert shares_of(graph(held)) == {"P1": HALF}


def test_a_majority_holder_takes_all_that_the_held_entity_holds() -> None:
    held: Held = {
        ROOT: {"E1": Fraction(2, 5), "P2": Fraction(3, 5)},
        "E1": {"P1": Fraction(3, 5), "P3": Fraction(2, 5)},
    }
    assert shares_of(raised(graph(held), HALF)) == {"P1": Fraction(2, 5), "P2": Fraction(3, 5)}
    assert widest_shares(graph(held), HALF) == {
        "P1": Fraction(2, 5),
        "P2": Fraction(3, 5),
        "P3": Fraction(4, 25),
    }
    assert shares_of(graph(held))["P1"] == Fraction(6, 25)


def test_exactly_half_is_no_majority() -> None:
    held: Held = {ROOT: {"E1": Fraction(1)}, "E1": {"P1": HALF, "P2": HALF}}
    assert widest_shares(graph(held), HALF) == {"P1": HALF, "P2": HALF}
