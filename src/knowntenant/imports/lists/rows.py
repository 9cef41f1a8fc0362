"""Rows of a delimited list whose cells are taken by heading, so that what nobody took is counted.

A row with too few cells at the very end is a file that was cut off, and so is an open quotation.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from knowntenant.imports.lists.opening import MOST_BYTES, open_text
from knowntenant.imports.lists.reading import ListUnreadableError, Report
from knowntenant.imports.texts import LONGEST_CELL

MOST_LINE = 16 << 20
"""Characters of one line; the longest rows of lists have some ten thousand."""
REPLACED = "\ufffd"
LOST_SIGNS = "signs that are not of the file's encoding were lost; fetch the file once more"


def heading(text: str) -> str:
    """Return what counts of a column's heading: its letters and digits, in lower case."""
    return "".join(filter(str.isalnum, text.casefold()))


@dataclass(frozen=True, slots=True)
class Cells:
    """A row: its number in the file (from 1), and its filled cells by heading."""

    number: int
    filled: dict[str, str]
    taken: set[str] = field(default_factory=set)

    def take(self, *names: str) -> str:
        """Return the first filled cell of these headings; empty for none. All count as taken."""
        self.taken.update(names)
        for name in names:
            if name in self.filled:
                return self.filled[name]
        return ""

    def settle(self, file: str, report: Report) -> None:
        """Count each filled cell: used where it was taken, or ignored."""
        for name, text in self.filled.items():
            (report.used if name in self.taken else report.ignored)[name] += 1
            if REPLACED in text:
                report.problem(file, self.number, name, LOST_SIGNS)


def delimited(
    path: Path, delimiter: str = ",", *, most: int = MOST_BYTES, ended: bool = False
) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a delimited file that hold anything, with their number in the file.

    The number is the line's on which a row ends, as text editors count. ended: whether such files
    end with a line's end, so that one without it was cut off, perhaps within its last cell.

    Raises:
        ListUnreadableError: as `open_text`; a cell is longer than `LONGEST_CELL`.
    """
    csv.field_size_limit(LONGEST_CELL)  # one for the whole process, so the one of all readers
    with open_text(path, most=most) as text:
        read: list[str] = []  # the lines of the row at hand
        rows = csv.reader(_lines(text, path, read, ended=ended), delimiter=delimiter)
        try:
            for row in rows:
                _check_closed(path, read)
                read.clear()
                if any(cell and not cell.isspace() for cell in row):
                    yield rows.line_num, row
        except csv.Error as wrong:
            message = (
                f"{path.name}: after line {rows.line_num:,} no row ends any more: a quotation mark "
                "is not closed, or the file was cut off. Fetch it once more."
            )
            raise ListUnreadableError(message) from wrong


def _check_closed(path: Path, lines: Sequence[str]) -> None:
    """Refuse a file that ends, without a line's end, within a quotation."""
    if not lines[-1].endswith(("\n", "\r")) and sum(line.count('"') for line in lines) % 2:
        message = f"{path.name}: the last cell is not closed: the file was cut off. Fetch it anew."
        raise ListUnreadableError(message)


def _lines(text: TextIO, path: Path, read: list[str], *, ended: bool) -> Iterator[str]:
    while line := text.readline(MOST_LINE):
        if len(line) >= MOST_LINE:
            message = f"{path.name}: a line is too long for a list. Fetch the file once more."
            raise ListUnreadableError(message)
        read.append(line)
        yield line
        if ended and not line.endswith(("\n", "\r")):
            message = f"{path.name}: the last line has no end: the file was cut off. Fetch it anew."
            raise ListUnreadableError(message)


def headed(
    rows: Iterator[tuple[int, list[str]]],
    names: Sequence[str],
    path: Path,
    report: Report,
    *,
    whole: bool = False,
) -> Iterator[Cells]:
    """Give the rows below the headings, cells by heading; too many or too few are a problem.

    whole: the file is known to end with a line's end, so that a last row with too few cells is a
    problem like any other, unless an open quotation swallowed what followed.

    Raises:
        ListUnreadableError: the last row has too few cells: the file was cut off.
    """
    short, swallowed = 0, False
    for number, row in rows:
        report.rows += 1
        if short:
            _note_width(path, short, report)
        short = number if len(row) < len(names) else 0
        swallowed = any("\n" in cell for cell in row)
        if any(cell.strip() for cell in row[len(names) :]):
            _note_width(path, number, report)
        cells = zip(names, row, strict=False)
        yield Cells(number, {name: text for name, cell in cells if cell and (text := _plain(cell))})
    if short and whole and not swallowed:
        _note_width(path, short, report)
    elif short:
        message = (
            f"{path.name}: the last row (line {short:,}) has too few cells: the file was cut off. "
            "Fetch it once more."
        )
        raise ListUnreadableError(message)


def _note_width(path: Path, number: int, report: Report) -> None:
    text = "the row has not as many cells as the headings; look for a stray comma or quotation mark"
    report.problem(path.name, number, "", text)


def _plain(cell: str) -> str:
    return " ".join(cell.split())
