"""How the lists of a folder stand: how old, how many entries, whole or not, what was set aside."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from knowntenant.imports.lists.folder import files_of
from knowntenant.imports.lists.loading import manifest_of
from knowntenant.imports.lists.manifest import Accepted, ListRecord, Version

STALE_AFTER = 7
"""Days without a look at the source; the lists change on most working days."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one list stands.

    age: whole days since its source was last asked; version: the one in use; stale: nobody asked
    for longer than is good; whole: the files are those of the manifest.
    """

    name: str
    title: str
    age: int
    stale: bool
    whole: bool
    version: Version | None
    held: Version | None
    why_held: tuple[str, ...]
    accepted: tuple[Accepted, ...]

    @property
    def good(self) -> bool:
        """Tell whether nobody has to do anything about it."""
        return self.whole and not self.stale and self.held is None


def standings(folder: Path, now: datetime, stale_after: int = STALE_AFTER) -> list[Standing]:
    """Give how each list of a folder stands; none where nothing was ever put there.

    Raises:
        ListsUnusableError: there is no such folder, or its manifest cannot be read.
    """
    manifest = manifest_of(folder) or {}
    return [_standing(folder, one, now, stale_after) for _, one in sorted(manifest.items())]


def _standing(folder: Path, record: ListRecord, now: datetime, stale_after: int) -> Standing:
    age = max((now.astimezone(UTC) - datetime.fromisoformat(record.checked_at)).days, 0)
    version = record.current
    return Standing(
        name=record.name,
        title=record.title,
        age=age,
        stale=age > stale_after,
        whole=version is not None and files_of(folder, record, version) is not None,
        version=version,
        held=record.held,
        why_held=record.why_held,
        accepted=record.accepted,
    )
