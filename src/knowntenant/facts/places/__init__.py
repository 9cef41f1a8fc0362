"""Places: the countries, territories, regions and disputed areas a fact may name."""

from knowntenant.facts.places.spelling import UNKNOWN_WORDS
from knowntenant.facts.places.table import PLACES, Place, PlaceKind, find, lies_in, nearest

__all__ = ["PLACES", "UNKNOWN_WORDS", "Place", "PlaceKind", "find", "lies_in", "nearest"]
