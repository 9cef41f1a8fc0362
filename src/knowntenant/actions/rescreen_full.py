"""Everybody screened against lists, part by part: streamed, shared out, and safe to interrupt.

Each part of the customers is a pair of files under its number, the hits written last; so a part is
either done or it is not, and a run that was killed goes on with the parts that are missing.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped] # as above

from knowntenant.actions.customer_source import Chunk, Source
from knowntenant.actions.screen_workers import screen_all
from knowntenant.exports.writing import whole_at, written_whole
from knowntenant.screening.batches import (
    PARTIES,
    hits_batch,
    parties_batch,
    party_hash,
    screen_parties,
)
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.party import Party
from knowntenant.screening.settings import Settings

PART = 5_000
"""Rows of a part: a few seconds of work, which is what a process loses that is killed."""
MANIFEST = "run.json"
KEPT = PARTIES.append(pa.field("party_hash", pa.uint64()))
"""A row a customer, as they are kept: `PARTIES`, and the hash by which hits name them."""

Told = Callable[[int], None]
"""Told how many rows are done."""


@dataclass(frozen=True, slots=True)
class FullRun:
    """What is screened, against what, and the folder in which parts are kept.

    of: hashes of the lists, the settings, the shares and the customers, by name; a folder with
    parts of anything else is emptied first. matcher: None where customers are only to be kept.
    """

    source: Source
    matcher: Matcher | None
    settings: Settings
    folder: Path
    of: Mapping[str, str]
    jobs: int = 1
    part: int = PART


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is done: its number, and how many rows, customers and hits it has.

    unusable: rows that name nobody.
    """

    number: int
    rows: int
    unusable: int
    customers: int
    hits: int

    def customers_in(self, folder: Path) -> Path:
        """Give the file of its customers (`KEPT`, as an Arrow file)."""
        return folder / f"part-{self.number:05}.customers.arrow"

    def hits_in(self, folder: Path) -> Path:
        """Give the file of its hits (`HITS`, as Parquet)."""
        return folder / f"part-{self.number:05}.hits.parquet"


@dataclass(frozen=True, slots=True)
class _Screener:
    """Screens one part at a time, and writes it."""

    run: FullRun

    def batch(self, work: tuple[int, Chunk], /) -> Part:
        """Screen a part; its hits come last, and say that it is done."""
        number, chunk = work
        run = self.run
        parties, unusable = run.source.parties(chunk)
        found = (
            hits_batch(screen_parties(run.matcher, parties, run.settings.threshold_for))
            if run.matcher is not None
            else hits_batch(())
        )
        part = Part(number, len(chunk), unusable, len(parties), found.num_rows)
        write_customers(part.customers_in(run.folder), parties)
        told = {name: str(getattr(part, name)) for name in Part.__dataclass_fields__}
        table = pa.Table.from_batches([found]).replace_schema_metadata(told)
        with whole_at(part.hits_in(run.folder)) as path:
            pq.write_table(table, path)
        return part


def run_full(run: FullRun, told: Told) -> list[Part]:
    """Screen everybody, or what is left of an interrupted run of the same; give all parts.

    Raises what reading the customers and the workers raise; what is done by then is kept.
    """
    done = _begun(run)
    rows = sum(part.rows for part in done.values())
    told(rows)
    with closing(screen_all(_Screener(run), _missing(run, done), run.jobs)) as parts:
        for part in parts:
            done[part.number] = part
            rows += part.rows
            told(rows)
    return [done[number] for number in sorted(done)]


def write_customers(path: Path, parties: list[Party]) -> None:
    """Write customers as they are kept: to be read where they lie, without unpacking."""
    batch = parties_batch(parties)
    hashes = pa.array(map(party_hash, parties), pa.uint64())
    kept = pa.RecordBatch.from_arrays([*batch.columns, hashes], schema=KEPT)
    with whole_at(path) as part, pa.ipc.new_file(str(part), KEPT) as file:
        file.write_batch(kept)


def _missing(run: FullRun, done: Mapping[int, Part]) -> Iterator[tuple[int, Chunk]]:
    for number, chunk in enumerate(run.source.chunks(run.part)):
        if number not in done:
            yield number, chunk


def _begun(run: FullRun) -> dict[int, Part]:
    """Give the parts that are done, of the same run; anything else is cleared away."""
    of = {**run.of, "part": str(run.part)}
    if _manifest(run.folder) != of:
        shutil.rmtree(run.folder, ignore_errors=True)
        run.folder.mkdir(parents=True)
        with written_whole(run.folder / MANIFEST) as file:
            json.dump(of, file, indent=1)
    for left in run.folder.glob(".*.part"):
        left.unlink(missing_ok=True)
    parts = (_part(path) for path in sorted(run.folder.glob("part-*.hits.parquet")))
    return {part.number: part for part in parts}


def _manifest(folder: Path) -> object:
    try:
        return json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _part(path: Path) -> Part:
    told = pq.read_schema(path).metadata
    return Part(**{name: int(told[name.encode()]) for name in Part.__dataclass_fields__})
