"""Bringing a folder of lists up to date: each list whole, compared, and guarded against shrinking.

A list that cannot be had, cannot be read or has shrunk leaves the one in use as it is.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from knowntenant.actions.lists_gathering import Gathered, GatheringError, Offer, gather, offers
from knowntenant.imports.lists.fetching import Limits
from knowntenant.imports.lists.folder import INCOMING, alone, drop_held, put_current, put_held
from knowntenant.imports.lists.loading import (
    ListsUnusableError,
    Read,
    busy,
    manifest_of,
    read_files,
    version_entries,
)
from knowntenant.imports.lists.manifest import ListRecord, Manifest, Version, write_manifest
from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.imports.lists.shrinking import USUAL_SHARE, Size, shrunk, size_of
from knowntenant.law.problem import Problem
from knowntenant.screening.delta import compare
from knowntenant.screening.entry import Entry


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an update is to do.

    source: see `offers`; lists: names, all usual ones where empty; share: of entries or names that
    a list may lose; dry: touch nothing, only say what would change.
    """

    source: str = ""
    lists: tuple[str, ...] = ()
    share: Fraction = USUAL_SHARE
    dry: bool = False
    limits: Limits = field(default_factory=Limits)


class State(StrEnum):
    """What became of a list."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    HELD = "held"
    FAILED = "failed"


BAD = frozenset({State.HELD, State.FAILED})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one list, and by how many entries it differs from the one before."""

    name: str
    state: State
    entries: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    problems: int = 0
    why: tuple[str, ...] = ()


def update(folder: Path, wanted: Wanted, now: datetime) -> Iterator[Outcome]:
    """Update the lists of a folder one by one; each is in place before its outcome is given.

    Raises:
        ListsUnusableError: the folder or what is wanted cannot be used; nothing was touched.
    """
    found, problems = offers(wanted.source, wanted.lists)
    manifest = _manifest(folder, problems)
    if problems:
        raise ListsUnusableError(problems)
    if wanted.dry:
        return (_updated(folder, manifest, offer, wanted, now) for offer in found)
    folder.mkdir(parents=True, exist_ok=True)
    return _in_turn(folder, found, wanted, now)


def _in_turn(folder: Path, found: list[Offer], wanted: Wanted, now: datetime) -> Iterator[Outcome]:
    with alone(folder) as free:
        if not free:
            raise ListsUnusableError([busy(folder)])
        manifest = _manifest(folder, [])
        for offer in found:
            yield _updated(folder, manifest, offer, wanted, now)


def _manifest(folder: Path, problems: list[Problem]) -> Manifest:
    """Read the manifest; a new or empty folder has none yet."""
    if not folder.exists():
        return {}
    try:
        manifest = manifest_of(folder)
    except ListsUnusableError as wrong:
        problems += wrong.problems
        return {}
    if manifest is None and any(not one.name.startswith(".") for one in folder.iterdir()):
        what = "is not empty, and was not made by an update."
        problems.append(Problem(f"--to {folder}", what, "Name a new or empty folder."))
    return manifest or {}


def _updated(
    folder: Path, manifest: Manifest, offer: Offer, wanted: Wanted, now: datetime
) -> Outcome:
    known = manifest.get(offer.name) or ListRecord(offer.name)
    record = replace(known, title=offer.title, checked_at=_instant(now))
    with _workplace(folder, dry=wanted.dry) as ready:
        try:
            gathered = gather(offer, known, ready, folder, wanted.limits)
            if gathered.same:
                return _unchanged(folder, manifest, record, gathered, wanted)
            files = tuple(ready / file.name for file in gathered.files)
            read = read_files(offer.name, files)
        except (GatheringError, ListUnreadableError) as wrong:
            return Outcome(offer.name, State.FAILED, _entries(known.current), why=(str(wrong),))
        return _placed(folder, manifest, record, _New(ready, gathered, read, now), wanted)


@dataclass(frozen=True, slots=True)
class _New:
    """A version that was gathered and read."""

    ready: Path
    gathered: Gathered
    read: Read
    now: datetime

    @property
    def version(self) -> Version:
        """Give what the manifest says of it."""
        read = self.read
        return Version(
            files=self.gathered.files,
            fetched_at=_instant(self.now),
            published=read.report.published,
            entries=len(read.entries),
            names=sum(len(entry.names) for entry in read.entries),
            used=dict(sorted(read.report.used.items())),
            ignored=dict(sorted(read.report.ignored.items())),
            problems=len(read.report.problems),
        )


def _placed(
    folder: Path, manifest: Manifest, record: ListRecord, new: _New, wanted: Wanted
) -> Outcome:
    """Put a version in use, or set it aside where it has shrunk."""
    old = version_entries(folder, record, record.current) if record.current else ()
    why = tuple(shrunk(_size(record.current, old), size_of(new.read.entries), wanted.share))
    delta = compare(old or (), new.read.entries)
    version, record = new.version, replace(record, format=new.read.format)
    state = State.HELD if why else State.UPDATED if record.current else State.NEW
    if not wanted.dry:
        put: Callable[[], ListRecord] = (
            (lambda: put_held(folder, record, new.ready, version, why))
            if why
            else (lambda: put_current(folder, record, new.ready, version))
        )
        manifest[record.name] = put()
        write_manifest(folder, manifest)
        if not why:
            drop_held(folder, record)
    return Outcome(
        name=record.name,
        state=state,
        entries=version.entries,
        added=len(delta.added),
        changed=len(delta.changed),
        removed=len(delta.removed),
        problems=version.problems,
        why=why,
    )


def _unchanged(
    folder: Path, manifest: Manifest, record: ListRecord, gathered: Gathered, wanted: Wanted
) -> Outcome:
    """Note that the source was asked, and what the server now says of the same files."""
    if record.current and not wanted.dry:
        current = replace(record.current, files=gathered.files)
        manifest[record.name] = replace(record, current=current)
        write_manifest(folder, manifest)
    return Outcome(record.name, State.UNCHANGED, _entries(record.current))


def _size(version: Version | None, entries: tuple[Entry, ...] | None) -> Size | None:
    """Measure the version in use; its manifest does where its files were damaged."""
    if version is None:
        return None
    return size_of(entries) if entries else Size(version.entries, None, version.names)


def _entries(version: Version | None) -> int:
    return version.entries if version else 0


@contextmanager
def _workplace(folder: Path, *, dry: bool) -> Iterator[Path]:
    """Give an empty folder on the same disk as the lists, or elsewhere for a dry run."""
    place = Path(tempfile.mkdtemp(prefix=INCOMING, dir=None if dry else folder))
    place.chmod(0o755)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _instant(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds")
