"""A file of parties opened: CSV, JSON Lines or Parquet, found out from what it holds, streamed."""

import csv
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped] # as above

from knowntenant.imports.parties.decoding import Lines, Survey, survey
from knowntenant.imports.parties.trouble import Trouble
from knowntenant.imports.sheets import as_text
from knowntenant.imports.signs import without_odd_signs
from knowntenant.imports.texts import CsvRows

BATCH = 2_000
_MOST_COLUMNS = 2_000
_WORKBOOK = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


class PartiesUnreadableError(Exception):
    """The file cannot be read as a table of parties; the text says why, and what to do."""


class RawRow(NamedTuple):
    """A row as it stands: its number, its cells (None where it has none), what was odd so far."""

    number: int
    cells: tuple[str, ...] | None
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyFile:
    """A file of parties: its form, its headings, about how many rows it has, and its sha256.

    note: what a reader should know of the file as a whole, or nothing.
    """

    path: Path
    form: str
    header: tuple[str, ...]
    rows_about: int
    sha256: str
    note: str
    seen: Survey | None = None

    def rows(self) -> Iterator[RawRow]:
        """Give every row once, in order. Raises PartiesUnreadableError where the file breaks."""
        try:
            match self.form:
                case "parquet":
                    yield from _parquet_rows(self.path)
                case "jsonl":
                    yield from _json_rows(Lines(self.path, self._survey), self.header)
                case _:
                    yield from _csv_rows(Lines(self.path, self._survey))
        except (OSError, EOFError, zlib.error, csv.Error, pa.ArrowException) as wrong:
            raise PartiesUnreadableError(_broken(wrong)) from None

    @property
    def _survey(self) -> Survey:
        assert self.seen is not None  # noqa: S101 - text files have one
        return self.seen


def open_parties(path: Path) -> PartyFile:
    """Open a file and look at it. Raises PartiesUnreadableError."""
    try:
        with path.open("rb") as file:
            head = file.read(4)
        if head == b"PAR1":
            return _parquet(path)
        if head.startswith((_WORKBOOK, _OLD_WORKBOOK)):
            message = "is a workbook or an archive. Save the sheet as CSV (UTF-8)."
            raise PartiesUnreadableError(message)
        return _text(path, survey(path))
    except (OSError, EOFError, zlib.error, csv.Error, pa.ArrowException) as wrong:
        raise PartiesUnreadableError(_broken(wrong)) from None


def _broken(wrong: Exception) -> str:
    reason = wrong.strerror if isinstance(wrong, OSError) else ""
    return f"cannot be read: {reason or 'it is damaged or was cut off'}. Export it again."


def _text(path: Path, seen: Survey) -> PartyFile:
    first = next((line for line in Lines(path, seen) if line.strip()), "").lstrip("\ufeff \t")
    if not first:
        message = "is empty. Export it again."
        raise PartiesUnreadableError(message)
    if first.startswith("["):
        message = "is a JSON array. Write one JSON object on each line (JSON Lines)."
        raise PartiesUnreadableError(message)
    if first.startswith("{"):
        header = _json_header(Lines(path, seen))
        return PartyFile(path, "jsonl", header, seen.lines, seen.sha256, seen.note, seen)
    header = tuple(CsvRows(iter(Lines(path, seen)), _nobody).read_header(tabs=_is_tsv(path)))
    return PartyFile(path, "csv", header, max(seen.lines - 1, 0), seen.sha256, seen.note, seen)


def _nobody(number: int, what: str) -> None:
    """Hear of a bad row while only the header is read, of which there are none."""
    del number, what


def _is_tsv(path: Path) -> bool:
    return ".tsv" in path.suffixes


def _csv_rows(lines: Lines) -> Iterator[RawRow]:
    bad: list[int] = []
    rows = CsvRows(iter(lines), lambda number, _: bad.append(number))
    rows.read_header(tabs=_is_tsv(lines.path))
    for number, cells in rows:
        yield from _refused(bad)
        yield RawRow(number, tuple(cells), _taken(lines))
    yield from _refused(bad)


def _refused(bad: list[int]) -> Iterator[RawRow]:
    for number in bad:
        yield RawRow(number, None, (Trouble.ROW_NOT_READ,))
    bad.clear()


def _taken(lines: Lines) -> tuple[Trouble, ...]:
    if not lines.troubles:
        return ()
    troubles = tuple(dict.fromkeys(lines.troubles))
    lines.troubles.clear()
    return troubles


def _records(lines: Lines) -> Iterator[tuple[int, dict[str, object] | None]]:
    for number, line in enumerate(lines, 1):
        text = line.strip().removeprefix("\ufeff")
        if text:
            try:
                record = json.loads(text)
            except (ValueError, RecursionError):
                record = None
            yield number, _flat(record) if isinstance(record, dict) else None


def _flat(record: dict[str, object]) -> dict[str, object]:
    """Lift what lies one object deep: `name.first`."""
    flat: dict[str, object] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{inner}": deeper for inner, deeper in value.items()}
        else:
            flat[name] = value
    return flat


def _json_header(lines: Lines) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for _, record in _records(lines):
        names.update(dict.fromkeys(record or ()))
        if len(names) > _MOST_COLUMNS:
            message = f"has over {_MOST_COLUMNS:,} different keys. Write the same on each line."
            raise PartiesUnreadableError(message)
    return tuple(names)


def _json_rows(lines: Lines, header: Sequence[str]) -> Iterator[RawRow]:
    for number, record in _records(lines):
        if record is None:
            lines.troubles.append(Trouble.ROW_NOT_READ)
            yield RawRow(number, None, _taken(lines))
        else:
            cells = tuple(as_text(record.get(name)) for name in header)
            yield RawRow(number, cells, _taken(lines))


def _parquet(path: Path) -> PartyFile:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    with pq.ParquetFile(path) as file:
        header = tuple(without_odd_signs(name) for name in file.schema_arrow.names)
        return PartyFile(path, "parquet", header, file.metadata.num_rows, digest, "")


def _parquet_rows(path: Path) -> Iterator[RawRow]:
    number = 0
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=BATCH, use_threads=False):
            columns = [column.to_pylist() for column in batch.columns]
            for cells in zip(*columns, strict=True):
                number += 1
                yield RawRow(number, tuple(as_text(cell) for cell in cells))
