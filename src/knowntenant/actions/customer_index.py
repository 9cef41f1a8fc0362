"""The index of customers on disk: made part by part, read where it lies."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from knowntenant.actions.screen_workers import screen_all
from knowntenant.screening.batches import parties_of
from knowntenant.screening.customer_words import Array
from knowntenant.screening.customers import Customers
from knowntenant.screening.party import Party
from knowntenant.screening.rescreening import Base
from knowntenant.screening.steady import SteadyMatcher

SEGMENT = 250_000
"""Customers whose names are indexed together: so many fit into little memory."""


@dataclass(frozen=True, slots=True)
class _Indexer:
    """Indexes the customers of some files."""

    matcher: SteadyMatcher

    def batch(self, work: tuple[Path, Sequence[Path]], /) -> Path:
        """Index files and write the index into a folder."""
        folder, files = work
        parties = (party for path in files for party in parties_of(_kept(path)))
        save_arrays(folder, Customers.of(parties, self.matcher).arrays)
        return folder


def make_index(
    folder: Path, files: Sequence[tuple[Path, int]], matcher: SteadyMatcher, jobs: int = 1
) -> list[list[Path]]:
    """Index files of customers, with how many each holds; give the files of each segment.

    The segments lie in the folder, under their numbers.
    """
    segments: list[list[Path]] = []
    room = 0
    for path, count in files:
        if not segments or count > room:
            segments.append([])
            room = SEGMENT
        segments[-1].append(path)
        room -= count
    work = ((segment_in(folder, number), one) for number, one in enumerate(segments))
    for _ in screen_all(_Indexer(matcher), work, min(jobs, len(segments))):
        pass
    return segments


def segment_in(folder: Path, number: int) -> Path:
    """Give the folder of a segment."""
    return folder / f"index-{number:03}"


def open_index(
    folder: Path, files: Sequence[Path], gone: Callable[[int], bool] = lambda _: False
) -> Base:
    """Open a segment; gone: tells of a customer's hash whether they have left since."""
    return Base(Customers.of_arrays(load_arrays(folder)), _Rows(tuple(files), gone))


@dataclass(frozen=True, slots=True)
class _Rows:
    """Customers of some files, by row."""

    files: tuple[Path, ...]
    gone: Callable[[int], bool]

    def __call__(self, rows: Sequence[int]) -> Iterator[Party]:
        """Give the customers of some rows, which come in order; read only those."""
        wanted = np.asarray(rows, np.int64)
        start = 0
        for path in self.files:
            if not len(wanted) or start > wanted[-1]:
                return
            batch = _kept(path)
            here = wanted[(wanted >= start) & (wanted < start + batch.num_rows)] - start
            start += batch.num_rows
            if len(here):
                taken = batch.take(pa.array(here))
                hashes = taken.column("party_hash").to_pylist()
                for party, number in zip(parties_of(taken), hashes, strict=True):
                    if not self.gone(number):
                        yield party


def save_arrays(folder: Path, arrays: Mapping[str, Array]) -> None:
    """Write arrays into a folder, all of them or none."""
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for name, array in arrays.items():
        np.save(part / f"{name}.npy", array, allow_pickle=False)
    shutil.rmtree(folder, ignore_errors=True)
    part.replace(folder)


def load_arrays(folder: Path) -> dict[str, Array]:
    """Give the arrays of a folder, to be read where they lie."""
    return {path.stem: _mapped(path) for path in sorted(folder.glob("*.npy"))}


def hashes_of(path: Path) -> Sequence[int]:
    """Give the hashes of the customers in a file."""
    found: list[int] = _kept(path).column("party_hash").to_pylist()
    return found


def _mapped(path: Path) -> Array:
    try:
        found: Array = np.load(path, mmap_mode="r", allow_pickle=False).view(np.ndarray)
    except ValueError:  # an array of nothing cannot be mapped
        found = np.load(path, allow_pickle=False)
    return found


def _kept(path: Path) -> pa.RecordBatch:
    with pa.memory_map(str(path)) as file:
        return pa.ipc.open_file(file).get_batch(0)
