"""Numbers of documents and companies read out of the sentences that lists print them in.

Only what stands beside a word that says what it is is taken, or alone in a field that does; a
sentence without such a number gives nothing and stays a remark.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from knowntenant.imports.lists.countries import country_code
from knowntenant.screening.entry import Identifier, IdKind

_MARKS = re.compile(r"(?:^|(?<=[\s,;.)]))\(?(?:\d{1,2}|[a-zA-Z])\)\s*")
_END = re.compile(
    r"\b(?:issued?|expir\w+|valid|date of|place of|under (?:the )?name|subsequently|revoked)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:\b(?:numbers?|no|nos|id|code|card|ssn|cnic)\b[.:\s]*)+", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?<![\w/.-])(?:[A-Z]{1,4}[-.]? ?)?\d[\w./-]*(?:[ -]\d[\w./-]*)*|\b[A-Z0-9]{8,}\b"
)
_LEAST_DIGITS = 4
_BRACKET = re.compile(r"\(([^()]*)\)")
_WORDS = re.compile(r"[A-Za-z][A-Za-z'-]+")
_TELLING = (
    (
        IdKind.IMO,
        re.compile(
            r"\bIMO(?:\s*\(?(?:number|no|company number)\)?)?\.?:?\s*(\d{7})\b", re.IGNORECASE
        ),
    ),
    (IdKind.MMSI, re.compile(r"\bMMSI(?:\s*(?:number|no))?\.?:?\s*(\d{9})\b", re.IGNORECASE)),
    (
        IdKind.SWIFT,
        re.compile(
            r"\b(?:SWIFT(?:/BIC)?|BIC)(?: code)?:?\s*"
            r"([A-Z]{4} ?[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b"
        ),
    ),
    (IdKind.LEI, re.compile(r"\b(?:LEI|Legal Entity Identifier)\W{0,3}([A-Z0-9]{18}\d{2})\b")),
    (
        IdKind.TAX,
        re.compile(
            r"\b(?:Tax(?:payer)? (?:Registration |Identification )?(?:Number|ID(?: No)?|No)"
            r"|INN|TIN)\.?:?\s*([A-Z]{0,3}\d[\d-]{5,})"
        ),
    ),
    (
        IdKind.REGISTRATION,
        re.compile(
            r"\b(?<!Tax )(?:(?:State |Company |Business |Commercial )?Registration (?:Number|No)"
            r"|OGRN)\.?(?: \([A-Z]+\))?:?\s*([A-Z]{0,3}/?\d[\d/-]{3,})",
            re.IGNORECASE,
        ),
    ),
)


def numbers(kind: IdKind, text: str, country: str = "") -> Iterator[Identifier]:
    """Give the numbers of a field that holds documents of one kind, numbered or not.

    Args:
        kind: of the documents.
        text: such as `(1) 123456 (Syria) issued on 3 May 2010 (2) Passport no. A98765`.
        country: of issue where another field tells it, by code or name.
    """
    for piece in _MARKS.split(text):
        head = _END.split(piece, maxsplit=1)[0]
        label = _LABEL.search(head)
        found = _NUMBER.search(head[label.end() :]) if label else None
        found = found or _NUMBER.search(head)
        if found and sum(map(str.isdigit, found[0])) >= _LEAST_DIGITS:
            where = country_code(country) if country else country_in(head)
            yield Identifier(kind, found[0].strip(" .-/"), where)


@lru_cache(maxsize=256)  # lists of a row for each name repeat their words row by row
def told(text: str) -> tuple[Identifier, ...]:
    """Return the numbers of free words that say themselves what they are (IMO, SWIFT, tax, ...)."""
    return tuple(
        Identifier(kind, found[1].replace(" ", "").strip("-/"))
        for kind, form in _TELLING
        for found in form.finditer(text)
    )


def country_in(text: str) -> str:
    """Return the code of the country that words name, in brackets or by up to three of them."""
    for inside in _BRACKET.findall(text):
        code = country_code(inside.strip()) if inside.strip() else ""
        if code:
            return code
    words = _WORDS.findall(text)
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size])
            code = country_code(phrase) if phrase[0].isupper() and len(phrase) > size + 1 else ""
            if code and (len(phrase) > len("xx") or phrase.isupper()):
                return code
    return ""
