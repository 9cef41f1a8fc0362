from collections.abc import Sequence
from pathlib import Path
from random import Random

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.imports.lists import un_xml
from knowntenant.imports.lists.reading import Report
from knowntenant.screening.batches import HITS, hits_batch, screen_parties
from knowntenant.screening.customers import Customers
from knowntenant.screening.delta import compare
from knowntenant.screening.entry import Entry
from knowntenant.screening.matcher import DEFAULT_ALGORITHM
from knowntenant.screening.party import Party
from knowntenant.screening.rescreening import (
    Base,
    concerned,
    delta_hits,
    delta_matcher,
    settle,
    touched,
)
from knowntenant.screening.steady import SteadyMatcher
from tests.screening.rescreen_worlds import parties, versions

LEAST = 0.4


def full(matcher: SteadyMatcher, people: Sequence[Party]) -> pa.Table:
    """Screen everybody."""
    found = hits_batch(screen_parties(matcher, people, LEAST))
    return pa.Table.from_batches([found], HITS)


def rows(hits: pa.Table) -> list[str]:
    """Give everything that hits say, in an order of its own, each once."""
    return sorted({repr(row) for row in hits.to_pylist()})


def base(people: Sequence[Party], matcher: SteadyMatcher) -> Base:
    """Index customers, and put the arrays through what a disk would do to them."""
    index = Customers.of_arrays(Customers.of(people, matcher).arrays)
    return Base(index, lambda places: [people[place] for place in places])


@settings(max_examples=80, deadline=None)
@given(st.lists(parties, max_size=8), versions())
def test_old_hits_and_the_delta_are_what_a_full_run_on_the_new_list_gives(
    people: list[Party], lists: tuple[list[Entry], list[Entry]]
) -> None:
    old, new = lists
    frozen = SteadyMatcher(old)
    bases = [base(people[:3], frozen), base(people[3:], frozen)]
    delta = compare(old, new)
    small = delta_matcher(bases, delta, DEFAULT_ALGORITHM, frozen.shares)
    found = hits_batch(delta_hits(bases, small, LEAST))
    settled = settle(full(frozen, people), pa.Table.from_batches([found], HITS), touched(delta))
    expected = full(SteadyMatcher(new, shares=frozen.shares), people)
    assert rows(settled.hits) == rows(expected)


@settings(max_examples=80, deadline=None)
@given(st.lists(parties, min_size=1, max_size=6), versions())
def test_nobody_is_passed_over_whom_the_matcher_would_have_looked_at(
    people: list[Party], lists: tuple[list[Entry], list[Entry]]
) -> None:
    old, new = lists
    frozen = SteadyMatcher(old)
    matcher = SteadyMatcher(new, shares=frozen.shares)
    for least in (0.0, LEAST, 0.5):
        seen = [row for row, party in enumerate(people) if any(matcher.seen(party, least))]
        assert set(seen) <= set(concerned(base(people, frozen), matcher, least))


WATCHLISTS = Path(__file__).parents[3] / "shared" / "data" / "watchlists" / "un"


def test_on_the_real_list_of_the_un_the_delta_gives_what_a_full_run_gives() -> None:
    if not WATCHLISTS.is_dir():
        pytest.skip("the real lists are not beside the repository: nothing was compared on them")
    old, new = (
        list(un_xml.read_un_xml(WATCHLISTS / f"un_consolidated_{day}.xml.gz", Report()))
        for day in ("2024-10-16", "2026-02-27")
    )
    chance = Random(20261124)  # noqa: S311 - repeatable, guards nothing
    delta = compare(old, new)
    entries = [*chance.sample(new, 60), *chance.sample(delta.to_search, 20)]
    people = [
        Party(f"C-{n}", entry.kind, "".join(chance.sample(name, len(name))) if n % 9 == 0 else name)
        for n, entry in enumerate(entries)
        for name in [chance.choice(entry.names).text[chance.choice((0, 0, 0, 1)) :]]
    ]
    frozen = SteadyMatcher(old)
    bases = [base(people, frozen)]
    small = delta_matcher(bases, delta, DEFAULT_ALGORITHM, frozen.shares)
    found = pa.Table.from_batches([hits_batch(delta_hits(bases, small))], HITS)
    before = pa.Table.from_batches([hits_batch(screen_parties(frozen, people))], HITS)
    expected = hits_batch(screen_parties(SteadyMatcher(new, shares=frozen.shares), people))
    settled = settle(before, found, touched(delta))
    assert rows(settled.hits) == rows(pa.Table.from_batches([expected], HITS))
    assert found.num_rows > 0
