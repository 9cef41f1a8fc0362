"""All records, indexed by what they are about; nothing is overwritten, corrections stand beside."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from knowntenant.facts.declaration import Fact, FactType, type_of
from knowntenant.facts.record import Record
from knowntenant.law.days import day_of, instant_of

Key = tuple[str, ...]


class Entry(NamedTuple):
    """A record in its place in time: entries of one key sort by when they happened."""

    happened: date
    instant: float
    learned: date
    number: int
    record: Record


class Ledger:
    """Records by fact type and key, with an index for every field that refers to something.

    superseded: by id() of a corrected record, the day on which its correction was learned;
    uncorrected: corrections whose wrong record was not found.
    """

    def __init__(self, records: Iterable[Record], zone: ZoneInfo) -> None:
        """Index the records; days of instants are those of the pack's zone."""
        self.zone = zone
        self.computed: dict[tuple[object, ...], object] = {}
        self.superseded: dict[int, date] = {}
        self.uncorrected: list[Record] = []
        self._entries: dict[type[Fact], dict[Key, list[Entry]]] = {}
        self._index: dict[tuple[type[Fact], str], dict[str, list[Key]]] = {}
        self._count = 0
        corrections: list[Record] = []
        for record in records:
            if record.corrects is None:
                self._add(record)
            else:
                corrections.append(record)
        self._named: dict[tuple[type[Fact], str], Record] = {}
        if corrections:
            self._name_all()
        for record in corrections:
            self._correct(record)

    def entries(self, shape: type[Fact], key: Key) -> list[Entry]:
        """Give the entries of one key, in the order in which they happened."""
        return self._entries.get(shape, {}).get(key, [])

    def keys(self, shape: type[Fact]) -> Iterable[Key]:
        """Give every key of a fact type, in the order of first telling."""
        return self._entries.get(shape, {})

    def keys_where(self, shape: type[Fact], field: str, value: str) -> Iterable[Key]:
        """Give the keys of which some record ever said that `field` is `value`.

        Raises LookupError for a field that is not declared to refer to something or to link.
        """
        index = self._index.get((shape, field))
        if index is None:
            index = self._index[shape, field] = self._indexed(shape, field)
        return index.get(fold_link(value), ())

    def _indexed(self, shape: type[Fact], field: str) -> dict[str, list[Key]]:
        """Index a field when it is first asked for: most fields never are."""
        if field not in type_of(shape).references:
            message = f"'{field}' of {type_of(shape).name} neither refers to something nor links"
            raise LookupError(message)
        index: dict[str, list[Key]] = {}
        for key, entries in self._entries.get(shape, {}).items():
            for entry in entries:
                value = entry.record.values.get(field)
                if isinstance(value, str):
                    keys = index.setdefault(fold_link(value), [])
                    if not keys or keys[-1] is not key:
                        keys.append(key)
        return index

    def _add(self, record: Record) -> None:
        self._count += 1
        key = _key(type_of(record.shape), record.values)
        if not key:
            key = (str(record.values.get("id") or f"#{self._count}"),)
        moment = record.happened
        happened = day_of(moment, self.zone)
        learned = happened if record.learned is moment else day_of(record.learned, self.zone)
        entry = Entry(happened, instant_of(moment), learned, self._count, record)
        by_key = self._entries.get(record.shape)
        if by_key is None:
            by_key = self._entries[record.shape] = {}
        entries = by_key.get(key)
        if entries is None:
            by_key[key] = [entry]
            return
        entries.append(entry)
        if entries[-2] > entry:
            entries.sort()

    def _name_all(self) -> None:
        for by_key in self._entries.values():
            for entries in by_key.values():
                for entry in entries:
                    self._remember(entry.record)

    def _correct(self, record: Record) -> None:
        wrong = self._meant_by(record)
        if wrong is None:
            self.uncorrected.append(record)
            corrected = record
        else:
            learned = day_of(record.learned, self.zone)
            before = self.superseded.get(id(wrong), learned)
            self.superseded[id(wrong)] = min(learned, before)
            corrected = replace(record, values={**wrong.values, **record.values}, replaces=wrong)
        self._add(corrected)
        self._remember(corrected)

    def _meant_by(self, correction: Record) -> Record | None:
        """Find the record that a correction replaces: the one of that label, number or day."""
        if not isinstance(correction.corrects, date):
            return self._named.get((correction.shape, str(correction.corrects)))
        by_key = self._entries.get(correction.shape, {})
        key = _key(type_of(correction.shape), correction.values)
        told = (by_key.get(key, []),) if key else by_key.values()
        wanted = (correction.corrects, {} if key else _references(correction))
        return next((e.record for es in told for e in reversed(es) if _fits(e, *wanted)), None)

    def _remember(self, record: Record) -> None:
        for name in (record.label, record.ref):
            if name:
                self._named.setdefault((record.shape, name), record)


def fold_link(value: str) -> str:
    """Give a value as links compare it: case and spaces make no difference."""
    return value.casefold().replace(" ", "")


def _references(correction: Record) -> dict[str, str]:
    """Give what a correction refers to; an event has no key, so this tells it from its like."""
    fields = type_of(correction.shape).references
    found = {field: correction.values.get(field) for field in fields}
    return {field: fold_link(value) for field, value in found.items() if isinstance(value, str)}


def _fits(entry: Entry, day: date, references: Mapping[str, str]) -> bool:
    values = entry.record.values
    same = all(fold_link(str(values.get(f))) == value for f, value in references.items())
    return entry.happened == day and same


def _key(declared: FactType, values: Mapping[str, object]) -> Key:
    if len(declared.key) == 1:  # by far the most, and a quarter of the time of building a ledger
        return (str(values.get(declared.key[0], "")),)
    return tuple(str(values.get(name, "")) for name in declared.key)
