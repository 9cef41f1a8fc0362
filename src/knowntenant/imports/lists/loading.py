"""Entries of a folder of lists: checked against its manifest first, and all problems at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

from knowntenant.imports.lists.folder import files_of, hash_of, loose_lists
from knowntenant.imports.lists.formats import format_of
from knowntenant.imports.lists.manifest import (
    MANIFEST,
    ListRecord,
    Manifest,
    ManifestError,
    Version,
    read_manifest,
)
from knowntenant.imports.lists.own_csv import PREFIX as OWN
from knowntenant.imports.lists.reading import ListUnreadableError, Report
from knowntenant.law.problem import Problem
from knowntenant.screening.entry import Entry

UPDATE = "Run `knowntenant lists update` for it."


class ListsUnusableError(Exception):
    """A folder of lists cannot be used; nothing of it counts."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep all problems."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Read:
    """A list that was read: its name, its format by what it holds, the SHA-256 of all its files.

    report: what reading left, and the day that the file itself names.
    """

    name: str
    format: str
    sha256: str
    entries: tuple[Entry, ...]
    report: Report


def load_lists(folder: Path) -> Iterator[Entry]:
    """Give the entries of all lists of a folder; an id on two lists comes once, with all of both.

    The folder is one that `lists update` keeps, or one of plain list files.

    Raises:
        ListsUnusableError: at once, with all problems: no folder, no lists, files that are not
            those of the manifest, or files that cannot be read.
    """
    return iter(once_each(entry for read in read_lists(folder) for entry in read.entries))


def read_lists(folder: Path) -> list[Read]:
    """Read all lists of a folder, one by one. Raises ListsUnusableError with all problems."""
    named, problems = _named(folder)
    found: list[Read] = []
    for name, files in named:
        try:
            found.append(read_files(name, files))
        except ListUnreadableError as wrong:
            problems.append(Problem(f"{folder}/{name}", str(wrong)))
    if found and not problems and not any(read.entries for read in found):
        problems.append(_nothing(folder))
    if problems:
        raise ListsUnusableError(problems)
    return found


def files_read(folder: Path) -> list[tuple[str, tuple[Path, ...]]]:
    """Give the files that `read_lists` would read, by the name of each list, without reading them.

    Raises ListsUnusableError with all problems, as far as they show without reading.
    """
    named, problems = _named(folder)
    if problems:
        raise ListsUnusableError(problems)
    return named


def _named(folder: Path) -> tuple[list[tuple[str, tuple[Path, ...]]], list[Problem]]:
    manifest = manifest_of(folder)
    if manifest is not None:
        return _checked(folder, manifest)
    named = [(one.name, one.files) for one in loose_lists(folder)]
    return named, [] if named else [_nothing(folder)]


def read_files(name: str, files: tuple[Path, ...]) -> Read:
    """Read one list, its own file first. Raises ListUnreadableError."""
    report = Report()
    form = format_of(files[0])
    hashes = [hash_of(path) for path in files]
    whole = hashes[0] if len(hashes) == 1 else sha256(" ".join(hashes).encode()).hexdigest()
    return Read(name, form.name, whole, tuple(form.read(files[0], report)), report)


def version_entries(folder: Path, record: ListRecord, version: Version) -> tuple[Entry, ...] | None:
    """Give the entries of a version that is kept; None where it is not whole any more."""
    files = files_of(folder, record, version)
    try:
        return read_files(record.name, files).entries if files else None
    except ListUnreadableError:
        return None


def manifest_of(folder: Path) -> Manifest | None:
    """Read the manifest, if there is one. Raises ListsUnusableError, also for no folder."""
    if not folder.is_dir():
        what = "there is no such folder."
        remedy = f"Make one: knowntenant lists update --to {folder}"
        raise ListsUnusableError([Problem(str(folder), what, remedy)])
    try:
        return read_manifest(folder)
    except ManifestError as wrong:
        raise ListsUnusableError([Problem(str(folder / MANIFEST), f"{wrong}.")]) from wrong


def busy(folder: Path) -> Problem:
    """Say that somebody else is changing the folder."""
    return Problem(str(folder), "another update is at work in it.", "Try again when it is done.")


def _checked(
    folder: Path, manifest: Manifest
) -> tuple[list[tuple[str, tuple[Path, ...]]], list[Problem]]:
    named: list[tuple[str, tuple[Path, ...]]] = []
    problems: list[Problem] = []
    for name, record in manifest.items():
        files = files_of(folder, record, record.current) if record.current else ()
        if files:
            named.append((name, files))
        elif files is None:
            what = "the files are not those that the manifest names; somebody changed them."
            problems.append(Problem(f"{folder}/{name}", what, UPDATE))
        else:
            what = "its only version was set aside, so nothing is screened against it."
            remedy = f"See `knowntenant lists status {folder}`."
            problems.append(Problem(f"{folder}/{name}", what, remedy))
    if not named and not problems:
        problems.append(_nothing(folder))
    return named, problems


def _nothing(folder: Path) -> Problem:
    remedy = f"Fetch lists (knowntenant lists update --to {folder}), or put list files there."
    return Problem(str(folder), "holds no list, or none with an entry.", remedy)


def once_each(entries: Iterable[Entry]) -> list[Entry]:
    """Give every id once: OFAC's entries stand in its own files and in the screening list.

    Numbers of one's own lists are given by hand, or are those of rows, so that two such lists may
    have one number for two targets; these stay apart, the later one with a number added.
    """
    found: dict[str, Entry] = {}
    for entry in entries:
        alike = (found.get(one) for one in _ids(entry.id))
        known = next(one for one in alike if one is None or _is_one(one, entry))
        if known is not None:
            found[known.id] = _together(known, entry)
            continue
        free = next(one for one in _ids(entry.id) if one not in found)
        found[free] = entry if free == entry.id else replace(entry, id=free)
    return list(found.values())


def _ids(number: str) -> Iterator[str]:
    return chain([number], (f"{number}#{more}" for more in count(2)))


def _is_one(one: Entry, other: Entry) -> bool:
    """Say whether two entries under one id are one target."""
    if not other.id.startswith(f"{OWN}:"):
        return True
    names = {name.text.casefold() for name in one.names}
    same = any(name.text.casefold() in names for name in other.names)
    return same and one.kind is other.kind


def _together(one: Entry, other: Entry) -> Entry:
    names = {name.text: name for name in (*other.names, *one.names)}
    ordered = {name.text: names[name.text] for name in (*one.names, *other.names)}
    return replace(
        one,
        names=tuple(ordered.values()),
        birth_dates=_all(one.birth_dates, other.birth_dates),
        countries=_all(one.countries, other.countries),
        addresses=_all(one.addresses, other.addresses),
        identifiers=tuple(dict.fromkeys((*one.identifiers, *other.identifiers))),
        programmes=_all(one.programmes, other.programmes),
        listed_on=one.listed_on or other.listed_on,
        remarks=one.remarks or other.remarks,
    )


def _all(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
