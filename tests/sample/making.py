"""Samples written for one test, and their files read as plain text."""

import csv
import json
from pathlib import Path
from random import Random

from knowntenant.sample.files import Format
from knowntenant.sample.folder import prepare
from knowntenant.sample.provider import Wanted, write_sample

Line = dict[str, str]


def chance(seed: int) -> Random:
    """Give chances that are the same every time."""
    return Random(seed)  # noqa: S311 - seeded, and guards nothing


def make(
    folder: Path,
    customers: int,
    *,
    seed: int = 7,
    form: Format = Format.CSV,
    access_rows: int | None = None,
) -> Path:
    """Write a sample."""
    prepare(folder, customers=customers, seed=seed)
    write_sample(folder, Wanted(customers, seed, form, access_rows))
    return folder


def lines(folder: Path, table: str) -> list[Line]:
    """Give the rows of a table that was written as CSV."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def truth(folder: Path) -> list[dict[str, object]]:
    """Give the lines of the truth."""
    text = (folder / "truth.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def situations(folder: Path) -> set[object]:
    """Give the names of the situations in the truth."""
    return {line["situation"] for line in truth(folder)}


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
