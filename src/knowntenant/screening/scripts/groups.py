"""Which frequent names are one name in different spellings, scripts and tongues."""

from functools import cache
from types import MappingProxyType

from knowntenant.screening.scripts import tables

_NONE: frozenset[str] = frozenset()


def equivalents(word: str) -> frozenset[str]:
    """The groups that a cleaned word belongs to: two words of one group may be one name.

    A group is named by its Wikidata item (Q5837762), or N and a number where it holds nicknames or
    kindred names rather than spellings: such a pair is weaker. Unknown words belong to none.
    """
    return _groups().get(word, _NONE)


@cache
def _groups() -> MappingProxyType[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    for name, words in tables.rows("name_groups"):
        for word in words.split(" "):
            found.setdefault(word, []).append(name)
    shared: dict[tuple[str, ...], frozenset[str]] = {}
    return MappingProxyType(
        {
            word: shared.setdefault(key := tuple(names), frozenset(key))
            for word, names in found.items()
        }
    )
