"""Rows of the tables of words that come with the program."""

import re
from collections.abc import Iterator
from importlib.resources import files

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHE = re.compile(r"['`\u2018\u2019\u02bb\u02bc]")


def table_rows(name: str) -> Iterator[list[str]]:
    """Give the cells of each row of a table, without its remarks, which begin with `#`.

    name: the file's name in the folder of tables.
    """
    text = (files("knowntenant.screening") / "tables" / name).read_text("utf-8")
    for line in text.splitlines():
        if line and line[0] != "#":
            yield line.split("\t")


def words_of(text: str) -> tuple[str, ...]:
    """Fold a text to its words in lower-case ASCII, as the tables hold them."""
    plain = text if text.isascii() else anyascii(text)
    return tuple(_WORD.findall(_APOSTROPHE.sub("", plain).lower()))
