"""What a table of an export carries: parts of fact types, and how their fields become columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from knowntenant.facts.declaration import FactType, Field, Sensitivity, fact_types
from knowntenant.law.kinds import MOMENT, Kind, ListOf, fold

Cells = dict[str, object]
"""The values of one row by column: only those that were filled and could be read."""

NOTHING: Mapping[str, object] = MappingProxyType({})
NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its field's kind, meaning and sensitivity, or a time of the table's own."""

    name: str
    kind: Kind | ListOf
    meaning: str
    sensitivity: Sensitivity
    refers_to: str
    also: tuple[str, ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A fact that a row tells.

    under: column of a field, where the column bears another name; takes: the only fields carried
    (empty: all); without: fields not carried; days: columns that say when it happened, the first
    filled one counts; only_if: columns of which one must be filled; fixed: values that the table
    says by itself.
    """

    fact: str
    under: Mapping[str, str] = field(default_factory=lambda: NO_NAMES)
    takes: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    days: tuple[str, ...] = ("happened",)
    learned: str = "learned"
    only_if: tuple[str, ...] = ()
    fixed: Mapping[str, object] = field(default_factory=lambda: NOTHING)

    @property
    def declared(self) -> FactType:
        """The declaration of the fact type."""
        return fact_types()[self.fact]

    def columns(self) -> Mapping[str, str]:
        """Give the column of every field that this part carries."""
        names = self.takes or tuple(self.declared.fields)
        kept = (name for name in names if name not in self.without and name not in self.fixed)
        return {name: self.under.get(name, name) for name in kept}


@dataclass(frozen=True, slots=True)
class Time:
    """A column of the table's own that says when something was so, or was learned."""

    name: str
    meaning: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Oddity:
    """What was odd about the times of a row; contradicts: they cannot all be right."""

    what: str
    remedy: str
    contradicts: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an export: its parts, its own times, and what a row must have.

    needs: columns that a row cannot do without; one_of: of these a row needs at least one; tells:
    times that make a second row of the same key another telling instead of a duplicate; event:
    every row stands for itself, and is dated; settles: puts the times of a row in order.
    """

    name: str
    meaning: str
    parts: tuple[Part, ...]
    times: tuple[Time, ...]
    needs: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    event: bool = False
    settles: Callable[[Cells, date], Oddity | None] | None = None

    @property
    def columns(self) -> Mapping[str, Column]:
        """Every column by name: fields in the order of their declaration, then the times."""
        found: dict[str, Column] = {}
        for part in self.parts:
            for name, column in part.columns().items():
                if not column.startswith("_") and column not in found:
                    declared = part.declared.fields[name]
                    own = declared.also if name == column else ()
                    found[column] = _column(column, declared, own, needed=column in self.needs)
        for time in self.times:
            needed = time.name in self.needs
            found[time.name] = Column(
                time.name, MOMENT, time.meaning, Sensitivity.PLAIN, "", time.also, needed
            )
        return _unambiguous(found)

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that say which thing a row is about; empty for events."""
        first = self.parts[0]
        names = first.declared.key or (("id",) if "id" in first.declared.fields else ())
        return () if self.event else tuple(first.columns()[name] for name in names)


def _column(name: str, declared: Field, also: tuple[str, ...], *, needed: bool) -> Column:
    return Column(
        name,
        declared.kind,
        declared.meaning,
        declared.sensitivity,
        declared.refers_to,
        also,
        needed,
    )


def _unambiguous(columns: Mapping[str, Column]) -> Mapping[str, Column]:
    """Take away other names that are a column's own name, or that two columns share."""
    claims: dict[str, int] = {}
    for column in columns.values():
        for name in dict.fromkeys(map(fold, column.also)):
            claims[name] = claims.get(name, 0) + 1
    return {
        column.name: Column(
            column.name, column.kind, column.meaning, column.sensitivity, column.refers_to,
            tuple(n for n in column.also if fold(n) not in columns and claims[fold(n)] == 1),
            column.needed,
        )
        for column in columns.values()
    }  # fmt: skip
