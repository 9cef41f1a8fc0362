"""A name brought to plain words: disguises undone, Latin letters in ASCII, spaces between."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from knowntenant.screening.scripts.disguises import (
    CYRILLIC_AS_LATIN,
    GREEK_AS_LATIN,
    LATIN_AS_CYRILLIC,
    LATIN_AS_GREEK,
    undo_digits,
)

_PLAIN = re.compile(r"[A-Za-z ,'\-]*").fullmatch
_PILE = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}")
_MARKS = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]+"
)
_UNSEEN = re.compile(
    r"[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    r"\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    r"\U000e0000-\U000e0fff]+"
)
_APOSTROPHES = re.compile(
    "['`\u00b4\u02b0-\u02ff\u2018\u2019\u201b\u2032\u055a\u05f3\u05f4\uff07]+"
)
_DOTTED = re.compile(r"(?<![^\W_])[^\W_](?:[._*\u00b7]-?[._*\u00b7]?[^\W_](?![^\W_]))+\.?")
_DASHED = re.compile(r"(?<![^\W_])[^\W_](?:-[^\W_](?![^\W_])){3,}")
_GAP = re.compile(r"[\W_]+")
_TWO_LETTER_FORMS = frozenset(
    {"ab", "ad", "ag", "as", "bv", "co", "cv", "jv", "kg", "kk", "lp", "nv", "oy", "pt", "pc", "sa"}
    | {"sc", "se", "sh", "sl", "sp"}
)
_LEAST_SPELLED = 3
_LAYERS = 4
_FOREIGN = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]|[\u0400-\u052f]")
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f\u0250-\u02af\u1e00-\u1eff]")


def clean(text: str) -> str:
    """The words of a name in lower case, one space between them.

    Invisible characters, piles of accents, look-alike letters, digits in the place of letters and
    spelled-out words (B.A.N.K) are undone. Latin letters come out as ASCII; other scripts stay, for
    `readings` to read. Apostrophes vanish (O'Brien: obrien); hyphens part words.
    """
    if _PLAIN(text):
        words = text.lower().replace(",", " ").replace("-", " ").replace("'", "").split()
        if [*map(len, words)].count(1) < _LEAST_SPELLED:
            return " ".join(words)
    return _clean(text)


@lru_cache(maxsize=1 << 16)
def _clean(text: str) -> str:
    """The long way: once, and again while one disguise still hides another."""
    cleaned = _once(text)
    for _ in range(_LAYERS):
        if cleaned.isalpha() and cleaned.isascii():
            break
        before, cleaned = cleaned, _once(cleaned)
        if cleaned == before:
            break
    return cleaned


def _once(text: str) -> str:
    shown = _composed(text)
    shown = _DASHED.sub(lambda m: m[0].replace("-", ""), _DOTTED.sub(_joined, shown))
    foreign = _FOREIGN.search(shown) is not None
    words = [word for token in shown.split() for word in _words(token, shown, foreign=foreign)]
    return " ".join(_spelled_out(words))


def _composed(text: str) -> str:
    """Characters in their usual form, without the ones that nobody sees."""
    shown = _UNSEEN.sub("", text)
    shown = unicodedata.normalize("NFKC", _PILE.sub("", shown))
    shown = _UNSEEN.sub("", _MARKS.sub("", shown))
    return _APOSTROPHES.sub("", shown).replace("&", " and ").strip()


def _joined(found: re.Match[str]) -> str:
    """A dotted spelling as one word, unless it is a pair of initials."""
    letters = re.sub(r"[._*\u00b7]", "", found[0])
    pair = len(letters) == 2  # noqa: PLR2004 - initials are two
    if pair and letters.lower() not in _TWO_LETTER_FORMS:
        return " ".join(letters) + " "
    return letters


def _words(token: str, name: str, *, foreign: bool) -> list[str]:
    """The words of one token: look-alikes and digits undone, Latin letters in ASCII."""
    if foreign and _FOREIGN.search(token):
        token = _one_script(token, name)
    token = token.lower()
    if not token.isalpha() and not token.isdigit():
        trimmed = token.strip('!?.,;:()[]{}<>"#*/\\|-_')
        token = undo_digits(trimmed) if trimmed else ""
    words = _split(token)
    return [_ascii(word) if _LATIN.search(word) and not word.isascii() else word for word in words]


def _split(token: str) -> list[str]:
    """Cut at everything that is neither letter, digit nor a vowel sign of a script with such."""
    if token.isalnum():
        return [token]
    shown = [c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in token]
    return "".join(shown).split()


def _ascii(word: str) -> str:
    return _GAP.sub("", anyascii(word).lower())


def _one_script(token: str, name: str) -> str:
    """A token of mixed scripts in the script that most of its letters have."""
    latin = len(_LATIN.findall(token))
    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in token)
    greek = len(_FOREIGN.findall(token)) - cyrillic
    if not latin:
        return _whole_disguise(token, name)
    if latin >= max(cyrillic, greek):
        return token.translate(CYRILLIC_AS_LATIN).translate(GREEK_AS_LATIN)
    return token.translate(LATIN_AS_CYRILLIC if cyrillic >= greek else LATIN_AS_GREEK)


def _whole_disguise(token: str, name: str) -> str:
    """A word wholly of look-alikes counts as Latin where the rest of the name is Latin."""
    rest = name.replace(token, " ")
    if len(_LATIN.findall(rest)) <= len(_FOREIGN.findall(rest)):
        return token
    shown = token.translate(CYRILLIC_AS_LATIN).translate(GREEK_AS_LATIN)
    return shown if shown.isascii() else token


def _spelled_out(words: list[str]) -> list[str]:
    """Runs of single letters as one word where they spell one (a h m e d), not initials (j r r)."""
    if not any(len(word) == 1 for word in words):
        return words
    out: list[str] = []
    run: list[str] = []
    for word in [*words, ""]:
        if len(word) == 1 and word.isalpha():
            run.append(word)
            continue
        out += ["".join(run)] if _spells(run) else run
        run = []
        if word:
            out.append(word)
    return out


def _spells(run: list[str]) -> bool:
    vowels = sum(letter in "aeiouy" for letter in run)
    return len(run) > _LEAST_SPELLED or (len(run) == _LEAST_SPELLED and 0 < vowels < len(run))
