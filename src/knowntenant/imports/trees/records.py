"""What trees tell becomes records: under the provider's own ids, each field read by its kind."""

import itertools
from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from knowntenant.facts.declaration import Field, type_of
from knowntenant.facts.reading import CLEARS, read_value
from knowntenant.facts.record import Record
from knowntenant.facts.types import Contact, Customer, Person, Presence
from knowntenant.imports.trees.telling import Given, Notes, Telling
from knowntenant.law.kinds import DAY, ID, PERCENT, TEXT, Unreadable, read_day

_YEAR, _MONTH = len("2027"), len("2027-02")
ABOUT = (Person, Customer, Presence, Contact)
"""Facts that say who and where somebody is; trees tell them too, and do not overrule."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How trees are taken.

    names: our ids for an LEI or other id of a tree, several where several of our customers are the
    same company. start: the day taken where a tree does not say since when. learned: when the
    provider took the tree in.
    """

    names: Mapping[str, tuple[str, ...]]
    start: date
    learned: date


def records(tellings: Iterable[Telling], setting: Setting, notes: Notes) -> Iterator[Record]:
    """Give the records of everything told; what cannot be read is a problem of its field."""
    for telling in tellings:
        values = _values(telling, telling.given, notes)
        days = _days(telling, setting, notes)
        if values is None or days is None:
            continue
        since, until = days
        for own in _under_own_ids(telling, values, setting):
            yield _record(telling, own, since, setting)
            if until is not None:
                keys = {name: own[name] for name in type_of(telling.shape).key}
                ending = _values(telling, telling.ending, notes) or {}
                yield _record(telling, {**keys, **ending}, until, setting)


def _record(telling: Telling, values: Mapping[str, object], day: date, setting: Setting) -> Record:
    return Record(
        ref=f"{telling.file} row {telling.row}", shape=telling.shape, values=values,
        happened=day, learned=setting.learned, source=telling.source,
    )  # fmt: skip


def _values(telling: Telling, given: Mapping[str, Given], notes: Notes) -> dict[str, object] | None:
    """Read the fields; None where a field of the key cannot be read."""
    declared = type_of(telling.shape)
    values: dict[str, object] = {}
    for name, told in given.items():
        field = declared.fields[name]
        try:
            values[name] = _read(field, told)
        except Unreadable as wrong:
            what = str(wrong) if field.kind in {DAY, PERCENT} else "cannot be read"
            notes.problem(telling.file, telling.row, name, f"{what}; it is left out")
            if name in declared.key:
                return None
    return values


def _read(field: Field, told: Given) -> object:
    if field.kind is PERCENT and told == CLEARS:
        return None
    if field.kind in {ID, TEXT} and isinstance(told, str):
        return told
    return read_value(field.kind, told)


def _days(telling: Telling, setting: Setting, notes: Notes) -> tuple[date, date | None] | None:
    """Read since and until; None where the end lies before the beginning."""
    since = _day(telling, "since", telling.since, notes) or setting.start
    until = _day(telling, "until", telling.until, notes)
    if until is not None and until < since:
        if telling.since:
            what = "the end lies before the beginning; the row is left out"
            notes.problem(telling.file, telling.row, "until", what)
            return None
        since = until
    return since, until


def _day(telling: Telling, name: str, told: str, notes: Notes) -> date | None:
    """Read a day, or the day of an instant; of a month or year, its first or, for an end, last."""
    if not told:
        return None
    try:
        if len(told) not in {_YEAR, _MONTH}:
            return read_day(told[:10])
        begun = read_day(f"{told}-01-01"[:10])
    except Unreadable:
        what = "is no day; write it as YYYY-MM-DD. The row is used without it"
        notes.problem(telling.file, telling.row, name, what)
        return None
    if name == "since":
        return begun
    month = 12 if len(told) == _YEAR else begun.month
    return date(begun.year, month, monthrange(begun.year, month)[1])


def _under_own_ids(
    telling: Telling, values: Mapping[str, object], setting: Setting
) -> Iterator[Mapping[str, object]]:
    """Give the values once for each of our ids that the tree's ids stand for."""
    declared = type_of(telling.shape)
    fields = [
        name
        for name in values
        if declared.fields[name].refers_to == "person" or (name, telling.shape) == ("id", Person)
    ]
    ours = [setting.names.get(str(values[name]), (str(values[name]),)) for name in fields]
    for ids in itertools.product(*ours):
        yield {**values, **dict(zip(fields, ids, strict=True))}


def not_overruling(trees: Iterable[Record], own: Iterable[Record]) -> list[Record]:
    """Leave out of trees what the provider told itself of who and where somebody is.

    Owners, controllers and parents stay: what several sources tell of those is for the ledger.
    """
    kept = list(trees)
    ids = {_of(record) for record in kept if record.shape in ABOUT}
    told = {
        (id_, name)
        for record in own
        if record.shape in ABOUT and (id_ := _of(record)) in ids
        for name, value in record.values.items()
        if value is not None
    }
    return [less for record in kept if (less := _without(record, told)) is not None]


def _of(record: Record) -> str:
    return str(record.values.get(type_of(record.shape).key[0]))


def _without(record: Record, told: Collection[tuple[str, str]]) -> Record | None:
    if record.shape not in ABOUT:
        return record
    keys, id_ = type_of(record.shape).key, _of(record)
    values = {n: v for n, v in record.values.items() if n in keys or (id_, n) not in told}
    return replace(record, values=values) if len(values) > len(keys) else None
