"""What reading a list file leaves besides its entries: problems, and fields used or ignored."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from knowntenant.screening.entry import Entry


@dataclass(frozen=True, slots=True)
class Problem:
    """What was wrong with one row or element of a file, and what to do about it."""

    file: str
    row: int
    field: str
    text: str


@dataclass(slots=True)
class Report:
    """What happened while a file was read.

    Every field that holds something is counted once a row: under `used` where the entry took
    it, under `ignored` where it did not. problems: rows that gave no entry, or lost a part.
    """

    used: Counter[str] = field(default_factory=Counter)
    ignored: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    rows: int = 0
    published: str = ""  # the day the file itself names, ISO, or empty

    def problem(self, file: str, row: int, name: str, text: str) -> None:
        """Take note of something wrong."""
        self.problems.append(Problem(file, row, name, text))


class ListUnreadableError(Exception):
    """The file is not of the format, was cut off, or attacks its reader; nothing of it counts."""


Reader = Callable[[Path, Report], Iterator[Entry]]
