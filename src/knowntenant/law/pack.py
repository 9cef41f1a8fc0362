"""A rule pack as values: what a regime says, its numbers, deadlines, data elements and readings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from zoneinfo import ZoneInfo

from knowntenant.law.clauses import covers
from knowntenant.law.deadline import Deadline
from knowntenant.law.thresholds import ThresholdSet


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: who it binds, its sense in our words, and which decisions carry it out.

    decision: names of decisions; not_software: why no decision is needed.
    """

    id: str
    who: tuple[str, ...]
    kind: str
    duty: str
    decision: tuple[str, ...] = ()
    not_software: str = ""


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value of a parameter from a day on; None where it ended."""

    start: date
    value: Fraction | None
    source: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the law with its unit and the days from which each value holds."""

    name: str
    clause: str
    label: str
    unit: str
    last_verified_on: date
    values: tuple[DatedValue, ...]
    policy: bool = False

    def on(self, day: date) -> Fraction | None:
        """Give the value on a day, or None where none holds."""
        held = [dated for dated in self.values if dated.start <= day]
        return held[-1].value if held else None


@dataclass(frozen=True, slots=True)
class Element:
    """A data element to be collected: for which persons, per what, and which fields can meet it."""

    name: str
    clause: str
    label: str
    of: tuple[str, ...]
    per: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a word list: a value, the pack's answer to it, its clause and a note."""

    value: str
    answer: str
    clause: str
    note: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A place where the text is unclear: the choices, and the one that this pack takes."""

    defect: str
    clauses: tuple[str, ...]
    unclear: str
    taken: str
    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in a pack, or in the law that it holds, and on which day."""

    on: date
    what: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A resolved rule pack.

    parts: for a decision, the clause of each part of its answer; thresholds: technical tests of
    large models, each with its own standing; sha256: the hash of all content
    after inheritance; decided: the clauses that each decision carries out; policies: deadlines
    whose number is the provider's own; effective, expires: the first and the last day on which
    what the pack holds binds anybody, where there are such days;
    not_verified: what nobody could check against its source, and what was left out for that.
    """

    name: str
    title: str
    version: str
    parent: str
    status: str
    in_force: bool
    source: str
    starts: date
    last_verified_on: date
    zone: ZoneInfo
    notice: str
    clauses: Mapping[str, Clause]
    parameters: Mapping[str, Parameter]
    deadlines: Mapping[str, Deadline]
    elements: Mapping[str, Element]
    lists: Mapping[str, Mapping[str, Entry]]
    readings: Mapping[str, Reading]
    parts: Mapping[str, Mapping[str, str]]
    thresholds: Mapping[str, ThresholdSet]
    sha256: str
    decided: Mapping[str, tuple[str, ...]]
    policies: frozenset[str]
    effective: date | None = None
    expires: date | None = None
    suspended_from: date | None = None
    suspended_to: date | None = None
    change_log: tuple[Change, ...] = ()
    not_verified: tuple[str, ...] = ()

    def contains(self, clause: str) -> bool:
        """Tell whether the pack has this clause, or clauses beneath it."""
        return any(covers(clause, known) for known in self.clauses)

    def binds_on(self, day: date) -> bool:
        """Tell whether the pack speaks of law in force on a day, by the pack's own dates."""
        first, last = self.effective or date.min, self.expires or date.max
        suspended = self.suspended_from and (
            self.suspended_from <= day <= (self.suspended_to or date.max)
        )
        return self.in_force and first <= day <= last and not suspended

    @property
    def label(self) -> str:
        """Name, version and status, as every output prints it."""
        return f"{self.name} {self.version} ({self.status})"
