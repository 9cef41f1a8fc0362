"""Carries out `knowntenant screen`: reads, screens, prints and writes."""

import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from rich.console import Console
from rich.text import Text

from knowntenant import __version__
from knowntenant.actions.ready_lists import Ready, ready_lists
from knowntenant.actions.screen_file import Interrupted, Job, screen_file
from knowntenant.actions.screen_spool import CannotResumeError, Spool
from knowntenant.actions.screen_workers import WorkerLostError, processors
from knowntenant.cli.lists_told import tell_of_lists
from knowntenant.cli.review_asked import Unusable
from knowntenant.cli.screen_asked import Asked, Checked, checked
from knowntenant.cli.screen_one import screen_one
from knowntenant.cli.screen_progress import shown_progress
from knowntenant.cli.screen_text import print_brief, print_columns, print_result
from knowntenant.documents.screening_page import screening_page
from knowntenant.exports.screening_files import Result, write_csv, write_json, write_parquet
from knowntenant.exports.writing import written_whole
from knowntenant.imports.lists.loading import ListsUnusableError
from knowntenant.imports.parties.files import PartiesUnreadableError, PartyFile, open_parties
from knowntenant.imports.parties.guess import guess_columns
from knowntenant.imports.parties.row import HowToRead
from knowntenant.law.problem import Problem
from knowntenant.screening.settings import as_toml

SMALL = 1_000
"""Up to so many rows one process is as quick."""
_WRITERS = {"csv": write_csv, "json": write_json, "parquet": write_parquet}


class Stopped(Exception):  # noqa: N818 - nothing went wrong: somebody stopped it
    """The run was stopped; its text says what to do next."""


def carry_out(asked: Asked) -> int:
    """Screen, print and write; give the number of hits. Raises Unusable and Stopped."""
    told, problems = checked(asked)
    if problems:
        raise Unusable(problems)
    if asked.prints_config:
        sys.stdout.write(as_toml(told.settings))
        return 0
    today = datetime.now(UTC).date()
    try:
        if asked.file is None:
            return _one(asked, told, today)
        return _file(asked, told, asked.file, today)
    except ListsUnusableError as wrong:
        raise Unusable(wrong.problems) from None
    except KeyboardInterrupt:
        message = "Stopped; nothing was written."
        raise Stopped(message) from None


def _one(asked: Asked, told: Checked, today: date) -> int:
    ready = _lists(asked, told)
    result = screen_one(asked.party, told, ready.listed, ready.matcher, today)
    _show(asked, result, told.outputs, explains=True)
    return result.counts.hits


def _file(asked: Asked, told: Checked, path: Path, today: date) -> int:
    try:
        file = open_parties(path)
        columns = guess_columns(file.header, asked.columns)
        if columns.problems:
            wrong = [replace(one, where=f"{path.name}, {one.where}") for one in columns.problems]
            raise Unusable(wrong)
        with _spool(told) as spool:
            how = HowToRead(columns, told.kind, today, told.order)
            if not asked.quiet:
                print_columns(Console(stderr=True, highlight=False), columns)
            return _screened(asked, told, file, how, spool)
    except PartiesUnreadableError as broken:
        raise Unusable([Problem(path.name, str(broken))]) from None


def _screened(asked: Asked, told: Checked, file: PartyFile, how: HowToRead, spool: Spool) -> int:
    if not asked.resumes and spool.found() is not None:
        _say("An interrupted run was begun anew; --resume would have continued it.")
    ready = _lists(asked, told)
    job = Job(
        file=file,
        how=how,
        settings=told.settings,
        lists=ready.listed.marks,
        matcher=ready.matcher,
        spool=spool,
        software=f"knowntenant {__version__}",
        jobs=asked.jobs or (processors() if file.rows_about > SMALL else 1),
        resume=asked.resumes,
    )
    try:
        with shown_progress(file.rows_about, quiet=asked.quiet) as progress:
            screened = screen_file(job, progress)
    except CannotResumeError as wrong:
        remedy = "Run it without --resume to begin anew."
        raise Unusable([Problem("--resume", str(wrong), remedy)]) from None
    except WorkerLostError as lost:
        raise Unusable([Problem("--jobs", str(lost))]) from None
    except Interrupted as stopped:
        raise Stopped(_how_to_go_on(stopped.rows, kept=bool(told.outputs))) from None
    if screened.resumed_at:
        _say(f"Continued after {screened.resumed_at:,} rows.")
    for note in screened.basis.notes:
        _say(f"{screened.basis.file}: {note} Where letters look wrong, export it as UTF-8.")
    spooled = screened.spooled
    result = Result(screened.basis, screened.counts, spooled.hits, spooled.notes)
    _show(asked, result, told.outputs, explains=asked.explains)
    spool.remove()
    return result.counts.hits


def _how_to_go_on(rows: int, *, kept: bool) -> str:
    if kept and rows:
        return f"Stopped after {rows:,} rows. The same command with --resume continues from there."
    return "Stopped; nothing was written."


@contextmanager
def _spool(told: Checked) -> Iterator[Spool]:
    """Give where the run keeps its finds: beside its first output, or nowhere that lasts."""
    if told.outputs:
        first = next(iter(told.outputs.values()))
        yield Spool(first.with_name(f".{first.name}.screening"))
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Spool(Path(folder) / "screening")


def _lists(asked: Asked, told: Checked) -> Ready:
    assert asked.lists is not None  # noqa: S101 - checked before
    ready = ready_lists(asked.lists, told.settings.algorithm, saved=asked.saves_index)
    tell_of_lists(asked.lists, ready.listed)
    if not asked.quiet:
        _say(ready.how)
    return ready


def _say(text: str) -> None:
    Console(stderr=True, highlight=False).print(Text(text), soft_wrap=True)


def _show(asked: Asked, result: Result, outputs: Mapping[str, Path], *, explains: bool) -> None:
    for name, path in outputs.items():  # first, as whoever reads what is printed may stop
        _write(name, path, result)
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    console = Console(file=sys.stdout, highlight=False)
    if asked.quiet:
        print_brief(console, result)
    else:
        print_result(console, result, explains=explains)
    for path in outputs.values():
        console.print(Text(f"Wrote {path}"), soft_wrap=True)


def _write(name: str, path: Path, result: Result) -> None:
    try:
        if name in _WRITERS:
            _WRITERS[name](path, result)
            return
        with written_whole(path) as page:
            for piece in screening_page(result.basis, result.counts, result.hits(), result.notes()):
                page.write(piece)
    except OSError as wrong:
        problem = Problem(str(path), f"cannot be written: {wrong.strerror}.", "Name another file.")
        raise Unusable([problem]) from None
