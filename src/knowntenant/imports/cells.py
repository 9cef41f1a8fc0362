"""One cell of an export: read by the kind of its column, as the values of all facts are.

Cells that say "no answer" are left out, so that a telephone number 'N/A' is a missing one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from knowntenant.facts.places import UNKNOWN_WORDS
from knowntenant.facts.reading import CLEARS, holds_card_number
from knowntenant.imports.mapping import Mapped
from knowntenant.imports.moments import Clock
from knowntenant.imports.near import near_values
from knowntenant.imports.parts import Column
from knowntenant.imports.signs import has_odd_signs
from knowntenant.law.kinds import DAY, ID, MOMENT, TEXT, Kind, ListOf, Unreadable, fold

BLANK_WORDS = frozenset(
    {"#n/a", "(blank)", "-", "--", "\\n", "n.a.", "n/a", "nan", "nil", "null", "undefined"}
)
LONGEST_BLANK = max(map(len, (*BLANK_WORDS, CLEARS)))
ODD_REMEDY = "Remove the sign in your system, or in the export."
CARD_REMEDY = "Give the processor's token and the last four digits."
LIST_MARK = "\x1f"
"""What stands between the parts of a list that a file gives as a list; people write ; or |."""

_LONG_NUMBER = re.compile(r"[0-9](?:[ -]*[0-9]){12}")
_PARTS = re.compile(r"[;|\x1f]")
_QUOTED = re.compile(r"'.*?'(?=\s|$)", re.DOTALL)


class Blank(Enum):
    """A cell that says that there is no answer."""

    BLANK = "blank"


BLANK: Final = Blank.BLANK


@dataclass(frozen=True, slots=True)
class Bad:
    """A cell that cannot be read: why, what to do, and which kind of trouble it is."""

    what: str
    remedy: str
    kind: str


@dataclass(frozen=True, slots=True)
class Guessed:
    """A cell whose word was taken for another: the value, and the word it was taken for."""

    value: object
    word: str


Read = Callable[[str], object]
"""Gives the value of a cell that is not empty: a value, BLANK, a Guessed or a Bad one."""


def cell_reader(table: str, column: Column, mapped: Mapped) -> Read:
    """Make the reader of a column's cells, as `facts.reading` reads values."""
    read = _reader(table, column, mapped)
    listed = isinstance(column.kind, ListOf)

    def read_clean(text: str) -> object:
        if text.isprintable():
            return read(text)
        plain = text.replace(LIST_MARK, "; ")
        if has_odd_signs(plain):
            what = f"'{column.name}' holds a control character, or half of a character."
            return Bad(what, ODD_REMEDY, "odd sign")
        return read(text if listed else plain)

    return read_clean


def _reader(table: str, column: Column, mapped: Mapped) -> Read:
    plain = _kind_reader(column.kind, mapped.clock)
    said = mapped.values.get((table, column.name), {})
    near = near_values(table, column.name)
    blanks = BLANK_WORDS | UNKNOWN_WORDS if _reads(column.kind) == "place" else BLANK_WORDS
    guarded = column.kind is not ID
    if column.kind in (ID, TEXT) and not said and not near:
        return _text_reader(column, guarded=guarded)

    def read(text: str) -> object:
        word = text.strip().casefold()
        if said and fold(text) in said:
            text = said[fold(text)]
        elif not word or (word in blanks and word != CLEARS):
            return BLANK
        elif word == CLEARS:
            return None
        try:
            value = plain(text)
        except Unreadable as wrong:
            if fold(text) in near:
                return Guessed(plain(near[fold(text)]), near[fold(text)])
            return Bad(f"'{column.name}': {wrong}", _remedy(column, str(wrong)), _alike(str(wrong)))
        if (
            guarded
            and _LONG_NUMBER.search(text)
            and holds_card_number(column.name, column.kind, value)
        ):
            return Bad(_card(column), CARD_REMEDY, "card number")
        return value

    return read


def _text_reader(column: Column, *, guarded: bool) -> Read:
    """Make the same reader for plain text, the most frequent kind: it does less to each cell."""

    def read(text: str) -> object:
        value = text.strip()
        if len(value) <= LONGEST_BLANK:
            word = value.casefold()
            if not word or word in BLANK_WORDS:
                return BLANK
            if word == CLEARS:
                return None
        if guarded and _LONG_NUMBER.search(value) and holds_card_number(column.name, TEXT, value):
            return Bad(_card(column), CARD_REMEDY, "card number")
        return value

    return read


def _card(column: Column) -> str:
    return f"'{column.name}' looks like a card number, which is never taken."


def _reads(kind: Kind | ListOf) -> str:
    return kind.of.name if isinstance(kind, ListOf) else kind.name


def _kind_reader(kind: Kind | ListOf, clock: Clock) -> Read:
    if isinstance(kind, Kind):
        return {DAY.name: clock.day, MOMENT.name: clock.moment}.get(kind.name, kind.read)
    of = kind.of
    if not isinstance(of, Kind):
        message = f"no column holds a {kind.name}"
        raise TypeError(message)

    def read_list(text: str) -> object:
        return tuple(of.read(part) for part in _PARTS.split(text) if part.strip())

    return read_list


def _remedy(column: Column, wrong: str) -> str:
    if "does not exist" in wrong:
        return "Write a day that the calendar has, such as 2028-02-29."
    if column.kind.name == "percent":
        return "Write a number from 0 to 100 with a point, such as 24.99."
    if "write" in wrong or "Did you mean" in wrong or "did you mean" in wrong:
        return "Correct it in your system, or in the export."
    kind = column.kind.of if isinstance(column.kind, ListOf) else column.kind
    example = kind.example if isinstance(kind, Kind) else ""
    return f"Expected is {kind.name}, such as {example}."


def _alike(wrong: str) -> str:
    return _QUOTED.sub("…", wrong).split(";")[0].split(".")[0]
