"""Updates run by tests, and what they leave."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from knowntenant.actions.lists_update import Outcome, Wanted, update
from knowntenant.imports.lists.loading import load_lists
from knowntenant.imports.lists.manifest import ListRecord, Version, read_manifest

NOW = datetime(2027, 6, 30, 8, 0, tzinfo=UTC)


def run(folder: Path, source: str, *lists: str, now: datetime = NOW, **more: object) -> Outcome:
    """Update from a source of one list; give its outcome."""
    wanted = replace(Wanted(source, lists), **more)  # type: ignore[arg-type] # fields by name
    (outcome,) = update(folder, wanted, now)
    return outcome


def ids(folder: Path) -> list[str]:
    return sorted(entry.id for entry in load_lists(folder))


def record(folder: Path, name: str = "ours") -> ListRecord:
    manifest = read_manifest(folder)
    assert manifest is not None
    return manifest[name]


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}  # fmt: skip


def current(folder: Path, name: str = "ours") -> Version:
    version = record(folder, name).current
    assert version is not None
    return version


def previous(folder: Path, name: str = "ours") -> Version:
    version = record(folder, name).previous
    assert version is not None
    return version
