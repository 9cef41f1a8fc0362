"""How an element of the written program is declared: once, with all that is said about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from knowntenant.law.kinds import Kind, ListOf


class Section(StrEnum):
    """The parts of the written program, in the order in which it is printed."""

    APPROVAL = "approval"
    IDENTIFICATION = "identification"
    VERIFICATION = "verification"
    FAILURE = "failure"
    RECORDS = "records"
    UPKEEP = "upkeep"
    RESELLERS = "resellers"
    DETECTION = "detection"
    TRAINING = "training"
    DISCLOSURE = "disclosure"
    RISK = "risk"
    CONTACT = "contact"
    COSTS = "costs"


class Mode(StrEnum):
    """How an element lives: the software carries it out, a person vouches for it, or it is told."""

    EXECUTED = "executed"
    ATTESTED = "attested"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Setting:
    """An element of the written program.

    clause: the clause that speaks of it, '' where none does; material: whether a change of it
    counts as material under 7.304(c); may_be_empty: whether the program is complete without it.
    """

    name: str
    kind: Kind | ListOf
    default: object
    meaning: str
    clause: str
    section: Section
    mode: Mode
    material: bool
    may_be_empty: bool


def setting(  # type: ignore[explicit-any]  # noqa: PLR0913 - one declaration says all about it
    kind: Kind | ListOf,
    default: object,
    meaning: str,
    *,
    clause: str,
    section: Section,
    mode: Mode,
    material: bool = False,
    may_be_empty: bool = False,
) -> Any:  # noqa: ANN401 - as field(), the attribute's type counts
    """Declare an element of the written program; what they mean: see Setting."""
    meta = {
        "kind": kind, "meaning": meaning, "clause": clause, "section": section, "mode": mode,
        "material": material, "may_be_empty": may_be_empty,
    }  # fmt: skip
    return field(default=default, metadata=meta)


def declared(shape: type) -> Mapping[str, Setting]:
    """Give the elements that a dataclass declares by name, section after section."""
    found = [Setting(f.name, default=f.default, **f.metadata) for f in fields(shape)]
    order = list(Section)
    return {s.name: s for s in sorted(found, key=lambda s: order.index(s.section))}
