"""A file of an export as a sheet: a header and numbered rows; CSV, JSON Lines or Parquet."""

import json
import lzma
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import duckdb

from knowntenant.imports.cells import LIST_MARK
from knowntenant.imports.signs import without_halves, without_odd_signs
from knowntenant.imports.tally import Tally
from knowntenant.imports.texts import CsvRows, Survey, lines_of, survey

TEXT_FORMS = (".csv", ".tsv", ".jsonl", ".ndjson")
FORMS = (*TEXT_FORMS, ".parquet")
BATCH = 10_000
ODD_ROW = "Put cells that hold the delimiter, a quote or a line break in double quotes."

Row = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file: its path, the name shown, its form, and what a survey of its text showed.

    unit: what a place in the file is called, row or line.
    """

    path: Path
    name: str
    form: str
    seen: Survey | None

    @property
    def unit(self) -> str:
        """How a place in the file is named: a row as spreadsheets count, or a line."""
        return "line" if self.form in {".jsonl", ".ndjson"} else "row"

    def where(self, number: int) -> str:
        """Name a place in the file, such as 'customers.csv row 12'."""
        return f"{self.name} {self.unit} {number}"


def form_of(path: Path) -> str:
    """Give the form of a file by the ending of its name, or '' for one that is not read."""
    endings = [ending.lower() for ending in path.suffixes]
    packed = bool(endings) and endings[-1] == ".gz"
    ending = endings[-2] if packed and len(endings) > 1 else endings[-1] if endings else ""
    return ending if ending in (TEXT_FORMS if packed else FORMS) else ""


def open_sheet(path: Path, name: str, tally: Tally) -> Sheet | None:
    """Open a file and look at it; one that cannot be read at all is reported: None."""
    form = form_of(path)
    if form == ".parquet":
        return Sheet(path, name, form, None)
    try:
        seen = survey(path)
    except (OSError, EOFError, zlib.error, lzma.LZMAError) as wrong:
        tally.problem(("file", name), name, f"cannot be read: {wrong}", "Export it again.")
        return None
    if seen.blank:
        tally.problem(("file", name), name, "is empty", "Export it again, or remove it.")
        return None
    if seen.note:
        remedy = "Where letters look wrong, export as UTF-8."
        tally.note(("encoding", name), name, seen.note, remedy)
    return Sheet(path, name, form, seen)


def read_sheet(sheet: Sheet, tally: Tally) -> tuple[Sequence[str], Iterator[Row]]:
    """Give the header and the rows of a sheet. Rows without shape are reported."""
    if sheet.seen is None:
        return _parquet(sheet, tally)
    if sheet.unit == "line":
        return _json_lines(sheet, sheet.seen.encoding, tally)
    rows = csv_rows(sheet, sheet.seen.encoding, tally)
    return rows.read_header(tabs=sheet.form == ".tsv"), iter(rows)


def csv_rows(sheet: Sheet, encoding: str, tally: Tally) -> CsvRows:
    """Give the rows of a CSV sheet; those without shape go to the tally."""

    def bad(number: int, what: str) -> None:
        tally.problem(("shape", sheet.name), sheet.where(number), what, ODD_ROW)

    return CsvRows(lines_of(sheet.path, encoding), bad)


def _json_lines(sheet: Sheet, encoding: str, tally: Tally) -> tuple[Sequence[str], Iterator[Row]]:
    names: dict[str, None] = {}
    for _, record in json_records(sheet, encoding, Tally()):
        names.update(dict.fromkeys(record))

    def rows() -> Iterator[Row]:
        for number, record in json_records(sheet, encoding, tally):
            yield number, [as_text(record.get(name)) for name in names]

    return tuple(map(without_odd_signs, names)), rows()


def json_records(
    sheet: Sheet, encoding: str, tally: Tally
) -> Iterator[tuple[int, dict[str, object]]]:
    """Give the objects of a JSON Lines sheet; lines that hold none are reported."""
    for number, line in enumerate(lines_of(sheet.path, encoding), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            record = None
        if isinstance(record, dict):
            yield number, record
        else:
            what, remedy = "is no JSON object", "Write one object on each line."
            tally.problem(("shape", sheet.name), sheet.where(number), what, remedy)


def as_text(value: object) -> str:
    """Give a value of JSON or Parquet as the text that a CSV cell would hold."""
    match value:
        case None:
            return ""
        case str():
            return without_halves(value)
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return LIST_MARK.join(as_text(part) for part in value)
        case dict():
            return without_halves(json.dumps(value, ensure_ascii=False, default=str))
    return str(value)


def _parquet(sheet: Sheet, tally: Tally) -> tuple[Sequence[str], Iterator[Row]]:
    try:
        with closing(duckdb.connect()) as base:
            columns = parquet_columns(base, sheet.path)
    except duckdb.Error as wrong:
        report_parquet(sheet, wrong, tally)
        return (), iter(())
    header = tuple(without_odd_signs(name) for name, _ in columns)
    return header, _parquet_rows(sheet, columns, tally)


def report_parquet(sheet: Sheet, wrong: duckdb.Error, tally: Tally) -> None:
    """Report a Parquet file that cannot be read."""
    first = str(wrong).splitlines()[0]
    tally.problem(
        ("file", sheet.name),
        sheet.name,
        f"is no readable Parquet file ({first})",
        "Export it again.",
    )


def parquet_columns(base: duckdb.DuckDBPyConnection, path: Path) -> list[tuple[str, str]]:
    """Give names and types of the columns of a Parquet file. Raises duckdb.Error."""
    found = base.execute("DESCRIBE SELECT * FROM read_parquet($1)", [str(path)]).fetchall()
    return [(str(row[0]), str(row[1])) for row in found]


def parquet_text(name: str, kind: str) -> str:
    """Give the SQL that turns a column into what a CSV cell would hold; instants get their zone."""
    quoted = '"' + name.replace('"', '""') + '"'
    if kind == "TIMESTAMP WITH TIME ZONE":
        return f"strftime({quoted} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%fZ')"
    if kind.startswith("TIMESTAMP"):
        return f"strftime({quoted}, '%Y-%m-%dT%H:%M:%S.%f')"
    if kind.endswith("[]"):
        return f"list_transform({quoted}, lambda part: part::VARCHAR)"
    return f"{quoted}::VARCHAR"


def _parquet_rows(sheet: Sheet, columns: list[tuple[str, str]], tally: Tally) -> Iterator[Row]:
    texts = ", ".join(parquet_text(name, kind) for name, kind in columns)
    query = f"SELECT file_row_number + 1, {texts} FROM read_parquet($1, file_row_number = true)"  # noqa: S608 - names are quoted
    with closing(duckdb.connect()) as base:
        try:
            found = base.execute(query, [str(sheet.path)])
            while batch := found.fetchmany(BATCH):
                for number, *cells in batch:
                    yield number, [as_text(cell) for cell in cells]
        except duckdb.Error as wrong:
            report_parquet(sheet, wrong, tally)
