"""The files of lists brought to one place: from their authorities, a mirror, or a folder."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from knowntenant.imports.lists.fetching import FetchError, Known, Limits, fetch, is_safe
from knowntenant.imports.lists.folder import files_of, loose_lists, record_of
from knowntenant.imports.lists.manifest import FileRecord, ListRecord, plain_name
from knowntenant.imports.lists.sources import OfficialFile, Origin, origins
from knowntenant.law.problem import Problem, nearest


@dataclass(frozen=True, slots=True)
class Offer:
    """A list that can be had: where from is either local files or addresses, by file name."""

    name: str
    title: str
    local: tuple[Path, ...] = ()
    addresses: tuple[OfficialFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files of a list in one folder, the list's own first; same: none differs from before."""

    files: tuple[FileRecord, ...]
    same: bool


class GatheringError(Exception):
    """A file of a list could not be had; the message names it and says why."""


def offers(source: str, wanted: Iterable[str]) -> tuple[list[Offer], list[Problem]]:
    """Give the lists that a source offers, or those of them that are wanted; and all problems.

    source: a folder, the address of a mirror that has the files under our names, or nothing for
    the authorities themselves.
    """
    if "://" in source:
        return _chosen(_mirrored(source), wanted, source)
    if source:
        return _in_folder(Path(source), wanted)
    return _chosen([_official(origin) for origin in origins().values()], wanted, "")


def gather(offer: Offer, record: ListRecord, ready: Path, folder: Path, limits: Limits) -> Gathered:
    """Bring the files of a list into an empty folder. Raises GatheringError.

    record: what is known of the list, so that only what is new is fetched.
    """
    known = record.current
    old = (
        dict(zip(known.files, files_of(folder, record, known) or (), strict=False)) if known else {}
    )
    by_name = {file.name: (file, path) for file, path in old.items()}
    found = [
        *(_copied(path, ready) for path in offer.local),
        *(_fetched(file, by_name.get(file.name), ready, limits) for file in offer.addresses),
    ]
    hashes = [file.sha256 for file in found]
    return Gathered(tuple(found), bool(old) and hashes == [file.sha256 for file in old])


def _official(origin: Origin) -> Offer:
    return Offer(origin.name, origin.title, addresses=origin.files)


def _mirrored(source: str) -> list[Offer]:
    base = source.rstrip("/")
    return [
        replace(
            _official(origin),
            addresses=tuple(
                OfficialFile(file.name, f"{base}/{quote(file.name)}") for file in origin.files
            ),
        )
        for origin in origins().values()
    ]


def _in_folder(source: Path, wanted: Iterable[str]) -> tuple[list[Offer], list[Problem]]:
    if not source.is_dir():
        remedy = "Name a folder with list files, or an https address."
        return [], [Problem(f"--from {source}", "there is no such folder.", remedy)]
    found = []
    for loose in loose_lists(source):
        origin = origins().get(loose.name)
        title = origin.title if origin else loose.name
        found.append(Offer(loose.name, title, local=loose.files))
    if not found:
        return [], [
            Problem(
                f"--from {source}", "holds no list file.", "Put list files there (CSV, XML, JSON)."
            )
        ]
    names = list(wanted) or [offer.name for offer in found]
    return _chosen(found, names, str(source))


def _chosen(
    found: list[Offer], wanted: Iterable[str], source: str
) -> tuple[list[Offer], list[Problem]]:
    by_name = {offer.name: offer for offer in found}
    names = list(dict.fromkeys(wanted)) or [n for n in by_name if origins()[n].default]
    problems = [
        Problem(f"--list {name}", "no such list is offered there.", nearest(name, by_name))
        for name in names
        if name not in by_name
    ]
    if "://" in source and not is_safe(source):
        what = "is not an https address."
        problems.append(Problem("--from", what, "Plain http is for localhost only."))
    return [by_name[name] for name in names if name in by_name], problems


def _copied(path: Path, ready: Path) -> FileRecord:
    try:
        name = plain_name(path.name)
        shutil.copyfile(path, ready / name)
        return record_of(ready / name)
    except ValueError as wrong:
        message = "the name of its file has signs that no list file needs. Rename it."
        raise GatheringError(message) from wrong
    except OSError as wrong:
        message = f"{path.name} cannot be read: {wrong.strerror}."
        raise GatheringError(message) from wrong


def _fetched(
    file: OfficialFile, old: tuple[FileRecord, Path] | None, ready: Path, limits: Limits
) -> FileRecord:
    known = Known(old[0].etag, old[0].last_modified) if old else None
    same_place = old is not None and old[0].address == file.address
    try:
        got = fetch(file.address, ready / file.name, known if same_place else None, limits)
    except FetchError as wrong:
        message = f"{file.name}: {wrong}"
        raise GatheringError(message) from wrong
    if got is None and old is not None:
        shutil.copyfile(old[1], ready / file.name)
        return old[0]
    if got is None:  # pragma: no cover - fetch says so only of a version that is known
        raise GatheringError(file.name)
    return FileRecord(
        file.name, got.sha256, got.size, file.address, got.known.etag, got.known.last_modified
    )
