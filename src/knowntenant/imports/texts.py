"""Text files as they come: encodings, delimiters, open quotes; rows keep their exact number."""

import csv
import gzip
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from knowntenant.imports.signs import without_odd_signs

BLOCK = 1 << 20
DELIMITERS = ",;\t|"
LONGEST_CELL = 1 << 20
RUNAWAY = 1000
"""Lines that one row may span before a quote is taken to have been left open."""

csv.field_size_limit(LONGEST_CELL)


@dataclass(frozen=True, slots=True)
class Survey:
    """What a first pass over a text file shows. lines: without blank ones at the end."""

    encoding: str
    lines: int
    blank: bool
    note: str


def open_bytes(path: Path) -> BinaryIO:
    """Open a file, unpacked where it is packed."""
    if path.suffix.lower() == ".gz":
        return cast("BinaryIO", gzip.open(path, "rb"))
    return path.open("rb")


def survey(path: Path) -> Survey:
    """Find out the encoding of a text file, reading it once. Raises OSError, EOFError."""
    with open_bytes(path) as file:
        head = file.read(BLOCK)
        known = _by_mark(head) or _by_zeros(head)
        decoder = getincrementaldecoder("utf-8")()
        lines, last, note, encoding = 0, b"", "", known or "utf-8"
        block = head
        while block:
            lines += block.count(b"\n")
            last = (last + block)[-64:]
            if encoding == "utf-8":
                try:
                    decoder.decode(block)
                except UnicodeDecodeError:
                    encoding = "cp1252"
                    note = "is not UTF-8; read as Windows-1252 (Western European)"
            block = file.read(BLOCK)
    if known and not head.startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)):
        note = f"looks like {known} without a byte order mark; read as that"
    last = last.replace(b"\r", b"").replace(b"\0", b"")
    ends = len(last) - len(last.rstrip(b"\n"))
    return Survey(
        encoding, lines + 1 - ends, not head.strip(b"\r\n \t\0\xef\xbb\xbf\xff\xfe"), note
    )


def _by_mark(head: bytes) -> str:
    if head.startswith(BOM_UTF8):
        return "utf-8-sig"
    return "utf-16" if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ""


def _by_zeros(head: bytes) -> str:
    sample = head[:4000]
    if sample[1::2].count(0) > len(sample) // 5:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > len(sample) // 5 else ""


def lines_of(path: Path, encoding: str) -> Iterator[str]:
    """Give the lines of a text file with their ends; what no encoding explains becomes '\ufffd'."""
    binary = open_bytes(path)
    with io.TextIOWrapper(binary, encoding=encoding, errors="replace", newline="") as text:
        yield from text


def delimiter_of(line: str, *, tabs: bool = False) -> str:
    """Give the sign that parts the names in a header line."""
    counts = {sign: len(next(csv.reader([line], delimiter=sign), [])) for sign in DELIMITERS}
    best = max(counts, key=lambda sign: (counts[sign], -DELIMITERS.index(sign)))
    return best if counts[best] > 1 or not tabs else "\t"


class _Runaway(Exception):  # noqa: N818 - it ends a row, and never leaves this module
    """A row has taken up too many lines."""


class CsvRows:
    """The rows of a CSV file with their number, as a spreadsheet counts them (the header is row 1).

    A quote that is left open does not swallow the rows below it: rows of the wrong width that span
    lines are taken apart again, line by line.
    """

    def __init__(self, lines: Iterator[str], bad: Callable[[int, str], None]) -> None:
        """Read lines; `bad` is told of every row that cannot be used, with its number and why."""
        self._lines, self._bad = lines, bad
        self._seen: list[str] = []
        self.number = 0
        self.header: list[str] = []
        self._delimiter = ","

    def read_header(self, *, tabs: bool) -> Sequence[str]:
        """Read the first row that is not blank; a line 'sep=;' before it is obeyed."""
        for line in self._lines:
            self.number += 1
            text = line.strip("\r\n")
            if text.lower().startswith("sep=") and len(text) == len("sep=;"):
                self._delimiter = text[-1]
                continue
            if text.strip(DELIMITERS + " "):
                self._delimiter = delimiter_of(text, tabs=tabs)
                self.header = [
                    without_odd_signs(name.strip())
                    for name in next(csv.reader([text], delimiter=self._delimiter))
                ]
                break
        return self.header

    @property
    def delimiter(self) -> str:
        """The delimiter that the header showed."""
        return self._delimiter

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Give the rows that have as many cells as the header."""
        width = len(self.header)
        while True:
            reader = csv.reader(self._watched(), delimiter=self._delimiter, strict=True)
            try:
                for row in reader:
                    self.number += 1
                    if len(row) == width:
                        yield self.number, row
                    elif row and len(self._seen) > 1:
                        yield from self._line_by_line(width)
                    elif len(row) > width and not any(row[width:]):
                        yield self.number, row[:width]
                    elif row:
                        self._bad(self.number, _shape(len(row), width))
                    self._seen.clear()
            except (_Runaway, csv.Error):
                self.number += 1
                yield from self._line_by_line(width)
                self._seen.clear()
                continue
            return

    def _watched(self) -> Iterator[str]:
        for line in self._lines:
            self._seen.append(line)
            if len(self._seen) > RUNAWAY:
                raise _Runaway
            yield line

    def _line_by_line(self, width: int) -> Iterator[tuple[int, list[str]]]:
        seen, self._seen = self._seen, []
        self.number -= 1
        for line in seen:
            self.number += 1
            try:
                cells = next(csv.reader([line], delimiter=self._delimiter), [])
            except csv.Error:
                self._bad(self.number, f"holds a cell of more than {LONGEST_CELL:,} signs")
                continue
            if len(cells) == width and "\n" not in cells[-1]:
                yield self.number, cells
            elif cells:
                self._bad(self.number, "has an open quote, or the wrong number of cells")


def _shape(cells: int, width: int) -> str:
    return f"has {cells} cells where the header has {width}"
