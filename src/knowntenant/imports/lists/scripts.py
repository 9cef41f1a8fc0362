"""The script in which a name is written, told by its letters."""

import unicodedata
from collections import Counter
from functools import lru_cache

# First word of a letter's Unicode name, and the ISO 15924 code of its script.
_CODES = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "KHMER": "Khmr",
    "LAO": "Laoo",
    "LATIN": "Latn",
    "MONGOLIAN": "Mong",
    "MYANMAR": "Mymr",
    "SINHALA": "Sinh",
    "SYRIAC": "Syrc",
    "TAMIL": "Taml",
    "THAANA": "Thaa",
    "THAI": "Thai",
    "TIBETAN": "Tibt",
}


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script of most letters; empty for Latin and for none.

    A name with kana in it is Japanese, however many Chinese signs stand beside them.
    """
    if text.isascii():
        return ""
    counts = Counter(code for sign in text if (code := _code(sign)))
    if "Jpan" in counts:
        return "Jpan"
    code = max(counts, key=lambda code: counts[code], default="")
    return "" if code == "Latn" else code


@lru_cache(maxsize=8192)
def _code(sign: str) -> str:
    if not sign.isalpha():
        return ""
    return _CODES.get(unicodedata.name(sign, "").split(" ")[0], "")
