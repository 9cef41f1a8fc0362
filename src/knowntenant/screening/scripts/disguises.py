"""Letters that look like others, and the digits and signs that stand in for letters."""

# ruff: noqa: RUF001 - letters that look alike are the matter here

import re

CYRILLIC_AS_LATIN = str.maketrans(
    "аавекмнорстухіјѕһԁԛԝёїзпгьєґ" + "АВЕКМНОРСТУХІЈЅҺԀԚԜЁЇ",
    "aabekmhopctyxijshdqweiznrbeg" + "abekmhopctyxijshdqwei",
)
GREEK_AS_LATIN = str.maketrans(
    "αοντυικχρεηωγβζμς" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aovtuikxpenwybzms" + "abezhikmnoptyx",
)
LATIN_AS_CYRILLIC = str.maketrans(
    "aceopxykmtibhsjuwnrëï" + "ABCEHIKMOPTXYSJËÏ",
    "асеорхукмтівһѕјишпгёї" + "авсенікмортхуѕјёї",
)
LATIN_AS_GREEK = str.maketrans(
    "aoevtuikxpnwybzm" + "ABEZHIKMNOPTYX",
    "αοεντυικχρηωγβζμ" + "αβεζηικμνορτυχ",
)

_DIGIT = {"0": "o", "3": "e", "4": "a", "5": "s", "@": "a", "$": "s"}
_FEWEST = 3
_DISGUISED = re.compile(r"[01345@$]")
_MODEL = re.compile(r"^\d+(?:st|nd|rd|th)$|^\d\d|\d\d$|\d\d\d")
_TWO_DIGITS = re.compile(r"\d\d")
_TWO_AND_ZERO = re.compile("[a-z][a-z]0")
_VOWELS = frozenset("aeiouy")


def _one(before: str, after: str) -> str:
    """What a 1 stands for: an l beside a vowel, an i between consonants or at their edge."""
    if before in _VOWELS:
        return "l"
    return "l" if not before and after in _VOWELS else "i"


def undo_digits(word: str) -> str:
    """The word with digits that stand in for letters read as those letters.

    word: lower case, without spaces. Only words that are otherwise letters are touched, three of
    them at least and more than digits, twice as many where two digits stand side by side (which
    only counts inside a word): the rest are numbers, models and ordinals.
    """
    marks = [at for at, letter in enumerate(word) if not letter.isalpha()]
    letters_left = len(word) - len(marks)
    needed = 2 * len(marks) if _TWO_DIGITS.search(word) else len(marks) + 1
    if letters_left < max(_FEWEST, needed) and not _TWO_AND_ZERO.fullmatch(word):
        return word
    if not all(_DISGUISED.match(word[at]) for at in marks) or _MODEL.search(word):
        return word
    letters = list(word)
    for at in marks:
        before, after = word[max(at - 1, 0) : at], word[at + 1 : at + 2]
        letters[at] = _one(before, after) if word[at] == "1" else _DIGIT[word[at]]
    return "".join(letters)
