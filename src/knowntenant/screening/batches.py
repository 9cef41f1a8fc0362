"""The matcher as a pure function over Arrow batches: parties in, hits out.

Nothing but the batch, the matcher and the threshold decides what comes out, so batches may be cut
anywhere and carried by whoever has them: a process, or Spark's `mapInArrow`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from knowntenant.screening.entry import Identifier, IdKind, Kind
from knowntenant.screening.hit import Hit, Line, Pair
from knowntenant.screening.matcher import AT_ONCE, Matcher, batched
from knowntenant.screening.party import Party

_TEXT = pa.string()
_IDENTIFIER = pa.struct({"kind": _TEXT, "value": _TEXT, "country": _TEXT})
_PAIR = pa.struct({"asked": _TEXT, "listed": _TEXT, "similarity": pa.float64(), "how": _TEXT})
_LINE = pa.struct(
    {
        "feature": _TEXT,
        "points": pa.float64(),
        "value": pa.float64(),
        "reason": _TEXT,
        "asked": _TEXT,
        "listed": _TEXT,
    }
)
PARTIES = pa.schema(
    {
        "id": _TEXT,
        "kind": _TEXT,
        "name": _TEXT,
        "aliases": pa.list_(_TEXT),
        "birth_date": _TEXT,
        "countries": pa.list_(_TEXT),
        "address": _TEXT,
        "identifiers": pa.list_(_IDENTIFIER),
    }
)
"""A row a party, its columns as the fields of `Party`; kind is one of `Kind`. A null is nothing."""

HITS = pa.schema(
    {
        "party": _TEXT,
        "party_hash": pa.uint64(),
        "entry": _TEXT,
        "score": pa.float64(),
        "asked_name": _TEXT,
        "listed_name": _TEXT,
        "algorithm": _TEXT,
        "pairs": pa.list_(_PAIR),
        "lines": pa.list_(_LINE),
    }
)
"""A row a hit, its columns as the fields of `Hit`; a party has one hit on an entry at most.

party_hash: 64 bits of a hash over everything that the party tells, so that a hit is known to be of
this party as it was then. pairs, lines: the words side by side, and the waterfall.
"""

REQUIRED = ("id", "kind", "name")
Threshold = float | Callable[[Kind], float | None] | None
"""The least score of a hit, 0..1: for all, or by the kind of party; None: the algorithm's own."""


class BatchUnusableError(ValueError):
    """A batch is not one of parties; the text says which column, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Screening:
    """Carries batches of parties to batches of hits; it can be pickled if its parts can.

    matcher: makes the matcher, once for all batches of one call.
    """

    matcher: Callable[[], Matcher]
    threshold: Threshold = None

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Give a batch of hits for each batch of parties."""
        matcher = self.matcher()
        for batch in batches:
            yield screen_batch(matcher, batch, self.threshold)


def screen_batches(matcher: Callable[[], Matcher], threshold: Threshold = None) -> Screening:
    """Give what turns an iterator of batches of parties into one of hits."""
    return Screening(matcher, threshold)


def screen_batch(
    matcher: Matcher, batch: pa.RecordBatch, threshold: Threshold = None
) -> pa.RecordBatch:
    """Screen a batch (`PARTIES`) and give its hits (`HITS`), in the order of the parties.

    Raises BatchUnusableError where a column is missing or a kind is unknown.
    """
    return hits_batch(screen_parties(matcher, parties_of(batch), threshold))


def screen_parties(
    matcher: Matcher, parties: Iterable[Party], threshold: Threshold = None
) -> Iterator[tuple[Party, Hit]]:
    """Give the hits of parties; those that tell the same but for their id are looked for once."""
    for some in batched(parties, AT_ONCE):
        matcher.look_ahead(some)
        known: dict[Party, Sequence[Hit]] = {}
        for party in some:
            nameless = replace(party, id="")
            hits = known.get(nameless)
            if hits is None:
                hits = known[nameless] = best_hits(matcher, nameless, threshold)
            for hit in hits:
                yield party, replace(hit, party=party.id)


def best_hits(matcher: Matcher, party: Party, threshold: Threshold = None) -> list[Hit]:
    """Give a party's hits, of entries under one id the best."""
    least = threshold(party.kind) if callable(threshold) else threshold
    found: dict[str, Hit] = {}
    for hit in matcher.hits(party, least):
        found.setdefault(hit.entry, hit)
    return list(found.values())


def party_hash(party: Party) -> int:
    """Give 64 bits of a hash over everything that a party tells."""
    numbers = [(str(one.kind), one.value, one.country) for one in party.identifiers]
    rest = (party.aliases, party.birth_date, party.countries, party.address, numbers)
    told = repr((party.id, str(party.kind), party.name, *rest))
    return int.from_bytes(blake2b(told.encode(errors="replace"), digest_size=8).digest(), "little")


def parties_batch(parties: Iterable[Party]) -> pa.RecordBatch:
    """Give parties as a batch."""
    return pa.RecordBatch.from_pylist([asdict(party) for party in parties], PARTIES)


def parties_of(batch: pa.RecordBatch) -> list[Party]:
    """Give the parties of a batch. Raises BatchUnusableError."""
    names = batch.schema.names
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        message = f"the batch has no column {', '.join(missing)}; PARTIES says which it needs"
        raise BatchUnusableError(message)
    columns = [
        batch.column(name).to_pylist() if name in names else [None] * batch.num_rows
        for name in PARTIES.names
    ]
    return [_party(number, *cells) for number, cells in enumerate(zip(*columns, strict=True), 1)]


def hits_batch(found: Iterable[tuple[Party, Hit]]) -> pa.RecordBatch:
    """Give hits as a batch."""
    rows = [{**asdict(hit), "party_hash": party_hash(party)} for party, hit in found]
    return pa.RecordBatch.from_pylist(rows, HITS)


def hits_of(batch: pa.RecordBatch) -> list[Hit]:
    """Give the hits of a batch or a table of hits."""
    found = []
    for row in batch.to_pylist():
        row.pop("party_hash")
        pairs = tuple(Pair(**one) for one in row.pop("pairs"))
        lines = tuple(Line(**one) for one in row.pop("lines"))
        found.append(Hit(**row, pairs=pairs, lines=lines))
    return found


def _party(  # noqa: PLR0913, PLR0917 - the columns of PARTIES, in their order
    row: int,
    number: str | None,
    kind: str | None,
    name: str | None,
    aliases: Sequence[str] | None,
    birth_date: str | None,
    countries: Sequence[str] | None,
    address: str | None,
    identifiers: Sequence[dict[str, str | None]] | None,
) -> Party:
    try:
        return Party(
            number or "",
            Kind(kind or Kind.LEGAL_ENTITY),
            name or "",
            tuple(aliases or ()),
            birth_date or "",
            tuple(countries or ()),
            address or "",
            tuple(map(_identifier, identifiers or ())),
        )
    except ValueError:
        known = ", ".join(Kind)
        message = f"row {row}: the kind of the party or of a number is unknown; kinds: {known}"
        raise BatchUnusableError(message) from None


def _identifier(told: dict[str, str | None]) -> Identifier:
    kind = IdKind(told.get("kind") or IdKind.OTHER)
    return Identifier(kind, told.get("value") or "", told.get("country") or "")
