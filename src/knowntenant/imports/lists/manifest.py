"""What a folder of lists holds, as manifest.json says it: versions, hashes, counts, and who agreed.

The manifest is what makes a version valid: files are moved first, and the manifest is replaced at
once afterwards.
"""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import cast

MANIFEST = "manifest.json"
SHAPE = "knowntenant-lists-1"
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_. ()-]{0,120}")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file of a version: its hash, its bytes, where it came from, the server's marks."""

    name: str
    sha256: str
    size: int
    address: str = ""
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a list; the first file is the list itself, others belong to it.

    fetched_at: ISO instant in UTC; published: the day the file itself names; used, ignored: fields
    by how many rows had them; problems: rows that gave no entry, or lost a part.
    """

    files: tuple[FileRecord, ...]
    fetched_at: str
    published: str = ""
    entries: int = 0
    names: int = 0
    used: Mapping[str, int] = field(default_factory=dict)
    ignored: Mapping[str, int] = field(default_factory=dict)
    problems: int = 0


@dataclass(frozen=True, slots=True)
class Accepted:
    """That a named person put a version in place although it had shrunk."""

    by: str
    because: str
    at: str
    sha256: str
    entries_before: int
    entries_after: int
    why_held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListRecord:
    """A list: the version in use, the one before, one set aside, and who accepted what.

    checked_at: when its source was last asked, ISO instant in UTC; why_held: in words.
    """

    name: str
    title: str = ""
    format: str = ""
    checked_at: str = ""
    current: Version | None = None
    previous: Version | None = None
    held: Version | None = None
    why_held: tuple[str, ...] = ()
    accepted: tuple[Accepted, ...] = ()


Manifest = dict[str, ListRecord]


class ManifestError(Exception):
    """The manifest is not as this program writes it."""


def read_manifest(folder: Path) -> Manifest | None:
    """Read the manifest of a folder; None where there is none. Raises ManifestError."""
    path = folder / MANIFEST
    if not path.exists():
        return None
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["shape"] != SHAPE:
            raise ManifestError(_STRANGE)
        return {name: _list(name, one) for name, one in told["lists"].items()}
    except _ODD as wrong:
        raise ManifestError(_STRANGE) from wrong


_ODD = (AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)
_STRANGE = (
    "is not as `knowntenant lists update` writes it. Put a copy of it back, or name another folder"
)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest at once."""
    lists = {name: asdict(record) for name, record in sorted(manifest.items())}
    text = json.dumps({"shape": SHAPE, "lists": lists}, ensure_ascii=False, indent=1)
    new = folder / f".{MANIFEST}.new"
    with new.open("w", encoding="utf-8", newline="") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / MANIFEST)


Told = Mapping[str, object]


def _list(name: str, told: Told) -> ListRecord:
    return ListRecord(
        name=plain_name(name),
        title=_text(told, "title"),
        format=_text(told, "format"),
        checked_at=_text(told, "checked_at"),
        current=_version(told, "current"),
        previous=_version(told, "previous"),
        held=_version(told, "held"),
        why_held=_texts(told, "why_held"),
        accepted=tuple(_accepted(one) for one in _several(told, "accepted")),
    )


def _version(of: Told, key: str) -> Version | None:
    told = of[key]
    if told is None:
        return None
    if not isinstance(told, dict):
        raise TypeError(key)
    return Version(
        files=tuple(_file(one) for one in _several(told, "files")),
        fetched_at=_text(told, "fetched_at"),
        published=_text(told, "published"),
        entries=_whole(told, "entries"),
        names=_whole(told, "names"),
        used=_counts(told, "used"),
        ignored=_counts(told, "ignored"),
        problems=_whole(told, "problems"),
    )


def _file(told: Told) -> FileRecord:
    digest = _text(told, "sha256")
    if not _HASH.fullmatch(digest):
        raise ValueError(digest)
    return FileRecord(
        name=plain_name(_text(told, "name")),
        sha256=digest,
        size=_whole(told, "size"),
        address=_text(told, "address"),
        etag=_text(told, "etag"),
        last_modified=_text(told, "last_modified"),
    )


def _accepted(told: Told) -> Accepted:
    return Accepted(
        by=_text(told, "by"),
        because=_text(told, "because"),
        at=_text(told, "at"),
        sha256=_text(told, "sha256"),
        entries_before=_whole(told, "entries_before"),
        entries_after=_whole(told, "entries_after"),
        why_held=_texts(told, "why_held"),
    )


def plain_name(name: str) -> str:
    """Give a name back that is safe in a path. Raises ValueError for any other."""
    if not _PLAIN.fullmatch(name):
        raise ValueError(name)
    return name


def _text(told: Told, key: str) -> str:
    value = told[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _texts(told: Told, key: str) -> tuple[str, ...]:
    value = told[key]
    if not isinstance(value, list):
        raise TypeError(key)
    return tuple(str(one) for one in value)


def _whole(told: Told, key: str) -> int:
    value = told[key]
    if not isinstance(value, int):
        raise TypeError(key)
    return value


def _counts(told: Told, key: str) -> dict[str, int]:
    value = told[key]
    if not isinstance(value, dict):
        raise TypeError(key)
    return {str(name): int(count) for name, count in value.items()}


def _several(told: Told, key: str) -> list[Told]:
    value = told[key]
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise TypeError(key)
    return cast("list[Told]", value)
