"""Scenario files read and run: files and folders in, runs and problems out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowntenant.imports.vocabulary import VOCABULARY
from knowntenant.imports.yaml_nodes import read_documents
from knowntenant.law.loading import DEFAULT, PackError, load_pack
from knowntenant.law.problem import Problem
from knowntenant.law.scenario.node import Reader
from knowntenant.law.scenario.run import Run, prepare, run
from knowntenant.law.scenario.shape import Scenario, read_scenario

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """A file with its scenarios. problems: of the file itself, in no scenario."""

    path: Path
    scenarios: tuple["ReadScenario", ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ReadScenario:
    """A scenario and what is wrong with its shape."""

    scenario: Scenario
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the scenarios of several files. problems: what could not be used."""

    runs: tuple[Run, ...]
    problems: tuple[Problem, ...]


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files named, and the YAML files of folders named, in a steady order."""
    for path in paths:
        if path.is_dir():
            yield from sorted(f for f in path.rglob("*") if f.suffix in ENDINGS and f.is_file())
        else:
            yield path


def read_file(path: Path) -> ScenarioFile:
    """Read the scenarios of a file, and everything that is wrong with their shape."""
    found = read_documents(path)
    read: list[ReadScenario] = []
    for node in found.nodes:
        reader = Reader(str(path))
        scenario = read_scenario(node, VOCABULARY.fact_names, reader)
        read.append(ReadScenario(scenario, tuple(reader.problems)))
    return ScenarioFile(path, tuple(read), tuple(found.problems))


def run_scenario(read: ReadScenario, packs: Iterable[str] = ()) -> Report:
    """Run a scenario under the packs named, by default its own.

    Where anything is wrong with it nothing is judged, but everything is read, so that all of its
    problems come at once.
    """
    scenario = read.scenario
    where = f"{scenario.file}:{scenario.line}"
    names = tuple(packs) or scenario.packs
    problems = list(read.problems)
    if not names:
        remedy = f"Write pack: {DEFAULT}, or choose one with --pack."
        problems.append(Problem(where, "a scenario needs a 'pack'.", remedy))
    runs: list[Run] = []
    for name in names:
        try:
            pack = load_pack(name)
        except PackError as error:
            problems += [Problem(where, wrong.what, wrong.remedy) for wrong in error.problems]
            continue
        if read.problems:  # read the rest too, but ask nothing of half a scenario
            problems += prepare(scenario, pack, VOCABULARY).problems
        else:
            runs.append(run(scenario, pack, VOCABULARY))
    problems += [problem for one in runs for problem in one.problems]
    if problems:
        return Report((), tuple(sorted(dict.fromkeys(problems), key=_line)))
    return Report(tuple(runs), ())


def run_files(paths: Iterable[Path], packs: Iterable[str] = ()) -> Report:
    """Run all scenarios of files and folders, under the packs named or each under its own."""
    runs: list[Run] = []
    problems: list[Problem] = []
    chosen = tuple(packs)
    for path in paths:
        files = tuple(find_files([path]))
        if not files:
            remedy = "Scenario files end in .yaml or .yml."
            problems.append(Problem(str(path), "there is no scenario file in this folder.", remedy))
        for file in files:
            found = read_file(file)
            reports = [run_scenario(read, chosen) for read in found.scenarios]
            runs += [one for report in reports for one in report.runs]
            problems += [problem for report in reports for problem in report.problems]
            problems += found.problems
    return Report(tuple(runs), tuple(problems))


def _line(problem: Problem) -> int:
    line = problem.where.rpartition(":")[2]
    return int(line) if line.isdecimal() else 0
