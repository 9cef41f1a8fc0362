"""What screening a file came to: hits with all that made them, notes on rows, and the sums."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any

from knowntenant.screening.hit import Line, Pair
from knowntenant.screening.known_lists import UNWEIGHED, WEIGHTS
from knowntenant.screening.settings import Settings

SCORE_DIGITS = 3
"""Scores closer than this are one score in the order of work."""
STRONG, LIKELY = 0.9, 0.7
"""Scores from which a hit is called strong, or likely; ours, to set an order of work."""


class Strength(StrEnum):
    """How strongly a hit speaks for itself; a person looks at the strongest first."""

    STRONG = "strong"
    LIKELY = "likely"
    POSSIBLE = "possible"


def strength_of(score: float) -> Strength:
    """Say how strong a hit of a score is."""
    if score >= STRONG:
        return Strength.STRONG
    return Strength.LIKELY if score >= LIKELY else Strength.POSSIBLE


@dataclass(frozen=True, slots=True)
class Note:
    """Something to look at in a row: which field, what about it, and what to do.

    kind: a word of the reader's closed list, by which notes are counted. Nothing in a note
    repeats what the row says.
    """

    row: int
    field: str
    kind: str
    what: str
    remedy: str

    def plain(self) -> dict[str, Any]:
        """Give the note as plain values."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with its two sides, flat, as every output shows it.

    row: where the party stands in the file, as a spreadsheet counts; list_date: the day the list
    itself names, or empty; list_hash: sha256 of its file; threshold: the least score that counts.
    """

    row: int
    party: str
    name: str
    kind: str
    birth_date: str
    countries: tuple[str, ...]
    entry: str
    list_name: str
    list_date: str
    list_hash: str
    listed_kind: str
    listed_names: tuple[str, ...]
    listed_birth_dates: tuple[str, ...]
    listed_countries: tuple[str, ...]
    programmes: tuple[str, ...]
    listed_on: str
    score: float
    strength: str
    threshold: float
    algorithm: str
    settings_hash: str
    asked_name: str
    listed_name: str
    pairs: tuple[Pair, ...]
    lines: tuple[Line, ...]

    def plain(self) -> dict[str, Any]:
        """Give the hit as plain values; `found_from` makes it again of them."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        values["pairs"] = [asdict(pair) for pair in self.pairs]
        values["lines"] = [asdict(line) for line in self.lines]
        return values

    @property
    def order(self) -> tuple[float, int, int, str, str]:
        """Sorts hits by urgency: by score, then lists that block first, then by row."""
        weight = WEIGHTS.get(self.list_name, UNWEIGHED)
        return (-round(self.score, SCORE_DIGITS), -weight, self.row, self.party, self.entry)


def found_from(values: Mapping[str, Any]) -> Found:
    """Make a hit again of the plain values that `plain` gave of it."""
    plain: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list) else v for name, v in values.items()
    }
    plain["pairs"] = tuple(Pair(**pair) for pair in values["pairs"])
    plain["lines"] = tuple(Line(**line) for line in values["lines"])
    return Found(**plain)


@dataclass(frozen=True, slots=True)
class ListMark:
    """A list that was screened against: its name, its own date, sha256 of its file, its entries."""

    name: str
    published: str
    sha256: str
    entries: int


@dataclass(slots=True)
class Counts:
    """Sums over rows: read, screened, those that could not be, those with hits, hits and notes."""

    rows: int = 0
    screened: int = 0
    unusable: int = 0
    with_hits: int = 0
    hits: int = 0
    strengths: Counter[str] = field(default_factory=Counter)
    lists: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)

    def plain(self) -> dict[str, int | dict[str, int]]:
        """Give the sums as plain values; `asdict` of Python 3.11 cannot copy a Counter."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {n: dict(v) if isinstance(v, Counter) else v for n, v in values.items()}

    def add(self, other: "Counts") -> None:
        """Add the sums of further rows."""
        self.rows += other.rows
        self.screened += other.screened
        self.unusable += other.unusable
        self.with_hits += other.with_hits
        self.hits += other.hits
        self.strengths.update(other.strengths)
        self.lists.update(other.lists)
        self.notes.update(other.notes)


def counts_from(values: Mapping[str, Any]) -> Counts:
    """Make sums again of the plain values that `plain` gave of them."""
    made: dict[str, Any] = {
        name: Counter(value) if isinstance(value, dict) else value for name, value in values.items()
    }
    return Counts(**made)


@dataclass(frozen=True, slots=True)
class Taken:
    """A heading of the file, what it was taken for, and why."""

    heading: str
    taken_for: str
    why: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What a result rests on: the file, the lists, the settings, the day, how it was read.

    screened_on: ISO day; left_out: headings that were not used; notes: on the file as a whole.
    """

    file: str
    file_hash: str
    screened_on: str
    software: str
    settings: Settings
    lists: tuple[ListMark, ...]
    lists_hash: str
    columns: tuple[Taken, ...] = ()
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def whole_hash(lists: tuple[ListMark, ...]) -> str:
    """Give one sha256 over the hashes of all lists, in the order of their names."""
    parts = sorted(f"{mark.name} {mark.sha256}" for mark in lists)
    return sha256("\n".join(parts).encode()).hexdigest()
