"""Entries of a saved index: columns of what is always needed; an entry is decoded when asked for.

An entry is a line of JSON without keys; most of a list is never asked for.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import overload

import numpy as np
from numpy.typing import NDArray

from knowntenant.imports.saved_parts import AGAIN, Array, Saved, SavedIndexError, Texts, Writing
from knowntenant.screening.entry import (
    Entry,
    Identifier,
    IdKind,
    Kind,
    ListedName,
    NameKind,
    Source,
)
from knowntenant.screening.listed import Listed, ListedAs

Strings = list[str]


class SavedEntries(Sequence[Entry]):
    """Entries that are decoded one by one, and kept once they were."""

    def __init__(self, lines: memoryview, starts: Sequence[int]) -> None:
        self._lines = lines
        self._starts = starts
        self._known: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> list[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | list[Entry]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        known = self._known.get(place)
        if known is None:
            at = range(len(self))[place]
            line = bytes(self._lines[self._starts[at] : self._starts[at + 1]])
            known = self._known[at] = decoded(line)
        return known


class SavedNames(Sequence[ListedAs]):
    """The names of all entries, in their order."""

    def __init__(self, entries: Array, texts: Texts, weak: Array) -> None:
        self._entries: list[int] = entries.tolist()
        self._texts = texts
        self._weak: list[int] = weak.tolist()

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, place: int) -> ListedAs: ...
    @overload
    def __getitem__(self, place: slice) -> list[ListedAs]: ...
    def __getitem__(self, place: int | slice) -> ListedAs | list[ListedAs]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        return ListedAs(self._entries[place], self._texts[place], bool(self._weak[place]))


class Grouped(Mapping[str, Sequence[int]]):
    """Numbers by a word; every word once."""

    def __init__(
        self, words: Sequence[str], starts: Sequence[int], every: NDArray[np.int32]
    ) -> None:
        self._place = {word: place for place, word in enumerate(words)}
        self._starts = starts
        self._every = every

    def __getitem__(self, word: str) -> list[int]:
        place = self._place[word]
        found: list[int] = self._every[self._starts[place] : self._starts[place + 1]].tolist()
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._place)

    def __len__(self) -> int:
        return len(self._place)


def write_listed(writing: Writing, listed: Listed) -> None:
    """Add entries with their names and numbers."""
    lines = [encoded(entry) for entry in listed.entries]
    writing.raw("entries", b"".join(lines))
    writing.numbers("entries.starts", accumulate(map(len, lines), initial=0), "<i8")
    writing.texts("ids", (entry.id for entry in listed.entries))
    names = listed.names
    writing.texts("names", (name.text for name in names))
    writing.numbers("names.entry", (name.entry for name in names), "<i4")
    writing.numbers("names.weak", (name.weak for name in names), "|u1")
    write_grouped(writing, "bearers", listed.bearers)


def read_listed(saved: Saved) -> Listed:
    """Give them back. Raises SavedIndexError."""
    lines = saved.raw("entries")
    starts = saved.starts("entries.starts", len(lines), "<i8").tolist()
    entries = SavedEntries(lines, starts)
    ids = saved.texts("ids").every()
    count = len(ids)
    texts, of = saved.texts("names"), saved.places("names.entry", count)
    weak = saved.numbers("names.weak", "|u1")
    if count != len(entries) or not len(of) == len(texts) == len(weak) or (np.diff(of) < 0).any():
        message = f"The saved index does not fit together: entries. {AGAIN}"
        raise SavedIndexError(message)
    numbers = {ids[number]: number for number in reversed(range(count))}  # the first one stays
    names = SavedNames(of, texts, weak)
    return Listed(entries, names, read_grouped(saved, "bearers", count), numbers)


def write_grouped(writing: Writing, name: str, grouped: Mapping[str, Sequence[int]]) -> None:
    """Add numbers by a word."""
    writing.texts(f"{name}.words", grouped)
    writing.groups(name, grouped.values())


def read_grouped(saved: Saved, name: str, below: int) -> Grouped:
    """Give them back. Raises SavedIndexError."""
    words = saved.texts(f"{name}.words").every()
    starts, every = saved.groups(name, below)
    if len(starts) != len(words) + 1:
        message = f"The saved index does not fit together: {name}. {AGAIN}"
        raise SavedIndexError(message)
    return Grouped(words, starts, every)


def encoded(entry: Entry) -> bytes:
    """Give an entry as a line."""
    told = [
        entry.id,
        entry.list_name,
        entry.kind,
        [[one.text, one.kind, one.script] for one in entry.names],
        entry.birth_dates,
        entry.countries,
        entry.addresses,
        [[one.kind, one.value, one.country] for one in entry.identifiers],
        entry.programmes,
        entry.listed_on,
        entry.remarks,
        [entry.source.file, entry.source.row],
    ]
    return json.dumps(told, separators=(",", ":")).encode("ascii") + b"\n"


def decoded(line: bytes) -> Entry:
    """Give the entry back."""
    told = json.loads(line)
    number, list_name, kind, names, births, countries, addresses, ids, programmes, *rest = told
    listed_on, remarks, (file, row) = rest
    return Entry(
        number,
        list_name,
        Kind(kind),
        tuple(ListedName(text, NameKind(sort), script) for text, sort, script in names),
        tuple(births),
        tuple(countries),
        tuple(addresses),
        tuple(Identifier(IdKind(sort), value, country) for sort, value, country in ids),
        tuple(programmes),
        listed_on,
        remarks,
        Source(file, row),
    )
