"""Names in Hebrew and Greek letters in Latin spellings."""

# ruff: noqa: RUF001, RUF002, SIM905 - names are written in their own script here

from functools import lru_cache

_HEBREW = dict(
    zip(
        "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
        "a b g d h v z h t y kh k l m m n n s a f p ts ts k r sh t".split(),
        strict=True,
    )
)
_GREEK_PAIRS = (
    ("ου", "ou"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("γγ", "ng"), ("τζ", "tz"), ("αυ", "av"),
    ("ευ", "ev"), ("ηυ", "iv"), ("αι", "ai"), ("ει", "ei"), ("οι", "oi"),
)  # fmt: skip
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
_ACCENTS = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")


@lru_cache(maxsize=1 << 14)
def hebrew(word: str) -> tuple[str, ...]:
    """The spellings of one unvowelled Hebrew word: ו and י as vowels, then as consonants."""
    vowels = {"ו": "o", "י": "i"}
    soft = {"ב": "v", "כ": "kh", "פ": "f"}
    found = []
    for table in (vowels, vowels | {"ו": "u"}, {}, vowels | soft, soft):
        letters = [table.get(letter) or _HEBREW.get(letter, "") for letter in word]
        letters[0] = _HEBREW.get(word[0], "")
        if word.endswith("ה") and len(word) > 1:
            letters[-1] = "ah"
        found.append(_voiced(letters))
    return tuple(dict.fromkeys(spelling for spelling in found if spelling))


def _voiced(letters: list[str]) -> str:
    """Consonants with an a between, where two would stand together."""
    out = ""
    for letter in letters:
        if letter and out and out[-1] not in "aeiou" and letter[0] not in "aeiou":
            out += "a"
        out += letter
    return out


@lru_cache(maxsize=1 << 14)
def greek(word: str) -> tuple[str, ...]:
    """The spellings of one Greek word: by the modern sounds, then letter by letter."""
    plain = word.translate(_ACCENTS)
    sounded = plain
    for pair, latin in _GREEK_PAIRS:
        sounded = sounded.replace(pair, latin)
    first = "".join(_GREEK.get(letter, letter) for letter in sounded)
    letters = "".join(_GREEK.get(letter, letter) for letter in plain.replace("ου", "ou"))
    found = (first, letters, first.replace("ch", "h"), letters.replace("v", "b").replace("y", "u"))
    return tuple(dict.fromkeys(found))
