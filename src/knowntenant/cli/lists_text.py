"""What the `lists` commands print: a line for each list updated, and a table of how they stand."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.table import Table

from knowntenant.actions.lists_status import Standing
from knowntenant.actions.lists_update import Outcome, State
from knowntenant.imports.lists.reading import Problem

SHOWN_OF_HASH = 12
_WIDTH = 110
_STATES = {
    State.NEW: "new",
    State.UPDATED: "updated",
    State.UNCHANGED: "unchanged",
    State.HELD: "HELD BACK, the old one stays in use",
    State.FAILED: "FAILED, the old one stays in use",
}


def outcome_line(outcome: Outcome, *, dry: bool) -> str:
    """Say what became of a list, or what would."""
    would = "would be " if dry and outcome.state not in {State.FAILED, State.UNCHANGED} else ""
    line = f"{outcome.name}: {would}{_STATES[outcome.state]}; {outcome.entries:,} entries"
    if outcome.state not in {State.FAILED, State.UNCHANGED}:
        line += (
            f" ({outcome.added:,} added, {outcome.changed:,} changed, {outcome.removed:,} removed)"
        )
    if outcome.problems:
        line += f"; problems in its rows: {outcome.problems:,}"
    return "\n".join([f"{line}.", *(f"  {why.rstrip('.')}." for why in outcome.why)])


def update_end(folder: Path, held: Sequence[str], *, dry: bool, well: bool) -> str:
    """Say what to do next."""
    if dry:
        return "Nothing was touched: this was a dry run."
    if held:
        return (
            "Look at what is gone before you use it. If it is right, put it on record:\n"
            f'  knowntenant lists accept {folder} {held[0]} --by "NAME" --because "WHY"'
        )
    if not well:
        return "Try again later, or fetch the files by hand and name their folder with --from."
    return f"Next: knowntenant screen FILE --lists {folder}"


def status_text(folder: Path, found: Sequence[Standing]) -> str:
    """Give a table of how lists stand, and below it what is to be done."""
    if not found:
        return (
            f"{folder} was not made by an update, so nothing is known of its lists' age.\n"
            f"Next: knowntenant lists update --to NEW_DIR --from {folder}"
        )
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("list", "age", "entries", "names", "problems", "of", "hash", "state"):
        table.add_column(heading, justify="right" if heading in _NUMBERS else "left")
    for one in found:
        table.add_row(*_cells(one))
    out = StringIO()
    Console(file=out, width=_WIDTH, color_system=None).print(table)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return "\n".join([*lines, *(line for one in found for line in _remarks(folder, one))])


_NUMBERS = frozenset({"age", "entries", "names", "problems"})


def status_json(found: Sequence[Standing], rows: Sequence[Problem] | None = None) -> str:
    """Give how lists stand as JSON; rows: those that gave no entry, or lost a part, if asked."""
    told: dict[str, object] = {"lists": [{**asdict(one), "good": one.good} for one in found]}
    if rows is not None:
        told["rows"] = [asdict(one) for one in rows]
    return json.dumps(told, ensure_ascii=False, indent=2)


def row_lines(rows: Iterable[Problem]) -> list[str]:
    """Name rows that gave no entry, or lost a part."""
    return [
        f"{', '.join(filter(None, (one.file, f'row {one.row:,}' * bool(one.row), one.field)))}:"
        f" {one.text}."
        for one in rows
    ]


def _cells(one: Standing) -> tuple[str, ...]:
    version = one.version
    age = f"{one.age} d"
    if version is None:
        return (one.name, age, "-", "-", "-", "-", "-", _state(one))
    return (
        one.name,
        age,
        f"{version.entries:,}",
        f"{version.names:,}",
        f"{version.problems:,}",
        version.published or "-",
        version.files[0].sha256[:SHOWN_OF_HASH],
        _state(one),
    )


def _state(one: Standing) -> str:
    said = []
    if one.version is not None and not one.whole:
        said.append("DAMAGED")
    if one.held:
        said.append("HELD BACK")
    if one.stale:
        said.append("STALE")
    return ", ".join(said) or "good"


def _remarks(folder: Path, one: Standing) -> list[str]:
    said = []
    if one.version is not None and not one.whole:
        said.append(f"{one.name}: files were changed or are gone; run the update once more.")
    if one.held:
        why = "; ".join(one.why_held)
        said.append(
            f"{one.name}: a version of {one.held.entries:,} entries is held back ({why}).\n"
            f'  knowntenant lists accept {folder} {one.name} --by "NAME" --because "WHY"'
        )
    if one.stale:
        said.append(f"{one.name}: its source was last asked {one.age} days ago; run the update.")
    said += [
        f"{one.name}: {done.by} accepted {done.entries_after:,} entries instead of"
        f" {done.entries_before:,} on {done.at[:10]}: {done.because}"
        for done in one.accepted
    ]
    return said
