"""Countries as the authorities' lists write them, made into ISO 3166-1 alpha-2 in lower case.

A place that is no country of today's ISO list (the Soviet Union, a town) gives nothing; the
reader counts it, and nobody guesses.
"""

import re
from functools import lru_cache

from knowntenant.facts.places import PLACES, find
from knowntenant.imports.lists.demonyms import DEMONYMS

_ISO = re.compile(r"[A-Z]{2}")
_NUMBERED = re.compile(r"(?:^|\s)\(?(?:\d{1,2}|[a-z])\)\s*")
_BRACKETS = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r"[;|\n]")
_LOOSE_PARTS = re.compile(r"[,/]|\band\b|\.\s")
_STATUS = re.compile(
    r"^(?:possibly|probably|reportedly|in|dual|former(?:ly)?)\s+"
    r"|\s+(?:citizenships?|citizen|nationals?|nationality|nationalities|by birth)\b.*$"
    r"|\s+(?:as (?:of|at)|since|until)\b.*$",
    re.IGNORECASE,
)
_LONGEST = 400  # characters of a cell that names countries; beyond it stands a story
# What lists write that the table of places, which serves customers' addresses, does not know.
_LISTS_OWN = {
    "burma": "mm",
    "car": "cf",
    "rdc": "cd",
    "libyan arab jamahiriya": "ly",
    "sultanate of oman": "om",
    "union of the comoros": "km",
    "congo (democratic republic)": "cd",
    "congo (kinshasa)": "cd",
    "congo (brazzaville)": "cg",
    "east timor": "tl",
    "north korea (democratic people's republic of korea)": "kp",
    "occupied palestinian territories": "ps",
    "region: gaza": "ps",
    "region: northern mali": "ml",
    "gaza": "ps",
    "georgia": "ge",  # a list means the country; its readers do not ask for the state
    "china, hong kong special administrative region": "hk",
    "west bank": "ps",
    "swaziland": "sz",
    "the gambia": "gm",
}


@lru_cache(maxsize=4096)
def country_code(text: str) -> str:
    """Return the alpha-2 code, lower case, of the one country that a text names; empty if none.

    A code of two or three letters or a name, in one of the languages that the table of places
    knows; a region gives the country it lies in.
    """
    plain = " ".join(text.split()).casefold()
    known = _LISTS_OWN.get(plain) or DEMONYMS.get(plain)
    if known:
        return known
    place = find(text)
    code = place.code if place else ""
    while code and not _ISO.fullmatch(code):
        code = PLACES[code].within
    return code.lower()


def country_codes(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of all countries that a cell names, and the parts that name none.

    Reads `1) Qatar 2) Kuwait`, `Qatar; Kuwait`, and drops a remark in brackets when the whole is
    no country: `Qatar (since 2009)`.
    """
    if len(text) > _LONGEST:
        return (), (text,)
    found: dict[str, None] = {}
    unknown: list[str] = []
    for part in _cut(text):
        codes = _codes(part)
        found |= dict.fromkeys(filter(None, codes))
        if not all(codes):
            unknown.append(part)
    return tuple(found), tuple(unknown)


def _codes(part: str) -> list[str]:
    """Return the code of a part, or of each of the countries it strings together; empty ones."""
    code = country_code(part) or country_code(_bare(part))
    if code:
        return [code]
    return [country_code(_bare(piece)) for piece in _LOOSE_PARTS.split(part) if piece.strip()]


def _bare(text: str) -> str:
    """Return a part without the remarks that lists add to a country."""
    return _STATUS.sub("", _BRACKETS.sub(" ", text).strip(" .,")).strip(" .,")


def _cut(text: str) -> list[str]:
    """Cut a cell at its numbers, semicolons and lines; a single country stays whole."""
    parts = (part for piece in _NUMBERED.split(text) for part in _PARTS.split(piece))
    return [part.strip(" .,") for part in parts if part.strip(" .,")]
