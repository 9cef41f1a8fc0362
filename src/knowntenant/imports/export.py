"""A provider's own export, read as a whole: records, and everything that was odd about it.

The export is what 7.302(e)(1) speaks of as seen by the provider's systems. Nothing is decided here,
nothing is stored, and the folder is never written to.
"""

import gc
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from knowntenant.facts.record import Record
from knowntenant.imports.accesses import ALL, Condensed, Kept, kept_records
from knowntenant.imports.cells import cell_reader
from knowntenant.imports.columns import Guess, Matched, match
from knowntenant.imports.condensing import Condenser
from knowntenant.imports.files import Found, find_files, forms
from knowntenant.imports.links import Twins
from knowntenant.imports.mapping import FILE, Mapped, read_mapping
from knowntenant.imports.own_trees import take_trees, tree_files
from knowntenant.imports.parts import Table
from knowntenant.imports.quality import note_early_accesses, note_fractions, note_tables
from knowntenant.imports.rows import Counts, RowReader, World
from knowntenant.imports.sheets import Sheet, open_sheet, read_sheet
from knowntenant.imports.signs import without_odd_signs
from knowntenant.imports.tables import TABLES
from knowntenant.imports.tally import Tally
from knowntenant.law.days import day_of
from knowntenant.law.problem import Problem, nearest

Progress = Callable[[str, int, int], None]
"""Told of what is being read, how many files are done, and how many there are."""

VITAL = ("customers", "accounts")
"""Tables whose loss as a whole leaves nothing that a review could call clean."""

_ADVICE = "docs/export-format.md shows the tables and how to make an export in ten minutes."


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Columns of a file that mean nothing to us; they are left out."""

    file: str
    headers: tuple[str, ...]


@dataclass(slots=True)
class Export:
    """What an export came to.

    records: every telling; problems: what could not be used; notes: what was used and deserves a
    look; guesses: what was taken for something of ours; counts: rows by table; unusable: tables
    that a review cannot do without, and of which not one row could be used; problem_count: of all
    problems, those not listed included.
    """

    folder: Path
    as_of: date
    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)
    counts: dict[str, Counts] = field(default_factory=dict)
    condensed: Condensed = field(default_factory=Condensed)
    unusable: list[str] = field(default_factory=list)
    problem_count: int = 0

    @property
    def is_usable(self) -> bool:
        """Whether there is anything to review, and no table vital to it is lost as a whole."""
        return bool(self.records) and not self.unusable


def _silent(what: str, done: int, total: int) -> None:
    """Show no progress."""


def read_export(  # noqa: PLR0913 - what may be asked of a reading
    folder: Path,
    *,
    as_of: date,
    zone: ZoneInfo,
    mapping: Path | None = None,
    progress: Progress = _silent,
    keep: Collection[Kept] = ALL,
) -> Export:
    """Read the export in a folder; everything wrong with it is in the result.

    as_of: the day of the review; zone: the pack's zone, in which that day ends; mapping: the
    mapping file, by default the folder's mapping.toml if there is one; progress: told of each
    file; keep: which accesses become records. Raises OSError where the folder cannot be listed.
    """
    export = Export(folder, as_of)
    if not folder.is_dir():
        what = "is no folder." if folder.exists() else "does not exist."
        export.problems.append(Problem(str(folder), what, _ADVICE))
        return export
    own = folder / FILE
    mapped, problems = read_mapping(mapping or own) if mapping or own.exists() else (Mapped(), [])
    export.problems += problems
    found = find_files(folder)
    if not found.files:
        what = f"holds no table that is known here (endings read: {forms()})"
        export.problems.append(Problem(str(folder), what, _ADVICE))
        return export
    with _without_collection():
        _Reading(export, mapped, zone, found, progress).run(keep)
    return export


class _Reading:
    """One reading of an export: what all of its steps share."""

    def __init__(
        self, export: Export, mapped: Mapped, zone: ZoneInfo, found: Found, progress: Progress
    ) -> None:
        self.export, self.found, self.progress = export, found, progress
        self.tally = Tally()
        self.sheets = {
            name: [s for path in paths if (s := open_sheet(path, self._name(path), self.tally))]
            for name, paths in found.files.items()
        }
        start = self._start(mapped, zone)
        self.world = World(export.as_of, zone, start, mapped, self.tally)
        self.world.guesses.update(dict.fromkeys(found.guesses))
        self.total = sum(map(len, self.sheets.values()))
        self.done = 0

    def run(self, keep: Collection[Kept]) -> None:
        """Read every table in order, then compare what they say of each other.

        The accesses are condensed beside, by a database that needs no help from here.
        """
        with ThreadPoolExecutor(1) as beside:
            condensing = beside.submit(self._condense) if self.sheets.get("access") else None
            for name, table in TABLES.items():
                if name == "access" and condensing is not None:
                    self._read_access(condensing, keep)
                elif name in self.sheets:
                    self._read_table(table, self.sheets[name])
        self._read_trees()
        self._finish()

    def _read_table(self, table: Table, sheets: Sequence[Sheet]) -> None:
        twins = Twins(self.tally, table.name)
        for sheet in sheets:
            self._tell(sheet)
            header, rows = read_sheet(sheet, self.tally)
            matched = self._matched(table, sheet, header, self.tally)
            if matched is not None:
                reader = RowReader(table, sheet, matched.columns, self.world, twins)
                self.export.records.extend(reader.records(rows))

    def _read_trees(self) -> None:
        files = tree_files(self.export.folder)
        if files:
            self.progress(f"corporate trees ({len(files)} files)", self.done, self.total)
            own, world = self.export.records, self.world
            own += take_trees(files, own, world.start, self.export.as_of, self.tally)

    def _condense(self) -> Condenser:
        condenser = Condenser(self.world.mapped, self.world.end, Tally())
        for sheet in self.sheets["access"]:
            header = condenser.header(sheet)
            matched = self._matched(TABLES["access"], sheet, header, condenser.tally)
            if matched is not None:
                condenser.add(sheet, header, matched.columns)
        return condenser

    def _read_access(self, condensing: "Future[Condenser]", keep: Collection[Kept]) -> None:
        for sheet in self.sheets["access"]:
            self._tell(sheet)
        condenser = condensing.result()
        counts = self.world.counts.setdefault("access", Counts())
        records, condensed = kept_records(condenser, self.world.guesses, keep, counts)
        condenser.base.close()
        self.tally.include(condenser.tally)
        self.export.condensed = condensed
        self.export.records.extend(records)
        note_early_accesses(records, self.world, condensed.late, condenser.zoneless)

    def _matched(
        self, table: Table, sheet: Sheet, header: Sequence[str], tally: Tally
    ) -> Matched | None:
        if not header:
            return None
        matched = match(table, header, self.world.mapped)
        self.world.guesses.update(dict.fromkeys(matched.guesses))
        if matched.unmatched:
            self.export.unmatched.append(Unmatched(sheet.name, matched.unmatched))
        self._check_mapping(table, sheet, header, tally)
        lacking = [name for name in table.needs if name not in matched.columns]
        if not lacking:
            return matched
        what = (
            f"has no column for {' and '.join(map(repr, lacking))}, so none of its rows can be used"
        )
        remedy = f'Name it in {FILE}: [{table.name}] and below it "your header" = "{lacking[0]}".'
        tally.problem(("columns", sheet.name), sheet.name, what, remedy)
        return None

    def _check_mapping(
        self, table: Table, sheet: Sheet, header: Sequence[str], tally: Tally
    ) -> None:
        for name in self.world.mapped.written.get(table.name, {}):
            if name not in header and name.casefold() not in (h.casefold() for h in header):
                what = f"[{table.name}] speaks of '{name}', which {sheet.name} does not have."
                tally.problem(("mapping", name), FILE, what, nearest(name, header))

    def _start(self, mapped: Mapped, zone: ZoneInfo) -> date:
        """Give the day of the first opening: the day taken where a row does not say since when."""
        table, days = TABLES["accounts"], [self.export.as_of]
        for sheet in self.sheets.get("accounts", []):
            header, rows = read_sheet(sheet, Tally())
            at = match(table, header, mapped).columns.get("opened_on")
            if at is None:
                continue
            read = cell_reader("accounts", table.columns["opened_on"], mapped)
            for text in {row[at] for _, row in rows if row[at]}:
                moment = read(text)
                if isinstance(moment, date):
                    days.append(day_of(moment, zone) if isinstance(moment, datetime) else moment)
        return min(days)

    def _tell(self, sheet: Sheet) -> None:
        self.progress(sheet.name, self.done, self.total)
        self.done += 1

    def _name(self, path: Path) -> str:
        return without_odd_signs(path.relative_to(self.export.folder).as_posix())

    def _is_lost(self, name: str) -> bool:
        """Tell whether a table is there, with rows or troubles, and none of it can be used."""
        if name not in self.found.files:
            return False
        counts = self.world.counts.get(name)
        if counts is None or counts.bad:
            return counts is None or not counts.good + counts.partial
        shapes = [("shape", sheet.name) for sheet in self.sheets[name]]
        return not counts.read and any(kind in self.tally.kept_problems for kind in shapes)

    def _finish(self) -> None:
        self.progress("comparing the tables", self.done, self.total)
        self.world.links.check(self.tally)
        note_fractions(self.export.records, self.tally)
        note_tables(self.found, self.world.counts, self.tally)
        export, world = self.export, self.world
        export.unusable = [name for name in VITAL if self._is_lost(name)]
        export.problem_count = len(export.problems) + self.tally.count
        export.problems += [Problem(n, "none of its rows can be used.") for n in export.unusable]
        export.problems += self.tally.problems
        export.notes += self.tally.notes
        export.guesses += world.guesses
        export.counts = world.counts


@contextmanager
def _without_collection() -> Iterator[None]:
    """Hold the garbage collector while millions of lasting objects are made: it would find none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
