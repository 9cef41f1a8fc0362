"""The members of one large JSON object, and of one of its arrays item by item, in flat memory."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from knowntenant.imports.lists.opening import MOST_BYTES, open_text
from knowntenant.imports.lists.reading import ListUnreadableError

BLOCK = 1 << 20
MOST_SIGNS = 16 << 20
"""Signs of one value; the longest entry of a list has some ten thousand."""
_BLANK = " \t\r\n"


def members(path: Path, streamed: str, *, most: int = MOST_BYTES) -> Iterator[tuple[str, object]]:
    """Give name and value of each member of a JSON object, in the file's order.

    Args:
        path: a file that holds one object, packed or plain.
        streamed: the member whose value is an array; each of its items is given by itself, under
            this name.
        most: bytes that the file may hold once unpacked.

    Raises:
        ListUnreadableError: as `open_text`; it is no such object, was cut off, or one value is out
            of all proportion.
    """
    with open_text(path, most=most) as text:
        scanner = _Scanner(text, path.name)
        scanner.expect("{")
        sign = scanner.skip_to("}", '"')
        while sign != "}":
            name = str(scanner.value())
            scanner.expect(":")
            if name == streamed and scanner.peek() == "[":
                for item in scanner.items():
                    yield name, item
            else:
                yield name, scanner.value()
            sign = scanner.skip_to("}", ",")
            if sign == ",":
                scanner.expect(",")


class _Scanner:
    """Reads values from a text that is held in blocks."""

    def __init__(self, text: TextIO, name: str) -> None:
        self._text, self._name = text, name
        self._decoder = json.JSONDecoder()
        self._held, self._at, self._ended = "", 0, False

    def peek(self) -> str:
        """Return the next sign that is not blank; empty at the end."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._held) or not self._more():
                return self._held[self._at : self._at + 1]

    def skip_to(self, *signs: str) -> str:
        """Return the next sign, which must be one of these."""
        sign = self.peek()
        if sign not in signs:
            raise ListUnreadableError(self._wrong(cut=not sign))
        return sign

    def expect(self, sign: str) -> None:
        """Go past this sign."""
        self.skip_to(sign)
        self._at += 1

    def items(self) -> Iterator[object]:
        """Give the items of the array that begins here."""
        self.expect("[")
        while self.peek() != "]":
            yield self.value()
            if self.skip_to(",", "]") == ",":
                self.expect(",")
        self.expect("]")

    def value(self) -> object:
        """Return the value that begins here."""
        self.peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._held, self._at)
            except json.JSONDecodeError as wrong:
                if len(self._held) - self._at > MOST_SIGNS or not self._more():
                    raise ListUnreadableError(self._wrong(cut=self._ended)) from wrong
                continue
            except (RecursionError, ValueError) as wrong:
                raise ListUnreadableError(self._wrong(cut=False)) from wrong
            if end < len(self._held) or not self._more():
                self._at = end
                return value

    def _more(self) -> bool:
        block = "" if self._ended else self._text.read(BLOCK)
        self._ended = not block
        self._held, self._at = self._held[self._at :] + block, 0
        return bool(block)

    def _wrong(self, *, cut: bool) -> str:
        what = "was cut off" if cut else "is not the JSON of this list"
        return f"{self._name}: the file {what}. Fetch it once more."
