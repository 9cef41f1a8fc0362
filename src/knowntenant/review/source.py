"""What a review was made from: rows by table, what could not be used, what was guessed."""

from dataclasses import dataclass

from knowntenant.imports.export import Export
from knowntenant.imports.signs import without_odd_signs
from knowntenant.law.problem import Problem
from knowntenant.review.masking import Masking


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table: read, used in part (a cell was bad), not used at all."""

    table: str
    read: int
    partial: int
    bad: int


@dataclass(frozen=True, slots=True)
class Guessed:
    """A header, word or file of the export that was taken for something of ours."""

    table: str
    found: str
    taken_for: str
    why: str


@dataclass(frozen=True, slots=True)
class Source:
    """What was read.

    accesses_kept: of all rows of access, those that became facts; problem_count: of all
    problems, those not listed one by one included.
    """

    folder: str
    facts: int
    rows: tuple[Rows, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    guesses: tuple[Guessed, ...]
    left_out: tuple[tuple[str, tuple[str, ...]], ...]
    accesses_read: int
    accesses_kept: int
    problem_count: int

    @property
    def is_clean(self) -> bool:
        """Whether every row and column could be used as it was."""
        return not (self.problems or self.notes or self.guesses or self.left_out)


def source_of(export: Export, masking: Masking) -> Source:
    """Say what an export came to, with personal values masked as asked."""
    folder = without_odd_signs(export.folder.resolve().name or str(export.folder))
    return Source(
        folder=folder,
        facts=len(export.records),
        rows=tuple(Rows(name, c.read, c.partial, c.bad) for name, c in export.counts.items()),
        problems=tuple(_shown(problem, masking) for problem in export.problems),
        notes=tuple(_shown(note, masking) for note in export.notes),
        guesses=tuple(
            Guessed(g.table, masking.problem(without_odd_signs(g.found)), g.taken_for, g.why)
            for g in export.guesses
        ),
        left_out=tuple((one.file, masking.headers(one.headers)) for one in export.unmatched),
        accesses_read=export.condensed.read,
        accesses_kept=export.condensed.kept,
        problem_count=export.problem_count,
    )


def _shown(problem: Problem, masking: Masking) -> Problem:
    """Mask what the export says; remedies are our own words, and their examples nobody's."""
    where, what = without_odd_signs(problem.where), without_odd_signs(problem.what)
    return Problem(where, masking.problem(what), masking.text(without_odd_signs(problem.remedy)))
