"""Small list files written for one test and read whole; and the real ones, where they lie."""

import gzip
from pathlib import Path

import pytest

from knowntenant.imports.lists.reading import Reader, Report
from knowntenant.screening.entry import Entry, NameKind

REAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "watchlists"


def real(name: str) -> Path:
    """Return a real list's file, or skip the test aloud where the data is absent."""
    path = REAL / name
    if not path.is_file():
        pytest.skip(f"the real list {name} is not beside this repository")
    return path


def put(path: Path, content: str | bytes) -> Path:
    """Write a file; text as UTF-8, packed where the name says so."""
    data = content.encode() if isinstance(content, str) else content
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
    return path


def read(reader: Reader, path: Path) -> tuple[list[Entry], Report]:
    """Read a file to its end."""
    report = Report()
    return list(reader(path, report)), report


def names(entry: Entry) -> dict[str, NameKind]:
    """Return the names of an entry with their kinds."""
    return {name.text: name.kind for name in entry.names}


def numbers(entry: Entry) -> set[tuple[str, str, str]]:
    """Return the identifiers of an entry: kind, value, country."""
    return {(one.kind.value, one.value, one.country) for one in entry.identifiers}
