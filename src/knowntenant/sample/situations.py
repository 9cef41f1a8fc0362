"""Situations that are the same for every seed, from a TOML table: rows, and their truth."""

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import TypedDict, cast

from knowntenant.sample.rows import Cell, Row, Rows
from knowntenant.sample.truth import Expected, Truth

Told = Mapping[str, str | list[str]]


class Situation(TypedDict, total=False):
    """A situation as its table tells it; each file says what its keys mean."""

    name: str
    story: str
    why: str
    ids: list[str]
    needs: list[str]
    expected: list[list[str]]
    rows: dict[str, list[Told]]
    reseller: Told
    lacks: list[str]


def read(file: str) -> list[Situation]:
    """Read the situations of a file that lies beside this one."""
    text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    return cast("list[Situation]", tomllib.loads(text)["situation"])


def add_rows(told: Situation, rows: Rows) -> None:
    """Add the rows of a situation to those of others."""
    for table, several in told.get("rows", {}).items():
        rows.setdefault(table, []).extend(map(row_of, several))


def row_of(told: Told) -> Row:
    """Give a row of cells; a list becomes a cell of several."""
    cells: dict[str, Cell] = {}
    for name, cell in told.items():
        cells[name] = cell if isinstance(cell, str) else tuple(cell)
    return cells


def truth_of(told: Situation, about: str) -> Truth:
    """Give the line of truth of a situation."""
    expected = tuple(Expected(*one) for one in told.get("expected", ()))
    why = told.get("why", "")
    return Truth(told["name"], told["story"], about, tuple(told["ids"]), expected, why)
