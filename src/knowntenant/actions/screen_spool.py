"""What a run of screening has found so far, kept in a file, with a checkpoint to go on from.

The file is its owner's alone, as it holds names; it is removed once the results are written.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from knowntenant.actions.screen_rows import HIT, NOTE, Batch
from knowntenant.screening.result import Counts, Found, Note, counts_from, found_from

VERSION = 1


class CannotResumeError(Exception):
    """The interrupted run was of something else; the text says of what. Run it without --resume."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far a run has come, and what it was a run of.

    of: file hash, list hash, settings and the way of reading, by name; rows: of the file, done;
    bytes: of the spool that are whole; screened_on: ISO day on which the run began.
    """

    of: Mapping[str, str]
    screened_on: str
    rows: int
    bytes: int
    counts: Counts


class Spool:
    """A file of hits and notes that grows, with its checkpoint beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.checkpoint_path = path.with_name(f"{path.name}.checkpoint")
        self._file: BinaryIO | None = None
        self._since = 0

    def found(self) -> Checkpoint | None:
        """Give the checkpoint of an interrupted run; none where it cannot be gone on from."""
        try:
            values = json.loads(self.checkpoint_path.read_text(encoding="utf-8"))
            if values.pop("version") != VERSION or self.path.stat().st_size < values["bytes"]:
                return None
            return Checkpoint(**{**values, "counts": counts_from(values["counts"])})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def begin(self, at: int = 0) -> None:
        """Open the file for more, from a byte on; what stands behind it was never whole."""
        number = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        self._file = os.fdopen(number, "r+b")
        self._file.truncate(at)
        self._file.seek(at)

    def add(self, batch: Batch) -> None:
        """Write what a batch came to."""
        if batch.lines and self._file is not None:
            self._file.write("".join(batch.lines).encode())

    def mark(self, of: Mapping[str, str], screened_on: str, counts: Counts, rows: int) -> None:
        """Remember how far the run has come; this holds whatever happens afterwards."""
        assert self._file is not None  # noqa: S101 - begun before it is marked
        self._file.flush()
        os.fsync(self._file.fileno())
        done = {
            "version": VERSION,
            "of": dict(of),
            "screened_on": screened_on,
            "rows": rows,
            "bytes": self._file.tell(),
            "counts": counts.plain(),
        }
        part = self.checkpoint_path.with_name(f"{self.checkpoint_path.name}.part")
        part.write_text(json.dumps(done), encoding="utf-8")
        part.replace(self.checkpoint_path)

    def close(self) -> None:
        """Close the file; what was not marked is done again by whoever resumes."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def remove(self) -> None:
        """Remove the file and its checkpoint."""
        self.close()
        self.checkpoint_path.unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)


class Spooled:
    """Hits and notes read back; only where each stands is kept in memory."""

    def __init__(self, path: Path) -> None:
        self._path = path
        order: list[tuple[tuple[float, int, int, str, str], int]] = []
        self._notes: list[int] = []
        for place, (kind, values) in self._all():
            if kind == HIT:
                order.append((found_from(values).order, place))
            elif kind == NOTE:
                self._notes.append(place)
        self._hits = [place for _, place in sorted(order)]

    def hits(self) -> Iterator[Found]:
        """Give the hits, the most urgent first."""
        for values in self._at(self._hits):
            yield found_from(values)

    def notes(self) -> Iterator[Note]:
        """Give the notes in the order of the rows."""
        for values in self._at(self._notes):
            yield Note(**values)

    def _all(self) -> Iterator[tuple[int, tuple[str, dict[str, Any]]]]:
        place = 0
        with self._path.open("rb") as file:
            for line in file:
                yield place, json.loads(line)
                place += len(line)

    def _at(self, places: list[int]) -> Iterator[dict[str, Any]]:
        with self._path.open("rb") as file:
            for place in places:
                file.seek(place)
                yield json.loads(file.readline())[1]
