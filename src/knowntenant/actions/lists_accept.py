"""A person accepts a version of a list that was set aside; who, when and why is remembered."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from knowntenant.imports.lists.folder import alone, files_of, put_current
from knowntenant.imports.lists.loading import ListsUnusableError, busy, manifest_of
from knowntenant.imports.lists.manifest import (
    Accepted,
    ListRecord,
    Manifest,
    Version,
    write_manifest,
)
from knowntenant.law.problem import Problem, nearest


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who accepts which list, and why."""

    name: str
    by: str
    because: str


def accept(folder: Path, acceptance: Acceptance, now: datetime) -> Accepted:
    """Put what was set aside of a list into use.

    Raises:
        ListsUnusableError: with all problems; nothing was changed.
    """
    manifest_of(folder)
    with alone(folder) as free:
        if not free:
            raise ListsUnusableError([busy(folder)])
        manifest = manifest_of(folder) or {}
        record = manifest.get(acceptance.name)
        held = record.held if record else None
        problems = _problems(folder, acceptance, manifest)
        if problems or record is None or held is None:
            raise ListsUnusableError(problems)
        files = files_of(folder, record, held)
        if files is None:
            what = "what was set aside is not whole any more."
            raise ListsUnusableError([Problem(record.name, what, "Run the update once more.")])
        accepted = _accepted(record, held, acceptance, now)
        placed = put_current(folder, record, files[0].parent, held)
        manifest[record.name] = replace(placed, accepted=(*record.accepted, accepted))
        write_manifest(folder, manifest)
    return accepted


def _problems(folder: Path, acceptance: Acceptance, manifest: Manifest) -> list[Problem]:
    problems = [
        Problem(option, "is empty.", "A named person accepts, and says why.")
        for option, text in (("--by", acceptance.by), ("--because", acceptance.because))
        if not text.strip()
    ]
    record = manifest.get(acceptance.name)
    if record is None:
        remedy = nearest(acceptance.name, manifest) if manifest else "It holds no list."
        problems.append(Problem(acceptance.name, f"{folder} holds no such list.", remedy))
    elif record.held is None:
        problems.append(Problem(acceptance.name, "nothing of it was set aside."))
    return problems


def _accepted(record: ListRecord, held: Version, acceptance: Acceptance, now: datetime) -> Accepted:
    return Accepted(
        by=acceptance.by.strip(),
        because=acceptance.because.strip(),
        at=now.astimezone(UTC).isoformat(timespec="seconds"),
        sha256=held.files[0].sha256,
        entries_before=record.current.entries if record.current else 0,
        entries_after=held.entries,
        why_held=record.why_held,
    )
