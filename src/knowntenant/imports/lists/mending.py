"""Bare `&` signs in an XML file, as careless tools write them, made into what was meant.

Nothing else is mended: what an `&` stands for cannot be in doubt, and each is counted.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

from knowntenant.imports.lists.reading import Report

_BARE = re.compile(rb"&(?![A-Za-z][A-Za-z0-9]{0,9};|#[0-9]{1,7};|#x[0-9A-Fa-f]{1,6};)")
_LONGEST = 12  # bytes from an `&` to the `;` of its entity
_BLOCK = 1 << 16
BARE = "a bare & stood in the text where &amp; belongs; it was read as the sign itself"


def mended(path: Path, report: Report) -> Callable[[BinaryIO], BinaryIO]:
    """Return what puts a mender before a file; each sign mended is a problem of the report.

    The problem's row is the line on which the sign stands.
    """

    def before(file: BinaryIO) -> BinaryIO:
        return cast(
            "BinaryIO", _Mender(file, lambda line: report.problem(path.name, line, "", BARE))
        )

    return before


class _Mender:
    """A file whose text is mended as it is read; one of two-byte signs is left alone."""

    def __init__(self, file: BinaryIO, note: Callable[[int], None]) -> None:
        self._file, self._note = file, note
        self._held, self._line = b"", 1
        self._wide: bool | None = None

    def read(self, _size: int = -1) -> bytes:
        """Give the next bytes, mended; none at the end of the file."""
        block = self._file.read(_BLOCK)
        if self._wide is None:
            self._wide = b"\0" in block[:4]
        if self._wide:
            return block
        text, self._held = self._held + block, b""
        # An entity that the block's end cuts in two waits for the next block.
        cut = text.rfind(b"&", max(0, len(text) - _LONGEST)) if block else -1
        if cut > 0:
            text, self._held = text[:cut], text[cut:]
        return self._mend(text)

    def _mend(self, text: bytes) -> bytes:
        for found in _BARE.finditer(text):
            self._note(self._line + text.count(b"\n", 0, found.start()))
        self._line += text.count(b"\n")
        return _BARE.sub(b"&amp;", text)
