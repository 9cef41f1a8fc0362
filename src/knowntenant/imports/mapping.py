"""The mapping file: what a provider says about names, words, days and times of its export."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from knowntenant.imports.moments import Clock, Order
from knowntenant.imports.parts import Table
from knowntenant.imports.tables import TABLES
from knowntenant.imports.toml_file import read_toml
from knowntenant.law.kinds import fold
from knowntenant.law.problem import Problem, nearest

FILE = "mapping.toml"
UTC = ZoneInfo("UTC")
SETTINGS = ("dates", "values", "zone")
_ADVICE = "docs/export-format.md shows what a mapping file may say."


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the mapping file says.

    headers: by table, the folded header and the column it is ("" ignores it); written: the same
    headers as they were written; values: by (table, column), the folded word and the value meant.
    """

    clock: Clock = field(default_factory=lambda: Clock(UTC))
    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    written: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    values: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    named_zone: bool = False


def read_mapping(path: Path) -> tuple[Mapped, list[Problem]]:
    """Read a mapping file; what cannot be used becomes a problem, all of them at once."""
    problems: list[Problem] = []
    given = read_toml(path, problems, _ADVICE)
    headers: dict[str, dict[str, str]] = {}
    written: dict[str, dict[str, str]] = {}
    for name, entry in given.items():
        if name in SETTINGS:
            continue
        table = _table(name, entry, path.name, problems)
        if table is not None and isinstance(entry, dict):
            written[table.name] = _headers(table, entry, path.name, problems)
            headers[table.name] = {fold(h): c for h, c in written[table.name].items()}
    clock = _clock(given, path.name, problems)
    values = _values(given.get("values", {}), path.name, problems)
    return Mapped(clock, headers, written, values, "zone" in given), problems


def _table(name: str, entry: object, file: str, problems: list[Problem]) -> Table | None:
    table = TABLES.get(fold(name))
    if table is None:
        what = f"there is no table or setting '{name}'."
        problems.append(Problem(file, what, nearest(name, (*TABLES, *SETTINGS))))
    elif not isinstance(entry, dict):
        what = f"[{name}] is a table of header = column."
        problems.append(
            Problem(file, what, f'Write [{name}] and below it "your header" = "column".')
        )
        return None
    return table


def _headers(
    table: Table, entry: Mapping[str, object], file: str, problems: list[Problem]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for header, column in entry.items():
        where = f"{file} [{table.name}]"
        if not isinstance(column, str):
            what = f"'{header}' is to be one of our columns, in quotes."
            problems.append(
                Problem(where, what, 'Write "your header" = "column", or = "" to ignore.')
            )
        elif column and fold(column) not in table.columns:
            what = f"'{header}': the table has no column '{column}'."
            problems.append(Problem(where, what, nearest(column, table.columns)))
        elif column and fold(column) in found.values():
            what = f"two headers stand for '{column}'."
            problems.append(Problem(where, what, "Keep one of them."))
        else:
            found[header] = fold(column)
    return found


def _clock(given: Mapping[str, object], file: str, problems: list[Problem]) -> Clock:
    zone, order = UTC, Order.ISO
    try:
        zone = ZoneInfo(str(given.get("zone", "UTC")))
    except (ValueError, ZoneInfoNotFoundError, OSError):
        what = f"there is no time zone '{given['zone']}'."
        problems.append(Problem(file, what, "Write a name such as Europe/Berlin or UTC."))
    try:
        order = Order(str(given.get("dates", Order.ISO)))
    except ValueError:
        what = f"dates = '{given['dates']}' is no order of a day."
        problems.append(Problem(file, what, f"Write one of {', '.join(Order)}."))
    return Clock(zone, order)


def _values(
    given: object, file: str, problems: list[Problem]
) -> dict[tuple[str, str], dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for name, columns in given.items() if isinstance(given, dict) else ():
        table = _table(name, columns, f"{file} [values]", problems)
        for column, words in columns.items() if table is not None else ():
            where = f"{file} [values.{name}.{column}]"
            if table is None or fold(column) not in table.columns:
                what = f"the table has no column '{column}'."
                problems.append(
                    Problem(where, what, nearest(column, table.columns if table else ()))
                )
            elif not isinstance(words, dict) or not all(isinstance(w, str) for w in words.values()):
                problems.append(Problem(where, 'is a table of "your word" = "our word".', _ADVICE))
            else:
                found[table.name, fold(column)] = {fold(w): ours for w, ours in words.items()}
    return found
