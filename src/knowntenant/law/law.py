"""The law as a decision sees it: one pack with the readings chosen for this inquiry."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import TypeVar
from zoneinfo import ZoneInfo

from knowntenant.law.answer import Reason, Taken
from knowntenant.law.deadline import Deadline
from knowntenant.law.pack import Element, Entry, Pack
from knowntenant.law.problem import nearest

LABELS = "D25"
"""The reading that says under which part number clauses are shown; no decision turns on it."""
D = TypeVar("D", bound=Deadline)
Facts = tuple[str, ...]


class Silent(LookupError):  # noqa: N818 - the pack is silent; that is no fault of the program's
    """The pack says nothing of what a decision asked: no such value, deadline or reading."""


@dataclass(frozen=True, slots=True)
class Law:
    """A pack and the readings chosen in place of the pack's own (`given: {readings: ...}`)."""

    pack: Pack
    chosen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    _taken: dict[str, Taken] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the pack's days begin and end."""
        return self.pack.zone

    def reading(self, defect: str) -> Taken:
        """Give the reading taken of a defect, with those refused. Raises Silent."""
        if defect not in self._taken:
            self._taken[defect] = self._take(defect)
        return self._taken[defect]

    def _take(self, defect: str) -> Taken:
        row = self.pack.readings.get(defect)
        if row is None:
            raise Silent(self._no("reading", defect, self.pack.readings))
        taken = self.chosen.get(defect, row.taken)
        return Taken(defect, taken, tuple(other for other in row.choices if other != taken))

    def number(self, name: str, on: date) -> Fraction:
        """Give a parameter's value on a day. Raises Silent where the pack has none.

        A day before the pack begins is judged by its first values: accounts are older than rules.
        """
        parameter = self.pack.parameters.get(name)
        if parameter is None:
            raise Silent(self._no("parameter", name, self.pack.parameters))
        value = parameter.on(max(on, self.pack.starts))
        if value is None:
            message = f"pack {self.pack.name} has no value of '{name}' on {on}"
            raise Silent(message)
        return value

    def deadline(self, name: str, mechanism: type[D]) -> D:
        """Give a deadline counted by the mechanism a decision was written for. Raises Silent."""
        found = self.pack.deadlines.get(name)
        if not isinstance(found, mechanism):
            raise Silent(
                self._no("deadline", f"{name} ({mechanism.__name__})", self.pack.deadlines)
            )
        return found

    def is_policy(self, deadline: str) -> bool:
        """Tell whether a deadline's number is the provider's policy, the text setting none."""
        return deadline in self.pack.policies

    def elements(self, person_kind: str, per: str) -> tuple[Element, ...]:
        """Give the data elements asked of an individual or entity, per person or per account."""
        return tuple(e for e in self.pack.elements.values() if person_kind in e.of and e.per == per)

    def entry(self, listed: str, value: str) -> Entry | None:
        """Give the row of a word list for a value, or None where the list has none."""
        return self.pack.lists.get(listed, {}).get(value)

    def cite(self, decision: str, part: str = "") -> tuple[str, ...]:
        """Give the clauses that a decision carries out, or the clause of one part of its answer."""
        clause = self.pack.parts.get(decision, {}).get(part)
        return (clause,) if clause else self.pack.decided.get(decision, ())

    def label(self, clause: str) -> str:
        """Give a clause as readers see it: under its old part number, or the new one (LABELS)."""
        part, dot, rest = clause.partition(".")
        renumbered = self.pack.parameters.get("redesignated_part")
        if renumbered is None or not part.isdigit() or self.reading(LABELS).choice == "old-numbers":
            return clause
        return f"{renumbered.values[-1].value}{dot}{rest}"

    def reason(self, decision: str, text: str, facts: Facts = (), part: str = "") -> Reason:
        """Give a reason that rests on the clauses of a decision, or of one part of its answer."""
        return Reason(text, self.cite(decision, part), facts)

    def _no(self, what: str, name: str, known: Mapping[str, object]) -> str:
        return f"pack {self.pack.name} has no {what} '{name}'. {nearest(name, known)}"
