"""A corporate tree as a plain CSV: owner, owned, share, since, until, kind; one row, one tie."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowntenant.facts.types import Control, Ownership, Parent, Person, Presence
from knowntenant.facts.types.owners import Role
from knowntenant.imports.trees.csv_rows import Row, csv_rows
from knowntenant.imports.trees.reach import Reach
from knowntenant.imports.trees.telling import Notes, Telling
from knowntenant.law.kinds import fold
from knowntenant.law.problem import nearest

NEEDED = ("owner", "owned")
NAMES = {
    "owner": "holder", "owned": "company customer of", "share": "percent stake",
    "since": "from valid_from", "until": "to valid_to ended", "kind": "type as role",
    "owner_name": "name", "owner_kind": "owner_type", "owner_country": "country",
}  # fmt: skip
"""The columns, each with other names that it may have."""
_OWNERSHIP = frozenset({"", "owner", "ownership", "shareholder", "shareholding"})
_PARENTS = {"parent": {}, "direct_parent": {}, "ultimate_parent": {"ultimate": "yes"}}
_CONTROL = frozenset({"control", "controller"})
_RANGE = re.compile(r"\s*([\d.]+)\s*%?\s*(?:-|–|\.\.|to)\s*([\d.]+)\s*%?\s*")  # noqa: RUF001 - people write the long dash
_ROLES = frozenset(role.value for role in Role)
_KINDS = ("ownership", *_PARENTS, "control", *Role)
NO_SHARE: Mapping[str, str] = {"percent": "none", "at_least": "none", "at_most": "none"}


def named(row: Row) -> Row:
    """Give a row by our names for its columns."""
    by_name = {fold(name): text.strip() for name, text in row.items()}
    found = {
        ours: next((by_name[n] for n in (ours, *also.split()) if n in by_name), "")
        for ours, also in NAMES.items()
    }
    return {name: text for name, text in found.items() if text}


def share_of(text: str) -> dict[str, str]:
    """Give a share as a holding tells it: exact, a range such as 25-50, or none where empty."""
    between = _RANGE.fullmatch(text)
    if between:
        return {**NO_SHARE, "at_least": between[1], "at_most": between[2]}
    return {**NO_SHARE, "percent": text} if text else dict(NO_SHARE)


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain CSV file."""

    path: Path

    def links(self) -> Iterator[tuple[str, str]]:
        """Give the pairs of owned and owner. Raises ListUnreadableError."""
        for _, row in csv_rows(self.path):
            told = named(row)
            if all(name in told for name in NEEDED):
                yield told["owned"], told["owner"]

    def tellings(self, reach: Reach, notes: Notes) -> Iterator[Telling]:
        """Give holdings, controllers and parents, and what is told of owners."""
        for number, row in csv_rows(self.path):
            told = named(row)
            lacking = [name for name in NEEDED if name not in told]
            for name in lacking if told else ():
                notes.problem(self.path.name, number, name, "is empty; the row is left out")
            if not lacking and told["owned"] in reach:
                yield from self._tie(number, told, notes)

    def _tie(self, number: int, told: Row, notes: Notes) -> Iterator[Telling]:
        file, owner, owned = self.path.name, told["owner"], told["owned"]
        days = (told.get("since", ""), told.get("until", ""))
        kind = fold(told.get("kind", ""))
        if kind in _OWNERSHIP:
            edge = {"owner": owner, "owned": owned, **share_of(told.get("share", ""))}
            ending = {**NO_SHARE, "percent": "0"}
            yield Telling(Ownership, edge, file, number, file, *days, ending)
        elif kind in _PARENTS:
            above = {"child": owned, "parent": owner, **_PARENTS[kind]}
            yield Telling(Parent, above, file, number, file, *days, {"ended": "yes"})
        elif kind in _CONTROL or kind in _ROLES:
            role = {} if kind in _CONTROL else {"role": kind}
            ruled = {"person": owner, "over": owned, **role}
            yield Telling(Control, ruled, file, number, file, *days, {"ended": "yes"})
        else:
            notes.problem(file, number, "kind", f"is no kind of tie. {nearest(kind, _KINDS)}")
            return
        about = {name: told.get(f"owner_{name}", "") for name in ("name", "kind")}
        if any(about.values()):
            person = {"id": owner, **{name: text for name, text in about.items() if text}}
            yield Telling(Person, person, file, number, file)
        country = told.get("owner_country", "")
        if country:
            yield from _seat(owner, country, about["kind"], file, number)


def _seat(owner: str, country: str, kind: str, file: str, number: int) -> Iterator[Telling]:
    """Tell of a company where its head office is, of anybody else where it is."""
    field = "headquartered_in" if kind == "entity" else "located"
    yield Telling(Presence, {"person": owner, field: country}, file, number, file)
