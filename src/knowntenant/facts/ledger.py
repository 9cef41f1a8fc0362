"""All records, indexed by what they are about; nothing is overwritten, corrections are kept beside."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from knowntenant.facts.declaration import Fact, FactType, type_of
from knowntenant.facts.record import Record
from knowntenant.law.days import Moment, day_of

Key = tuple[str, ...]


class Entry(NamedTuple):
    """A record in its place in time: entries of one key sort by when they happened."""

    happened: date
    instant: float
    learned: date
    number: int
    record: Record


class Ledger:
    """Records by fact type and key, with an index for every field that refers to something."""

    def __init__(self, records: Iterable[Record], zone: ZoneInfo) -> None:
        """Index the records; days of instants are those of the pack's zone."""
        self.zone = zone
        self.superseded: dict[int, date] = {}
        self.uncorrected: list[Record] = []
        self._entries: dict[type[Fact], dict[Key, list[Entry]]] = {}
        self._index: dict[tuple[type[Fact], str], dict[str, dict[Key, None]]] = {}
        self._corrections: list[Record] = []
        self._count = 0
        for record in records:
            if record.corrects is None:
                self._add(record)
            else:
                self._corrections.append(record)
        for record in self._corrections:
            self._correct(record)

    def entries(self, shape: type[Fact], key: Key) -> list[Entry]:
        """Give the entries of one key, in the order in which they happened."""
        return self._entries.get(shape, {}).get(key, [])

    def keys(self, shape: type[Fact]) -> Iterable[Key]:
        """Give every key of a fact type, in the order of first telling."""
        return self._entries.get(shape, {})

    def keys_where(self, shape: type[Fact], field: str, value: str) -> Iterable[Key]:
        """Give the keys of which some record ever said that `field` is `value`."""
        return self._index.get((shape, field), {}).get(fold_link(value), {})

    def _add(self, record: Record) -> None:
        declared = type_of(record.shape)
        self._count += 1
        key = _key(declared, record.values) or (str(record.values.get("id") or f"#{self._count}"),)
        happened, learned = day_of(record.happened, self.zone), day_of(record.learned, self.zone)
        entry = Entry(happened, _instant(record.happened), learned, self._count, record)
        entries = self._entries.setdefault(record.shape, {}).setdefault(key, [])
        entries.append(entry)
        if len(entries) > 1 and entries[-2] > entry:
            entries.sort()
        for field in declared.references:
            value = record.values.get(field)
            if isinstance(value, str):
                self._index.setdefault((record.shape, field), {}).setdefault(fold_link(value), {})[key] = None

    def _correct(self, record: Record) -> None:
        wrong = next((r for r in self._corrigible(record) if _is_meant(record, r, self.zone)), None)
        if wrong is None:
            self.uncorrected.append(record)
            self._add(record)
            return
        learned = day_of(record.learned, self.zone)
        before = self.superseded.get(id(wrong))
        self.superseded[id(wrong)] = min(learned, before) if before else learned
        self._add(replace(record, values={**wrong.values, **record.values}))

    def _corrigible(self, record: Record) -> Iterable[Record]:
        by_key = self._entries.get(record.shape, {})
        return (entry.record for entries in by_key.values() for entry in reversed(entries))


def fold_link(value: str) -> str:
    """Give a value as links compare it: case and spaces make no difference."""
    return value.casefold().replace(" ", "")


def _is_meant(correction: Record, record: Record, zone: ZoneInfo) -> bool:
    wanted = correction.corrects
    if isinstance(wanted, date):
        declared = type_of(record.shape)
        same = _key(declared, record.values) == _key(declared, correction.values)
        return same and day_of(record.happened, zone) == wanted
    return wanted in (record.label, record.ref)


def _key(declared: FactType, values: Mapping[str, object]) -> Key:
    return tuple(str(values[name]) for name in declared.key)


def _instant(moment: Moment) -> float:
    return moment.timestamp() if isinstance(moment, datetime) else 0.0
