"""Re-screening by the change of a list: only what it has new, against only whom that concerns.

Hits on entries that went, or that changed in what a matcher looks at, are taken back; entries that
are new or changed so are looked for among the customers. What comes out is what screening all
customers against the new list would give, with the word shares of the old one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.compute as pc  # type: ignore[import-untyped] # as above

from knowntenant.screening.batches import HITS, Threshold, screen_parties
from knowntenant.screening.customers import Customers
from knowntenant.screening.delta import Delta
from knowntenant.screening.entry import Kind
from knowntenant.screening.hit import Hit
from knowntenant.screening.matcher import WordShares
from knowntenant.screening.party import Party
from knowntenant.screening.steady import SteadyMatcher, Weighed

SAME = ("score", "asked_name", "listed_name")
"""What a hit has to have in common with the one before to count as unchanged."""

NEW, CHANGED, GONE = "new", "changed", "gone"
CHANGES = pa.schema([("change", pa.string()), ("score_before", pa.float64()), *HITS])
"""A row a hit that is new, changed or gone; score_before: null where it is new."""


@dataclass(frozen=True, slots=True)
class Base:
    """Customers with their index; parties: gives those of some rows, in order."""

    index: Customers
    parties: Callable[[Sequence[int]], Iterable[Party]]


@dataclass(frozen=True, slots=True)
class Settled:
    """The hits that stand now, the changes that led to them, and which entries they concern."""

    hits: pa.Table
    changes: pa.Table
    touched: frozenset[str]


def touched(delta: Delta) -> frozenset[str]:
    """Give the ids of entries the hits on which have to be looked at anew, or go."""
    changed = {one.id for one in delta.changed if one.matters}
    return frozenset(changed | {entry.id for entry in (*delta.added, *delta.removed)})


def delta_matcher(
    bases: Sequence[Base], delta: Delta, algorithm: str, shares: WordShares
) -> SteadyMatcher:
    """Make a matcher of what a delta has new, which weighs words as the frozen list does."""

    def people(word: str) -> Weighed | None:
        return _first(base.index.people.worth_of(word) for base in bases)

    def organizations(word: str) -> Weighed | None:
        return _first(base.index.organizations.worth_of(word) for base in bases)

    return SteadyMatcher(delta.to_search, algorithm, shares, (people, organizations))


def concerned(base: Base, matcher: SteadyMatcher, threshold: Threshold = None) -> list[int]:
    """Give the rows of the customers who may have a hit on a matcher's entries."""
    told = [threshold(kind) for kind in Kind] if callable(threshold) else [threshold]
    least = min(matcher.threshold if one is None else one for one in told)
    return base.index.meant_by(matcher, least)


def delta_hits(
    bases: Sequence[Base], matcher: SteadyMatcher, threshold: Threshold = None
) -> Iterator[tuple[Party, Hit]]:
    """Give the hits of all customers on a matcher's entries; search only whom they concern."""
    for base in bases:
        yield from screen_parties(
            matcher, base.parties(concerned(base, matcher, threshold)), threshold
        )


def settle(
    before: pa.Table, fresh: pa.Table, entries: frozenset[str], gone: Iterable[int] = ()
) -> Settled:
    """Put fresh hits in the place of those on the entries touched, and of customers who went.

    before, fresh: tables as `HITS`; gone: hashes of the customers who went.
    """
    out = pc.is_in(before["entry"], pa.array(sorted(entries), pa.string()))
    left = pc.is_in(before["party_hash"], pa.array(sorted(gone), pa.uint64()))
    withdrawn = before.filter(pc.or_(out, left))
    kept = before.filter(pc.invert(pc.or_(out, left)))
    return Settled(pa.concat_tables([kept, fresh]), _changes(withdrawn, fresh), entries)


def _changes(withdrawn: pa.Table, fresh: pa.Table) -> pa.Table:
    old, new = _by_key(withdrawn), _by_key(fresh)
    rows = []
    for key, hit in new.items():
        before = old.get(key)
        if before is None:
            rows.append({**hit, "change": NEW, "score_before": None})
        elif any(before[name] != hit[name] for name in SAME):
            rows.append({**hit, "change": CHANGED, "score_before": before["score"]})
    for key, hit in old.items():
        if key not in new:
            rows.append({**hit, "change": GONE, "score_before": hit["score"]})
    return pa.Table.from_pylist(rows, CHANGES)


def _by_key(hits: pa.Table) -> dict[tuple[int, str], dict[str, Any]]:
    return {(row["party_hash"], row["entry"]): row for row in hits.to_pylist()}


def _first(worth: Iterable[Weighed | None]) -> Weighed | None:
    return next((one for one in worth if one is not None), None)
