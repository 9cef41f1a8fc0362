"""A folder of lists: where each version's files lie, whether they are whole, and putting one in.

Each list has a folder with `current`, `previous` and `held` in it. Folders are moved before the
manifest is replaced, and a version is known by its hashes; so whenever a move is cut short, the
version that the manifest names is still there, if under another of the three names.
"""

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import file_digest
from itertools import chain, count
from pathlib import Path
from typing import IO

from knowntenant.imports.lists.manifest import FileRecord, ListRecord, Version
from knowntenant.imports.lists.sources import companions, list_of_file, official_name, plain_ending

CURRENT, PREVIOUS, HELD = "current", "previous", "held"
LOCK, INCOMING = ".lock", ".incoming-"
PLACES = (CURRENT, PREVIOUS, HELD)
ENDINGS = (".csv", ".json", ".jsonl", ".ndjson", ".tsv", ".txt", ".xml")
_LONGEST_NAME = 60  # characters
PACKS = (".7z", ".ods", ".parquet", ".xls", ".xlsx", ".zip")
"""Endings of tables that are not read here; whoever puts one among lists means it as one."""
_NO_LIST = re.compile(r"readme.*\.txt|truth\.jsonl")


@dataclass(frozen=True, slots=True)
class Loose:
    """A list in a folder without a manifest: its name, and its files, the list itself first."""

    name: str
    files: tuple[Path, ...]


def files_of(folder: Path, record: ListRecord, version: Version) -> tuple[Path, ...] | None:
    """Give the files of a version, the list itself first; None where they are not whole."""
    for place in PLACES:
        paths = tuple(folder / record.name / place / file.name for file in version.files)
        if paths and all(map(_is_whole, paths, version.files)):
            return paths
    return None


def put_current(folder: Path, record: ListRecord, ready: Path, version: Version) -> ListRecord:
    """Move a ready folder of files into use; what was in use becomes the previous version.

    The record that is given back has to go into the manifest next.
    """
    home = folder / record.name
    home.mkdir(exist_ok=True)
    old = record.current
    if _fits(home / CURRENT, old) and not _fits(home / PREVIOUS, old):
        _away(home / PREVIOUS)
        (home / CURRENT).replace(home / PREVIOUS)
    if ready != home / CURRENT:  # it is, where putting it there was cut short before
        _away(home / CURRENT)
        ready.replace(home / CURRENT)
    kept = next((one for one in (old, record.previous) if _fits(home / PREVIOUS, one)), None)
    return replace(record, current=version, previous=kept, held=None, why_held=())


def put_held(
    folder: Path, record: ListRecord, ready: Path, version: Version, why: Iterable[str]
) -> ListRecord:
    """Set a ready folder of files aside; the list in use stays."""
    home = folder / record.name
    home.mkdir(exist_ok=True)
    _away(home / HELD)
    ready.replace(home / HELD)
    return replace(record, held=version, why_held=tuple(why))


def drop_held(folder: Path, record: ListRecord) -> None:
    """Take away what was set aside, once the manifest no longer speaks of it."""
    _away(folder / record.name / HELD)


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Keep others from changing the folder meanwhile; False where somebody else is at it.

    What an update that was killed left half gathered is taken away. Where the system has no such
    locks (Windows), nobody is kept out.
    """
    with (folder / LOCK).open("w") as lock:
        free = _locked(lock)
        if free:
            for left in folder.glob(f"{INCOMING}*"):
                _away(left)
        yield free


def _locked(lock: IO[str]) -> bool:
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:  # pragma: no cover - tests run where it is
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def loose_lists(folder: Path) -> list[Loose]:
    """Give the lists of a folder of plain list files.

    Files that belong to another (such as alt.csv to sdn.csv) come with it. A list is called as
    its official files are; otherwise a folder within lends its name, or else the file does.
    """
    inner = [one for one in sorted(folder.iterdir()) if one.is_dir() and one.name[0] != "."]
    found: dict[str, Loose] = {}
    for place, called in ((folder, ""), *((one, one.name) for one in inner)):
        for files in _lists_in(place):
            name = _unused(found, files[0], called)
            found[name] = Loose(name, files)
    return list(found.values())


def unread(folder: Path, read: Iterable[Path]) -> list[Path]:
    """Give the files that look like lists and lie in a folder, however deep, but are not read."""
    known = set(read)
    places = [folder]
    found: list[Path] = []
    while places:
        inner = [one for one in sorted(places.pop().iterdir()) if one.name[0] != "."]
        places += [one for one in inner if one.is_dir() and not one.is_symlink()]
        found += [one for one in inner if _is_list(one) and one not in known]
    return found


def record_of(path: Path) -> FileRecord:
    """Give hash and size of a file."""
    return FileRecord(path.name, hash_of(path), path.stat().st_size)


def hash_of(path: Path) -> str:
    """Give the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _lists_in(folder: Path) -> Iterator[tuple[Path, ...]]:
    by_name: dict[str, Path] = {}
    paths = [one for one in sorted(folder.iterdir()) if _is_list(one)]
    # One name twice, say plain and packed: which of them counts is not ours to say, so both do.
    twins = [one for one in paths if by_name.setdefault(official_name(one.name), one) is not one]
    beside: dict[str, list[Path]] = {name: [] for name in by_name}
    for name, path in by_name.items():
        main = companions().get(name, "")
        if main in by_name:
            beside[main].append(path)
            del beside[name]
    yield from ((by_name[name], *others) for name, others in beside.items())
    yield from ((one,) for one in twins)


def _unused(found: Mapping[str, Loose], path: Path, called: str) -> str:
    """Name a list as nothing else is named."""
    stem, called = _plain(plain_ending(path.name).rpartition(".")[0]), _plain(called)
    names = (list_of_file(official_name(path.name)), called, f"{called}_{stem}".strip("_"))
    numbered = (f"{stem or 'list'}_{number}" for number in count(2))
    return next(name for name in chain(names, numbered) if name and name not in found)


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "_", name).strip("_-")[:_LONGEST_NAME]


def _is_list(path: Path) -> bool:
    name = plain_ending(path.name)
    fits = name.endswith((*ENDINGS, *PACKS)) and not name.startswith(".")
    return path.is_file() and fits and not _NO_LIST.fullmatch(name)


def _fits(place: Path, version: Version | None) -> bool:
    return version is not None and all(_is_whole(place / file.name, file) for file in version.files)


def _is_whole(path: Path, record: FileRecord) -> bool:
    try:
        return path.stat().st_size == record.size and hash_of(path) == record.sha256
    except OSError:
        return False


def _away(place: Path) -> None:
    if place.exists():
        shutil.rmtree(place)
