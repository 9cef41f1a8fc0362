"""What was wrong with an export: the first rows of each kind of trouble, the rest counted."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from knowntenant.imports.signs import without_odd_signs
from knowntenant.law.problem import Problem

SHOWN = 5
"""How many rows of one kind of trouble are shown one by one."""


@dataclass(slots=True)
class Kept:
    """One kind of trouble: the problems shown, and how many there were in all."""

    shown: list[Problem] = field(default_factory=list)
    count: int = 0
    last: tuple[str, str] | None = None

    def all(self) -> list[Problem]:
        """Give the problems shown and, where there were more, one that counts the rest."""
        rest = self.count - len(self.shown)
        if rest <= 0:
            return self.shown
        last = self.shown[-1]
        file = last.where.split(" row ")[0].split(" line ")[0]
        what = f"the same trouble in {rest:,} more places, which are not listed: {last.what}"
        return [*self.shown, Problem(file, what, last.remedy)]


class Tally:
    """Problems (something could not be used) and notes (everything was used, but look at it)."""

    def __init__(self) -> None:
        """Begin with none."""
        self.kept_problems: dict[Hashable, Kept] = {}
        self.kept_notes: dict[Hashable, Kept] = {}

    def problem(self, kind: Hashable, where: str, what: str, remedy: str = "") -> None:
        """Report something that could not be used. `kind` says which troubles are alike."""
        _keep(self.kept_problems, kind, where, what, remedy)

    def note(self, kind: Hashable, where: str, what: str, remedy: str = "") -> None:
        """Report something that was used but may be meant otherwise."""
        _keep(self.kept_notes, kind, where, what, remedy)

    def more(self, kind: Hashable, count: int) -> None:
        """Count more places of a kind of problem that was reported, without naming them."""
        self.kept_problems[kind].count += count

    def include(self, other: "Tally") -> None:
        """Take over what another tally gathered beside this one, of kinds that this has not."""
        self.kept_problems.update(other.kept_problems)
        self.kept_notes.update(other.kept_notes)

    @property
    def count(self) -> int:
        """How many problems there are, those not shown included."""
        return sum(kept.count for kept in self.kept_problems.values())

    @property
    def problems(self) -> list[Problem]:
        """All problems, those of one kind together, in the order of their first appearance."""
        return [problem for kept in self.kept_problems.values() for problem in kept.all()]

    @property
    def notes(self) -> list[Problem]:
        """All notes, in the same order."""
        return [note for kept in self.kept_notes.values() for note in kept.all()]


def _keep(among: dict[Hashable, Kept], kind: Hashable, where: str, what: str, remedy: str) -> None:
    kept = among.setdefault(kind, Kept())
    if kept.last == (where, what):
        return  # a row that tells several facts has its trouble once
    kept.last = (where, what)
    kept.count += 1
    if len(kept.shown) < SHOWN:
        kept.shown.append(Problem(where, without_odd_signs(ended(what)), remedy))


def ended(what: str) -> str:
    """Give what is wrong as a sentence with its end, so that a remedy can follow it."""
    return what if what.endswith((".", "?", "!")) else f"{what}."
