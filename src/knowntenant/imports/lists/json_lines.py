"""Lists of one JSON object a line: each line read alone, none endless, none too deep."""

import json
from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.opening import open_text
from knowntenant.imports.lists.reading import ListUnreadableError

MOST_LINE = 64 << 20
"""Characters of one line; the longest entities of OpenSanctions have some hundred thousand."""


def objects(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    """Give the objects of a file with their lines' numbers; empty lines are passed over.

    Raises:
        ListUnreadableError: a line is no JSON object, is cut off, or is out of all proportion.
    """
    with open_text(path, encoding="utf-8-sig") as text:
        number = 0
        while line := text.readline(MOST_LINE):
            number += 1
            if len(line) >= MOST_LINE:
                message = f"{path.name}: line {number:,} is too long for a list."
                raise ListUnreadableError(message)
            if line.strip():
                yield number, _object(line, number, path)


def _object(line: str, number: int, path: Path) -> dict[str, object]:
    try:
        found: object = json.loads(line)
    except (ValueError, RecursionError) as wrong:
        cut = "" if line.endswith("\n") else "the file was cut off, or "
        message = f"{path.name}: {cut}line {number:,} is no JSON. Fetch it once more."
        raise ListUnreadableError(message) from wrong
    if isinstance(found, dict):
        return found
    message = f"{path.name}: line {number:,} is no JSON object. Fetch the file once more."
    raise ListUnreadableError(message)


def strings(value: object) -> list[str]:
    """Return the filled texts of a value that is a text or a list; half characters are replaced."""
    values = value if isinstance(value, list) else [value]
    texts = (" ".join(text.split()) for text in values if isinstance(text, str))
    return [
        text if text.isascii() else text.encode("utf-8", "replace").decode()
        for text in texts
        if text
    ]


def objects_in(value: object) -> list[dict[str, object]]:
    """Return the objects of a value that is an object or a list of some."""
    values = value if isinstance(value, list) else [value]
    return [found for found in values if isinstance(found, dict)]
