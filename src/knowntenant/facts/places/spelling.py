"""How the spellings of places in 7.301's sense are compared; which place is meant is the table's.

Two texts are one spelling when they differ in nothing but letter case, width, accents, spaces,
punctuation, "the", or "&" for "and".
"""

import re
import unicodedata

# Texts that people and exports write for "no answer", as `plain` leaves them. The slash and the
# dots matter: "n/a" is no answer, while "NA" is Namibia's code.
UNKNOWN_WORDS = frozenset(
    {
        "", "#n/a", "(blank)", "-", "--", "---", ".", "?", "??", "blank", "empty", "n.a", "n.a.",
        "n/a", "n\\a", "nan", "nil", "none", "not applicable", "not available", "not provided",
        "not specified", "null", "other", "tba", "tbd", "undefined", "unknown", "unspecified",
        "xx", "zz", "—", "–", "无", "н/д",  # noqa: RUF001 (dashes are what people type)
    }
)  # fmt: skip
_ARTICLE = re.compile(r"\bthe\b")
# Unicode takes none of these apart: letters with a stroke or without a dot, and, left out
# altogether, the turned comma of Uzbek and Hawaiian and the Arabic letter stretcher.
_LETTERS = str.maketrans("ıđøł", "idol", "ʻʼـ")


def plain(text: str) -> str:
    """Return the text in one letter case and width, with single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def key(text: str) -> str:
    """Return what is compared: the letters and digits, without accents and articles."""
    words = _ARTICLE.sub("", plain(text)).replace("&", "and").translate(_LETTERS)
    return "".join(filter(_counts, unicodedata.normalize("NFKD", words)))


def _counts(sign: str) -> bool:
    """Say whether a sign is part of the word; an accent or a stop is not."""
    # A mark of class 0 is a vowel of an Indic or other script, not an accent.
    vowel = unicodedata.category(sign).startswith("M") and not unicodedata.combining(sign)
    return sign.isalnum() or vowel
