import pickle
from collections.abc import Iterator

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.screening.batches import (
    HITS,
    PARTIES,
    BatchUnusableError,
    hits_of,
    parties_batch,
    parties_of,
    party_hash,
    screen_batch,
    screen_batches,
)
from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, ListedName
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.party import Party
from tests.screening.rescreen_worlds import parties

ENTRIES = (
    Entry("x:1", "x", Kind.PERSON, (ListedName("Ali Hassan"), ListedName("محمد حسن"))),
    Entry("x:2", "x", Kind.ORGANIZATION, (ListedName("Quarzwerk Trading LLC"),)),
    Entry("x:2", "x", Kind.ORGANIZATION, (ListedName("Quarzwerk Trading"),)),
    Entry("x:3", "x", Kind.PERSON, (ListedName("Suharto"),)),
)
LEAST = 0.3


def matcher() -> Matcher:
    """Make the matcher, as a worker elsewhere does."""
    return Matcher(ENTRIES)


MATCHER = matcher()


def rows(batches: Iterator[pa.RecordBatch]) -> list[object]:
    """Give all hits in all batches."""
    return [row for batch in batches for row in batch.to_pylist()]


@settings(max_examples=60, deadline=None)
@given(st.lists(parties, max_size=9), st.integers(1, 9))
def test_where_batches_are_cut_does_not_matter(people: list[Party], size: int) -> None:
    whole = parties_batch(people)
    cut = [whole.slice(start, size) for start in range(0, len(people), size)]
    screening = screen_batches(lambda: MATCHER, LEAST)
    assert rows(screening(cut)) == screen_batch(MATCHER, whole, LEAST).to_pylist()


@settings(max_examples=60, deadline=None)
@given(st.lists(parties, max_size=9))
def test_parties_come_back_from_a_batch_and_hits_are_the_matcher_s(people: list[Party]) -> None:
    batch = parties_batch(people)
    assert batch.schema == PARTIES
    assert parties_of(batch) == people
    found = screen_batch(MATCHER, batch, LEAST)
    assert found.schema == HITS
    best: dict[tuple[int, str], object] = {}
    for place, party in enumerate(people):
        for hit in MATCHER.hits(party, LEAST):
            best.setdefault((place, hit.entry), hit)
    assert hits_of(found) == list(best.values())


def test_what_screens_batches_can_be_pickled_and_makes_its_matcher_where_it_is() -> None:
    there = pickle.loads(pickle.dumps(screen_batches(matcher, LEAST)))  # noqa: S301 - our own bytes
    batch = parties_batch([Party("C-1", Kind.PERSON, "Ali Hassan")])
    assert rows(there([batch])) == screen_batch(MATCHER, batch, LEAST).to_pylist() != []


def test_a_threshold_may_turn_on_the_kind() -> None:
    batch = parties_batch(
        [Party("C-1", Kind.PERSON, "Suharto"), Party("C-2", Kind.ORGANIZATION, "Quarzwerk Trading")]
    )
    least = {Kind.PERSON: 1.0}
    assert {hit.party for hit in hits_of(screen_batch(MATCHER, batch, least.get))} == {"C-2"}


def test_columns_that_may_be_left_out_count_as_empty() -> None:
    batch = pa.RecordBatch.from_pydict({"id": ["1"], "kind": [None], "name": [None]})
    assert parties_of(batch) == [Party("1", Kind.LEGAL_ENTITY, "")]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"id": ["1"], "name": ["A"]}, "no column kind"),
        ({"id": ["1"], "kind": ["Ship"], "name": ["A"]}, "row 1: the kind .* Vessel"),
    ],
)
def test_a_batch_of_something_else_is_refused_in_words(
    told: dict[str, list[str]], words: str
) -> None:
    with pytest.raises(BatchUnusableError, match=words):
        screen_batch(MATCHER, pa.RecordBatch.from_pydict(told))


def test_the_hash_of_a_party_turns_on_everything_that_it_tells() -> None:
    one = Party("1", Kind.PERSON, "A", ("B",), "1964-02-29", ("de",), "x")
    others = [
        Party("2", Kind.PERSON, "A", ("B",), "1964-02-29", ("de",), "x"),
        Party("1", Kind.VESSEL, "A", ("B",), "1964-02-29", ("de",), "x"),
        Party("1", Kind.PERSON, "A", ("B",), "1964", ("de",), "x"),
        Party("1", Kind.PERSON, "A", ("B",), "1964-02-29", ("de",), "x",
              (Identifier(IdKind.PASSPORT, "7"),)),
    ]  # fmt: skip
    assert len({party_hash(party) for party in (one, *others)}) == 5
    assert party_hash(one) == party_hash(
        Party("1", Kind.PERSON, "A", ("B",), "1964-02-29", ("de",), "x")
    )
