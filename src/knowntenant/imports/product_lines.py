"""A file of product lines, TOML or YAML, read to facts: lines, and where their owners belong.

Which of them are IaaS products (7.301) is decided elsewhere. Nothing is raised for a bad file: all
of its problems come back at once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from knowntenant.facts.declaration import FactType, type_of
from knowntenant.facts.reading import Given, read_values
from knowntenant.facts.record import Record
from knowntenant.facts.types import Presence, Product
from knowntenant.imports.signs import has_odd_signs, without_odd_signs
from knowntenant.imports.toml_file import read_toml
from knowntenant.imports.yaml_nodes import Refused, compose, not_yaml, text_of
from knowntenant.law.kinds import Kind, ListOf, fold
from knowntenant.law.problem import Problem, nearest
from knowntenant.law.scenario.node import Listed, Mapped, Node, Reader, Scalar

SHAPES = {"product": Product, "products": Product, "person": Presence, "persons": Presence}
"""The tables of a file: product lines, and the persons who own or offer them."""
EXAMPLE = "docs/examples/products.toml shows a whole file."
YAML_ENDINGS = (".yaml", ".yml")
_FIELD = re.compile(r"'(\w+)'")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is written: of which table, where it stands, and its keys."""

    table: str
    where: str
    keys: Mapping[str, Given]


@dataclass(slots=True)
class ProductLines:
    """What a file tells: records, the ids of its lines in order, and all that is wrong with it."""

    records: list[Record] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_product_lines(path: Path, day: date) -> ProductLines:
    """Read a file of product lines; what it tells is taken to be so on a day."""
    problems: list[Problem] = []
    rows = _yaml_rows if path.suffix.casefold() in YAML_ENDINGS else _toml_rows
    found = product_lines(rows(path, problems), day)
    found.problems = [*problems, *found.problems]
    if not found.ids and not found.problems:
        what, remedy = "no product line stands in it.", f"Write [[product]] rows: {EXAMPLE}"
        found.problems.append(Problem(str(path), what, remedy))
    found.problems = [
        Problem(*(without_odd_signs(part) for part in (p.where, p.what, p.remedy)))
        for p in found.problems
    ]
    return found


def product_lines(rows: Iterable[Row], day: date) -> ProductLines:
    """Read rows to records and problems, and check what the rows say of each other."""
    found = ProductLines()
    places: dict[tuple[str, str], str] = {}
    bundles: list[tuple[str, str, str]] = []
    for row in rows:
        declared = type_of(SHAPES[row.table])
        values, problems = read_values(declared, row.keys, row.where)
        problems += _odd(row)
        id_ = str(values.get(declared.key[0]) or "")
        problems += _twice(declared, id_, row.where, places) if id_ else []
        found.problems += [_with_remedy(problem, declared) for problem in problems]
        if declared.shape is Product and id_:
            found.ids.append(id_)
            bundles.append((row.where, id_, str(values.get("part_of") or "")))
        if not problems:
            ref = Path(row.where).name
            shape = declared.shape
            record = Record(ref=ref, shape=shape, values=values, happened=day, learned=day)
            found.records.append(record)
    found.problems += _of_bundles(bundles, found.ids)
    return found


def _twice(
    declared: FactType, id_: str, where: str, places: dict[tuple[str, str], str]
) -> list[Problem]:
    first = places.get((declared.name, id_))
    if first is None:
        places[declared.name, id_] = where
        return []
    what = f"'{declared.key[0]}': '{id_}' stands in {Path(first).name} already."
    return [Problem(where, what, "Give each row an id of its own.")]


def _of_bundles(bundles: list[tuple[str, str, str]], ids: list[str]) -> Iterator[Problem]:
    for where, id_, bundle in bundles:
        if bundle == id_:
            what = "'part_of': a line cannot be part of itself."
            yield Problem(where, what, "Name the bundle, or leave it out.")
        elif bundle and bundle not in ids:
            what = f"'part_of': there is no product line '{bundle}'."
            yield Problem(where, what, nearest(bundle, [i for i in ids if i != id_] or ["none"]))


def _odd(row: Row) -> Iterator[Problem]:
    for name, given in row.keys.items():
        texts = (name, given) if isinstance(given, str) else (name, *given)
        if any(has_odd_signs(text) for text in texts):
            what = f"'{name}' holds a control character, or half of a character."
            yield Problem(row.where, what, "Remove the sign.")


def _with_remedy(problem: Problem, declared: FactType) -> Problem:
    """Give a problem of a row with what to do about it: what its field takes, with an example."""
    if problem.remedy:
        return problem
    named = _FIELD.search(problem.what)
    known = declared.named(named[1]) if named else None
    if known is None:
        return Problem(problem.where, problem.what, EXAMPLE)
    kind = known.kind.of if isinstance(known.kind, ListOf) else known.kind
    example = f", such as {kind.example}" if isinstance(kind, Kind) else ""
    remedy = f"'{known.name}' takes: {known.kind.name}{example}."
    end = "" if problem.what.endswith((".", "?")) else "."
    return Problem(problem.where, f"{problem.what}{end}", remedy)


# --- TOML and YAML to rows


def _toml_rows(path: Path, problems: list[Problem]) -> Iterator[Row]:
    given = read_toml(path, problems, EXAMPLE, parse_float=str)
    for name, entries in given.items():
        table = _table(name, str(path), problems)
        rows = entries if isinstance(entries, list) else [entries]
        for number, row in enumerate(rows if table else (), start=1):
            where = f"{path} {name} {number}"
            if isinstance(row, dict):
                yield Row(table, where, dict(_given(row, where, problems)))
            else:
                what = f"'{name}' holds rows of keys and values."
                problems.append(Problem(where, what, f"Write [[{table}]]: {EXAMPLE}"))


def _given(
    row: Mapping[str, object], where: str, problems: list[Problem]
) -> Iterator[tuple[str, Given]]:
    for name, value in row.items():
        several = value if isinstance(value, list) else [value]
        if any(isinstance(one, dict | list) for one in several):
            what = f"'{name}' should be one value, or a list of values."
            problems.append(Problem(where, what, EXAMPLE))
            continue
        words = tuple(_word(one) for one in several)
        yield name, words if isinstance(value, list) else words[0]


def _word(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _yaml_rows(path: Path, problems: list[Problem]) -> Iterator[Row]:
    text = text_of(path, problems)
    reader = Reader(str(path), problems)
    try:
        for node in compose(text or ""):
            yield from _of_document(node, reader)
    except yaml.YAMLError as wrong:
        problems.append(not_yaml(path, wrong))
    except Refused as wrong:
        problems.append(Problem(f"{path}:{wrong.line}", str(wrong), wrong.remedy))


def _of_document(node: Node, reader: Reader) -> Iterator[Row]:
    top = reader.mapping(node, "the file", "product: and below it a list of rows")
    for name, below in reader.pairs(top) if top else ():
        table = _table(name.text, reader.at(name), reader.problems)
        rows = below.items if isinstance(below, Listed) else (below,)
        for row in rows if table else ():
            keys = reader.mapping(row, f"a row of '{table}'", "{id: vps, kind: vps}")
            if keys is not None:
                yield Row(table, reader.at(row), dict(_of_row(keys, reader)))


def _of_row(keys: Mapped, reader: Reader) -> Iterator[tuple[str, Given]]:
    for name, below in reader.pairs(keys):
        if isinstance(below, Scalar) and not below.text.strip():
            continue  # a key with nothing behind it is a fact not told
        written = reader.written(below, f"'{name.text}'")
        if written is not None:
            yield name.text, written


def _table(name: str, where: str, problems: list[Problem]) -> str:
    if fold(name) in SHAPES:
        return fold(name).removesuffix("s")
    problems.append(Problem(where, f"there is no table '{name}'.", nearest(name, SHAPES)))
    return ""
