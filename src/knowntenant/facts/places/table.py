"""The table of places behind "foreign jurisdiction" in 7.301: which place a text names.

It knows names, codes and what lies within what. Whether a person is foreign, and whether a
measure reaches a place, is decided in other rooms.

`within` follows the way ISO 3166 and United States law list a place; it takes no side in a
dispute. Two letters alone are an ISO code: "CA" is Canada, never California. A name that two
places share ("Korea", "Congo", "Virgin Islands") is no place here, so that a person chooses.
"""

import csv
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from knowntenant.facts.places.spelling import UNKNOWN_WORDS, key, plain

_LONGEST = 100  # characters; twice the longest spelling in the table
_SHORTEST_HINT = 4  # letters; under that, likeness of spelling is chance
_LIKENESS = 0.65  # so that "Korea" still brings up both Koreas, at two thirds
_MOST_HINTS = 3


class PlaceKind(StrEnum):
    """What a row of the table is."""

    COUNTRY = "country"
    DISPUTED = "disputed"
    REGION = "region"
    TERRITORY = "territory"


@dataclass(frozen=True, slots=True)
class Place:
    """A place where someone may live, be located or be organised (7.301).

    `code` is an ISO 3166 code, or our own with "-X-" in it where ISO has none. `within` is the
    code of the next larger place, empty for none. `united_states` says whether the place counts
    as United States territory. `source` says in words what the row rests on.
    """

    code: str
    name: str
    kind: PlaceKind
    within: str
    united_states: bool
    source: str

    def __str__(self) -> str:
        return self.name


def _place(row: Mapping[str, str]) -> Place:
    return Place(
        code=row["code"],
        name=row["name"],
        kind=PlaceKind(row["kind"]),
        within=row["within"],
        united_states=row["united_states"] == "yes",
        source=row["source"],
    )


def load(lines: Iterable[str]) -> tuple[dict[str, Place], dict[str, Place]]:
    """Read the table; return the places by code, and by the key of each of their spellings.

    Raises:
        ValueError: a spelling names two places, or a place stands twice or above the one that
            it lies within (that order rules out circles).
    """
    places: dict[str, Place] = {}
    spellings: dict[str, Place] = {}
    for row in csv.DictReader(lines):
        place = _place(row)
        if place.code in places or (place.within and place.within not in places):
            message = f"{place.code} stands twice, or not below {place.within}"
            raise ValueError(message)
        places[place.code] = place
        for spelling in (place.code, place.name, *filter(None, row["also"].split(";"))):
            known = spellings.setdefault(key(spelling), place)
            if known != place:
                message = f"{spelling!r} names both {known.code} and {place.code}"
                raise ValueError(message)
    return places, spellings


_TABLE = resources.files(__package__).joinpath("places.csv").read_text(encoding="utf-8")
_PLACES, _SPELLINGS = load(_TABLE.splitlines())
_HINTS = tuple(spelling for spelling in _SPELLINGS if len(spelling) >= _SHORTEST_HINT)

PLACES: Mapping[str, Place] = MappingProxyType(_PLACES)


def find(text: str) -> Place | None:
    """Return the place that a code, name or other spelling means, or None.

    "Delaware, US" and "DE, US" name the region of that country; "DE" alone is Germany. None is
    for a person to look at, and never to be read as "abroad" or "at home".
    """
    return _find(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=8192)
def _find(text: str) -> Place | None:
    if plain(text) in UNKNOWN_WORDS:
        return None
    return _SPELLINGS.get(key(text)) or _find_region(text)


def _find_region(text: str) -> Place | None:
    """Return what "region, country" or "region (country)" names, if the one lies in the other."""
    region, _, larger = text.replace("(", ",").rpartition(",")
    outer = _find(larger) if region else None
    if outer is None:
        return None
    inner = _SPELLINGS.get(key(f"{outer.code}-{region}")) or _SPELLINGS.get(key(region))
    return inner if inner is not None and lies_in(inner, outer.code) else None


def nearest(text: str) -> tuple[str, ...]:
    """Return the names of at most three places the writer may have meant, likeliest first.

    The two letters of a region ("TX") bring up the regions that carry them in their code.
    """
    return _nearest(key(text)) if len(text) <= _LONGEST and plain(text) not in UNKNOWN_WORDS else ()


@lru_cache(maxsize=1024)
def _nearest(meant: str) -> tuple[str, ...]:
    ending = f"-{meant.upper()}"
    found = [p for p in PLACES.values() if key(p.name.partition(" (")[0]) == meant]
    found += [place for code, place in PLACES.items() if code.endswith(ending)]
    if len(meant) >= _SHORTEST_HINT:
        alike = difflib.get_close_matches(meant, _HINTS, n=4 * _MOST_HINTS, cutoff=_LIKENESS)
        found += [_SPELLINGS[spelling] for spelling in alike]
    return tuple(dict.fromkeys(place.name for place in found))[:_MOST_HINTS]


def lies_in(place: Place, other_code: str) -> bool:
    """Say whether the place is the one with that code, or lies within it at any depth."""
    code = place.code
    while code and code != other_code:
        code = PLACES[code].within
    return bool(code)
