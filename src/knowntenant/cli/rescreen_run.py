"""Carries out `knowntenant rescreen`: finds what there is to do, does it, and says what changed."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped] # as above
from rich.console import Console
from rich.text import Text

from knowntenant.actions.customer_source import Source, open_source
from knowntenant.actions.listed import load_listed
from knowntenant.actions.rescreen import (
    MANY,
    Asked,
    Plan,
    Rescreened,
    plan_of,
    rescreen,
    rescreen_full,
)
from knowntenant.actions.rescreen_state import State, StateUnusableError, read_state
from knowntenant.actions.screen_workers import WorkerLostError, processors
from knowntenant.cli.lists_told import tell_of_lists
from knowntenant.cli.review_asked import Unusable
from knowntenant.cli.screen_asked import Asked as Written
from knowntenant.cli.screen_asked import Checked, checked
from knowntenant.cli.screen_progress import shown_progress
from knowntenant.exports.writing import whole_at
from knowntenant.imports.lists.folder import alone
from knowntenant.imports.lists.loading import ListsUnusableError
from knowntenant.imports.parties.files import PartiesUnreadableError
from knowntenant.imports.parties.guess import Columns
from knowntenant.imports.parties.row import HowToRead
from knowntenant.imports.signs import without_odd_signs
from knowntenant.law.problem import Problem
from knowntenant.screening.batches import HITS, BatchUnusableError
from knowntenant.screening.rescreening import CHANGED, GONE, NEW

SHOWN = 20


def carry_out(written: Written, home: Path, *, full: bool, dry_run: bool) -> None:
    """Do what was asked, or say what there is to do. Raises Unusable."""
    told, problems = checked(written)
    if home.exists() and not home.is_dir():
        problems.append(Problem("--state", f"{home} is no folder.", "Name a folder."))
    if problems:
        raise Unusable(problems)
    assert written.file is not None  # noqa: S101 - the argument has to be given
    try:
        source = _source(written, told, written.file)
        _carry_out(written, told, source, home, full=full, dry_run=dry_run)
    except ListsUnusableError as wrong:
        raise Unusable(wrong.problems) from None
    except (PartiesUnreadableError, BatchUnusableError) as wrong:
        raise Unusable([Problem(written.file.name, str(wrong))]) from None
    except StateUnusableError as wrong:
        remedy = "Screen everybody anew: --full."
        raise Unusable([Problem("--state", str(wrong), remedy)]) from None
    except WorkerLostError as lost:
        raise Unusable([Problem("--jobs", str(lost))]) from None
    except OSError as wrong:
        where = str(wrong.filename or home)
        raise Unusable([Problem(where, f"cannot be used: {wrong.strerror}.")]) from None


def _carry_out(
    written: Written, told: Checked, source: Source, home: Path, *, full: bool, dry_run: bool
) -> None:
    assert written.lists is not None  # noqa: S101 - an option that has to be given
    listed = load_listed(written.lists)
    tell_of_lists(written.lists, listed)
    asked = Asked(source, listed, told.settings, home, written.jobs or processors())
    state = None if full else read_state(home)
    if dry_run:
        _say(_to_do(plan_of(asked, state)[0] if state else None, asked))
        return
    home.mkdir(parents=True, exist_ok=True)
    with alone(home) as free:
        if not free:
            remedy = "Try again when it is done."
            raise Unusable([Problem("--state", f"somebody else is at work in {home}.", remedy)])
        _tell(written, told, _done(written, asked, state))


def _done(written: Written, asked: Asked, state: State | None) -> Rescreened:
    with shown_progress(asked.source.about, quiet=written.quiet) as progress:
        if state is None:
            return rescreen_full(asked, progress, lambda: _note(written, "Indexing customers …"))
        return rescreen(asked, state, progress)


def _source(written: Written, told: Checked, path: Path) -> Source:
    columns = Columns({}, (), ())
    how = HowToRead(columns, told.kind, datetime.now(UTC).date(), told.order)
    source, columns = open_source(path, how, written.columns)
    if columns.problems:
        raise Unusable(list(columns.problems))
    return source


def _to_do(plan: Plan | None, asked: Asked) -> str:
    if plan is None:
        about, entries = asked.source.about, len(asked.listed.entries)
        return f"Would screen everybody: about {about:,} rows against {entries:,} entries."
    return f"Would do no more than this: {_plan(plan)}"


def _plan(plan: Plan) -> str:
    delta = plan.delta
    matter = sum(one.matters for one in delta.changed)
    return (
        f"{len(delta.added):,} entries added, {matter:,} changed in what is compared"
        f" ({len(delta.changed) - matter:,} otherwise), {len(delta.removed):,} removed;"
        f" {plan.concerned:,} of {plan.customers:,} customers concerned,"
        f" {len(plan.new):,} new, {len(plan.gone):,} gone."
    )


def _tell(written: Written, told: Checked, done: Rescreened) -> None:
    hits = pa.concat_tables([HITS.empty_table(), *done.state.hits()])
    for name, table in (("parquet", hits), ("changes", done.changes)):
        if name in told.outputs:
            with whole_at(told.outputs[name]) as path:
                pq.write_table(table, path)
    counts = dict.fromkeys((NEW, CHANGED, GONE), 0)
    for change in done.changes["change"].to_pylist():
        counts[change] += 1
    if done.plan is None:
        _say(f"Screened everybody: {done.rows:,} rows, {done.unusable:,} of them name nobody.")
    else:
        _say(_plan(done.plan))
    parts = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    _say(f"Hits: {hits.num_rows:,} stand; since the last run: {parts}.")
    if done.state.changes >= MANY:
        _say(
            f"The lists changed {done.state.changes} times since words were weighed;"
            " run with --full to weigh them anew."
        )
    if not written.quiet:
        _changes(done.changes)


def _changes(changes: pa.Table) -> None:
    rows = changes.sort_by([("score", "descending")]).slice(0, SHOWN).to_pylist()
    for row in rows:
        who = f"{row['party']}: {row['asked_name']} =? {row['listed_name']} [{row['entry']}]"
        _say(f"  {row['change']:<8} {100 * row['score']:5.1f} %  {who}")
    if changes.num_rows > SHOWN:
        _say(f"  … and {changes.num_rows - SHOWN:,} more; --changes FILE writes all.")


def _say(text: str) -> None:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    Console(file=sys.stdout, highlight=False).print(Text(without_odd_signs(text)), soft_wrap=True)


def _note(written: Written, text: str) -> None:
    if not written.quiet:
        Console(stderr=True, highlight=False).print(Text(text))
