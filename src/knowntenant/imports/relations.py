"""Files of access rows as relations of DuckDB, each row with its exact number and its texts.

The fast way reads a file as a whole and is trusted only where the count of rows equals the count of
lines; every other file is read row by row, and reaches DuckDB in batches.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import duckdb

from knowntenant.imports.sheets import (
    Sheet,
    csv_rows,
    json_records,
    parquet_columns,
    parquet_text,
    read_sheet,
)
from knowntenant.imports.signs import without_odd_signs
from knowntenant.imports.tally import Tally

TEXTS = ("account", "moment", "ip", "action", "located")
COLUMNS = ("account", "at", "ip", "action", "located")
BATCH = 100_000
NOBODY = "NULL::VARCHAR"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation: its SQL and parameters, and how many rows it has to have (None: any number)."""

    sql: str
    given: Sequence[object]
    rows: int | None = None


def quoted(text: str) -> str:
    """Give a text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def header_of(sheet: Sheet, base: duckdb.DuckDBPyConnection, tally: Tally) -> Sequence[str]:
    """Give the header of a sheet; of JSON Lines the names of the first object."""
    if sheet.seen is None:
        return tuple(name for name, _ in parquet_columns(base, sheet.path))
    if sheet.unit == "line":
        first = next(json_records(sheet, sheet.seen.encoding, tally), (0, {}))
        return tuple(map(without_odd_signs, first[1]))
    return csv_rows(sheet, sheet.seen.encoding, tally).read_header(tabs=sheet.form == ".tsv")


def whole(
    sheet: Sheet, header: Sequence[str], columns: Mapping[str, int], base: duckdb.DuckDBPyConnection
) -> Relation | None:
    """Give a file as one relation, or None where it has to be read row by row."""
    if sheet.seen is None:
        return _parquet(sheet, columns, base)
    if sheet.seen.encoding not in {"utf-8", "utf-8-sig"}:
        return None
    if sheet.unit == "line":
        named = "{" + ", ".join(f"{quoted(h)}: 'VARCHAR'" for h in header) + "}"
        source = f"read_json($1, format = 'newline_delimited', columns = {named})"
        return _numbered(
            source,
            sheet,
            0,
            [_name(header[columns[c]]) if c in columns else NOBODY for c in COLUMNS],
        )
    rows = csv_rows(sheet, sheet.seen.encoding, Tally())
    rows.read_header(tabs=sheet.form == ".tsv")
    named = "{" + ", ".join(f"'c{i}': 'VARCHAR'" for i in range(len(header))) + "}"
    source = (
        f"read_csv($1, auto_detect = false, header = false, skip = {rows.number}, quote = '\"',"
        f" escape = '\"', delim = {quoted(rows.delimiter)}, columns = {named})"
    )
    return _numbered(
        source, sheet, rows.number, [f"c{columns[c]}" if c in columns else NOBODY for c in COLUMNS]
    )


def _numbered(source: str, sheet: Sheet, above: int, texts: Sequence[str]) -> Relation:
    listed = ", ".join(
        f"nullif({text}, '') AS {name}" for text, name in zip(texts, TEXTS, strict=True)
    )
    sql = f"SELECT row_number() OVER () + {above} AS row, {listed} FROM {source}"  # noqa: S608 - names are quoted
    lines = sheet.seen.lines - above if sheet.seen else None
    return Relation(sql, [str(sheet.path)], lines)


def _parquet(sheet: Sheet, columns: Mapping[str, int], base: duckdb.DuckDBPyConnection) -> Relation:
    there = parquet_columns(base, sheet.path)
    texts = (parquet_text(*there[columns[c]]) if c in columns else NOBODY for c in COLUMNS)
    listed = ", ".join(
        f"nullif({text}, '') AS {name}" for text, name in zip(texts, TEXTS, strict=True)
    )
    source = "read_parquet($1, file_row_number = true)"
    return Relation(f"SELECT file_row_number + 1 AS row, {listed} FROM {source}", [str(sheet.path)])  # noqa: S608 - names are quoted


def batches(sheet: Sheet, columns: Mapping[str, int], tally: Tally) -> Iterator[Relation]:
    """Give a file in batches, read row by row; rows without shape go to the tally."""
    header, rows = read_sheet(sheet, tally)
    del header
    places = [columns.get(name) for name in COLUMNS]
    sql = "SELECT unnest($1::BIGINT[]) AS row, " + ", ".join(
        f"nullif(unnest(${n}::VARCHAR[]), '') AS {name}" for n, name in enumerate(TEXTS, 2)
    )
    while batch := list(islice(rows, BATCH)):
        numbers = [number for number, _ in batch]
        texts = [["" if i is None else row[i] for _, row in batch] for i in places]
        yield Relation(sql, [numbers, *texts])


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
