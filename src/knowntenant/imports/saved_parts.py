"""A file of named columns, numbers and texts, that is written whole and trusted only when whole.

First comes a line with the shape and the SHA-256 of the head; then the head, as JSON: what the file
is of, and where each part stands, of what type, with its SHA-256; then the parts. Nothing of it can
be run: parts are plain numbers and UTF-8.
"""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, Self, overload

import numpy as np
from numpy.typing import NDArray

SHAPE = "knowntenant-index-1"
MOST_BYTES = 4_000_000_000
AGAIN = "Build it again."
_TYPES = ("<i4", "<i8", "<u8", "<f4", "<f8", "|u1")
_ALIGNED = 64  # bytes
_LENGTH = 12  # digits
_BEFORE = len(SHAPE) + 64 + _LENGTH + 3  # bytes of the first line

Told = Mapping[str, Any]  # what JSON can hold
Array = NDArray[Any]


class SavedIndexError(Exception):
    """A saved index cannot be used; the message says why, and what to do."""


class NoSavedIndexError(SavedIndexError):
    """There is no saved index of what is wanted; the message says what to do."""


class Texts(Sequence[str]):
    """Texts one after another in one string; starts: where each begins, and where the last ends."""

    def __init__(self, whole: str, starts: Sequence[int]) -> None:
        self._whole = whole
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        at = range(len(self))[place]
        return self._whole[self._starts[at] : self._starts[at + 1]]

    def every(self) -> list[str]:
        """Give all of them at once, which is quicker than one by one."""
        whole, starts = self._whole, self._starts
        return [whole[a:b] for a, b in pairwise(starts)]


class Writing:
    """Parts that are gathered to be written."""

    def __init__(self) -> None:
        self.parts: dict[str, Array] = {}

    def numbers(self, name: str, values: Iterable[float] | Array, kind: str) -> None:
        """Add a column of numbers of a type."""
        told = values if isinstance(values, np.ndarray) else list(values)
        self.parts[name] = np.ascontiguousarray(told, dtype=np.dtype(kind))

    def raw(self, name: str, content: bytes) -> None:
        """Add bytes."""
        self.parts[name] = np.frombuffer(content, np.uint8)

    def texts(self, name: str, texts: Iterable[str]) -> None:
        """Add texts, whatever signs are in them."""
        every = list(texts)
        self.numbers(f"{name}.starts", accumulate(map(len, every), initial=0), "<i8")
        self.raw(name, "".join(every).encode("utf-8", "surrogatepass"))

    def groups(self, name: str, groups: Iterable[Sequence[int]]) -> None:
        """Add lists of numbers."""
        every = list(groups)
        self.numbers(f"{name}.starts", accumulate(map(len, every), initial=0), "<i4")
        self.numbers(name, (one for group in every for one in group), "<i4")

    def write(self, path: Path, told: Told) -> None:
        """Write everything beside the path, then put it there at once. Raises OSError."""
        head = self._head(told)
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        part = Path(name)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(_first_line(head) + head)
                for array in self.parts.values():
                    file.write(_padded(array))
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise

    def _head(self, told: Told) -> bytes:
        places: dict[str, object] = {}
        at = 0
        for name, array in self.parts.items():
            whole = _padded(array)
            places[name] = [array.dtype.str, at, len(array), sha256(whole).hexdigest()]
            at += len(whole)
        head = json.dumps({"told": told, "bytes": at, "parts": places}).encode()
        return head + b" " * (-(len(head) + _BEFORE) % _ALIGNED)


class Saved:
    """A file of parts, read whole and checked, or refused with SavedIndexError."""

    def __init__(self, told: Told, parts: Mapping[str, Array], size: int) -> None:
        self.told = told
        self.size = size
        self._parts = parts

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read and check a file.

        Raises:
            SavedIndexError: it is of another shape, cut off, or changed; NoSavedIndexError: there
                is none.
        """
        try:
            if path.stat().st_size > MOST_BYTES:
                message = "is too large"
                raise _refused(message)
            content = path.read_bytes()
        except FileNotFoundError as wrong:
            message = f"There is no saved index of these lists. {AGAIN}"
            raise NoSavedIndexError(message) from wrong
        except OSError as wrong:
            message = f"cannot be read ({wrong.strerror})"
            raise _refused(message) from wrong
        try:
            return cls._checked(content)
        except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as wrong:
            message = "is not as it was written"
            raise _refused(message) from wrong

    @classmethod
    def _checked(cls, content: bytes) -> Self:
        first = content[:_BEFORE]
        if not first.startswith(f"{SHAPE} ".encode()):
            message = "is of another format"
            raise _refused(message)
        body = _BEFORE + int(first[-_LENGTH - 1 :])
        if _first_line(content[_BEFORE:body]) != first:
            message = "has a head that is not as it was written"
            raise _refused(message)
        head = json.loads(content[_BEFORE:body])
        if len(content) != body + head["bytes"]:
            message = "was cut off, or has more in it than was written"
            raise _refused(message)
        view = memoryview(content)
        parts = {name: _part(view[body:], *one) for name, one in head["parts"].items()}
        return cls(head["told"], parts, len(content))

    def numbers(self, name: str, kind: str) -> Array:
        """Give a column of numbers, which cannot be written to."""
        found = self._parts[name]
        if found.dtype != np.dtype(kind):
            message = f"has a part of another type: {name}"
            raise _refused(message)
        return found

    def places(self, name: str, below: int) -> Array:
        """Give a column of numbers that count something: from 0, and below a number."""
        found = self.numbers(name, "<i4")
        if len(found) and not 0 <= int(found.min()) <= int(found.max()) < below:
            message = f"points to what is not there: {name}"
            raise _refused(message)
        return found

    def starts(self, name: str, last: int, kind: str = "<i4") -> Array:
        """Give where each of several begins: from 0 on, never back, and up to the last."""
        found = self.numbers(name, kind)
        right = len(found) and found[0] == 0 and found[-1] == last and (np.diff(found) >= 0).all()
        if not right:
            message = f"does not fit together: {name}"
            raise _refused(message)
        return found

    def raw(self, name: str) -> memoryview:
        """Give bytes."""
        return self.numbers(name, "|u1").data

    def texts(self, name: str) -> Texts:
        """Give texts."""
        whole = str(self.raw(name), "utf-8", "surrogatepass")
        return Texts(whole, self.starts(f"{name}.starts", len(whole), "<i8").tolist())

    def groups(self, name: str, below: int) -> tuple[list[int], Array]:
        """Give lists of numbers below a number: where each begins, and all of them in a row."""
        every = self.places(name, below)
        starts: list[int] = self.starts(f"{name}.starts", len(every)).tolist()
        return starts, every


def _part(body: memoryview, kind: str, at: int, count: int, digest: str) -> Array:
    if kind not in _TYPES or at < 0 or count < 0:
        message = "holds something other than numbers and texts"
        raise _refused(message)
    size = count * np.dtype(kind).itemsize
    piece = body[at : at + size + -size % _ALIGNED]
    if sha256(piece).hexdigest() != digest:
        message = "has a part that is not as it was written"
        raise _refused(message)
    return np.require(np.frombuffer(piece, np.dtype(kind), count), requirements="A")


def _first_line(head: bytes) -> bytes:
    return f"{SHAPE} {sha256(head).hexdigest()} {len(head):0{_LENGTH}}\n".encode()


def _padded(array: Array) -> bytes:
    return array.tobytes() + bytes(-array.nbytes % _ALIGNED)


def _refused(why: str) -> SavedIndexError:
    return SavedIndexError(f"The saved index {why}. {AGAIN}")
