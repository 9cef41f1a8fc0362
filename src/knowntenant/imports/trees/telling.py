"""What a corporate tree tells, before its ids are anybody's: a fact in words, with its days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from knowntenant.facts.declaration import Fact
from knowntenant.imports.lists.reading import Problem
from knowntenant.imports.trees.reach import Reach

Given = str | Sequence[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """One fact as a tree tells it, values still as text.

    Ids are the tree's own: an LEI, `SCHEME:number`, or the id of a statement. since, until: ISO
    days or moments, or empty; on the day of `until` it is so no more, and `ending` says what that
    changes. source: whose word it is.
    """

    shape: type[Fact]
    given: Mapping[str, Given]
    file: str
    row: int
    source: str
    since: str = ""
    until: str = ""
    ending: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Notes:
    """What reading trees leaves besides facts: problems by row, and what was left out on purpose.

    left_out: kinds of relations that are no fact here, with how often each was met.
    """

    problems: list[Problem] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)

    def problem(self, file: str, row: int, name: str, text: str) -> None:
        """Take note of something wrong."""
        self.problems.append(Problem(file, row, name, text))

    def leave_out(self, what: str) -> None:
        """Count something that is no fact here."""
        self.left_out[what] = self.left_out.get(what, 0) + 1


class Tree(Protocol):
    """A file with a part of corporate trees; each method reads it once from its beginning."""

    def links(self) -> Iterator[tuple[str, str]]:
        """Give pairs of ids: whoever asks about the first needs the second."""

    def tellings(self, reach: Reach, notes: Notes) -> Iterator[Telling]:
        """Give what the file tells of the ids within reach."""
