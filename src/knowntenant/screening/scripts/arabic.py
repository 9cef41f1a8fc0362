"""Names in Arabic letters (Arabic, Persian, Dari, Pashto, Urdu, Kurdish) in Latin spellings."""

# ruff: noqa: RUF001 - names are written in their own script here

from functools import lru_cache

from knowntenant.screening.scripts import tables
from knowntenant.screening.scripts.arabic_sounds import short_sounded, sounded

_KEY = str.maketrans(
    "یىئېۍێے" + "کڪ" + "ګ" + "ہھەۀةۂ" + "ؤۆۇ" + "أإآٱ",
    "ي" * 7 + "ك" * 2 + "گ" + "ه" * 6 + "و" * 3 + "ا" * 4,
    "ءٔـ",
)
_SERVANT = "عبد"
_WELL_KNOWN = 3  # spellings; a word with fewer may have vowels that the table lacks
_GOD = "الله"
_FAITH = "الدين"
_ARTICLE = "ال"
_SECOND_HALVES = frozenset({"الرحمن", "الرحمان", "الحق", "الاسلام", "العابدين", "الزمان"})
_FIXED: dict[str, tuple[str, ...]] = {
    "بن": ("bin", "ben", "ibn"),
    "ابن": ("ibn", "bin", "ben"),
    "بنت": ("bint",),
    "ابو": ("abu", "abou", "abo"),
    "بو": ("bou", "bu"),
    "ابي": ("abi", "abu"),
    "ابا": ("aba", "abu"),
    "ام": ("umm", "um", "om"),
    "ال": ("al", "el"),
    "ولد": ("ould", "walad"),
    "ذو": ("dhu", "zul"),
    "عبد": ("abd", "abdul"),
    "الله": ("allah", "ullah"),
    "الدين": ("al din", "uddin", "eddine"),
    "و": ("wa", "and"),
    "علي": ("ali", "aly"),
    "كل": ("gul", "kul", "gol"),
}


def fold(word: str) -> str:
    """One word with the letter forms that writers mix up made one; vowel signs must be gone."""
    return word.translate(_KEY)


def spellings(words: list[str]) -> list[tuple[str, ...]]:
    """The Latin spellings of each piece of a name, the likeliest first.

    words: of one name, cleaned. A piece is a word, or the words that are read as one
    (عبد الرحمن, حبيب الله); a spelling may hold spaces.
    """
    folded = [fold(word) for word in words]
    parts = [
        part
        for at, word in enumerate(folded)
        for apart in _before_article(word, folded[at + 1] if at + 1 < len(folded) else "")
        for part in _parts(apart)
    ]
    pieces: list[tuple[str, ...]] = []
    at = 0
    while at < len(parts):
        after = parts[at + 1] if at + 1 < len(parts) else ""
        piece, used = _piece(parts[at], after)
        pieces.append(piece)
        at += used
    return pieces


def _before_article(word: str, after: str) -> list[str]:
    """A word that has an abd at its end, which belongs to the word after it (محمدعبد الله)."""
    if word.endswith(_SERVANT) and word != _SERVANT and _has_article(after):
        return [word[: -len(_SERVANT)], _SERVANT]
    return [word]


def _parts(word: str) -> list[str]:
    """A written word cut where two names were written together."""
    if word.startswith(_SERVANT + _ARTICLE) and len(word) > len(_SERVANT + _ARTICLE) + 1:
        return [_SERVANT, word[len(_SERVANT) :]]
    if word.startswith("ابوال") and len(word) > 6:  # noqa: PLR2004 - its 5 letters, and a name
        return ["ابو", word[3:]]
    for tail in (_GOD, _FAITH):
        if word.endswith(tail) and len(word) > len(tail) + 1:
            return [word[: -len(tail)], tail]
    return [word]


def _piece(word: str, after: str) -> tuple[tuple[str, ...], int]:
    """The spellings of the piece that begins with word, and how many words it takes."""
    if word == _SERVANT and (after == _GOD or _has_article(after)):
        return _servant(after), 2
    if after == _GOD and word not in _FIXED:
        own = _bare(word)
        return (f"{own[0]}ullah", f"{own[0]} allah", *(f"{x}ullah" for x in own[1:3])), 2
    if after == _FAITH and word not in _FIXED:
        own = _bare(word)
        near = (f"{own[0]} al din", f"{own[0]}uddin", f"{own[0]} uddin", f"{own[0]}eddine")
        return (*near, *(f"{x}uddin" for x in own[1:3])), 2
    if word in _FIXED:
        return _FIXED[word], 1
    if after in _SECOND_HALVES and not _has_article(word):
        return _two_halves(_word(word)[0], _word(after[2:])), 2
    return (_with_article(word) if _has_article(word) else _word(word)), 1


def _two_halves(first: str, second: tuple[str, ...]) -> tuple[str, ...]:
    """A name of two words with the article between, as in Aziz ur Rahman."""
    near, far = second[0], second[min(1, len(second) - 1)]
    return (
        f"{first} al {near}",
        f"{first} ur {near}",
        f"{first}ur{near}",
        f"{first}ul{near}",
        f"{first} ul {far}",
        f"{first}ur{far}",
    )


def _has_article(word: str) -> bool:
    return word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1


def _servant(of: str) -> tuple[str, ...]:
    """Abd with the word it stands before: God, or one of His names with the article."""
    if of == _GOD:
        return ("abdullah", "abd allah", "abdallah", "abdollah")
    first, second, *_ = (*_word(of[2:]), *_word(of[2:])[-1:])
    return (f"abdul {first}", f"abd al {first}", f"abdul{first}", f"abdel {second}",
            f"abd al {second}", f"abdol{second}")  # fmt: skip


def _bare(word: str) -> tuple[str, ...]:
    return _word(word[2:] if _has_article(word) else word)


def _with_article(word: str) -> tuple[str, ...]:
    """Al- and the word; the whole too where lists know it as a name of its own (الهام: elham)."""
    bare = _word(word[2:])
    whole = tables.spellings("arabic_words").get(word, ())
    return (f"al {bare[0]}", *whole[:1], *(f"al {x}" for x in bare[1:4]), f"el{bare[0]}")


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> tuple[str, ...]:
    """The spellings of one word without article: known ones first, then by its sounds."""
    known = tables.spellings("arabic_words").get(word, ())
    if known:
        more = (*sounded(word), *(short_sounded(word) if len(known) < _WELL_KNOWN else ()))
        return (*known, *(x for x in more if x not in known))[:7]
    return (*_two_names(word), *sounded(word), *short_sounded(word)) or (word,)


def _two_names(word: str) -> tuple[str, ...]:
    """Two known names written as one word (محمدجان), split and joined."""
    known = tables.spellings("arabic_words")
    cuts = [(word[:at], word[at:]) for at in range(len(word) - 2, 2, -1)]
    for first, second in cuts:
        if first in known and second in known:
            one, two = known[first][0], known[second][0]
            return (f"{one} {two}", f"{one}{two}")
    return ()
