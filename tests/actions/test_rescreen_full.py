import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped] # as above
import pytest

from knowntenant.actions.customer_index import load_arrays, save_arrays
from knowntenant.actions.customer_source import BatchSource, open_source
from knowntenant.actions.rescreen_full import FullRun, run_full
from knowntenant.imports.parties.files import PartiesUnreadableError
from knowntenant.imports.parties.guess import Columns
from knowntenant.imports.parties.row import HowToRead
from knowntenant.screening.batches import parties_batch
from knowntenant.screening.entry import Entry, Kind, ListedName
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.party import Party
from knowntenant.screening.settings import Settings

ENTRIES = [Entry("x:1", "x", Kind.PERSON, (ListedName("Đặng Quỳnh Trâm"),))]
PEOPLE = [
    Party(f"C-{n}", Kind.PERSON, "Đặng Quỳnh Trâm" if n % 3 == 0 else "Ana Pereira")
    for n in range(20)
]


def stream(folder: Path) -> Path:
    """Write customers as an Arrow stream of two batches."""
    path = folder / "customers.arrows"
    with (
        pa.OSFile(str(path), "wb") as file,
        pa.ipc.new_stream(file, parties_batch(PEOPLE).schema) as out,
    ):
        out.write_batch(parties_batch(PEOPLE[:13]))
        out.write_batch(parties_batch(PEOPLE[13:]))
    return path


def run(folder: Path, **changes: object) -> FullRun:
    """Give a run on them."""
    source = BatchSource(stream(folder), "one")
    made = FullRun(source, Matcher(ENTRIES), Settings(), folder / "run", {"lists": "1"}, part=4)
    return replace(made, **changes)  # type: ignore[arg-type] # any field


def nothing(rows: int) -> None:
    """Hear of progress and forget it."""
    del rows


def found(folder: Path) -> list[tuple[str, str]]:
    """Give all hits in the folder, in the order of the parts."""
    tables = [pq.read_table(path) for path in sorted((folder / "run").glob("*.parquet"))]
    return [(row["party"], row["entry"]) for table in tables for row in table.to_pylist()]


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_customer_is_screened_once_in_parts(tmp_path: Path, jobs: int) -> None:
    told: list[int] = []
    parts = run_full(run(tmp_path, jobs=jobs), told.append)
    assert [part.rows for part in parts] == [4, 4, 4, 1, 4, 3]
    assert told == [0, 4, 8, 12, 13, 17, 20]
    assert found(tmp_path) == [(f"C-{n}", "x:1") for n in range(0, 20, 3)]
    assert sum(part.hits for part in parts) == 7


@dataclass(frozen=True)
class Killed:
    """A list of matches that ends the process after some customers, as a power cut would."""

    matcher: Matcher
    left: list[int]

    @property
    def threshold(self) -> float:
        """As the matcher's."""
        return self.matcher.threshold

    def look_ahead(self, parties: Sequence[Party]) -> None:
        """As the matcher does."""
        self.matcher.look_ahead(parties)

    def hits(self, party: Party, threshold: float | None = None) -> object:
        """Match, or end."""
        self.left[0] -= 1
        if self.left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.matcher.hits(party, threshold)


def aside(work: Callable[[], object]) -> int | None:
    """Do something in a process of its own; give how it ended."""
    process = get_context("fork").Process(target=work)
    process.start()
    process.join()
    return process.exitcode


def test_a_run_that_is_killed_goes_on_with_the_parts_that_are_missing(tmp_path: Path) -> None:
    killed = run(tmp_path, matcher=Killed(Matcher(ENTRIES), [5]))
    assert aside(lambda: run_full(killed, nothing)) == -signal.SIGKILL
    done = sorted((tmp_path / "run").glob("*.parquet"))
    assert 1 <= len(done) < 6
    kept = {path: path.stat().st_mtime_ns for path in done}
    (tmp_path / "run" / ".part-00003.hits.parquet.x.part").write_bytes(b"half")
    told: list[int] = []
    run_full(run(tmp_path), told.append)
    assert told[0] > 0
    assert {path: path.stat().st_mtime_ns for path in done} == kept
    assert found(tmp_path) == [(f"C-{n}", "x:1") for n in range(0, 20, 3)]
    assert not list((tmp_path / "run").glob(".*.part"))


def test_parts_of_another_run_do_not_count(tmp_path: Path) -> None:
    run_full(run(tmp_path), nothing)
    told: list[int] = []
    run_full(run(tmp_path, of={"lists": "2"}, matcher=Matcher([])), told.append)
    assert told[0] == 0
    assert found(tmp_path) == []


def test_a_parquet_file_of_parties_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "customers.parquet"
    pq.write_table(pa.Table.from_batches([parties_batch(PEOPLE)]), path)
    how = HowToRead(Columns({}, (), ()), None, date(2026, 1, 1))
    source, columns = open_source(path, how)
    assert isinstance(source, BatchSource)
    assert (source.about, source.name, columns.taken) == (20, "customers.parquet", ())
    read = [party for chunk in source.chunks(6) for party in source.parties(chunk)[0]]
    assert read == PEOPLE


def test_an_arrow_file_is_read_like_a_stream_and_a_broken_one_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "customers.arrow"
    with (
        pa.OSFile(str(path), "wb") as file,
        pa.ipc.new_file(file, parties_batch(PEOPLE).schema) as out,
    ):
        out.write_batch(parties_batch(PEOPLE))
    source = BatchSource(path, "one")
    assert sum(chunk.num_rows for chunk in source.chunks(7)) == 20
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(PartiesUnreadableError, match="damaged"):
        list(source.chunks(7))
    with pytest.raises(PartiesUnreadableError, match="no column kind"):
        source.parties(pa.RecordBatch.from_pydict({"id": ["1"], "name": ["A"]}))


def test_arrays_are_saved_whole_and_read_again(tmp_path: Path) -> None:
    arrays: dict[str, np.ndarray[Any, np.dtype[Any]]] = {
        "a": np.arange(5),
        "none": np.empty(0, np.int32),
    }
    save_arrays(tmp_path / "index", arrays)
    save_arrays(tmp_path / "index", arrays)
    read = load_arrays(tmp_path / "index")
    assert {name: one.tolist() for name, one in read.items()} == {"a": [0, 1, 2, 3, 4], "none": []}
    assert [path.name for path in tmp_path.iterdir()] == ["index"]
