"""Carries out `knowntenant lists`: updates, tells how lists stand, accepts, writes samples."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import typer

from knowntenant.actions.lists_accept import Acceptance, accept
from knowntenant.actions.lists_status import standings
from knowntenant.actions.lists_update import BAD, State, Wanted, update
from knowntenant.cli.lists_text import outcome_line, row_lines, status_json, status_text, update_end
from knowntenant.imports.lists.loading import ListsUnusableError, read_lists
from knowntenant.imports.signs import without_odd_signs
from knowntenant.law.problem import Problem
from knowntenant.sample.lists import WantedLists, write_lists
from knowntenant.sample.lists_folder import refusal


@dataclass(frozen=True, slots=True)
class Asked:
    """What an update is asked, as it was written."""

    to: Path
    source: str
    only: tuple[str, ...]
    may_lose: float
    dry_run: bool
    as_json: bool


def updated(asked: Asked) -> tuple[str, bool]:
    """Update; give what to print at the end, and whether all is well. Raises ListsUnusableError."""
    share = Fraction(str(asked.may_lose)) / 100
    wanted = Wanted(asked.source, asked.only, share, asked.dry_run)
    outcomes = []
    for outcome in update(asked.to, wanted, datetime.now(UTC)):
        outcomes.append(outcome)
        if not asked.as_json:
            typer.echo(without_odd_signs(outcome_line(outcome, dry=asked.dry_run)))
    well = not any(one.state in BAD for one in outcomes)
    if asked.as_json:
        told = {"dry_run": asked.dry_run, "lists": [asdict(one) for one in outcomes]}
        return json.dumps(told, ensure_ascii=False, indent=2), well
    held = [one.name for one in outcomes if one.state is State.HELD]
    return update_end(asked.to, held, dry=asked.dry_run, well=well), well


def stood(folder: Path, stale_after: int, *, rows: bool, as_json: bool) -> tuple[str, bool]:
    """Give how the lists of a folder stand, and whether all is well. Raises ListsUnusableError.

    rows: every row that gave no entry, or lost a part, is named; for that all lists are read.
    """
    found = standings(folder, datetime.now(UTC), stale_after)
    well = all(one.good for one in found)
    told = [row for one in read_lists(folder) for row in one.report.problems] if rows else None
    if as_json:
        return status_json(found, told), well
    return "\n".join([status_text(folder, found), *row_lines(told or ())]), well


def accepted(folder: Path, name: str, by: str, because: str) -> tuple[str, bool]:
    """Accept a list that was held back. Raises ListsUnusableError."""
    done = accept(folder, Acceptance(name, by, because), datetime.now(UTC))
    counts = f"{done.entries_after:,} entries instead of {done.entries_before:,}"
    return f"{name} is in use: {counts}. On record: accepted by {done.by}, {done.at}.", True


def sampled(
    folder: Path, entries: int, seed: int, customers: int, *, force: bool
) -> tuple[str, bool]:
    """Write made-up lists. Raises ListsUnusableError where the folder cannot be used."""
    why = refusal(folder, force=force)
    if why:
        raise ListsUnusableError([Problem(str(folder), why)])
    written = write_lists(folder, WantedLists(entries, seed, customers))
    counts = ", ".join(f"{file} {count:,}" for file, count in written.entries.items())
    return (
        f"Made-up lists are in {folder}: {counts} entries.\n"
        f"Customers and owners of the sample who are to be found: {written.planted:,}; truth.jsonl"
        " says who and how.\n"
        f"Next: knowntenant lists update --from {folder} --to lists"
    ), True
