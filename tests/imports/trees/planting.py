"""Small trees for tests: files written as GLEIF, BODS and spreadsheets write them."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from knowntenant.facts.record import Record
from knowntenant.imports.trees.reading import Trees, read_trees
from knowntenant.imports.trees.records import Setting

START, LEARNED = date(2020, 1, 1), date(2026, 11, 24)
NOBODY: Mapping[str, tuple[str, ...]] = {}


def lei(number: int) -> str:
    """Make an LEI whose check digits are right."""
    base = f"9845{number:014d}"
    return f"{base}{98 - int(base + '00') % 97:02d}"


def write_csv(path: Path, rows: Iterable[Mapping[str, str]], delimiter: str = ",") -> Path:
    """Write rows under all names that occur."""
    told = list(rows)
    names = list(dict.fromkeys(name for row in told for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(told)
    return path


def write_json(path: Path, value: object) -> Path:
    """Write a JSON file."""
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def setting(names: Mapping[str, tuple[str, ...]] = NOBODY) -> Setting:
    """Give the setting of all these tests."""
    return Setting(names, START, LEARNED)


def read(
    *paths: Path,
    names: Mapping[str, tuple[str, ...]] = NOBODY,
    only_about: Iterable[str] | None = None,
) -> Trees:
    """Read trees with the days of these tests."""
    return read_trees(paths, setting(names), only_about)


def told(records: Sequence[Record], shape: type) -> list[dict[str, object]]:
    """Give the values of the records of one fact type, with the day on which each happened."""
    return [
        {**record.values, "happened": record.happened.isoformat()}
        for record in records
        if record.shape is shape
    ]


def relation(child: str, parent: str, kind: str = "DIRECTLY", **more: str) -> dict[str, str]:
    """Give a relationship record of GLEIF's as a row of its CSV."""
    return {
        "Relationship.StartNode.NodeID": child,
        "Relationship.StartNode.NodeIDType": "LEI",
        "Relationship.EndNode.NodeID": parent,
        "Relationship.EndNode.NodeIDType": "LEI",
        "Relationship.RelationshipType": f"IS_{kind}_CONSOLIDATED_BY",
        "Relationship.RelationshipStatus": "ACTIVE",
        "Relationship.Period.1.startDate": "2018-01-01T00:00:00.000Z",
        "Relationship.Period.1.endDate": "",
        "Relationship.Period.1.periodType": "ACCOUNTING_PERIOD",
        "Relationship.Period.2.startDate": "2019-03-05T00:00:00.000Z",
        "Relationship.Period.2.endDate": "",
        "Relationship.Period.2.periodType": "RELATIONSHIP_PERIOD",
        "Registration.LastUpdateDate": "2026-05-05T06:40:13Z",
        "Registration.RegistrationStatus": "PUBLISHED",
        **more,
    }
