"""A screening on a terminal: sums, the most urgent hits, and on demand what made each score."""

from itertools import islice

from rich.console import Console
from rich.table import Table
from rich.text import Text

from knowntenant.documents.screening_page import grouped
from knowntenant.exports.screening_files import Result
from knowntenant.exports.screening_text import pair_text
from knowntenant.imports.parties.guess import Columns
from knowntenant.imports.signs import without_odd_signs
from knowntenant.screening.result import Found, Strength

MOST, WIDTH = 25, 20
_STYLES = {"strong": "bold red", "likely": "bold yellow", "possible": "cyan"}


def print_columns(console: Console, columns: Columns) -> None:
    """Print what each heading was taken for, in one line."""
    taken = ", ".join(f"'{one.heading}' = {one.taken_for}" for one in columns.taken)
    left = f" Not used: {', '.join(map(repr, columns.left_out))}." if columns.left_out else ""
    text = f"Columns: {taken}.{left} Say otherwise with --column FIELD=HEADING."
    console.print(Text(without_odd_signs(text)), soft_wrap=True)


def print_brief(console: Console, result: Result) -> None:
    """Print one line."""
    console.print(Text(_sums(result)), soft_wrap=True)


def print_result(console: Console, result: Result, *, explains: bool) -> None:
    """Print sums, hits, notes and what it rests on."""
    basis, counts = result.basis, result.counts
    console.print()
    console.print(Text(f"Screening of {basis.file} on {basis.screened_on}", style="bold"))
    console.print(Text(_sums(result)))
    if counts.hits:
        _hits(console, result)
        if explains:
            for found in islice(result.hits(), MOST):
                _explained(console, found)
    if counts.notes:
        _notes(console, result)
    entries = sum(mark.entries for mark in basis.lists)
    names = ", ".join(f"{m.name} ({m.published or 'no date'})" for m in basis.lists)
    console.print()
    console.print(Text(f"Lists: {names}; {entries:,} entries, sha256 {basis.lists_hash[:12]}."))
    least = basis.settings.threshold
    console.print(
        Text(
            f"Algorithm {basis.settings.algorithm}, threshold {least}, settings"
            f" {basis.settings.hash[:12]}. A hit is a question: a person compares and decides."
        )
    )


def _sums(result: Result) -> str:
    counts = result.counts
    strengths = ", ".join(f"{counts.strengths[str(one)]:,} {one}" for one in Strength)
    return (
        f"{counts.rows:,} rows, {counts.with_hits:,} with hits; {counts.hits:,} hits: {strengths};"
        f" {counts.unusable:,} rows not screened, {sum(counts.notes.values()):,} notes."
    )


def _hits(console: Console, result: Result) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold", title_justify="left")
    for name in ("strength", "score", "row", "party", "name", "on the list", "list"):
        table.add_column(name, justify="right" if name in {"score", "row"} else "left")
    for found in islice(result.hits(), MOST):
        table.add_row(
            Text(found.strength, style=_STYLES[found.strength]),
            f"{100 * found.score:.1f} %",
            str(found.row),
            _text(found.party),
            _text(found.asked_name or found.name),
            _text(found.listed_name),
            _text(found.list_name),
        )
    console.print()
    console.print(table)
    if result.counts.hits > MOST:
        console.print(Text(f"… and {result.counts.hits - MOST:,} more; name an output for all."))


def _explained(console: Console, found: Found) -> None:
    """Print the waterfall of a hit: features with points, and a bar that says the same."""
    console.print()
    title = f"{found.asked_name or found.name}  =?  {found.listed_name}  [{found.entry}]"
    console.print(_text(title, style="bold"))
    if found.pairs:
        console.print(_text("  words: " + "; ".join(map(pair_text, found.pairs))))
    most = max((abs(line.points) for line in found.lines), default=1.0) or 1.0
    table = Table(box=None, pad_edge=False, show_header=False)
    for justify in ("left", "right", "left", "left"):
        table.add_column(justify=justify)
    for line in found.lines:
        bar = ("█" if line.points > 0 else "░") * round(WIDTH * abs(line.points) / most)
        table.add_row(
            f"  {line.feature.replace('_', ' ')}", f"{line.points:+.2f}", bar, _text(line.reason)
        )
    console.print(table)
    total = sum(line.points for line in found.lines)
    console.print(Text(f"  all together {total:+.2f}: score {100 * found.score:.1f} %"))


def _notes(console: Console, result: Result) -> None:
    console.print()
    console.print(Text("Rows to look at", style="bold"))
    for group in grouped(result.notes()):
        rows = ", ".join(map(str, group.rows[:5]))
        more = ", …" if group.count > len(group.rows[:5]) else ""
        fields = ", ".join(group.fields).replace("_", " ")
        console.print(
            Text(f"  {group.count:,} × {fields}: {group.what}. {group.remedy} (rows {rows}{more})")  # noqa: RUF001 - a sign for times
        )


def _text(text: str, style: str = "") -> Text:
    return Text(without_odd_signs(text), style=style)
