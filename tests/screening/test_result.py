from collections import Counter

import pytest

from knowntenant.screening.result import (
    Counts,
    ListMark,
    Strength,
    counts_from,
    found_from,
    strength_of,
    whole_hash,
)
from tests.screened import FOUND, LISTS, another


@pytest.mark.parametrize(
    ("score", "strength"),
    [
        (1.0, Strength.STRONG), (0.9, Strength.STRONG), (0.89, Strength.LIKELY),
        (0.7, Strength.LIKELY), (0.69, Strength.POSSIBLE),
    ],
)  # fmt: skip
def test_the_strength_of_a_hit_follows_its_score(score: float, strength: Strength) -> None:
    assert strength_of(score) is strength


def test_a_hit_becomes_plain_values_and_is_made_again() -> None:
    assert found_from(FOUND.plain()) == FOUND


def test_the_most_urgent_hit_comes_first() -> None:
    hits = [
        another(1, 0.5),
        another(2, 0.9001, list_name="uvl"),
        another(9, 0.9, list_name="sdn"),
        another(3, 0.9, list_name="uvl"),
    ]
    assert [hit.row for hit in sorted(hits, key=lambda hit: hit.order)] == [9, 2, 3, 1]


def test_sums_add_up_and_are_made_again() -> None:
    counts = Counts(rows=2, hits=1, lists=Counter({"sdn": 1}))
    counts.add(Counts(rows=3, screened=1, unusable=2, with_hits=1, lists=Counter({"sdn": 2})))
    assert (counts.rows, counts.lists) == (5, Counter({"sdn": 3}))
    assert counts_from(counts.plain()) == counts


def test_the_hash_over_all_lists_does_not_turn_on_their_order() -> None:
    assert whole_hash(LISTS) == whole_hash(LISTS[::-1])
    assert whole_hash(LISTS) != whole_hash((LISTS[0], ListMark("un", "", "00", 1)))
