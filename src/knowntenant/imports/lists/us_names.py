"""Names as the lists of the Bureau of Industry and Security print them: several in one text."""

import re
from collections.abc import Iterator

from knowntenant.imports.lists.drafting import Draft
from knowntenant.screening.entry import NameKind

_ALSO = re.compile(r"[\s,(]*\b(?P<letter>[afn])\.k\.a\.[,:;]?\s*", re.IGNORECASE)
_COUNTED = re.compile(r"^the following \w+ alias(?:es)?\s*(?:and \w+ \w+)?[:;,]?\s*", re.IGNORECASE)
_BULLET = re.compile(r"^(?:(?:[-–—•]|and\b)\s*)+")  # noqa: RUF001 (the register prints these dashes)
_END_AND = re.compile(r"[;,]?\s+and$")
_PART_OF = re.compile(
    r"(?:[.,]\s+(?:and\s+)?)(?:affiliated|subordinate)\s+(?:entity|institution)\s*[-:]?\s+(?P<name>\S.*)$",
    re.IGNORECASE,
)
_KINDS = {"a": NameKind.ALIAS, "n": NameKind.ALIAS, "f": NameKind.FORMER}


def names_in(text: str, first: NameKind) -> Iterator[tuple[str, NameKind]]:
    """Give the names of a text such as `A Co. (f.k.a. B; and C)`, each with its kind.

    The first is of the kind that is asked for; those behind `a.k.a.` are aliases, those behind
    `f.k.a.` former names.
    """
    pieces = _ALSO.split(" ".join(text.split()))
    kinds = [first, *(_KINDS[letter.lower()] for letter in pieces[1::2])]
    for piece, kind in zip(pieces[::2], kinds, strict=True):
        inner = piece if kind is first and piece is pieces[0] else _COUNTED.sub("", piece)
        for name in inner.split(";"):
            plain = _closed(_END_AND.sub("", _BULLET.sub("", name.strip())))
            if plain:
                yield plain, kind


def add_names(draft: Draft, text: str, first: NameKind) -> None:
    """Put the names of a text into a draft; a remark in brackets is no name.

    `Parent Co. Affiliated Entity: Child Co.` stands for the child, whose own name is an alias then.
    """
    for name, kind in names_in(text, first):
        if name.startswith("(") and name.endswith(")"):
            draft.remark(name)
        else:
            draft.name(name, kind)
            child = _PART_OF.search(name)
            if child:
                draft.name(child["name"], NameKind.ALIAS)


def _closed(text: str) -> str:
    """Take away a bracket at the end that was opened before the name began."""
    text = text.strip(" ,")
    while text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1].strip(" ,")
    return text
