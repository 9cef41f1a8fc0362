"""How a fact type is declared: once, with types, units, sensitivity, retention class and key."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from knowntenant.facts.record import Record
    from knowntenant.law.days import Moment
    from knowntenant.law.kinds import Kind, ListOf


class Sensitivity(StrEnum):
    """How carefully a field is shown: masked unless plain."""

    PLAIN = "plain"
    PERSONAL = "personal"
    SECRET = "secret"  # noqa: S105 - a word of the vocabulary, no password


class Retention(StrEnum):
    """Which term of the pack's deadlines governs how long a fact is kept."""

    CIP_COPY = "cip_copy_retention"
    CUSTOMER_RECORD = "customer_record_retention"
    FILING = "filing_retention"
    REPORT = "report_retention"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a fact type.

    also: other names under which people write it; refers_to: the fact type whose id it holds;
    links: two persons with the same value here may be the same person.
    """

    name: str
    kind: "Kind | ListOf"
    meaning: str
    sensitivity: Sensitivity
    refers_to: str
    links: bool
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact as it stands on a day: the values told last, and the records that told them."""

    records: "tuple[Record, ...]" = field(default=(), repr=False, compare=False)

    @property
    def refs(self) -> tuple[str, ...]:
        """References of the records behind this fact."""
        return tuple(record.ref for record in self.records)

    @property
    def begun(self) -> "Moment":
        """When the first record of this fact happened."""
        return self.records[0].happened

    def told(self, name: str) -> "Record | None":
        """Give the record that brought the field its present value (repeats do not renew it)."""
        found: Record | None = None
        for record in reversed(self.records):
            if name in record.values:
                if record.values[name] != getattr(self, name):
                    break
                found = record
        return found


@dataclass(frozen=True, slots=True)
class FactType:
    """A declared fact type. Types without a key are events: each record stands for itself."""

    name: str
    shape: type[Fact]
    fields: Mapping[str, Field]
    key: tuple[str, ...]
    subject: str
    retention: Retention
    clause: str
    references: tuple[str, ...]

    @property
    def doc(self) -> str:
        """What the fact type means: the first paragraph of its docstring."""
        return " ".join((self.shape.__doc__ or "").split("\n\n")[0].split())

    def named(self, key: str) -> Field | None:
        """Find a field by its name or by another name that people write."""
        found = self.fields.get(key)
        return found or next((f for f in self.fields.values() if key in f.also), None)


_TYPES: dict[str, FactType] = {}
_BY_SHAPE: dict[type[Fact], FactType] = {}
F = TypeVar("F", bound=Fact)


def told(  # type: ignore[explicit-any]  # noqa: PLR0913 - one declaration says all about a field
    kind: "Kind | ListOf",
    meaning: str,
    *,
    sensitivity: Sensitivity = Sensitivity.PLAIN,
    refers_to: str = "",
    links: bool = False,
    also: tuple[str, ...] = (),
) -> Any:  # noqa: ANN401 - as field(), the attribute's type counts
    """Declare a field of a fact; it is None until a record names it."""
    meta = {
        "kind": kind, "meaning": meaning, "sensitivity": sensitivity,
        "refers_to": refers_to, "links": links, "also": also,
    }  # fmt: skip
    return field(default=None, metadata=meta)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(told,))
def fact_type(
    name: str,
    *,
    key: tuple[str, ...] = (),
    subject: str = "provider",
    retention: Retention = Retention.CUSTOMER_RECORD,
    clause: str,
) -> Callable[[type[F]], type[F]]:
    """Declare a fact type: its key, whom it is about, how long it is kept, its clause."""

    def declare(shape: type[F]) -> type[F]:
        made = dataclass(frozen=True, slots=True, kw_only=True)(shape)
        fields = {
            f.name: Field(f.name, **f.metadata) for f in dataclasses.fields(made) if f.metadata
        }
        references = tuple(f.name for f in fields.values() if f.refers_to or f.links)
        declared = FactType(name, made, fields, key, subject, retention, clause, references)
        _TYPES[name] = _BY_SHAPE[made] = declared
        return made

    return declare


def fact_types() -> Mapping[str, FactType]:
    """All declared fact types by name."""
    return _TYPES


def type_of(shape: type[Fact]) -> FactType:
    """Give the declaration of a fact's shape."""
    return _BY_SHAPE[shape]
