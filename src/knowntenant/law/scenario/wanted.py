"""What is expected of a value: read by the form in which the decision answers, then compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from knowntenant.law.answer import UNKNOWN
from knowntenant.law.days import day_of
from knowntenant.law.kinds import TEXT, Form, Kind, ListOf, Unreadable, fold
from knowntenant.law.scenario.node import Listed, Node, Reader, Scalar

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Exactly:
    """One value; None for `none`. words: free words, compared without case."""

    value: object
    words: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """A list: complete and in any order where the whole is expected."""

    items: "tuple[Wanted, ...]"


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping, by the keys that are given."""

    keys: "Mapping[str, Wanted]"


Wanted = Exactly | Every | Keyed


def read_wanted(form: Form, node: Node, reader: Reader) -> Wanted | None:
    """Read what is expected in the form of an answer; None, with problems, where it misfits."""
    word = fold(node.text) if isinstance(node, Scalar) else ""
    if word == "unknown":
        return Exactly(UNKNOWN)
    if word == "none":
        return Exactly(None)
    if isinstance(form, Kind):
        return _scalar(form, node, reader)
    if isinstance(form, ListOf):
        nodes = node.items if isinstance(node, Listed) else (node,)
        items = [read_wanted(form.of, one, reader) for one in nodes]
        read = tuple(item for item in items if item is not None)
        return Every(read) if len(read) == len(items) else None
    body = reader.mapping(node, form.name, f"{{{next(iter(form.keys))}: ...}}")
    keys = reader.keys(body, dict.fromkeys(form.keys, ""), form.name) if body else {}
    below = {key: read_wanted(form.keys[key], one, reader) for key, one in keys.items()}
    whole = body is not None and len(below) == len(body.pairs)
    found = {key: wanted for key, wanted in below.items() if wanted is not None}
    return Keyed(found) if whole and len(found) == len(below) else None


def matches(wanted: Wanted, value: object, zone: "ZoneInfo") -> bool:
    """Tell whether a value is what is expected as a whole. zone: where an instant becomes a day."""
    if isinstance(wanted, Exactly):
        return _equal(wanted, value, zone)
    if isinstance(wanted, Keyed):
        return all(matches(below, part(value, key), zone) for key, below in wanted.keys.items())
    if not isinstance(value, tuple) or len(value) != len(wanted.items):
        return False
    return _pairs_up([[matches(item, one, zone) for one in value] for item in wanted.items])


def has(wanted: Wanted, value: object, zone: "ZoneInfo") -> bool:
    """Tell whether a value has the parts given: elements, keys and values, or words."""
    if isinstance(wanted, Keyed) and not isinstance(value, tuple):
        return all(has(below, part(value, key), zone) for key, below in wanted.keys.items())
    parts = wanted.items if isinstance(wanted, Every) else (wanted,)
    if isinstance(value, tuple):
        return all(any(matches(item, one, zone) for one in value) for item in parts)
    return all(_within(item, value, zone) for item in parts)


def lacks(wanted: Wanted, value: object, zone: "ZoneInfo") -> bool:
    """Tell whether a value is known and has none of the parts given."""
    if value is UNKNOWN:
        return False
    if isinstance(wanted, Keyed) and not isinstance(value, tuple):
        return all(lacks(below, part(value, key), zone) for key, below in wanted.keys.items())
    parts = wanted.items if isinstance(wanted, Every) else (wanted,)
    return not any(has(item, value, zone) for item in parts)


def part(value: object, key: str) -> object:
    """Give what a mapping holds under a key; UNKNOWN where it has no such key."""
    return value.get(key, UNKNOWN) if isinstance(value, Mapping) else UNKNOWN


def _scalar(kind: Kind, node: Node, reader: Reader) -> Wanted | None:
    if not isinstance(node, Scalar):
        reader.wrong(node, f"one {kind.name} is expected here, such as {kind.example}")
        return None
    try:
        return Exactly(kind.read(node.text), words=kind is TEXT)
    except Unreadable as wrong:
        reader.wrong(node, str(wrong))
        return None


def _equal(wanted: Exactly, value: object, zone: "ZoneInfo") -> bool:
    if wanted.value is None:
        return value in (None, ())
    if wanted.words and isinstance(value, str):
        return fold(value) == fold(str(wanted.value))
    if isinstance(value, datetime) and not isinstance(wanted.value, datetime):
        return isinstance(wanted.value, date) and day_of(value, zone) == wanted.value
    return value == wanted.value


def _within(wanted: Wanted, value: object, zone: "ZoneInfo") -> bool:
    if isinstance(wanted, Exactly) and wanted.words and isinstance(value, str):
        return fold(str(wanted.value)) in fold(value)
    return matches(wanted, value, zone)


def _pairs_up(fits: list[list[bool]]) -> bool:
    """Tell whether each expectation can have an element of its own (augmenting paths)."""
    holder: dict[int, int] = {}

    def place(item: int, tried: set[int]) -> bool:
        for element, fit in enumerate(fits[item]):
            if fit and element not in tried:
                tried.add(element)
                if element not in holder or place(holder[element], tried):
                    holder[element] = item
                    return True
        return False

    return all(place(item, set()) for item in range(len(fits)))
