"""The fingerprint of an alert: what mattered about the party and the entries when it was judged."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from knowntenant.screening.entry import Entry, NameKind
from knowntenant.screening.folding import folded_identifier, folded_name
from knowntenant.screening.hit import Hit
from knowntenant.screening.party import Party

WEAK = "weak: "
"""Stands before a folded name that its list calls weak; folded names hold no colon."""


@dataclass(frozen=True, slots=True)
class Side:
    """What matters of a party or of an entry, folded, each field sorted and without repetition.

    Addresses, remarks, the day of listing and the place in the file are left out, as they decide
    nothing. Personal data.
    """

    kind: str
    names: tuple[str, ...]
    birth_dates: tuple[str, ...]
    countries: tuple[str, ...]
    identifiers: tuple[str, ...]
    programmes: tuple[str, ...] = ()
    list_name: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry as it was seen: its id, what mattered of it, and how it was hit.

    asked, listed: the names of the party and of the entry that took part in hits, folded. score:
    that of its best hit, 0 to 1; None without one.
    """

    entry: str
    side: Side
    asked: tuple[str, ...]
    listed: tuple[str, ...]
    score: float | None


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What mattered on both sides: the party, and every entry of the cluster, sorted by id."""

    party: Side
    entries: tuple[Seen, ...]

    def ids(self) -> frozenset[str]:
        """Give the ids of the cluster's entries."""
        return frozenset(seen.entry for seen in self.entries)

    def digest(self) -> str:
        """Give a SHA-256 over all of it, in hex, to name it where personal data must not stand."""
        plain = json.dumps(asdict(self), sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(plain.encode()).hexdigest()


def fingerprint(
    party: Party, members: Iterable[Entry], hits: Mapping[str, Iterable[Hit]]
) -> Fingerprint:
    """Take the fingerprint of a party and the members of a cluster; hits: those of each entry."""
    found = {entry: tuple(those) for entry, those in hits.items()}
    seen = (_seen(member, found.get(member.id, ())) for member in members)
    return Fingerprint(_party(party), tuple(sorted(seen, key=lambda one: one.entry)))


def _party(party: Party) -> Side:
    return Side(
        kind=party.kind.value,
        names=_sorted(map(folded_name, party.names)),
        birth_dates=_sorted([party.birth_date.strip()]),
        countries=_sorted(country.casefold().strip() for country in party.countries),
        identifiers=_sorted(map(folded_identifier, party.identifiers)),
    )


def _seen(entry: Entry, hits: tuple[Hit, ...]) -> Seen:
    weak = {folded_name(name.text) for name in entry.names if name.kind is NameKind.WEAK}
    # One text may stand twice, once weak and once not; then it is not weak.
    weak -= {folded_name(name.text) for name in entry.names if name.kind is not NameKind.WEAK}
    side = Side(
        kind=entry.kind.value,
        names=_sorted(_marked((name.text for name in entry.names), weak)),
        birth_dates=_sorted(day.strip() for day in entry.birth_dates),
        countries=_sorted(country.casefold().strip() for country in entry.countries),
        identifiers=_sorted(map(folded_identifier, entry.identifiers)),
        programmes=_sorted(folded_name(one) for one in entry.programmes),
        list_name=entry.list_name,
    )
    asked = _sorted(folded_name(hit.asked_name) for hit in hits)
    listed = _sorted(_marked((hit.listed_name for hit in hits), weak))
    return Seen(entry.id, side, asked, listed, max((hit.score for hit in hits), default=None))


def _marked(names: Iterable[str], weak: set[str]) -> Iterable[str]:
    return (WEAK + name if name in weak else name for name in map(folded_name, names))


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))
