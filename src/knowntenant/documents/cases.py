"""Which law cases there are: the scenarios about each clause, and those that ask each decision."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from knowntenant.imports.scenarios import find_files, read_file
from knowntenant.law.clauses import normal
from knowntenant.law.loading import pack_names


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of all packs. Places are 'pack/cases/file.yaml', each once, in order.

    counts: how many there are in the folder of each pack.
    """

    by_decision: Mapping[str, tuple[str, ...]]
    by_clause: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, int]


@cache
def all_cases() -> Cases:
    """Read the cases of every pack."""
    by_decision: dict[str, dict[str, None]] = {}
    by_clause: dict[str, dict[str, None]] = {}
    counts: Counter[str] = Counter()
    with as_file(files("knowntenant.law") / "packs") as packs:
        for folder in (packs / name / "cases" for name in pack_names()):
            for path in find_files([folder]) if folder.is_dir() else ():
                place = path.relative_to(packs).as_posix()
                for read in read_file(path).scenarios:
                    counts[place.split("/")[0]] += 1
                    for asked in read.scenario.then:
                        by_decision.setdefault(asked.ask, {})[place] = None
                    for clause in read.scenario.clauses:
                        by_clause.setdefault(normal(clause), {})[place] = None
    return Cases(_fixed(by_decision), _fixed(by_clause), counts)


def examples() -> list[tuple[str, str]]:
    """Give the worked examples of the first pack that has any: file name and text."""
    with as_file(files("knowntenant.law") / "packs") as packs:
        found = sorted(Path(packs).glob("*/cases/examples/*.yaml"))
        return [(path.name, path.read_text(encoding="utf-8")) for path in found]


def _fixed(found: Mapping[str, Mapping[str, None]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(places) for key, places in found.items()}
