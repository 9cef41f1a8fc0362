"""Corporate trees in files of any of the known forms, read as one: records, problems, notes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowntenant.facts.record import Record
from knowntenant.imports.lists.reading import ListUnreadableError, Problem
from knowntenant.imports.lists.xml import root
from knowntenant.imports.trees.bods import Bods
from knowntenant.imports.trees.bods_statements import statement
from knowntenant.imports.trees.csv_rows import header_of
from knowntenant.imports.trees.gleif import CATEGORY, Gleif
from knowntenant.imports.trees.gleif_rows import START
from knowntenant.imports.trees.json_values import values
from knowntenant.imports.trees.plain import NEEDED, Plain, named
from knowntenant.imports.trees.reach import EVERYTHING, Links, Reach
from knowntenant.imports.trees.records import Setting, records
from knowntenant.imports.trees.telling import Notes, Telling, Tree

FORMS = (".csv", ".json", ".jsonl", ".ndjson", ".tsv", ".xml")
_XML = ("LEIData", "RelationshipData", "ReportingExceptionData")
_GLEIF = frozenset({"LEI", "Relationship", "ExceptionCategory", START, CATEGORY})


@dataclass(frozen=True, slots=True)
class Trees:
    """What reading trees came to.

    problems: rows or files that could not be used; left_out: kinds of relations that are no facts
    here, each with its count; files: how many could be read.
    """

    records: Sequence[Record]
    problems: Sequence[Problem]
    left_out: Mapping[str, int]
    files: int


def read_trees(
    paths: Iterable[Path], setting: Setting, only_about: Iterable[str] | None = None
) -> Trees:
    """Read corporate trees into facts, never holding more of a file than is about those asked for.

    Args:
        paths: the files; each form is told by its ending and its first row.
        setting: our own ids, and the days taken where a tree tells none.
        only_about: whose trees to read, upward: ids of the provider's own, LEIs, or
            `SCHEME:number`; None for everybody in the files.
    """
    notes = Notes()
    found: Sequence[tuple[Path, Tree]] = [
        (path, tree) for path in paths if (tree := _opened(path, notes)) is not None
    ]
    reach = EVERYTHING
    if only_about is not None:
        reach, found = _reach(found, only_about, notes)
    kept: list[Record] = []
    files = 0
    for path, tree in found:
        told = _whole(path, tree.tellings(reach, notes), notes)
        if told is not None:
            files += 1
            kept += records(told, setting, notes)
    problems = sorted(notes.problems, key=lambda problem: (problem.file, problem.row))
    return Trees(kept, problems, notes.left_out, files)


def _reach(
    found: Sequence[tuple[Path, Tree]], only_about: Iterable[str], notes: Notes
) -> tuple[Reach, Sequence[tuple[Path, Tree]]]:
    """Find out what is upward of those asked for; files that cannot be read drop out."""
    links, readable = Links(), list[tuple[Path, Tree]]()
    for path, tree in found:
        try:
            for one, other in tree.links():
                links.add(one, other)
        except ListUnreadableError as wrong:
            notes.problem(path.name, 0, "", str(wrong))
        else:
            readable.append((path, tree))
    return links.reached(only_about), readable


def _whole(path: Path, told: Iterator[Telling], notes: Notes) -> Sequence[Telling] | None:
    """Read a file to its end; of one that breaks off, nothing counts."""
    try:
        return list(told)
    except ListUnreadableError as wrong:
        notes.problem(path.name, 0, "", str(wrong))
        return None


def form_of(path: Path) -> str:
    """Give the ending that says what a file holds, packed or not; '' for one that is not read."""
    endings = [ending.lower() for ending in path.suffixes]
    if endings[-1:] == [".gz"]:
        endings.pop()
    return endings[-1] if endings and endings[-1] in FORMS else ""


def _opened(path: Path, notes: Notes) -> Tree | None:
    form = form_of(path)
    if not form:
        what = f"no corporate tree is read from such a file, only from {', '.join(FORMS)}"
        remedy = " Unpack it first." if path.suffix == ".zip" else ""
        notes.problem(path.name, 0, "", f"{what}.{remedy}")
        return None
    try:
        tree = _told(path, form)
    except ListUnreadableError as wrong:
        notes.problem(path.name, 0, "", str(wrong))
        return None
    if tree is None:
        what = (
            "is none of GLEIF's files, no BODS, and has no columns owner and owned, so nothing of "
            "it is used. docs/export-format.md shows the forms."
        )
        notes.problem(path.name, 1, "", what)
    return tree


def _told(path: Path, form: str) -> Tree | None:
    """Tell by its first row what a file is. Raises ListUnreadableError."""
    match form:
        case ".xml":
            return Gleif(path, ".xml") if root(path)[0] in _XML else None
        case ".csv" | ".tsv":
            header = dict.fromkeys(header_of(path), "x")
            if _GLEIF & header.keys():
                return Gleif(path, ".csv")
            return Plain(path) if all(name in named(header) for name in NEEDED) else None
        case _:
            first = next((value for _, value in values(path)), None)
            if isinstance(first, dict) and _GLEIF & first.keys():
                return Gleif(path, ".json")
            return Bods(path) if statement(first, 1) else None
