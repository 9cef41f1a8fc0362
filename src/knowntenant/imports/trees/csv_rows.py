"""Rows of a CSV file by the names of its columns, whatever stands between the cells."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from knowntenant.imports.lists.opening import open_text
from knowntenant.imports.lists.reading import ListUnreadableError

Row = Mapping[str, str]
DELIMITERS = ",;\t|"
LONGEST = 100_000
"""Characters that a header may have; GLEIF's longest has about 12,000."""


def header_of(path: Path) -> Sequence[str]:
    """Give the names of the columns; none of an empty file. Raises ListUnreadableError."""
    with open_text(path) as file:
        return _header(file)[0]


def csv_rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Give the rows of a CSV file, numbered as a spreadsheet does; empty cells are left out.

    Raises:
        ListUnreadableError: as `open_text`; for an open quote at the end, an endless cell, or a
            filled cell beyond the headings, by which others would have moved.
    """
    with open_text(path) as file:
        header, delimiter = _header(file)
        lines = csv.reader(file, delimiter=delimiter, strict=True)
        try:
            for number, cells in enumerate(lines, start=2):
                if any(cells[len(header) :]):
                    message = (
                        f"{path.name} row {number}: there are more cells than headings. Cells that "
                        "hold the delimiter stand in double quotes; export the file again."
                    )
                    raise ListUnreadableError(message)
                yield number, {n: c for n, c in zip(header, cells, strict=False) if c}
        except csv.Error as wrong:
            message = (
                f"{path.name} row {lines.line_num + 1}: {wrong}. Cells that hold a quote or the "
                "delimiter stand in double quotes; export the file again."
            )
            raise ListUnreadableError(message) from wrong


def _header(file: TextIO) -> tuple[Sequence[str], str]:
    first = file.readline(LONGEST)
    delimiter = max(DELIMITERS, key=first.count)
    return [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])], delimiter
