"""How common words of person names are, and which words between the names are no names."""

from functools import cache
from math import log

from knowntenant.screening.table_rows import table_rows

MILLION = 1_000_000
UNSEEN = 5.0  # parts per million: below any name of a table of 150 names a country
ALSO_NAMES = "also_name"
GIVEN, FAMILY = "g", "f"


def person_frequency(word: str, country: str = "", part: str = "") -> float:
    """Give the natural logarithm of the share of people who bear a name, estimated from its rank.

    country: ISO 3166-1 alpha-2 in lower case, or empty for the mean of all countries. part: `g`
    for a given name, `f` for a family name, empty for the more frequent of the two.
    """
    parts = (part,) if part else (GIVEN, FAMILY)
    return log(max(_share(word, country, one) for one in parts) / MILLION)


def person_countries(word: str) -> dict[str, float]:
    """Give the countries where a word is among the frequent names, with the share of people."""
    found: dict[str, float] = {}
    for _, country, share in _cells(word):
        found[country] = max(found.get(country, 0.0), share / MILLION)
    return found


def is_particle(word: str) -> bool:
    """Say whether a word stands between the names of a person, as `al`, `bin` or `von` do."""
    return word in _particles()


def is_title(word: str) -> bool:
    """Say whether a word is a title or form of address, and hardly ever a name."""
    return title_kind(word) not in ("", ALSO_NAMES)


def may_be_title(word: str) -> bool:
    """Say whether a word is a title, also where many people bear it as a name, as `sayed`."""
    return title_kind(word) != ""


def title_kind(word: str) -> str:
    """Give the kind of a title, such as `military`; empty for a word that is none."""
    return _titles().get(word, "")


def _share(word: str, country: str, part: str) -> float:
    """Give parts per million; a mean over all countries counts those without the name as unseen."""
    shares = {where: share for kind, where, share in _cells(word) if kind == part}
    if country and country in _countries():
        return max(shares.get(country, 0.0), UNSEEN)
    return max(sum(shares.values()) / max(len(_countries()), 1), UNSEEN)


def _cells(word: str) -> list[tuple[str, str, int]]:
    row = _shares().get(word, "")
    return [(cell[0], cell[1:3], int(cell[3:])) for cell in row.split()]


@cache
def _shares() -> dict[str, str]:
    return {word: cells for word, cells in table_rows("person_word_shares.tsv")}  # noqa: C416 - rows are lists of two


@cache
def _countries() -> frozenset[str]:
    return frozenset(cell[1:3] for row in _shares().values() for cell in row.split())


@cache
def _particles() -> frozenset[str]:
    return frozenset(
        word for _, words in table_rows("name_particles.tsv") for word in words.split()
    )


@cache
def _titles() -> dict[str, str]:
    return {word: kind for kind, words in table_rows("name_titles.tsv") for word in words.split()}
