"""The beginning of a list file, as far as it tells which format the file has."""

import csv
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from knowntenant.imports.lists.opening import open_text
from knowntenant.imports.lists.rows import heading
from knowntenant.imports.lists.xml import root

_SIZE = 1 << 18  # characters; the headings stand in the first few hundred
_LINES = 5  # in which headings are looked for, as some lists have a title above them
_NOTHING = "-0-"
_DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True)
class Head:
    """What a file begins with: its outermost XML element, or its first text."""

    name: str
    root: str
    text: str

    def called(self, *hints: str) -> bool:
        """Say whether the file's name holds one of these words."""
        return any(hint in self.name.casefold() for hint in hints)

    @property
    def looks_like(self) -> str:
        """What the file is at first sight, in words."""
        if self.root:
            return f"XML with the outermost element '{self.root[:40]}'"
        if not self.text.strip():
            return "empty"
        return "JSON" if self.text.lstrip()[:1] in "{[" else "a text"

    @cached_property
    def keys(self) -> set[str]:
        """The keys of the JSON object on the first line, if there is one."""
        line = self.text.strip().partition("\n")[0]
        found: object = None
        with suppress(ValueError, RecursionError):
            found = json.loads(line)
        return set(found) if isinstance(found, dict) else set()

    @cached_property
    def rows(self) -> list[tuple[str, list[str]]]:
        """The first rows by each delimiter, the most frequent one first."""
        lines = self.text.splitlines()[: 4 * _LINES]
        likely = sorted(_DELIMITERS, key=lambda sign: -self.text[:5000].count(sign))
        return [(sign, row) for sign in likely for row in islice(_rows(lines, sign), _LINES)]

    @property
    def headings(self) -> list[set[str]]:
        """The cells of the first rows as headings."""
        return [{heading(cell) for cell in row} for _, row in self.rows]

    @property
    def first_row(self) -> list[str]:
        """The cells of the first row, parted by the sign that is most frequent in it."""
        line = next((line for line in self.text.splitlines() if line.strip()), "")
        return next(_rows([line], max(_DELIMITERS, key=line.count)), [])

    def first_cells(self, count: int) -> bool:
        """Say whether the rows are OFAC's, of so many cells, with or without headings above.

        Such a row begins with a number; below headings it also says `-0-` for nothing, since
        other lists may have as many columns.
        """
        rows = [row for sign, row in self.rows if sign == ","][:2]
        if not rows or any(len(row) != count for row in rows):
            return False
        last = rows[-1]
        below_headings = not rows[0][0].strip().isdecimal()
        nothing = any(cell.strip() == _NOTHING for cell in last)
        return last[0].strip().isdecimal() and (nothing or not below_headings)


def _rows(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    with suppress(csv.Error):
        yield from (row for row in csv.reader(lines, delimiter=delimiter) if any(row))


def head_of(path: Path) -> Head:
    """Return the beginning of a file. Raises ListUnreadableError, as `open_text` and `root`."""
    with open_text(path) as file:
        text = file.read(_SIZE)
    is_xml = text.lstrip().startswith("<")
    return Head(path.name, root(path)[0] if is_xml else "", "" if is_xml else text)
