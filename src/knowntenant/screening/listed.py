"""The entries of the lists as columns: small, quick to load, and decoded only where needed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowntenant.screening.entry import Entry, Kind, NameKind
from knowntenant.screening.qualifiers import CRAFT, bare

PEOPLE = frozenset({Kind.PERSON, Kind.LEGAL_ENTITY})
ORGANIZATIONS = frozenset({Kind.ORGANIZATION, Kind.LEGAL_ENTITY, Kind.CRYPTO_WALLET}) | CRAFT


class ListedAs(NamedTuple):
    """One name of one entry: which entry, the text, and whether the list calls it weak."""

    entry: int
    text: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """Entries by number, their names, and who bears which identifier."""

    entries: Sequence[Entry]
    names: Sequence[ListedAs]
    bearers: Mapping[str, Sequence[int]]
    numbers: Mapping[str, int]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Listed":
        """Lay out entries; of two that share an id, both are kept and the first is found by it."""
        kept = list(entries)
        names = [
            ListedAs(number, name.text, name.kind == NameKind.WEAK)
            for number, entry in enumerate(kept)
            for name in entry.names
        ]
        bearers: dict[str, list[int]] = {}
        numbers: dict[str, int] = {}
        for number, entry in enumerate(kept):
            numbers.setdefault(entry.id, number)
            for identifier in entry.identifiers:
                bearers.setdefault(bare(identifier.value), []).append(number)
        return cls(kept, names, bearers, numbers)

    def names_of(self, entry: int) -> range:
        """Give the numbers of an entry's names, which stand together."""
        first = bisect_left(self.names, entry, key=lambda name: name.entry)
        return range(first, bisect_right(self.names, entry, lo=first, key=lambda name: name.entry))
