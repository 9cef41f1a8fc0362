"""XML lists element by element: no document types, entities, endless depth, or cut-off ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # it brings no types
from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]  # as above

from knowntenant.imports.lists.opening import BLOCK, MOST_BYTES, open_binary
from knowntenant.imports.lists.reading import ListUnreadableError

MOST_DEEP = 100
MOST_INSIDE = 1_000_000
"""Elements that one element asked for may hold; a list's longest entry has some thousands."""
MOST_PENDING = 64 << 20
"""Bytes that may come without any tag beginning or ending."""


def _as_it_is(file: BinaryIO) -> BinaryIO:
    return file


def elements(
    path: Path,
    *tags: str,
    most: int = MOST_BYTES,
    mend: Callable[[BinaryIO], BinaryIO] = _as_it_is,
) -> Iterator[Element]:
    """Give the elements of these names, in the file's order, with all that is in them.

    Names carry no namespace: it is cut from every tag (not from attributes). An element is emptied
    once the next one is asked for, so that memory stays flat. One asked-for element inside another
    is a part of the outer one, and not given by itself.

    Args:
        path: an XML file, packed or plain.
        tags: the names that are asked for.
        most: bytes that the file may hold once unpacked.
        mend: what stands between the file and its reading, such as `mending.mended`.

    Raises:
        ListUnreadableError: no XML, cut off, with a DTD or entities, or out of all proportion;
            also in the midst of the file.
    """
    with open_binary(path, most=most) as file, _plain_words(path):
        yield from _walk(path, _Metered(mend(file), path.name), frozenset(tags))


def root(path: Path) -> tuple[str, dict[str, str]]:
    """Give the name (without namespace) and the attributes of the outermost element.

    Raises:
        ListUnreadableError: as `elements`.
    """
    with open_binary(path) as file, _plain_words(path):
        # In small steps, so that nothing below the outermost element is looked at.
        first = _Metered(file, path.name, step=64)
        _, element = next(iterparse(first, events=("start",), forbid_dtd=True))
        return element.tag.rpartition("}")[2], dict(element.attrib)


def _walk(path: Path, file: "_Metered", tags: frozenset[str]) -> Iterator[Element]:
    above: list[Element] = []
    inside = 0  # how deep within an asked-for element, 0 for outside
    held = 0
    for event, element in iterparse(file, events=("start", "end"), forbid_dtd=True):
        file.pending = 0
        if event == "start":
            _, _, element.tag = element.tag.rpartition("}")
            if inside or element.tag in tags:
                inside += 1
                held += 1
            above.append(element)
            if len(above) > MOST_DEEP or held > MOST_INSIDE:
                message = f"{path.name}: an element is too deep or too large for a list."
                raise ListUnreadableError(message)
            continue
        above.pop()
        inside = max(inside - 1, 0)
        if inside:
            continue
        if element.tag in tags:
            yield element
            held = 0
        element.clear()
        if above:
            above[-1].remove(element)


@contextmanager
def _plain_words(path: Path) -> Iterator[None]:
    try:
        yield
    except DefusedXmlException as wrong:
        message = (
            f"{path.name}: the file declares a document type or entities, which no list needs "
            "and an attack does. Fetch it once more from its authority."
        )
        raise ListUnreadableError(message) from wrong
    except ParseError as wrong:
        raise ListUnreadableError(_not_xml(path, wrong)) from wrong
    except (LookupError, ValueError) as wrong:  # an encoding unknown, or of several bytes a sign
        message = f"{path.name}: the file is in an encoding that cannot be read. Use UTF-8."
        raise ListUnreadableError(message) from wrong


def _not_xml(path: Path, wrong: ParseError) -> str:
    line, _ = wrong.position
    if str(wrong).startswith(("no element found", "unclosed token")):
        return f"{path.name}: the file is empty, or was cut off at line {line}. Fetch it once more."
    return f"{path.name}: the file is no well-formed XML at line {line}. Fetch it once more."


class _Metered:
    """A file that stops giving when it gives and gives, and no tag begins or ends."""

    def __init__(self, file: BinaryIO, name: str, step: int = BLOCK) -> None:
        self._file, self._name, self._step, self.pending = file, name, step, 0

    def read(self, size: int = BLOCK) -> bytes:
        """Give the next bytes. Raises ListUnreadableError."""
        block = self._file.read(min(size, self._step))
        self.pending += len(block)
        if self.pending > MOST_PENDING:
            message = f"{self._name}: a tag or text is too long for a list."
            raise ListUnreadableError(message)
        return block
