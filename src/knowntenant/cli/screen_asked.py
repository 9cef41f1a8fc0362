"""What was asked of `knowntenant screen`, checked before anything is read; all problems at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from knowntenant.imports.parties.dates import Order
from knowntenant.imports.parties.fields import IDENTIFIERS
from knowntenant.imports.parties.row import KIND_WORDS
from knowntenant.imports.screening_config import read_settings
from knowntenant.law.kinds import fold
from knowntenant.law.problem import Problem, nearest
from knowntenant.screening.algorithm import UnknownAlgorithmError
from knowntenant.screening.entry import Kind
from knowntenant.screening.settings import Settings


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody told of on the command line, as it was written."""

    name: str
    birth_date: str
    countries: tuple[str, ...]
    identifiers: tuple[str, ...]

    @property
    def is_told(self) -> bool:
        """Whether anybody is told of."""
        return bool(self.name.strip() or self.identifiers)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked on the command line, as it was written."""

    file: Path | None
    lists: Path | None
    party: Party
    kind: str
    columns: tuple[str, ...]
    dates: str
    outputs: Mapping[str, Path | None]
    threshold: float | None
    algorithm: str
    config: Path | None
    prints_config: bool
    jobs: int
    resumes: bool
    explains: bool
    quiet: bool
    saves_index: bool = True


@dataclass(frozen=True, slots=True)
class Checked:
    """What was asked, in values that can be used, as far as nothing was read."""

    settings: Settings
    kind: Kind | None
    order: Order
    outputs: Mapping[str, Path]


def checked(asked: Asked) -> tuple[Checked, list[Problem]]:
    """Check everything that can be checked before a file is opened."""
    problems = [] if asked.prints_config else _source(asked)
    settings, wrong = _settings(asked)
    kind = KIND_WORDS.get(fold(asked.kind))
    if asked.kind and kind is None:
        known = ("person", "organization", "vessel", "aircraft", "wallet", "entity")
        what = f"'{asked.kind}' is no kind of party."
        problems.append(Problem("--kind", what, nearest(asked.kind, known)))
    order = Order(asked.dates) if asked.dates in set(Order) else None
    if order is None:
        what = f"'{asked.dates}' is no order of dates."
        problems.append(Problem("--dates", what, "Write day-first or month-first."))
    problems += [
        Problem("--identifier", "a kind is not known here.", nearest(word, map(str, IDENTIFIERS)))
        for given in asked.party.identifiers
        if (word := given.partition(":")[0].strip().casefold()) not in set(map(str, IDENTIFIERS))
        or not given.partition(":")[2].strip()
    ]
    outputs, no_outputs = _outputs(asked)
    problems += [*wrong, *no_outputs]
    return Checked(settings, kind, order or Order.UNKNOWN, outputs), problems


def _source(asked: Asked) -> list[Problem]:
    problems: list[Problem] = []
    if asked.file is None and not asked.party.is_told:
        remedy = "Name a file of parties, or one party with --name."
        problems.append(Problem("screen", "nobody is named.", remedy))
    if asked.file is not None and asked.party.is_told:
        remedy = "Screen a file, or one party, but not both at once."
        problems.append(Problem("screen", "both a file and a party are named.", remedy))
    if asked.file is not None and not asked.file.is_file():
        problems.append(Problem("FILE", f"there is no file {asked.file}.", "Name your file."))
    if asked.lists is None:
        remedy = "Name the folder of the lists: --lists DIR."
        problems.append(Problem("--lists", "no lists are named.", remedy))
    elif not asked.lists.is_dir():
        what = f"there is no folder {asked.lists}."
        problems.append(Problem("--lists", what, "Name the folder that holds the lists."))
    if asked.resumes and not any(asked.outputs.values()):
        remedy = "Name the same output files as in the run that was interrupted."
        problems.append(Problem("--resume", "a run without outputs keeps nothing.", remedy))
    return problems


def _settings(asked: Asked) -> tuple[Settings, list[Problem]]:
    settings = Settings()
    problems: list[Problem] = []
    if asked.config is not None:
        if not asked.config.is_file():
            what = f"there is no file {asked.config}."
            return settings, [Problem("--config", what, "Name the settings that you mean.")]
        settings, problems = read_settings(asked.config)
    if asked.algorithm:
        settings = replace(settings, algorithm=asked.algorithm)
    if asked.threshold is not None:
        if not 0 <= asked.threshold <= 1:
            what = "a score lies between 0 and 1."
            problems.append(Problem("--threshold", what, "Write 0.6, for example."))
        settings = replace(settings, threshold=asked.threshold)
    if problems:
        return settings, problems
    try:
        fixed = settings.fixed()
    except UnknownAlgorithmError as wrong:
        return settings, [Problem("--algorithm", f"{wrong}.", "Name one of them.")]
    if settings.weights not in {"", fixed.weights}:
        what = f"the weights of {settings.algorithm} here are not those that were fixed."
        return settings, [Problem("--config", what, "Use the version of the software of then.")]
    return fixed, []


def _outputs(asked: Asked) -> tuple[dict[str, Path], list[Problem]]:
    outputs = {name: path for name, path in asked.outputs.items() if path is not None}
    problems: list[Problem] = []
    taken = {path.resolve() for path in (asked.file, asked.config) if path is not None}
    for name, path in outputs.items():
        full = path.resolve()
        if full.is_dir() or not full.parent.is_dir():
            what = f"{path} is a folder, or lies in none that exists."
            problems.append(Problem(f"--{name}", what, "Name a file in a folder that exists."))
        elif full in taken or (asked.lists and full.is_relative_to(asked.lists.resolve())):
            what = f"{path} is read from, or written to, otherwise."
            problems.append(Problem(f"--{name}", what, "Name a file of its own."))
        taken.add(full)
    return outputs, problems
