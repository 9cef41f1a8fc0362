import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.screening.entry import Entry
from knowntenant.screening.matcher import Matcher, WordShares
from knowntenant.screening.party import Party
from knowntenant.screening.steady import SteadyMatcher
from tests.screening.rescreen_worlds import lists, numbered, parties

LEAST = 0.1
without_numbers = parties.filter(lambda party: not party.identifiers)
worlds = st.tuples(without_numbers, lists.map(numbered))


def alone(kind: type[Matcher], party: Party, entries: list[Entry], shares: WordShares) -> object:
    """Score every entry as if no other stood on the list, given the shares of all."""
    found = [kind([entry], shares=shares).hits(party, LEAST) for entry in entries]
    return sorted((hit.entry, hit.score, hit.listed_name) for hits in found for hit in hits)


def together(kind: type[Matcher], party: Party, entries: list[Entry], shares: WordShares) -> object:
    """Score all entries at once."""
    hits = kind(entries, shares=shares).hits(party, LEAST)
    return sorted((hit.entry, hit.score, hit.listed_name) for hit in hits)


@settings(max_examples=60, deadline=None)
@given(worlds)
def test_what_else_stands_on_a_list_changes_no_score(world: tuple[Party, list[Entry]]) -> None:
    shares = SteadyMatcher(world[1]).shares
    assert alone(SteadyMatcher, *world, shares) == together(SteadyMatcher, *world, shares)


@settings(max_examples=40, deadline=None)
@given(worlds)
def test_with_its_own_shares_it_scores_as_the_plain_matcher(
    world: tuple[Party, list[Entry]],
) -> None:
    party, entries = world
    steady = dict(SteadyMatcher(entries).scores(party))
    plain = dict(Matcher(entries).scores(party))
    assert steady.keys() == plain.keys()
    assert steady == pytest.approx(plain, abs=1e-5)
