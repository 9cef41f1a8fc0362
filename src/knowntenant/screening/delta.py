"""What changed between two versions of a list: entries added, changed, and removed."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from knowntenant.screening.entry import Entry

FIELDS = tuple(sorted(set(Entry.__dataclass_fields__) - {"id", "source"}))

Said = tuple[object, ...]
"""What an entry says, field by field, freed of the order of several values in one."""

MATCHED = frozenset({"kind", "names", "birth_dates", "countries", "addresses", "identifiers"})
"""Fields that a matcher looks at; a change of others alone changes no score."""


@dataclass(frozen=True, slots=True)
class Changed:
    """An id that both versions have, with other contents.

    before, after: usually one entry each; more where a list has an id twice. fields: the names
    of the fields that differ, in alphabetical order.
    """

    id: str
    before: tuple[Entry, ...]
    after: tuple[Entry, ...]
    fields: tuple[str, ...]

    @property
    def matters(self) -> bool:
        """Tell whether a field changed that a matcher looks at."""
        return not MATCHED.isdisjoint(self.fields)


@dataclass(frozen=True, slots=True)
class Delta:
    """The difference between two versions, each part in the order of ids."""

    added: tuple[Entry, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[Entry, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.added or self.changed or self.removed)

    @property
    def to_search(self) -> tuple[Entry, ...]:
        """Give the entries that a re-screening by the change has to look for."""
        matter = (entry for one in self.changed if one.matters for entry in one.after)
        return (*self.added, *matter)


def compare(before: Iterable[Entry], after: Iterable[Entry]) -> Delta:
    """Give what changed; neither the order of entries nor that of their values counts.

    Where an entry stands in its file (`source`) is no part of what it says.
    """
    old, new = _by_id(before), _by_id(after)
    changed = (_changed(number, old[number], new[number]) for number in sorted(old.keys() & new))
    return Delta(
        added=tuple(entry for number in sorted(new.keys() - old) for entry in new[number]),
        changed=tuple(one for one in changed if one.fields),
        removed=tuple(entry for number in sorted(old.keys() - new) for entry in old[number]),
    )


def _by_id(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    grouped: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        grouped[entry.id].append(entry)
    return {number: _ordered(some) for number, some in grouped.items()}


def _ordered(some: list[Entry]) -> tuple[Entry, ...]:
    """Put entries under one id in an order that their contents give."""
    return tuple(some if len(some) == 1 else sorted(some, key=_in_words))


def _in_words(entry: Entry) -> list[list[str]]:
    said = _said(entry)
    return [
        *(sorted(map(repr, one)) if isinstance(one, frozenset) else [str(one)] for one in said),
        [repr(entry.source)],
    ]


def _changed(number: str, before: tuple[Entry, ...], after: tuple[Entry, ...]) -> Changed:
    one, other = Counter(map(_said, before)), Counter(map(_said, after))
    if one == other:
        return Changed(number, before, after, ())
    differ = tuple(name for at, name in enumerate(FIELDS) if _column(one, at) != _column(other, at))
    return Changed(number, before, after, differ or FIELDS)  # the same values, paired otherwise


def _said(entry: Entry) -> Said:
    values: tuple[object, ...] = tuple(getattr(entry, name) for name in FIELDS)
    return tuple(frozenset(one) if isinstance(one, tuple) else one for one in values)


def _column(said: Counter[Said], at: int) -> Counter[object]:
    return Counter(one[at] for one in said.elements())
