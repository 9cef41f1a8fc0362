"""List files opened whatever they come as: packed or plain, in any usual encoding, never endless.

Every failure is a ListUnreadableError in plain words: a list is read to its end or not at all.
"""

import gzip
import io
import zlib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from knowntenant.imports.lists.reading import ListUnreadableError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_BYTES = 4_000_000_000
"""Unpacked. The largest official list of 2026 has about 150 MB, OpenSanctions' about 3 GB."""
BLOCK = 1 << 20
_GZIP = b"\x1f\x8b"
_TIMES = 300
"""How many times larger a packed file may become; lists become 5 to 25 times larger."""
_FREE = 64 << 20  # bytes that any packed file may hold


@contextmanager
def open_binary(path: Path, *, most: int = MOST_BYTES) -> Iterator[BinaryIO]:
    """Open a list file for its bytes, unpacked where it is packed (told by its first bytes).

    Args:
        path: a plain file.
        most: bytes that it may hold once unpacked.

    Raises:
        ListUnreadableError: also while reading: no such file, cut off, damaged, or too large.
    """
    with _opened(path) as file:
        packed = file.peek(2).startswith(_GZIP)
        inner = cast("BinaryIO", gzip.GzipFile(fileobj=file) if packed else file)
        limit = min(most, max(_FREE, _TIMES * path.stat().st_size)) if packed else most
        with io.BufferedReader(_Guarded(inner, path.name, limit), BLOCK) as guarded:
            yield guarded


def _opened(path: Path) -> io.BufferedReader:
    """Open what is a plain file: a pipe or a device may have no end."""
    if not path.is_file():
        message = f"{path.name}: there is no such file. Check its name and folder."
        raise ListUnreadableError(message)
    try:
        return path.open("rb")
    except OSError as wrong:
        message = f"{path.name}: the file cannot be opened: {wrong.strerror}."
        raise ListUnreadableError(message) from wrong


@contextmanager
def open_text(path: Path, *, encoding: str = "", most: int = MOST_BYTES) -> Iterator[TextIO]:
    r"""Open a list file for its text; line ends stay as they are.

    Args:
        path: a plain file.
        encoding: where the format fixes it; otherwise the file is read through once to tell
            UTF-8 and UTF-16, with or without a byte order mark, from Windows-1252.
        most: bytes that it may hold once unpacked.

    Raises:
        ListUnreadableError: as `open_binary`; also while reading. Bytes that the encoding does not
            know become '\ufffd'.
    """
    found = encoding or encoding_of(path, most=most)
    with (
        open_binary(path, most=most) as binary,
        io.TextIOWrapper(binary, encoding=found, errors="replace", newline="") as text,
    ):
        yield text


def encoding_of(path: Path, *, most: int = MOST_BYTES) -> str:
    """Tell the encoding of a text file; it is read through, so that a cut-off one shows here."""
    with open_binary(path, most=most) as file:
        block = file.read(BLOCK)
        encoding = _by_mark(block) or _by_zeros(block[:4000]) or "utf-8"
        decoder = getincrementaldecoder("utf-8")()
        while block:
            if encoding == "utf-8":
                try:
                    decoder.decode(block)
                except UnicodeDecodeError:
                    encoding = "cp1252"
            block = file.read(BLOCK)
    return encoding


def _by_mark(head: bytes) -> str:
    if head.startswith(BOM_UTF8):
        return "utf-8-sig"
    return "utf-16" if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ""


def _by_zeros(sample: bytes) -> str:
    if sample[1::2].count(0) > len(sample) // 5:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > len(sample) // 5 else ""


class _Guarded(io.RawIOBase):
    """The bytes of a file, with its size limited and every failure told in plain words."""

    def __init__(self, inner: BinaryIO, name: str, most: int) -> None:
        self._inner, self._name, self._most, self._read = inner, name, most, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        try:
            block = self._inner.read(len(view))
        except EOFError as wrong:
            message = f"{self._name}: the file was cut off. Fetch it once more."
            raise ListUnreadableError(message) from wrong
        except (OSError, zlib.error) as wrong:
            message = f"{self._name}: the file is damaged. Fetch it once more."
            raise ListUnreadableError(message) from wrong
        self._read += len(block)
        if self._read > self._most:
            message = (
                f"{self._name}: the file holds more than {self._most // 1_000_000:,} MB once "
                "unpacked, which no list does."
            )
            raise ListUnreadableError(message)
        view[: len(block)] = block
        return len(block)
