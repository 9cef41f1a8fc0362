"""Names as cells hold them, made fit to be compared; whatever was odd about them is told."""

import re
import unicodedata
from typing import NamedTuple

from knowntenant.imports.cells import BLANK_WORDS
from knowntenant.imports.parties.legal_forms import is_legal_form
from knowntenant.imports.parties.trouble import Trouble
from knowntenant.imports.signs import has_odd_signs, without_odd_signs

LONG, MOST = 200, 500
"""Signs from which a name is called long, and how many of it are screened."""
MOST_MARKS = 4
"""Accents that one letter bears at most: Vietnamese, Thai and pointed Hebrew need fewer."""
_NO_NAME = BLANK_WORDS | {"unknown", "none", "no name", "noname", "n.n.", "nn", "tbd", "test"}
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_PLAIN_SYMBOLS = frozenset("©®™°№℠")
_JOINERS = frozenset("\u200d\ufe0e\ufe0f\u20e3")
_ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
_SCRIPTS = (
    *_ALIKE, "ARABIC", "HEBREW", "HAN", "CJK", "HANGUL", "HIRAGANA", "KATAKANA", "THAI",
    "DEVANAGARI", "BENGALI", "TAMIL", "GEORGIAN", "ETHIOPIC", "MYANMAR", "KHMER", "LAO", "SINHALA",
)  # fmt: skip
_JAPANESE = {"HIRAGANA": "HAN", "KATAKANA": "HAN", "CJK": "HAN", "HANGUL": "HAN"}


class CleanName(NamedTuple):
    """A name to be screened, its parts where it is written in several scripts, and troubles."""

    text: str
    parts: tuple[str, ...]
    troubles: tuple[Trouble, ...]


NOTHING = CleanName("", (), ())


def clean_name(cell: str) -> CleanName:
    """Make a name fit to be compared, by what of it can be used. Empty cells have no trouble."""
    text = " ".join(cell.split())
    if not text:
        return NOTHING
    if text.isascii() and text.isprintable():
        return _measured(text, [])
    troubles: list[Trouble] = []
    if _OVERRIDES.search(text):
        troubles.append(Trouble.DIRECTION_SIGNS)
    text = _DIRECTION.sub("", text)
    if has_odd_signs(text):
        troubles.append(Trouble.CONTROL_SIGNS)
        text = without_odd_signs(text).replace("\ufffd", " ")
    text = _fewer_marks(text, troubles)
    text = " ".join(_without_symbols(text, troubles).split())
    parts = _by_script(text, troubles)
    named = _measured(text, troubles)
    return CleanName(named.text, parts if named.text else (), named.troubles)


def _measured(text: str, troubles: list[Trouble]) -> CleanName:
    if text.casefold() in _NO_NAME:
        return CleanName("", (), tuple(troubles))
    letters = sum(map(str.isalnum, text))
    if text and not letters:
        return CleanName("", (), (*troubles, Trouble.NAME_SYMBOLS))
    if letters == 1:
        troubles.append(Trouble.NAME_ONE_LETTER)
    elif text and not any(map(str.isalpha, text)):
        troubles.append(Trouble.NAME_DIGITS)
    if len(text) > LONG:
        troubles.append(Trouble.NAME_LONG)
    return CleanName(text[:MOST], (), tuple(dict.fromkeys(troubles)))


def _fewer_marks(text: str, troubles: list[Trouble]) -> str:
    """Leave so many accents on a letter as a script may put there."""
    kept: list[str] = []
    run = 0
    for sign in text:
        run = run + 1 if unicodedata.category(sign) in {"Mn", "Me"} else 0
        if run <= MOST_MARKS:
            kept.append(sign)
    if len(kept) < len(text):
        troubles.append(Trouble.MARKS_PILED)
    return "".join(kept)


def _without_symbols(text: str, troubles: list[Trouble]) -> str:
    """Leave emoji and the like out; a joiner stays where it joins letters of a script."""
    kept: list[str] = []
    shown = False
    after_symbol = False
    for sign in text:
        symbol = sign not in _PLAIN_SYMBOLS and (
            unicodedata.category(sign) in {"So", "Cs", "Co"} or "\U0001f3fb" <= sign <= "\U0001f3ff"
        )
        joined = after_symbol and sign in _JOINERS
        shown = shown or symbol
        after_symbol = symbol or joined
        kept.append(" " if symbol else "" if joined else sign)
    if shown:
        troubles.append(Trouble.NAME_SYMBOLS)
    return "".join(kept)


def _by_script(text: str, troubles: list[Trouble]) -> tuple[str, ...]:
    """Part a name that is written in several scripts, word by word; tell of words that mix them."""
    words = [(word, _scripts(word)) for word in text.split()]
    mixed = any(len(scripts) > 1 for _, scripts in words)
    by_script: dict[str, list[str]] = {}
    for word, scripts in words:
        for script in sorted(scripts):
            by_script.setdefault(script, []).append(word)
    parts = [" ".join(part) for part in by_script.values()]
    if not mixed and len(parts) > 1:
        parts = [part for part in parts if not is_legal_form(part)]
    if mixed or len(parts) > 1:
        troubles.append(Trouble.SCRIPTS_MIXED)
    return tuple(parts) if len(parts) > 1 and not mixed else ()


def _scripts(word: str) -> set[str]:
    return {_script(sign) for sign in word if sign.isalpha()} - {""}


def _script(letter: str) -> str:
    """Name the script of a letter; Han with kana or hangul counts as one."""
    if letter.isascii():
        return "LATIN"
    name = unicodedata.name(letter, "").removeprefix("FULLWIDTH ").removeprefix("HALFWIDTH ")
    first = name.partition(" ")[0]
    return _JAPANESE.get(first, first) if first in _SCRIPTS else ""
