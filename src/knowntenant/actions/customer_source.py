"""A base of customers, of any size, read chunk by chunk: from rows, or from Arrow batches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped] # as above

from knowntenant.imports.parties.files import (
    PartiesUnreadableError,
    PartyFile,
    open_parties,
)
from knowntenant.imports.parties.guess import Columns, guess_columns
from knowntenant.imports.parties.row import HowToRead, read_row
from knowntenant.screening.batches import PARTIES, BatchUnusableError, parties_of
from knowntenant.screening.party import Party

ENDINGS = {".arrow", ".arrows", ".feather", ".ipc"}
Chunk = Any
"""Some rows (RawRow), or a batch of them; only the source that gave them looks inside."""


class Source(Protocol):
    """Customers that can be read again and again, always in the same chunks.

    name, sha256: of the file; about: how many rows it has, more or less.
    """

    @property
    def name(self) -> str:
        """The name of the file."""
        ...

    @property
    def sha256(self) -> str:
        """What tells its contents from others, and the way of reading from others."""
        ...

    @property
    def about(self) -> int:
        """About how many rows it has."""
        ...

    def chunks(self, size: int) -> Iterator[Chunk]:
        """Give the rows, so many at a time."""
        ...

    def parties(self, chunk: Chunk) -> tuple[list[Party], int]:
        """Give the parties of a chunk, and how many of its rows name nobody."""
        ...


@dataclass(frozen=True, slots=True)
class RowSource:
    """A CSV, JSON Lines or Parquet file, its columns taken for what their headings mean."""

    file: PartyFile
    how: HowToRead

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.file.path.name

    @property
    def sha256(self) -> str:
        """The hash of the file, and how it is read."""
        places = sorted((str(field), at) for field, at in self.how.columns.places.items())
        return f"{self.file.sha256} {places} {self.how.kind} {self.how.order}"

    @property
    def about(self) -> int:
        """About how many rows it has."""
        return self.file.rows_about

    def chunks(self, size: int) -> Iterator[Chunk]:
        """Give the rows, so many at a time. Raises PartiesUnreadableError."""
        rows = self.file.rows()
        while chunk := list(islice(rows, size)):
            yield chunk

    def parties(self, chunk: Chunk) -> tuple[list[Party], int]:
        """Give the parties of a chunk, and how many of its rows name nobody."""
        found: list[Party] = []
        unusable = 0
        for number, cells, _ in chunk:
            parties = read_row(number, cells, self.how)[0] if cells is not None else ()
            unusable += not parties
            found += parties
        return found, unusable


@dataclass(frozen=True, slots=True)
class BatchSource:
    """A Parquet file or an Arrow stream whose columns are those of `PARTIES`."""

    path: Path
    sha256: str
    about: int = 0

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    def chunks(self, size: int) -> Iterator[Chunk]:
        """Give the rows, so many at a time at most. Raises PartiesUnreadableError."""
        try:
            for batch in _batches(self.path, size):
                for start in range(0, batch.num_rows, size):
                    yield batch.slice(start, size)
        except (OSError, pa.ArrowException):
            message = "cannot be read: it is damaged or was cut off. Write it again."
            raise PartiesUnreadableError(message) from None

    def parties(self, chunk: Chunk) -> tuple[list[Party], int]:
        """Give the parties of a chunk, and how many name nobody. Raises PartiesUnreadableError."""
        try:
            found = parties_of(chunk)
        except BatchUnusableError as wrong:
            message = f"cannot be used: {wrong}."
            raise PartiesUnreadableError(message) from None
        return found, sum(not (one.names or one.identifiers) for one in found)


def open_source(path: Path, how: HowToRead, said: Sequence[str] = ()) -> tuple[Source, Columns]:
    """Open a file of customers; how: its columns are guessed here, with what was said of them.

    Raises PartiesUnreadableError. Problems with the columns stand in the columns.
    """
    if path.suffix in ENDINGS or _is_of_parties(path):
        with path.open("rb") as whole:
            digest = file_digest(whole, "sha256").hexdigest()
        about = 0 if path.suffix in ENDINGS else pq.read_metadata(path).num_rows
        return BatchSource(path, digest, about), Columns({}, (), ())
    file = open_parties(path)
    columns = guess_columns(file.header, said)
    return RowSource(file, HowToRead(columns, how.kind, how.today, how.order)), columns


def _is_of_parties(path: Path) -> bool:
    with path.open("rb") as file:
        if file.read(4) != b"PAR1":
            return False
    try:
        return bool(pq.read_schema(path).remove_metadata().equals(PARTIES))
    except (OSError, pa.ArrowException):
        return False


def _batches(path: Path, size: int) -> Iterator[pa.RecordBatch]:
    if path.suffix not in ENDINGS:
        with pq.ParquetFile(path) as file:
            yield from file.iter_batches(batch_size=size, use_threads=False)
        return
    with pa.OSFile(str(path)) as file:
        try:
            whole = pa.ipc.open_file(file)
        except pa.ArrowInvalid:
            file.seek(0)
            yield from pa.ipc.open_stream(file)
            return
        for number in range(whole.num_record_batches):
            yield whole.get_batch(number)
