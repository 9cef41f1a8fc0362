# ruff: noqa: INP001 - scripts stand here, run as `python -m benchmarks.NAME`
"""What the screening engine is measured on: labelled cases, entries, and pairs others labelled."""

import csv
import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import yaml

from knowntenant.screening.entry import Entry, Kind, ListedName
from knowntenant.screening.party import Party

PARTS = ("firstName", "middleName", "fatherName", "lastName")


class Query(TypedDict, total=False):
    """Who is asked about, as the harness passes it to an adapter."""

    schema: str
    name: str
    aliases: list[str]
    birth_date: str
    countries: list[str]
    address: str


class Name(TypedDict):
    """A name of an entry."""

    name: str
    kind: str


class Listed(TypedDict):
    """An entry, as the harness passes it to an adapter."""

    id: str
    schema: str
    names: list[Name]


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled case: kind is its class, expected the ids of the target, if there is one."""

    number: str
    kind: str
    query: Query
    expected: frozenset[str]


@dataclass(frozen=True, slots=True)
class Couple:
    """Two names that somebody else judged; tier is how sure they were, or the script."""

    asked: Party
    listed: Entry
    same: bool
    tier: str = ""


def read_lines(path: Path) -> Iterator[str]:
    """Give the lines of a text file that may be packed."""
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            yield from file
    else:
        with path.open(encoding="utf-8", newline="") as file:
            yield from file


def fingerprint(path: Path) -> str:
    """Give the first twelve digits of the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def read_cases(path: Path) -> list[Case]:
    """Read labelled cases, one JSON object a line."""
    rows = [json.loads(line) for line in read_lines(path) if line.strip()]
    return [Case(row["id"], row["class"], row["query"], frozenset(row["expected"])) for row in rows]


def read_entries(path: Path) -> list[Listed]:
    """Read the entries of the lists, one JSON object a line."""
    return [json.loads(line) for line in read_lines(path) if line.strip()]


def without(entries: list[Listed], removed: Path) -> list[Listed]:
    """Take the names out of the entries that cases ask about; entries left without a name go."""
    gone: defaultdict[str, set[str]] = defaultdict(set)
    for line in read_lines(removed):
        if line.strip():
            row = json.loads(line)
            gone[row["entry"]].add(row["name"])
    kept: list[Listed] = []
    for entry in entries:
        names = [name for name in entry["names"] if name["name"] not in gone[entry["id"]]]
        if names:
            made = entry.copy()
            made["names"] = names
            kept.append(made)
    return kept


def name_bench(path: Path) -> list[Couple]:
    """Read nomenklatura's labelled names: CSV, with a tier of how sure the label is."""
    return [
        couple(row["schema"], row["name1"], row["name2"], row["is_match"] == "true", row["quality"])
        for row in csv.DictReader(read_lines(path))
    ]


def entity_bench(path: Path) -> list[Couple]:
    """Read nomenklatura's checks of entities: YAML; only names stand in them."""
    checks = yaml.safe_load("".join(read_lines(path)))["checks"]
    return [_entities(check) for check in checks]


def script_bench(path: Path) -> list[Couple]:
    """Read Watchman's names in two scripts, all of them of one person; the tier is the script."""
    made, tier = [], ""
    for line in read_lines(path):
        if line.startswith("#") and " to Latin" in line:
            tier = line.strip("# \n").split(" to Latin")[0]
        elif line.strip() and not line.startswith("#"):
            asked, listed, *_ = next(csv.reader([line]))
            made.append(couple("Person", asked, listed, same=True, tier=tier))
    return made


def couple(schema: str, asked: str, listed: str, same: bool, tier: str) -> Couple:  # noqa: FBT001 - the label
    """Make a couple of two names."""
    kind = _kind(schema)
    entry = Entry("second:1", "second opinion", kind, (ListedName(listed),))
    return Couple(Party("1", kind, asked), entry, same, tier)


def _kind(schema: str) -> Kind:
    return Kind.ORGANIZATION if schema == "Company" else Kind(schema)


def _entities(check: dict[str, object]) -> Couple:
    kind = _kind(str(check["schema"]))
    first, *more = _names(check["query"])
    listed = tuple(ListedName(name) for name in _names(check["candidate"]))
    entry = Entry("second:1", "second opinion", kind, listed)
    return Couple(Party("1", kind, first, tuple(more)), entry, bool(check["match"]))


def _names(given: object) -> list[str]:
    """Give the names of an entity: those written whole, and its parts put together."""
    held = given if isinstance(given, dict) else {}
    parts = [str(held[part]) for part in PARTS if part in held]
    return [*([str(held["name"])] if "name" in held else []), *([" ".join(parts)] if parts else [])]
