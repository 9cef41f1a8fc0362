"""Tables written as CSV, JSON Lines or Parquet, row by row as they come, the same every time."""

import csv
import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import IO

import duckdb

from knowntenant.sample.rows import COLUMNS, Cell, Row


class Format(StrEnum):
    """What kind of files an export consists of."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


class Sheet:
    """One table being written. Parquet is made of CSV at the end."""

    def __init__(self, folder: Path, table: str, form: Format) -> None:
        """Open the file."""
        self.columns, self.form = COLUMNS[table], form
        self.final = folder / f"{table}.{form}"
        self.path = folder / f"{table}.jsonl" if form is Format.JSONL else folder / f"{table}.csv"
        self.file: IO[str] = self.path.open("w", encoding="utf-8", newline="")
        self.lines = csv.writer(self.file, lineterminator="\n")
        if form is not Format.JSONL:
            self.lines.writerow(self.columns)

    def write(self, row: Row) -> None:
        """Write a row; empty cells are left out of JSON."""
        if self.form is Format.JSONL:
            told = {column: row[column] for column in self.columns if row.get(column)}
            self.file.write(json.dumps(told, ensure_ascii=False) + "\n")
        else:
            self.lines.writerow([_text(row.get(column, "")) for column in self.columns])

    def close(self, *, keep: bool) -> None:
        """Close the file; make Parquet of it where that is wanted. A table without rows goes."""
        self.file.close()
        if not keep:
            self.path.unlink()
        elif self.form is Format.PARQUET:
            with duckdb.connect() as base:
                source = base.read_csv(str(self.path), all_varchar=True, header=True)
                source.write_parquet(str(self.final))
            self.path.unlink()


class Export:
    """The folder of an export, with a sheet for every table."""

    def __init__(self, folder: Path, form: Format) -> None:
        """Open all tables."""
        self.sheets = {table: Sheet(folder, table, form) for table in COLUMNS}
        self.counts = dict.fromkeys(COLUMNS, 0)

    def write(self, rows: Mapping[str, list[Row]]) -> None:
        """Write rows of several tables."""
        for table, told in rows.items():
            sheet = self.sheets[table]
            self.counts[table] += len(told)
            for row in told:
                sheet.write(row)

    def close(self) -> None:
        """Close all tables; those without rows leave no file."""
        for table, sheet in self.sheets.items():
            sheet.close(keep=self.counts[table] > 0)


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ";".join(cell)
