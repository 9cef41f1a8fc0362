"""Hits written as CSV, JSON or Parquet, one after the other, so that memory stays flat."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped] # as above

from knowntenant.exports.screening_text import COLUMNS, flat_row
from knowntenant.exports.spreadsheets import safe
from knowntenant.exports.writing import whole_at, written_whole
from knowntenant.screening.result import Basis, Counts, Found, Note

SCHEMA = "knowntenant.screening/1"
GROUP = 5_000
"""Hits that a row group of a Parquet file holds."""

_PAIR = pa.struct(
    {"asked": pa.string(), "listed": pa.string(), "similarity": pa.float64(), "how": pa.string()}
)
_LINE = pa.struct(
    {
        "feature": pa.string(),
        "points": pa.float64(),
        "value": pa.float64(),
        "reason": pa.string(),
        "asked": pa.string(),
        "listed": pa.string(),
    }
)
_TEXTS = pa.list_(pa.string())
_TYPES = {
    "row": pa.int64(),
    "score": pa.float64(),
    "threshold": pa.float64(),
    "countries": _TEXTS,
    "listed_names": _TEXTS,
    "listed_birth_dates": _TEXTS,
    "listed_countries": _TEXTS,
    "programmes": _TEXTS,
    "pairs": pa.list_(_PAIR),
    "lines": pa.list_(_LINE),
}
_COLUMNS = pa.schema([(name, _TYPES.get(name, pa.string())) for name in Found.__dataclass_fields__])


@dataclass(frozen=True, slots=True)
class Result:
    """What is written: the basis, the sums, and hits and notes that can be given again."""

    basis: Basis
    counts: Counts
    hits: Callable[[], Iterable[Found]]
    notes: Callable[[], Iterable[Note]]


def write_csv(path: Path, result: Result) -> None:
    """Write a row for each hit; with a byte order mark, as spreadsheets tell UTF-8 by it."""
    with written_whole(path, "utf-8-sig") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for found in result.hits():
            cells = flat_row(found, result.basis.screened_on)
            table.writerow([safe(cell) if isinstance(cell, str) else cell for cell in cells])


def write_json(path: Path, result: Result) -> None:
    """Write all of it for programs; a changed shape gets a new number."""
    with written_whole(path) as file:
        head = {
            "schema": SCHEMA,
            "basis": {**asdict(result.basis), "settings_hash": result.basis.settings.hash},
            "counts": result.counts.plain(),
        }
        file.write(json.dumps(head, ensure_ascii=False, indent=1)[:-2])
        for name, values in (
            ("hits", (one.plain() for one in result.hits())),
            ("notes", (one.plain() for one in result.notes())),
        ):
            file.write(f',\n "{name}": [')
            for number, one in enumerate(values):
                comma = "," if number else ""
                file.write(f"{comma}\n  {json.dumps(one, ensure_ascii=False)}")
            file.write("\n ]")
        file.write("\n}\n")


def write_parquet(path: Path, result: Result) -> None:
    """Write a row for each hit, lists as lists; the basis and the sums stand in the metadata."""
    told = {
        "knowntenant.schema": SCHEMA,
        "knowntenant.basis": json.dumps(asdict(result.basis)),
        "knowntenant.counts": json.dumps(result.counts.plain()),
    }
    schema = _COLUMNS.with_metadata(told)
    with whole_at(path) as part, pq.ParquetWriter(part, schema) as writer:
        for group in _groups(result.hits()):
            writer.write_table(pa.Table.from_pylist([one.plain() for one in group], schema=schema))


def _groups(hits: Iterable[Found]) -> Iterator[list[Found]]:
    left = iter(hits)
    while group := list(islice(left, GROUP)):
        yield group
