"""A file of parties screened against lists: streamed, shared out, and safe to interrupt."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import islice

from knowntenant.actions.screen_rows import Screener
from knowntenant.actions.screen_spool import CannotResumeError, Checkpoint, Spool, Spooled
from knowntenant.actions.screen_workers import screen_all
from knowntenant.imports.parties.files import PartyFile, RawRow
from knowntenant.imports.parties.row import HowToRead
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.result import Basis, Counts, ListMark, whole_hash
from knowntenant.screening.settings import Settings

BATCH, MARKED = 250, 5_000
"""Rows that a process takes at a time, and rows after which the checkpoint moves on."""

Told = Callable[[int], None]
"""Told how many rows are done."""

_NAMES = {
    "file": "the file has changed",
    "lists": "the lists have changed",
    "settings": "the algorithm or a threshold is another",
    "reading": "columns, kind or dates are read in another way",
}


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be screened, against what, how, and where the run keeps what it has found."""

    file: PartyFile
    how: HowToRead
    settings: Settings
    lists: tuple[ListMark, ...]
    matcher: Matcher
    spool: Spool
    software: str
    jobs: int = 1
    resume: bool = False
    batch: int = BATCH
    marked: int = MARKED


@dataclass(frozen=True, slots=True)
class Screened:
    """What a file came to. Read the hits and notes before the spool is removed."""

    basis: Basis
    counts: Counts
    spooled: Spooled
    resumed_at: int = 0


class Interrupted(Exception):  # noqa: N818 - nothing went wrong: somebody stopped it
    """The run was stopped by a person; what was done so far is kept."""

    def __init__(self, rows: int) -> None:
        """Keep how many rows need not be done again."""
        self.rows = rows
        super().__init__(f"stopped after {rows} rows")


def screen_file(job: Job, told: Told) -> Screened:
    """Screen a file from the beginning, or from where an interrupted run stood.

    Raises Interrupted, CannotResumeError, and what reading the file and the workers raise.
    """
    of = _of(job)
    start = _start(job, of)
    today = date.fromisoformat(start.screened_on)  # of the day on which the run began
    job = replace(job, how=replace(job.how, today=today))
    job.spool.begin(start.bytes)
    try:
        _run(job, start, told)
    finally:
        job.spool.close()
    return Screened(_basis(job, start), start.counts, Spooled(job.spool.path), start.rows)


def _run(job: Job, start: Checkpoint, told: Told) -> None:
    """Screen what is left, adding to the counts that the run began with."""
    done = marked = start.rows
    marks = {mark.name: mark for mark in job.lists}
    screener = Screener(job.matcher, job.how, job.settings, marks, job.settings.hash)
    told(done)
    try:
        with closing(screen_all(screener, _batches(job, start.rows), job.jobs)) as results:
            for result in results:
                job.spool.add(result)
                start.counts.add(result.counts)
                done += result.rows
                if done - marked >= job.marked:
                    marked = done
                    job.spool.mark(start.of, start.screened_on, start.counts, done)
                told(done)
    except KeyboardInterrupt:
        raise Interrupted(marked) from None
    job.spool.mark(start.of, start.screened_on, start.counts, done)


def _batches(job: Job, done: int) -> Iterator[list[RawRow]]:
    rows = islice(job.file.rows(), done, None)
    while batch := list(islice(rows, job.batch)):
        yield batch


def _start(job: Job, of: dict[str, str]) -> Checkpoint:
    """Say where to begin: at the first row, or where the run stood that is resumed."""
    kept = job.spool.found() if job.resume else None
    if kept is None:
        return Checkpoint(of, job.how.today.isoformat(), 0, 0, Counts())
    changed = [why for name, why in _NAMES.items() if kept.of.get(name) != of[name]]
    if changed:
        message = f"The interrupted run cannot be continued: {', and '.join(changed)}."
        raise CannotResumeError(message)
    return kept


def _of(job: Job) -> dict[str, str]:
    places = sorted((str(field), at) for field, at in job.how.columns.places.items())
    reading = f"{places} {job.how.kind} {job.how.order}"
    return {
        "file": job.file.sha256,
        "lists": whole_hash(job.lists),
        "settings": job.settings.hash,
        "reading": sha256(reading.encode()).hexdigest(),
    }


def _basis(job: Job, start: Checkpoint) -> Basis:
    columns = job.how.columns
    return Basis(
        file=job.file.path.name,
        file_hash=job.file.sha256,
        screened_on=start.screened_on,
        software=job.software,
        settings=job.settings,
        lists=job.lists,
        lists_hash=whole_hash(job.lists),
        columns=columns.taken,
        left_out=columns.left_out,
        notes=(job.file.note,) if job.file.note else (),
    )
