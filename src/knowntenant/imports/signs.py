"""Signs that no text of an export has: control characters, and halves of characters.

They could steer the terminal of whoever reads a report, or keep its files from being written.
"""

import re

_HALF = re.compile(r"[\ud800-\udfff]")
_ODD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]|\r(?!\n)")
_SUBSTITUTE = "\x1a"


def has_odd_signs(text: str) -> bool:
    """Tell whether a text has control characters (tabs and ends of lines aside) or halves."""
    return not text.isprintable() and _ODD.search(text) is not None


def without_odd_signs(text: str) -> str:
    """Give a text with a mark in place of every such sign, fit to be shown."""
    return text if text.isprintable() else _ODD.sub("\ufffd", text)


def without_halves(text: str) -> str:
    """Give a text that every file and database takes; a half becomes a sign that is refused."""
    return text if text.isascii() else _HALF.sub(_SUBSTITUTE, text)
