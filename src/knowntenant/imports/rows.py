"""Rows become records, by readers made once for each sheet; the kinds are those of all facts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from knowntenant.facts.record import Record
from knowntenant.imports.cells import BLANK, Bad, Guessed, Read, cell_reader
from knowntenant.imports.columns import Guess
from knowntenant.imports.links import PERSONS, Links, Twins
from knowntenant.imports.mapping import Mapped
from knowntenant.imports.moments import lacks_zone
from knowntenant.imports.parts import Cells, Part, Table
from knowntenant.imports.sheets import Sheet
from knowntenant.imports.tally import Tally
from knowntenant.law.days import Moment
from knowntenant.law.kinds import MOMENT

CACHED = 20_000
"""How many texts of one column are remembered with their values."""

EDGES = ("ownership", "control")

EDGES = ("ownership", "control")
"""Fact types whose first key field names a person who is told of by the edge itself."""

Filled = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Counts:
    """Rows of a table: read; good in full; partial (used without a bad cell); bad (not used)."""

    read: int = 0
    good: int = 0
    partial: int = 0
    bad: int = 0


@dataclass(slots=True)
class World:
    """What the reading of all tables shares. start: the day taken where a row gives none."""

    as_of: date
    zone: ZoneInfo
    start: date
    mapped: Mapped
    tally: Tally = field(default_factory=Tally)
    links: Links = field(default_factory=Links)
    guesses: dict[Guess, None] = field(default_factory=dict)
    counts: dict[str, Counts] = field(default_factory=dict)
    opened: dict[str, Moment] = field(default_factory=dict)

    @property
    def end(self) -> datetime:
        """The first instant after the day of the review, in the pack's zone."""
        return datetime.combine(self.as_of + timedelta(days=1), time(), self.zone)


class Missing:
    """Stands for a text that a column's cache does not hold."""


MISSING = Missing()


class ColumnReader:
    """The cells of one column: position, name, what they are read by, values seen before."""

    __slots__ = ("cache", "index", "known", "name", "read", "refers", "timed")

    def __init__(self, index: int, name: str, table: Table, world: World) -> None:
        """Make the reader of a column at a position."""
        column = table.columns[name]
        self.index, self.name = index, name
        self.read: Read = cell_reader(table.name, column, world.mapped)
        self.cache: dict[str, object] = {}
        self.refers = column.refers_to if (name,) != table.key else ""
        kinds = PERSONS if self.refers == "person" else (self.refers,)
        self.known = [world.links.told(kind) for kind in kinds if kind]
        self.timed = column.kind is MOMENT


class Builder:
    """Makes the record of one part of a row. only_if: columns of which one must be filled."""

    def __init__(self, part: Part, table: Table, columns: Iterable[str], links: Links) -> None:
        """Keep only what the sheet's columns can fill."""
        there = set(columns)
        carried = part.columns()
        self.shape = part.declared.shape
        self.fixed = dict(part.fixed)
        self.pairs: Filled = tuple(
            (name, column)
            for name, column in carried.items()
            if column in there or column[0] == "_"
        )
        self.key = tuple(part.declared.key)
        keyed = {carried[name] for name in self.key}
        own = tuple(column for _, column in self.pairs if column not in keyed)
        self.only_if = frozenset(part.only_if or own)
        self.always = part is table.parts[0] and not part.only_if
        self.days, self.learned = part.days, part.learned
        fact, self.tells = _tells(part, carried)
        self.told = links.told(fact) if fact else None

    def values(self, cells: Cells) -> dict[str, object]:
        """Give the values of the fact."""
        found = {name: cells[column] for name, column in self.pairs if column in cells}
        if self.fixed:
            found.update(self.fixed)
        return found

    def happened(self, cells: Cells) -> Moment | None:
        """Give when it happened, or None where the row does not say."""
        for column in self.days:
            moment = cells.get(column)
            if isinstance(moment, date):
                return moment
        return None


def _tells(part: Part, carried: Mapping[str, str]) -> tuple[str, str]:
    """Give of which id of which fact type a part tells: an edge tells that there is its owner."""
    if part.fact in EDGES:
        return "person", carried[part.declared.key[0]]
    return (part.fact, carried["id"]) if "id" in carried else ("", "")


class RowReader:
    """Reads the rows of one sheet of a table."""

    def __init__(
        self, table: Table, sheet: Sheet, columns: Mapping[str, int], world: World, twins: Twins
    ) -> None:
        """Make the readers of the columns and of the parts once, for all rows."""
        self.table, self.sheet, self.world, self.twins = table, sheet, world, twins
        self.columns = [ColumnReader(i, n, table, world) for n, i in columns.items()]
        self.builders = [Builder(part, table, columns, world.links) for part in table.parts]
        self.key = [columns[name] for name in table.key if name in columns]
        self.told = [columns[name] for name in table.tells if name in columns]
        self.counts = world.counts.setdefault(table.name, Counts())
        self.refers = [column for column in self.columns if column.refers]
        self.start, self.end = world.start, world.end
        self.tomorrow = world.as_of + timedelta(days=1)
        self.undated = 0

    def records(self, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Record]:
        """Give the records of all rows; what is wrong goes to the tally."""
        counts = self.counts
        for number, row in rows:
            counts.read += 1
            cells, whole = self._cells(number, row)
            if not cells and whole:
                counts.read -= 1  # a row of empty cells is no row
            elif not self._is_whole(cells, number):
                counts.bad += 1
            else:
                if whole and self._has_one(cells, number):
                    counts.good += 1
                else:
                    counts.partial += 1
                if not self._is_repeated(number, row):
                    yield from self._built(cells, number)
        if self.undated:
            self._note_undated()

    def _cells(self, number: int, row: Sequence[str]) -> tuple[Cells, bool]:
        cells: Cells = {}
        whole = True
        for column in self.columns:
            text = row[column.index]
            if text:
                value = column.cache.get(text, MISSING)
                if value is MISSING:
                    value = self._read(column, text, number)
                if value.__class__ is Bad:
                    whole = False
                    self._report(column, value, number)
                elif value is not BLANK:
                    cells[column.name] = value
        return cells, whole

    def _read(self, column: ColumnReader, text: str, number: int) -> object:
        value = column.read(text)
        if value.__class__ is str:
            pass  # the most frequent case has nothing to report
        elif isinstance(value, Guessed):
            guess = Guess(self.table.name, f"{column.name} = {text}", value.word, "a word for it")
            self.world.guesses[guess] = None
            value = value.value
        elif value is BLANK and text.strip():
            what = f"'{text.strip()}' in '{column.name}' is taken for an empty cell"
            kind = ("blank", self.table.name, column.name)
            self.world.tally.note(kind, self.sheet.where(number), what)
        elif column.timed and isinstance(value, datetime) and lacks_zone(text):
            self._note_zone(column, number)
        if len(column.cache) < CACHED:
            column.cache[text] = value
        return value

    def _report(self, column: ColumnReader, value: object, number: int) -> None:
        if isinstance(value, Bad):
            kind = (self.table.name, column.name, value.kind)
            self.world.tally.problem(kind, self.sheet.where(number), value.what, value.remedy)

    def _is_whole(self, cells: Cells, number: int) -> bool:
        lacking = [name for name in self.table.needs if cells.get(name) is None]
        if lacking:
            named = " and no ".join(map(repr, lacking))
            what = f"has no {named} that can be used; the row is left out"
            remedy = "Fill it in; the other rows do not depend on it."
            kind = ("needs", self.table.name, *lacking)
            self.world.tally.problem(kind, self.sheet.where(number), what, remedy)
        return not lacking

    def _has_one(self, cells: Cells, number: int) -> bool:
        one_of = self.table.one_of
        if not one_of or any(name in cells for name in one_of):
            return True
        what = f"names neither {' nor '.join(map(repr, one_of))}"
        kind = ("one of", self.table.name)
        self.world.tally.problem(kind, self.sheet.where(number), what, "Fill in one of them.")
        return False

    def _is_repeated(self, number: int, row: Sequence[str]) -> bool:
        if not self.key or not row[self.key[0]]:
            return False
        key = tuple([row[i].strip() for i in self.key] + [row[i] for i in self.told])
        return self.twins.is_repeated(key, row, self.sheet.where(number))

    def _built(self, cells: Cells, number: int) -> Iterator[Record]:
        world, ref = self.world, self.sheet.where(number)
        if self.table.settles is not None:
            odd = self.table.settles(cells, world.as_of)
            if odd is not None:
                tell = world.tally.problem if odd.contradicts else world.tally.note
                tell(("settles", self.table.name, odd.contradicts), ref, odd.what, odd.remedy)
        self._link(cells, ref)
        undated = False
        for builder in self.builders:
            if builder.only_if.isdisjoint(cells) and not builder.always:
                continue
            values = builder.values(cells)
            if not all(map(values.get, builder.key)):
                self._without_key(builder, ref)
                continue
            happened = builder.happened(cells)
            if happened is None:
                happened, undated = self.start, True
            elif happened >= (self.end if isinstance(happened, datetime) else self.tomorrow):
                self._note_future(happened, ref)
            learned = cells.get(builder.learned)
            if not isinstance(learned, date):
                learned = happened
            if builder.told is not None:
                builder.told.add(cells.get(builder.tells))
            yield Record(
                ref=ref, shape=builder.shape, values=values, happened=happened, learned=learned
            )
        self.undated += undated

    def _link(self, cells: Cells, ref: str) -> None:
        opened = cells.get("opened_on")
        if isinstance(opened, date):
            self.world.opened.setdefault(str(cells["id"]), opened)
        for column in self.refers:
            id_ = cells.get(column.name)
            if isinstance(id_, str) and not any(id_ in ids for ids in column.known):
                self.world.links.refer(column.refers, id_, ref, column.name)

    def _without_key(self, builder: Builder, ref: str) -> None:
        what = f"tells of a fact ({builder.shape.__name__.lower()}) without its id"
        kind = ("no key", self.table.name, builder.shape)
        self.world.tally.problem(kind, ref, what, "Fill in the id; the rest of the row is used.")

    def _note_future(self, happened: Moment, ref: str) -> None:
        what = f"happens on {happened}, after the day of the review ({self.world.as_of})"
        remedy = "It does not count yet. Is the date right?"
        self.world.tally.note(("future", self.table.name), ref, what, remedy)

    def _note_zone(self, column: ColumnReader, number: int) -> None:
        clock = self.world.mapped.clock
        what = f"'{column.name}' names no zone; read as {clock.zone.key}"
        remedy = 'Write zone = "Europe/Berlin" (yours) in the mapping file: a zone can move a day.'
        if not self.world.mapped.named_zone:
            kind = ("zone", self.table.name, column.name)
            self.world.tally.note(kind, self.sheet.where(number), what, remedy)

    def _note_undated(self) -> None:
        what = (
            f"{self.undated:,} rows do not say since when; taken to have been so since"
            f" {self.world.start}, when the first account was opened"
        )
        remedy = f"Add '{self.builders[0].days[0]}' where you know it: changes over time count."
        self.world.tally.note(("undated", self.sheet.name), self.sheet.name, what, remedy)
