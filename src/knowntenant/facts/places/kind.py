"""The kind of value that is a place: how people write one, and the nearest names when unknown."""

from knowntenant.facts.places.table import Place, find, nearest
from knowntenant.law.kinds import Kind, Unreadable


def read_place(text: str) -> Place:
    """Read a place by its code or any of its names."""
    place = find(text)
    if place is None:
        near = " or ".join(f"'{name}'" for name in nearest(text))
        hint = f"did you mean {near}?" if near else "write a code such as VN, or UA-43 for Crimea"
        message = f"'{text}' is no known place; {hint}"
        raise Unreadable(message)
    return place


PLACE = Kind("place", "VN", "a country, territory or region: its code or a name", read_place)
