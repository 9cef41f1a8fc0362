"""Names in Cyrillic letters in the Latin spellings that passports and lists use."""

# ruff: noqa: RUF001, RUF002 - names are written in their own script here

import re
from functools import lru_cache

_COMMON = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ђ": "dj", "ћ": "c", "џ": "dz",
    "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "қ": "k", "ғ": "g", "ә": "a", "ө": "o", "ү": "u", "ұ": "u",
    "һ": "h", "ң": "ng", "ҷ": "j", "ҳ": "h", "ӣ": "i", "ӯ": "u", "ҹ": "j", "җ": "j", "ҝ": "g",
    "ӱ": "u", "ӧ": "o", "ӑ": "a", "ӗ": "e", "ҥ": "ng", "ҡ": "k", "ҙ": "z", "ҫ": "s", "ӏ": "",
    "ѣ": "e", "ѳ": "f", "ѵ": "i",
}  # fmt: skip
_ICAO = {"ю": "iu", "я": "ia", "й": "i", "ъ": "ie", "є": "ie", "ї": "i"}
_UKRAINIAN = {"и": "y", "г": "h", "ґ": "g", "й": "i", "х": "kh"}
_BELARUSIAN = {"г": "h", "ў": "u", "й": "i", "е": "e", "х": "kh"}
_SERBIAN = {"ц": "c", "ч": "c", "ш": "s", "ж": "z", "х": "h", "в": "v", "ђ": "dj", "ћ": "c"}
_BULGARIAN = {"ъ": "a", "щ": "sht", "х": "h", "ц": "ts", "ж": "zh"}
_OWN = {"uk": _UKRAINIAN, "be": _BELARUSIAN, "sr": _SERBIAN}
_OTHERWISE: dict[str, tuple[dict[str, str], ...]] = {
    "ru": (),
    "uk": ({"г": "g", "й": "y"},),
    "be": ({"г": "g", "й": "y"},),
    "sr": ({"ч": "ch", "ш": "sh", "ж": "zh", "ћ": "ch"},),
}
_OPEN_E = re.compile("(?:(?<=[аеёиоуыэюяіїєьъ'])|^)е")
_HARD_END = re.compile("[иы]й$")
_BELARUSIAN_SOFT = re.compile("дз[іеяюь]|ц[ьеяю]")
_SERBIAN_LETTERS = frozenset("јљњђћџ")
_RUSSIFIED = (
    (re.compile("дз(?=[еёіюяьв])"), "д"),
    (re.compile("ц(?=[еёіюя])"), "т"),
    (re.compile("^у(?=[бвгджзклмнпрстфхцчшл])"), "в"),
    (re.compile("ў"), "в"),
    (re.compile("^а(?=ляксандр)|^а(?=ляксей)"), "а"),
    (re.compile("ля"), "ле"),
    (re.compile("ры"), "ри"),
    (re.compile("шч"), "щ"),
)


def _spelled(word: str, own: dict[str, str]) -> str:
    return "".join(own.get(letter) or _COMMON.get(letter, "") for letter in word)


def _by_sound(word: str, own: dict[str, str]) -> str:
    """Spelling with ye for an open е and iy for the ending."""
    return _spelled(_OPEN_E.sub("є", word), own | {"є": "ye", "ё": "yo"})


def language(name: str) -> str:
    """The language that the letters of a name give away: uk, be, sr, or ru for all others."""
    letters = set(name)
    if letters & {"ї", "є", "ґ"}:
        return "uk"
    if "ў" in letters or (
        "і" in letters and (letters & set("ыэё") or _BELARUSIAN_SOFT.search(name))
    ):
        return "be"
    if letters & _SERBIAN_LETTERS:
        return "sr"
    return "uk" if "і" in letters and not letters & set("ңқғәөүұһ") else "ru"


@lru_cache(maxsize=1 << 16)
def spellings(word: str, tongue: str = "ru") -> tuple[str, ...]:
    """The Latin spellings of one lower-case word, the likeliest first.

    tongue: what `language` says of the whole name.
    """
    own = _OWN.get(tongue, {})
    found = [_by_sound(word, own), _spelled(word, own | _ICAO)]
    ending = _HARD_END.search(word)
    if ending:
        stem = word[: ending.start()]
        found.insert(0, _spelled(stem, own) + "y")
        found.append(_spelled(stem, own | _ICAO) + "y")
        found.append(_spelled(stem, own) + "i")
    found.insert(0 if not ending else 1, _spelled(word, own))
    found += [_spelled(word, own | more) for more in _OTHERWISE[tongue]]
    found += _loans(word, own) if tongue == "ru" else []
    if tongue == "be":
        found.append(_spelled(_russian(word), {}))
    if "дж" in word:
        found.append(_spelled(word.replace("дж", "ҷ"), own))
    return tuple(dict.fromkeys(spelling for spelling in found if spelling))


def _loans(word: str, own: dict[str, str]) -> list[str]:
    """Readings of a word without a letter that only Russian has: foreign, Bulgarian, Ukrainian."""
    found = ["h" + _spelled(word[1:], own)] if word.startswith("г") else []
    if set(word) & {"щ", "ъ"}:
        found.append(_spelled(word, _BULGARIAN))
    if set(word) & {"г", "и"} and not set(word) & set("ыэёъ"):
        found.append(_spelled(word, _UKRAINIAN))
    return found


def _russian(word: str) -> str:
    """A Belarusian spelling brought nearer to the Russian one that lists often print."""
    for pattern, instead in _RUSSIFIED:
        word = pattern.sub(instead, word)
    return word
