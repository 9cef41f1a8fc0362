"""What was asked of `knowntenant review`, checked before anything is read; all problems at once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from knowntenant.facts.program import Program
from knowntenant.imports.mapping import read_mapping
from knowntenant.imports.program_file import read_program_file
from knowntenant.law.kinds import Unreadable, read_day
from knowntenant.law.law import Law
from knowntenant.law.loading import PackError, load_pack
from knowntenant.law.pack import Pack
from knowntenant.law.problem import Problem, nearest


class Unusable(Exception):  # noqa: N818 - it names the input, not a fault of ours
    """The input cannot be used. Mend what the problems say and ask again."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep all problems."""
        self.problems = tuple(problems)
        super().__init__("; ".join(map(str, self.problems)))


def checked_laws(
    names: Sequence[str], readings: Sequence[str]
) -> tuple[tuple[Law, ...], list[Problem]]:
    """Load the packs named, each once, with the readings chosen."""
    packs: list[Pack] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(names):
        try:
            packs.append(load_pack(name))
        except PackError as wrong:
            problems += wrong.problems
    chosen, wrongly = _chosen(packs, readings)
    laws = tuple(Law(pack, _of_pack(pack, chosen)) for pack in packs)
    return laws, problems + wrongly


def _chosen(packs: Sequence[Pack], readings: Sequence[str]) -> tuple[dict[str, str], list[Problem]]:
    """Read the readings chosen; each is one that some of the packs has."""
    chosen: dict[str, str] = {}
    problems: list[Problem] = []
    known = {defect: row for pack in packs for defect, row in pack.readings.items()}
    for given in readings:
        defect, _, choice = (part.strip() for part in given.partition("="))
        row = known.get(defect.upper())
        if row is None or not choice:
            what = f"'{given}' names no reading of {_named(packs)}."
            remedy = f"Write it as D13=literal. {nearest(defect, known)}"
            problems.append(Problem("--reading", what, remedy))
        elif choice.casefold() not in row.choices:
            what = f"{row.defect} has no reading '{choice}'."
            problems.append(Problem("--reading", what, nearest(choice, row.choices)))
        else:
            chosen[row.defect] = choice.casefold()
    return chosen, problems


def _of_pack(pack: Pack, chosen: Mapping[str, str]) -> dict[str, str]:
    return {defect: choice for defect, choice in chosen.items() if defect in pack.readings}


def _named(packs: Sequence[Pack]) -> str:
    names = [pack.name for pack in packs]
    return f"pack {names[0]}" if len(names) == 1 else f"the packs {', '.join(names)}"


def checked_day(text: str, zone: ZoneInfo) -> tuple[date, list[Problem]]:
    """Read the day of the review; today, as it is in the pack's zone, where none is given."""
    today = datetime.now(zone).date()
    if not text:
        return today, []
    try:
        return read_day(text), []
    except Unreadable as wrong:
        return today, [Problem("--as-of", f"{wrong}.")]


def checked_mapping(path: Path | None) -> list[Problem]:
    """Check that the mapping file named is there, and that all of it can be used."""
    if path is None:
        return []
    if not path.is_file():
        remedy = "Name the mapping file that you mean."
        return [Problem("--mapping", f"there is no file {path}.", remedy)]
    return read_mapping(path)[1]


def checked_program(path: Path | None) -> tuple[Program, list[Problem]]:
    """Read the written program named, or take one that says nothing where none is."""
    return read_program_file(path) if path is not None else (Program(), [])


def checked_outputs(
    export: Path, named: Mapping[str, Path | None]
) -> tuple[dict[str, Path], list[Problem]]:
    """Check the files to be written: in folders that exist, each once, outside the export."""
    outputs = {name: path for name, path in named.items() if path is not None}
    problems: list[Problem] = []
    seen: set[Path] = set()
    for name, path in outputs.items():
        full = path.resolve()
        if full.is_dir():
            problems.append(Problem(f"--{name}", f"{path} is a folder.", "Name a file in it."))
        elif not full.parent.is_dir():
            what = f"there is no folder {path.parent}."
            problems.append(Problem(f"--{name}", what, "Make it, or name another."))
        elif full.is_relative_to(export.resolve()):
            what = f"{path} lies inside the export, which is only read."
            problems.append(Problem(f"--{name}", what, "Name a file elsewhere."))
        elif full in seen:
            what = f"{path} is named twice."
            problems.append(Problem(f"--{name}", what, "Name a file of its own."))
        seen.add(full)
    return outputs, problems
