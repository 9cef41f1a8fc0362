"""Millions of access rows condensed to those that decisions ask for; the rest only counted.

A statement about events, not about law: what a clause makes of the first and the last access is
decided elsewhere, and a decision that needs the accesses between them needs another entry here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib import resources

import duckdb

from knowntenant.facts.reading import CLEARS
from knowntenant.imports.cells import BLANK_WORDS
from knowntenant.imports.judged import Judge, Seen
from knowntenant.imports.mapping import Mapped
from knowntenant.imports.relations import TEXTS, Relation, batches, header_of, quoted, whole
from knowntenant.imports.sheets import Sheet, report_parquet
from knowntenant.imports.tally import Tally

FETCHED = 20_000
CROWDED = 2_000_000
MEMORY = "600MB"
_SQL = resources.files(__package__).joinpath("condensing.sql").read_text(encoding="utf-8")
_FOUR = r"((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_SIX = (
    "([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}"
    "|(([0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::(([0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?"
)
_MOMENT = (
    r"\d{4}-\d\d-\d\d([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?"
    r"(Z|[+-](0\d|1[0-3]):[0-5]\d)?)?"
)
_GROUPS = (
    "account VARCHAR, action VARCHAR, located VARCHAR, late BOOLEAN,"
    " n BIGINT, earliest BIGINT, latest BIGINT"
)


@dataclass(slots=True)
class Source:
    """A file of access rows: how to read it again, and from which number its rows count."""

    sheet: Sheet
    columns: Mapping[str, int]
    relation: Relation | None
    above: int

    def relations(self) -> Iterator[Relation]:
        """Give the file again; what was wrong with it has been told already."""
        if self.relation is not None:
            yield self.relation
        else:
            yield from batches(self.sheet, self.columns, Tally())


@dataclass(slots=True)
class Condenser:
    """Takes files of access rows and keeps, for each account, action and place, first and last."""

    mapped: Mapped
    end: datetime
    tally: Tally
    sources: list[Source] = field(default_factory=list)
    read: int = 0
    zoneless: int = 0
    base: duckdb.DuckDBPyConnection = field(init=False)
    judge: Judge = field(init=False)
    _above: int = 0

    def __post_init__(self) -> None:
        """Open a database in memory that never writes to disk."""
        self.base = duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": ""})
        # Files look tiny to its optimizer, which would then hold the file in memory for a join.
        self.base.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
        self.base.execute(f"SET TimeZone = {quoted(self.mapped.clock.zone.key)}")
        self.judge = Judge(self.mapped, self.end, self.tally)
        self.base.execute(f"CREATE TABLE groups ({_GROUPS})")

    def header(self, sheet: Sheet) -> tuple[str, ...]:
        """Give the header of a sheet; an unreadable Parquet file is reported and has none."""
        try:
            return tuple(header_of(sheet, self.base, self.tally))
        except duckdb.Error as wrong:
            report_parquet(sheet, wrong, self.tally)
            return ()

    def add(self, sheet: Sheet, header: tuple[str, ...], columns: Mapping[str, int]) -> None:
        """Condense a file: at once where its rows are its lines, else row by row."""
        before = self.read
        relation = whole(sheet, header, columns, self.base)
        if relation is not None and not self._taken(sheet, relation):
            relation = None
        if relation is None:
            for batch in batches(sheet, columns, self.tally):
                self._taken(sheet, batch)
        self.sources.append(Source(sheet, columns, relation, self._above))
        self._above += max(sheet.seen.lines if sheet.seen else 0, self.read - before) + 1
        self._fold()

    def _taken(self, sheet: Sheet, relation: Relation) -> bool:
        """Take the rows of a relation, unless it fails or its rows are not the file's lines."""
        typed = self._typed(relation)
        try:
            self.base.execute(
                "CREATE OR REPLACE TEMP TABLE fresh AS SELECT"  # noqa: S608 - our own SQL
                " CASE WHEN sound THEN account END AS account,"
                " CASE WHEN sound THEN action END AS action,"
                " CASE WHEN sound THEN located END AS located,"
                " CASE WHEN sound THEN late END AS late, count(*) AS n,"
                " min(spot) FILTER (sound) AS earliest, max(spot) FILTER (sound) AS latest,"
                " sound, count(*) FILTER (sound AND zoneless) AS zoneless"
                f" FROM ({typed}) GROUP BY ALL",
                relation.given,
            )
        except duckdb.Error:
            return False
        rows, unsound, zoneless = self.base.execute(
            "SELECT coalesce(sum(n), 0), coalesce(sum(n) FILTER (NOT sound), 0),"
            " coalesce(sum(zoneless), 0) FROM fresh"
        ).fetchall()[0]
        if relation.rows not in (None, rows):
            return False
        self.read += int(rows)
        self.zoneless += int(zoneless)
        self.base.execute(
            "INSERT INTO groups SELECT * EXCLUDE (sound, zoneless) FROM fresh WHERE sound"
        )
        if unsound:
            self._judge_rows(sheet, relation, typed)
        return True

    def _typed(self, relation: Relation) -> str:
        mapped = {("access", name) for name in ("account", "at", "ip")} & set(self.mapped.values)
        blanks = ", ".join(quoted(word) for word in sorted({*BLANK_WORDS, CLEARS}))
        account = (
            "regexp_full_match(account, '[!-~]+')"
            f" AND (length(account) > 11 OR lower(account) NOT IN ({blanks}))"
        )
        return (
            _SQL.replace("{relation}", relation.sql)
            .replace("{account_sound}", "false" if mapped else account)
            .replace("{moment}", _MOMENT)
            .replace("{four}", _FOUR)
            .replace("{six}", _SIX)
            .replace("{end}", str(int(self.end.timestamp())))
            .replace("{above}", str(self._above))
        )

    def _judge_rows(self, sheet: Sheet, relation: Relation, typed: str) -> None:
        texts = ", ".join(f"coalesce({name}, '')" for name in TEXTS)
        query = f"SELECT row, {texts} FROM ({typed}) WHERE NOT sound ORDER BY row"  # noqa: S608 - as above
        found = self.base.cursor().execute(query, relation.given)
        while rows := found.fetchmany(FETCHED):
            judged = (
                self.judge.judge(sheet.where(row), row + self._above, cells) for row, *cells in rows
            )
            self._insert([seen for seen in judged if seen is not None])

    def _insert(self, seen: list[Seen]) -> None:
        columns = [
            [s.account for s in seen], [s.action or None for s in seen],
            [s.located or None for s in seen], [s.future for s in seen], [s.order for s in seen],
        ]  # fmt: skip
        self.base.execute(
            "INSERT INTO groups SELECT unnest($1::VARCHAR[]), unnest($2::VARCHAR[]),"
            " unnest($3::VARCHAR[]), unnest($4::BOOLEAN[]), 1,"
            " unnest($5::BIGINT[]), unnest($5::BIGINT[])",
            columns,
        )

    def _fold(self) -> None:
        """Keep the groups few: those of many files about one account become one."""
        if self.base.execute("SELECT count(*) FROM groups").fetchall()[0][0] > CROWDED:
            self.base.execute(
                "CREATE OR REPLACE TABLE groups AS SELECT account, action, located, late,"
                " sum(n)::BIGINT AS n, min(earliest) AS earliest, max(latest) AS latest"
                " FROM groups GROUP BY ALL"
            )
