"""Names in the scripts of India that share one plan of letters (Devanagari to Malayalam)."""

# ruff: noqa: SIM905 - a row of letters reads best as text

from functools import lru_cache

_CONSONANTS = (
    "k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h"
).split()
_SIGNS = "a i i u u ri ri e e e ai o o o au".split()
_VOWELS = "a a i i u u ri li e e e ai o o o au".split()
_VOWELS_AT, _CONSONANTS_AT, _SIGNS_AT = range(0x05, 0x15), range(0x15, 0x3A), range(0x3E, 0x4D)
"""Where they stand in the block of 128 letters that each of these scripts has."""
_DOTTED = {"k": "q", "kh": "kh", "g": "gh", "j": "z", "ph": "f", "d": "r", "dh": "rh"}
_SHORT_A = "@"  # until the end, so that it is told from the long one
_SOUNDED = frozenset([*_SIGNS, _SHORT_A])
_ANUSVARA = (0x01, 0x02)
_DOT = 0x3C
_SILENT = 0x4D


@lru_cache(maxsize=1 << 14)
def spellings(word: str) -> tuple[str, ...]:
    """Latin spellings of one word: with short a left out as in speech, sounded, and b for v."""
    sounds = _sounds(word)
    silent = sounds[:-1] if sounds and sounds[-1] == _SHORT_A else sounds
    spoken = "".join(_spoken(silent))
    found = [spoken, "".join(silent), "".join(sounds)]
    found += [spoken.replace("v", "w"), spoken.replace("v", "b")]
    return tuple(dict.fromkeys(x for spelling in found if (x := spelling.replace(_SHORT_A, "a"))))


def _sounds(word: str) -> list[str]:
    """The sounds of a word, each short a that no letter shows as a sound of its own."""
    sounds: list[str] = []
    for letter in word:
        at = (ord(letter) - 0x0900) % 0x80
        if at in _CONSONANTS_AT:
            sounds += [_CONSONANTS[at - _CONSONANTS_AT.start], _SHORT_A]
        elif at in _VOWELS_AT:
            sounds.append(_VOWELS[at - _VOWELS_AT.start])
        elif at in _ANUSVARA:
            sounds.append("n")
        elif at == _DOT and len(sounds) > 1:
            sounds[-2] = _DOTTED.get(sounds[-2], sounds[-2])
        elif sounds and sounds[-1] == _SHORT_A and at == _SILENT:
            sounds.pop()
        elif sounds and at in _SIGNS_AT:
            sounds[-1] = _SIGNS[at - _SIGNS_AT.start]
    return sounds


def _spoken(sounds: list[str]) -> list[str]:
    """Without the short a between two sounded syllables, as northern speech has it."""
    out = list(sounds)
    for at in range(3, len(out) - 2):
        vowels = [out[x] in _SOUNDED for x in (at - 2, at - 1, at + 1, at + 2)]
        if out[at] == _SHORT_A and vowels == [True, False, False, True]:
            out[at] = ""
    return out
