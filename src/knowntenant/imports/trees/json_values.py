"""JSON of any size, one value at a time: a list, a list in an object, or a value on each line.

Numbers stay text, so that 33.3 is exactly that and no number is too long to read.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from knowntenant.imports.lists.opening import open_text
from knowntenant.imports.lists.reading import ListUnreadableError

BLOCK = 1 << 20
LONGEST = 16 << 20
"""Characters that one value may have; a statement of a register has some thousands."""
HOLDERS = frozenset(
    {"data", "exceptions", "records", "relations", "statements", "LEIRecords",
     "RelationshipRecords", "ReportingExceptions"}
)  # fmt: skip
"""Names under which an object holds the list that counts."""
_DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)
_BLANK = " \t\r\n"


def values(path: Path) -> Iterator[tuple[int, object]]:
    """Give the values with their numbers, counted from 1.

    Raises:
        ListUnreadableError: no JSON, cut off, or a value out of all proportion; also midway.
    """
    with open_text(path) as file:
        yield from enumerate(_Stream(file, path.name).values(), start=1)


class _Stream:
    """Text that is read as it is needed, and let go of when it was used."""

    def __init__(self, file: TextIO, name: str) -> None:
        self.file, self.name = file, name
        self.text, self.at, self.row = "", 0, 0

    def values(self) -> Iterator[object]:
        if self.next_sign() == "{" and not self.enter_holder():
            self.at = 0
        if self.text and self.text[self.at : self.at + 1] == "[":
            yield from self.listed()
            return
        while self.next_sign():
            yield self.value()

    def listed(self) -> Iterator[object]:
        """Give the values of the list that begins here."""
        self.at += 1
        while (sign := self.next_sign()) != "]":
            if not sign:
                raise self.broken()
            yield self.value()
            if self.next_sign() == ",":
                self.at += 1

    def enter_holder(self) -> bool:
        """Go to the list in an object that holds one; tell whether there is any at its front."""
        self.at += 1
        while self.next_sign() == '"':
            key = self.value(forget=False)
            if self.next_sign() != ":":
                return False
            self.at += 1
            if self.next_sign() == "[" and key in HOLDERS:
                return True
            self.value(forget=False)
            if self.next_sign() == ",":
                self.at += 1
        return False

    def next_sign(self) -> str:
        """Pass over blanks and give the sign that comes then; '' at the end."""
        while True:
            while self.at < len(self.text) and self.text[self.at] in _BLANK:
                self.at += 1
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def value(self, *, forget: bool = True) -> object:
        """Read the value that begins here. Raises ListUnreadableError."""
        self.row += forget
        while True:
            try:
                found, end = _DECODER.raw_decode(self.text, self.at)
            except (ValueError, RecursionError) as wrong:
                if isinstance(wrong, RecursionError) or not self.more():
                    raise self.broken() from wrong
                continue
            if end == len(self.text) and self.more():
                continue  # a number may go on in the next block
            self.at = end
            if forget and self.at > BLOCK:
                self.text, self.at = self.text[self.at :], 0
            return found

    def more(self) -> bool:
        if len(self.text) - self.at > LONGEST:
            return False
        block = self.file.read(max(BLOCK, len(self.text) - self.at))
        self.text += block
        return bool(block)

    def broken(self) -> ListUnreadableError:
        return ListUnreadableError(
            f"{self.name}: no well-formed JSON at value {self.row}, or cut off there. Get it again."
        )
