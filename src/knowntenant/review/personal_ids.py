"""Ids that are somebody's name or address: known by the words in them, found again in any text.

Most ids are codes and are shown. Nothing here is law.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from knowntenant.facts.declaration import FactType, Field, fact_types
from knowntenant.facts.reading import has_card_number
from knowntenant.facts.record import Record
from knowntenant.law.kinds import ID, ListOf

_NOBODYS = frozenset({"classification", "product", "rule_extension"})
"""Fact types whose ids name things that are sold, and rules."""
_CODE = re.compile(r"[^\W\d_]+ \d+")
_WORD = re.compile(r"\w+")


def is_personal(id_: str) -> bool:
    """Tell whether an id reads like a name or an address: words with space, more than 'C 12'."""
    spaced = " " in id_ and any(map(str.isalpha, id_)) and not _CODE.fullmatch(id_)
    return spaced and _WORD.search(id_) is not None


def is_never_shown(id_: str) -> bool:
    """Tell whether what stands in the place of an id is a name, an address or a card number."""
    return is_personal(id_) or has_card_number(id_)


@dataclass(frozen=True, slots=True)
class PersonalIds:
    """Ids of an export that are masked, by their first word, the longest first."""

    by_word: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Give where such ids stand in a text: from the first sign to behind the last."""
        behind = 0
        for word in _WORD.finditer(text) if self.by_word else ():
            for id_ in self.by_word.get(word[0], ()):
                begin = word.start() - _ahead(id_)
                if behind <= begin and text.startswith(id_, begin):
                    behind = begin + len(id_)
                    yield begin, behind
                    break


def _ahead(id_: str) -> int:
    """Count the signs of an id ahead of its first word."""
    word = _WORD.search(id_)
    return word.start() if word else 0


def personal_ids(records: Iterable[Record]) -> PersonalIds:
    """Gather the ids of an export that read like names or addresses."""
    found: dict[str, set[str]] = {}
    told = {declared.shape: _ids_of(declared) for declared in fact_types().values()}
    for record in records:
        for name in told[record.shape]:
            value = record.values.get(name)
            for id_ in value if isinstance(value, tuple) else (value,):
                if isinstance(id_, str) and " " in id_ and is_personal(id_):
                    word = _WORD.search(id_)
                    found.setdefault(word[0] if word else "", set()).add(id_)
    return PersonalIds(
        {word: tuple(sorted(ids, key=lambda i: (-len(i), i))) for word, ids in found.items()}
    )


def _ids_of(declared: FactType) -> tuple[str, ...]:
    own = declared.fields.values() if declared.name not in _NOBODYS else ()
    return tuple(field.name for field in own if _is_id(field))


def _is_id(told: Field) -> bool:
    return (
        told.kind in (ID, ListOf(ID)) and told.refers_to != "product" and told.name != "list_name"
    )
