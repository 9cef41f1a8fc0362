"""The corporate trees that lie with an export: what they tell of the provider's own, upward."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from knowntenant.facts.record import Record
from knowntenant.facts.types import Control, Customer, Ownership, Parent, Person, Reseller
from knowntenant.imports.tally import Tally
from knowntenant.imports.trees.gleif import is_lei, plain_number
from knowntenant.imports.trees.reading import read_trees
from knowntenant.imports.trees.records import Setting, not_overruling

FOLDER = "trees"
"""The folder of an export whose files are corporate trees."""
_NAMING = {
    Control: ("person", "over"), Customer: ("id",), Ownership: ("owner", "owned"),
    Parent: ("child", "parent"), Person: ("id",), Reseller: ("id",),
}  # fmt: skip


@dataclass(slots=True)
class Own:
    """Whose trees are wanted: the provider's own ids, and the numbers that stand for them."""

    ids: dict[str, None] = field(default_factory=dict)
    numbers: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, id_: str, number: str) -> None:
        """Say that a number of a register is that of somebody of ours."""
        self.numbers.setdefault(number, {})[id_] = None


def tree_files(folder: Path) -> Sequence[Path]:
    """Give the files of an export's folder of trees, in order; none where there is no folder."""
    inside = folder / FOLDER
    files = sorted(inside.iterdir()) if inside.is_dir() else []
    readme = [path for path in files if path.name.casefold().startswith(("readme", "."))]
    return [path for path in files if path.is_file() and path not in readme]


def take_trees(
    files: Sequence[Path], own: Sequence[Record], start: date, as_of: date, tally: Tally
) -> list[Record]:
    """Give the facts of trees about the provider's own and everybody above them.

    start: the day taken where a tree does not say since when; as_of: the day of the review, on
    which the trees are taken to have been read. Problems and notes go to the tally.
    """
    wanted = _own(own, tally)
    names = {number: tuple(ids) for number, ids in wanted.numbers.items()}
    setting = Setting(names, start, as_of)
    trees = read_trees(files, setting, (*wanted.ids, *wanted.numbers))
    for problem in trees.problems:
        where = f"{FOLDER}/{problem.file}" + (f" row {problem.row}" if problem.row else "")
        what = f"'{problem.field}' {problem.text}" if problem.field else problem.text
        tally.problem((FOLDER, problem.file, problem.field), where, what)
    records = not_overruling(trees.records, own)
    remedy = (
        "Fill in 'lei' or 'register_number' of customers, if these are not all."
        if names
        else (
            "No customer has an 'lei' or a 'register_number', so only rows with your own ids count."
        )
    )
    what = f"{len(records):,} facts about owners and parents of your own, of {trees.files} files"
    tally.note((FOLDER,), FOLDER, what, remedy)
    for kind, count in trees.left_out.items():
        tally.note((FOLDER, kind), FOLDER, f"{count:,} left out, no fact here: {kind}")
    return records


def _own(records: Iterable[Record], tally: Tally) -> Own:
    found = Own()
    for record in records:
        for name in _NAMING.get(record.shape, ()):
            found.ids[str(record.values.get(name))] = None
        if record.shape in (Customer, Person):
            _number(record, found, tally)
    return found


def _number(record: Record, found: Own, tally: Tally) -> None:
    id_, lei = str(record.values["id"]), record.values.get("lei")
    number = record.values.get("register_number")
    if isinstance(number, str):
        found.add(id_, plain_number(number))
    if isinstance(lei, str):
        if is_lei(plain_number(lei)):
            found.add(id_, plain_number(lei))
        else:
            what = "'lei' is none: 20 letters and digits, of which the last two check the others"
            tally.problem((FOLDER, "lei"), record.ref, what, "Correct it; no tree is found by it.")
