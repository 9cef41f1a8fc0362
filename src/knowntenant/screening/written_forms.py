"""Legal forms and plain words in scripts other than Latin, parted from a name as it is written.

A name in Chinese or Japanese has no spaces, and a reading of Arabic guesses its vowels; so legal
forms are set aside, and plain words parted, before the name is put into Latin letters.
"""

import re
from functools import cache

from knowntenant.screening.table_rows import table_rows

_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3200-\u32ff\u3400-\u9fff\uac00-\ud7af]")
_HAN = re.compile("[\u3400-\u9fff]")


def strip_written_forms(text: str) -> tuple[str, tuple[str, ...]]:
    """Give a name without the legal forms in its own script, and the classes of those set aside.

    Latin letters are left alone: `strip_legal_forms` is for their words. A name that would vanish
    stays as it is.
    """
    if text.isascii():
        return text, ()
    forms: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        forms.append(_classes()[_bare(match.group())])
        return " "

    rest = " ".join(_pattern().sub(put_aside, text).split())
    if not any(sign.isalnum() for sign in rest):
        return text, ()
    return (rest, tuple(dict.fromkeys(forms))) if forms else (text, ())


def part_plain_words(text: str) -> str:
    """Put spaces around the plain words of Chinese company names, such as places and trades."""
    if not _HAN.search(text):
        return text
    return " ".join(_plain_words().sub(r" \g<0> ", text).split())


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


@cache
def _spellings() -> list[tuple[str, str, str]]:
    """Give class, place and spelling, the longest first."""
    found = [
        (form, where, spelling.strip())
        for form, where, spellings in table_rows("legal_forms.tsv")
        for spelling in spellings.split(";")
        if not spelling.isascii()
    ]
    return sorted(found, key=lambda row: -len(row[2]))


@cache
def _classes() -> dict[str, str]:
    return {_bare(spelling): form for form, _, spelling in reversed(_spellings())}


@cache
def _pattern() -> re.Pattern[str]:
    every = "|".join(_one(where, words) for _, where, words in _spellings())
    return re.compile(every, re.IGNORECASE)


def _one(where: str, spelling: str) -> str:
    parts = [re.escape(part) for part in re.split(r"[\s.]+", spelling) if part]
    pattern = r"[\s.]*".join(parts)
    if _UNSPACED.search(spelling):
        return pattern
    pattern = rf"(?<!\w){pattern}(?!\w)"
    if where == "any":
        return pattern
    return rf"(?:^\W*{pattern}|{pattern}(?=\W*$))"


@cache
def _plain_words() -> re.Pattern[str]:
    words = [word for row in table_rows("chinese_words.tsv") for word in row[1].split()]
    return re.compile("|".join(sorted(words, key=len, reverse=True)))
