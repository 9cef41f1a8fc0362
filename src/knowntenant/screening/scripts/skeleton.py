"""A key that the spellings of one name in Latin letters have together: its consonants, by sound."""

import re
from functools import lru_cache

_PAIRS = {
    "shch": "X", "tsch": "X", "tch": "X", "dzh": "J", "sch": "X", "sh": "X", "ch": "X",
    "cz": "X", "sz": "X", "kh": "H", "gh": "G", "dh": "D", "th": "T", "ph": "F", "zh": "J",
    "dj": "J", "ck": "K", "cq": "K", "tz": "TS", "qu": "K", "ce": "S.", "ci": "S.", "cy": "S.",
}  # fmt: skip
_PAIR = re.compile("s(?:hch|ch|h|z)|t(?:sch|ch|h|z)|d(?:zh|h|j)|[gkpz]h|c(?:[hkqzy]|[ei])|qu")
_GLIDE = re.compile("(?<=[aou])w(?=[bcdfghjklmnpqrstxz])")
_SILENT = re.compile("(?<=[aeiouy])h+$|(?<=[eioy])j$")
_LETTERS = str.maketrans(
    {letter: letter.upper() for letter in "bdfghjklmnprstvz"}
    | dict.fromkeys("aeiouy", ".")
    | {"c": "K", "q": "K", "w": "V", "x": "KS"}
)
_TWICE = re.compile(r"(.)\1+")
_LAST = {"D": "T", "B": "P", "F": "V"}
_VOWELS = str.maketrans("eiyaou", "IIIAUU", "bcdfghjklmnpqrstvwxz0123456789")


@lru_cache(maxsize=1 << 18)
def skeleton(latin_word: str) -> str:
    """The key of one Latin lower-case word; the key of a key is itself.

    Vowels count only at the start, and in words of one consonant. It is meant for finding: two
    words with one key are worth comparing, no more.
    """
    if latin_word.isupper() or latin_word.isdigit():
        return latin_word
    word = latin_word
    if word.endswith(("h", "j")):
        word = _SILENT.sub("", word)
    if "w" in word:
        word = _GLIDE.sub("", word)
    sounds = _PAIR.sub(_pair, word).translate(_LETTERS)
    key = _TWICE.sub(r"\1", sounds).replace(".", "")
    first = latin_word[:1]
    start = ""
    if first in "aeiouy":
        start = "Y" if first == "y" or (first == "i" and latin_word[1:2] in "aou") else "A"
    elif first == "x":
        key = "X" + key[2:]
    if len(key) < 2:  # noqa: PLR2004 - one consonant alone tells too little
        return start + key + _TWICE.sub(r"\1", latin_word[len(start) :].translate(_VOWELS))
    return start + key[:-1] + _LAST.get(key[-1], key[-1])


def _pair(found: re.Match[str]) -> str:
    return _PAIRS[found[0]]
