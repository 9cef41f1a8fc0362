"""The Latin spellings under which a list may print a name that is written in another script."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import groupby

from anyascii import anyascii

from knowntenant.screening.scripts import (
    arabic,
    brahmic,
    cyrillic,
    han,
    hangul,
    levantine,
    tables,
)
from knowntenant.screening.scripts.clean import clean

_MOST = 6
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_READERS: tuple[tuple[re.Pattern[str], Callable[[str], tuple[str, ...]]], ...] = (
    (re.compile(r"[\uac00-\ud7a3]"), hangul.spellings),
    (re.compile(r"[\u05d0-\u05ea]"), levantine.hebrew),
    (re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"), levantine.greek),
    (re.compile(r"[\u0900-\u0d7f]"), brahmic.spellings),
)
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


def pieces(text: str) -> tuple[tuple[str, ...], ...]:
    """For each piece of a name in turn, its Latin spellings, the likeliest first.

    A piece is mostly a word. A spelling is one or several lower-case ASCII words.
    """
    return _pieces(clean(text))


@lru_cache(maxsize=1 << 15)
def _pieces(name: str) -> tuple[tuple[str, ...], ...]:
    tongue = cyrillic.language(name)
    found: list[tuple[str, ...]] = []
    for is_arabic, run in groupby(name.split(), key=lambda word: bool(_ARABIC.search(word))):
        if is_arabic:
            found += arabic.spellings(list(run))
        else:
            found += [_word(word, tongue) for word in run]
    shown = (tuple(dict.fromkeys(_plain(x) for x in piece)) for piece in found)
    return tuple(kept for piece in shown if (kept := tuple(x for x in piece if x)))


def _word(word: str, tongue: str) -> tuple[str, ...]:
    """The spellings of one word in any script but Arabic."""
    if word.isascii():
        return (word,)
    if _CYRILLIC.search(word):
        return cyrillic.spellings(word, tongue)
    if han.written_so(word):
        return (*tables.spellings("script_words").get(word, ()), *han.spellings(word))
    known = tables.spellings("script_words").get(word, ())
    for pattern, reader in _READERS:
        if pattern.search(word):
            return (*known, *reader(word))
    return (*known, anyascii(word))


def _plain(spelling: str) -> str:
    if spelling.isalnum() and spelling.isascii():
        return spelling.lower()
    latin = anyascii(spelling).lower().replace("'", "").replace("`", "")
    return _NOT_WORDS.sub(" ", latin).strip()


def readings(word_or_name: str) -> tuple[str, ...]:
    """Latin spellings of a word or a whole name in another script, best first, at most six.

    Each is lower-case ASCII words with a space between. Of Latin text it is the cleaned text alone;
    of text without letters it is empty.
    """
    parts = pieces(word_or_name)
    most = min(_MOST, max((len(part) for part in parts), default=0))
    lines = (" ".join(part[min(at, len(part) - 1)] for part in parts) for at in range(most))
    return tuple(dict.fromkeys(line for line in lines if line))
