"""The text of a file of parties: one encoding for all of it, or another one from row to row."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from knowntenant.imports.parties.trouble import Trouble
from knowntenant.imports.texts import lines_of, open_bytes

LONGEST_LINE = 1 << 24
MIXED, WESTERN = "mixed", "cp1252"
_HEAD = 1 << 16
_RETURNS = re.compile(r"(?<=\r)(?!\n)")


@dataclass(frozen=True, slots=True)
class Survey:
    """What a first pass over a file shows: its encoding, its lines, sha256, its first bytes."""

    encoding: str
    lines: int
    sha256: str
    head: bytes = field(repr=False)

    @property
    def note(self) -> str:
        """What a reader should know of the encoding, or nothing."""
        match self.encoding:
            case "cp1252":
                return "The file is not UTF-8; it was read as Windows-1252 (Western European)."
            case "mixed":
                return "The file holds rows of several encodings; each is noted below."
            case "utf-16-le" | "utf-16-be":
                return f"The file looks like {self.encoding} without a mark; it was read as that."
        return ""


def survey(path: Path) -> Survey:
    """Find out how a file is encoded, in one pass over it. Raises OSError, EOFError, zlib.error."""
    digest = sha256()
    lines, wide, odd, zeros, seen = 0, 0, 0, 0, b""
    with open_bytes(path) as file:
        for line in _binary_lines(file):
            digest.update(line)
            seen = seen if len(seen) >= _HEAD else seen + line[:_HEAD]
            lines += 1
            if not line.isascii():
                try:
                    line.decode()
                    wide += 1
                except UnicodeDecodeError:
                    odd += 1
            if b"\0" in line:
                zeros += 1
    return Survey(_encoding(seen, wide, odd, zeros), lines, digest.hexdigest(), seen)


def _binary_lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(LONGEST_LINE):
        yield line


def _encoding(head: bytes, wide: int, odd: int, zeros: int) -> str:
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    first = head[:4000].split(b"\n", 1)[0]
    if first[1::2].count(0) > len(first) // 5:
        return "utf-16-le"
    if first[::2].count(0) > len(first) // 5:
        return "utf-16-be"
    if not odd and not zeros:
        return "utf-8"
    marked = head.startswith(BOM_UTF8)
    return MIXED if wide > marked or zeros else WESTERN


class Lines:
    """The lines of a file as text; `troubles` gathers what was odd since it was last emptied."""

    def __init__(self, path: Path, seen: Survey) -> None:
        self.path, self._seen = path, seen
        self.troubles: list[Trouble] = []

    def __iter__(self) -> Iterator[str]:
        """Give every line; none is lost, whatever its bytes."""
        if self._seen.encoding.startswith("utf-16"):
            yield from self._told(lines_of(self.path, self._seen.encoding))
            return
        with open_bytes(self.path) as file:
            for number, line in enumerate(_binary_lines(file)):
                text = self._decoded(line if number else line.removeprefix(BOM_UTF8))
                yield from filter(None, _RETURNS.split(text)) if "\r" in text else (text,)

    def _told(self, lines: Iterator[str]) -> Iterator[str]:
        for line in lines:
            if "\ufffd" in line:
                self.troubles.append(Trouble.SIGNS_LOST)
            yield line

    def _decoded(self, line: bytes) -> str:
        if line.startswith(b"\0") and b"\0" not in line[1:]:
            line = line[1:]  # half of the line end of a row of UTF-16 above
        if b"\0" in line:
            wide = _as_utf16(line)
            if wide is not None:
                self.troubles.append(Trouble.ENCODING_GUESSED)
                return wide
        try:
            return line.decode()
        except UnicodeDecodeError:
            if self._seen.encoding == MIXED:
                self.troubles.append(Trouble.ENCODING_GUESSED)
        text = line.decode(WESTERN, errors="replace")
        if "\ufffd" in text:
            self.troubles.append(Trouble.SIGNS_LOST)
        return text


def _as_utf16(line: bytes) -> str | None:
    """Read a line that was cut out of UTF-16 at the byte of its line end; None if it is not one."""
    inner = line.rstrip(b"\n")
    little = inner.removeprefix(b"\0") if len(inner) % 2 else inner
    big = inner.removesuffix(b"\0") if len(inner) % 2 else inner
    even, odd = inner[::2].count(0), inner[1::2].count(0)
    for bytes_, name, fits in (
        (little, "utf-16-le", little[1::2].count(0) > little[::2].count(0)),
        (big, "utf-16-be", big[::2].count(0) > big[1::2].count(0)),
    ):
        if fits and even + odd and len(bytes_) % 2 == 0:
            try:
                return bytes_.removesuffix(b"\r\0").removeprefix(b"\xff\xfe").decode(name) + "\n"
            except UnicodeDecodeError:
                continue
    return None
