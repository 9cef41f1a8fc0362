"""The lists of a folder, loaded to be screened against, with what says which lists they were."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from knowntenant.imports.lists.folder import hash_of, loose_lists, unread
from knowntenant.imports.lists.loading import Read, files_read, manifest_of, once_each, read_lists
from knowntenant.imports.lists.manifest import MANIFEST
from knowntenant.law.problem import Problem
from knowntenant.screening.entry import Entry
from knowntenant.screening.result import ListMark


@dataclass(frozen=True, slots=True)
class Listed:
    """Entries of all lists, a mark for each list, and how much of each could not be read."""

    entries: Sequence[Entry]
    marks: tuple[ListMark, ...]
    problems: tuple[Problem, ...] = ()


def hash_of_lists(folder: Path) -> str:
    """Give one hash over all that reading the lists of a folder turns on: names and contents.

    Raises ListsUnusableError with all problems, as far as they show without reading.
    """
    files = [(name, [path.name for path in paths]) for name, paths in files_read(folder)]
    hashes = _hashes(folder)
    told = [[name, names, hashes.get(name)] for name, names in files]
    return sha256(json.dumps(told).encode()).hexdigest()


def load_listed(folder: Path) -> Listed:
    """Load every list of a folder. Raises ListsUnusableError with all problems."""
    hashes = _hashes(folder)
    reads = read_lists(folder)
    marks = [mark for read in reads for mark in _marks(read, hashes.get(read.name, ""))]
    each_once = {mark.name: mark for mark in reversed(marks)}
    entries = once_each(entry for read in reads for entry in read.entries)
    problems = [_problem(folder, read) for read in reads if read.report.problems]
    return Listed(tuple(entries), tuple(reversed(each_once.values())), tuple(problems))


def left_out(folder: Path) -> list[Problem]:
    """Name the files in a folder that look like lists, but are not screened against.

    Raises ListsUnusableError with all problems, as far as they show without reading.
    """
    read = [path for _, paths in files_read(folder) for path in paths]
    manifest = manifest_of(folder)
    if manifest is None:
        what = "lies too deep in the folder, and is not screened against."
        remedy = f"Put it into {folder}."
        return [Problem(str(path), what, remedy) for path in unread(folder, read)]
    kept = {folder / MANIFEST, *(folder / name for name in manifest)}
    what = "is none of the lists that are kept here, and is not screened against."
    remedy = f"Take it in: knowntenant lists update --to {folder} --from ITS_FOLDER"
    return [
        Problem(str(path), what, remedy)
        for path in unread(folder, read)
        if kept.isdisjoint({path, *path.parents})
    ]


def _hashes(folder: Path) -> dict[str, str]:
    """Give, by the name of each list, the sha256 of its file, or of the hashes of its files."""
    manifest = manifest_of(folder)
    if manifest is None:
        return {one.name: _joined(map(hash_of, one.files)) for one in loose_lists(folder)}
    return {
        name: _joined(file.sha256 for file in record.current.files)
        for name, record in manifest.items()
        if record.current
    }


def _joined(hashes: Iterable[str]) -> str:
    first, *rest = hashes
    return sha256("\n".join((first, *rest)).encode()).hexdigest() if rest else first


def _marks(read: Read, digest: str) -> list[ListMark]:
    """Give a mark for each list that a file holds: some hold several."""
    counts = Counter(entry.list_name for entry in read.entries)
    return [ListMark(name, read.report.published, digest, n) for name, n in counts.items()]


def _problem(folder: Path, read: Read) -> Problem:
    count = len(read.report.problems)
    return problem_of(folder, read.name, f"{count:,} rows gave no entry, or lost a part.")


def problem_of(folder: Path, name: str, what: str) -> Problem:
    """Say what is wrong with one list of a folder."""
    return Problem(f"{folder}/{name}", what, f"See `knowntenant lists status --rows {folder}`.")
