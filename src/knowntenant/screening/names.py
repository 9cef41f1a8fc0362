"""A name made ready for comparison: its words in Latin letters, its legal forms set aside."""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from knowntenant.screening.mended_forms import mend_forms
from knowntenant.screening.scripts.clean import clean
from knowntenant.screening.scripts.readings import readings
from knowntenant.screening.word_tables import is_title, strip_legal_forms
from knowntenant.screening.written_forms import part_plain_words, strip_written_forms

MOST_WORDS = 16
MEMORY = 2_000  # names whose readings are remembered
_WORD = re.compile(r"[a-z0-9]+")
_OTHER_SCRIPT = re.compile("[^\u0000-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f]")
_APOSTROPHE = re.compile(r"(?<=\w)['`\u2019\u02bb\u02bc](?=\w)")


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a name.

    text: as written. words: in order, in lower-case ASCII, without titles and legal forms. forms:
    the legal forms, by the names of their classes. foreign: it was written in another script.
    """

    text: str
    words: tuple[str, ...]
    forms: tuple[str, ...] = ()
    foreign: bool = False


@lru_cache(MEMORY)
def person_names(text: str) -> tuple[Name, ...]:
    """Give the readings of a person's name; none where nothing of it can be read."""
    return tuple(
        Name(text, tuple(_without_titles(words)), (), foreign) for words, foreign in _read(text)
    )


@lru_cache(MEMORY)
def organization_names(text: str) -> tuple[Name, ...]:
    """Give the readings of a company's name, or that of a vessel."""
    bare, written = strip_written_forms(text)
    made = []
    for words, foreign in _read(part_plain_words(bare)):
        rest, forms = strip_legal_forms(mend_forms(words))
        made.append(Name(text, tuple(rest), (*written, *forms), foreign))
    return tuple(made)


def _read(text: str) -> list[tuple[list[str], bool]]:
    plain = clean(text)
    if plain.isascii():
        found = [(_words(plain), False)]
    else:
        folded = anyascii(plain)
        if _is_latin(plain):
            found = [(_words(folded), False)]
        else:
            found = [(_words(one), True) for one in readings(plain) or (folded,)]
    return [(words[:MOST_WORDS], foreign) for words, foreign in found if words]


def _is_latin(text: str) -> bool:
    return not _OTHER_SCRIPT.search(text)


def _words(text: str) -> list[str]:
    return _WORD.findall(_APOSTROPHE.sub("", text.lower()))


def _without_titles(words: list[str]) -> list[str]:
    return [word for word in words if not is_title(word)] or words
