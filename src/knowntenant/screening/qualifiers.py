"""What speaks for or against a hit besides the name: births, countries, addresses, numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from stdnum import imo, lei

from knowntenant.screening.births import Births, births
from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind
from knowntenant.screening.party import Party

FEWEST_WORDS = 3  # of an address that tells anything
SHORTEST_NUMBER, FEWEST_SIGNS = 4, 2
_WORD = re.compile(r"\w{2,}")
_SIGNS = re.compile(r"[\s.:\-/]")
_SHIP = re.compile(r"IMO\d{7}")


@dataclass(frozen=True, slots=True)
class Qualified:
    """What was seen besides the name; a feature of the table is the attribute of its name.

    address: share of the words in common, 0 to 1. identifier: the number that both bear, if any.
    """

    born_same_day: bool = False
    born_slip: bool = False
    born_same_year: bool = False
    born_circa: bool = False
    born_near: bool = False
    born_apart: bool = False
    born_disjoint: bool = False
    country_same: bool = False
    country_other: bool = False
    address: float = 0.0
    weak_alias: bool = False
    kind_untold: bool = False
    kind_other: bool = False
    identifier: str = ""


CRAFT = frozenset({Kind.VESSEL, Kind.AIRPLANE})


def qualify(party: Party, entry: Entry, *, weak: bool) -> Qualified:
    """Look at everything but the name; weak: the list calls the name a weak alias."""
    mine, theirs = party.countries, entry.countries
    born = births(party.birth_date, entry.birth_dates) if party.birth_date else Births.UNTOLD
    in_common = bool(mine and theirs) and any(country in theirs for country in mine)
    return Qualified(
        born == Births.SAME_DAY,
        born == Births.SLIP,
        born == Births.SAME_YEAR,
        born == Births.CIRCA,
        born == Births.NEAR,
        born == Births.APART,
        born == Births.DISJOINT,
        country_same=in_common,
        country_other=bool(mine and theirs) and not in_common,
        address=address_overlap(party.address, entry.addresses) if party.address else 0.0,
        weak_alias=weak,
        kind_untold=entry.kind == Kind.LEGAL_ENTITY,
        kind_other=entry.kind in CRAFT and party.kind not in CRAFT,
        identifier=_identifier(party, entry),
    )


def address_overlap(asked: str, listed: Iterable[str]) -> float:
    """Give the share of an address's words that the closest address of an entry holds too."""
    words = set(_WORD.findall(asked.casefold()))
    if len(words) < FEWEST_WORDS:
        return 0.0
    return max(
        (len(words & set(_WORD.findall(one.casefold()))) / len(words) for one in listed),
        default=0.0,
    )


def _identifier(party: Party, entry: Entry) -> str:
    mine = party.identifiers
    if party.kind == Kind.CRYPTO_WALLET:
        mine = (*mine, Identifier(IdKind.WALLET, party.name))
    return same_identifier(mine, entry.identifiers) if mine else ""


def numbers_of(party: Party) -> tuple[str, ...]:
    """Give the numbers that a party bears; a wallet's name is its number."""
    told = tuple(one.value for one in party.identifiers)
    return (*told, party.name) if party.kind == Kind.CRYPTO_WALLET else told


def same_identifier(asked: Iterable[Identifier], listed: Iterable[Identifier]) -> str:
    """Give a number that both bear, or nothing; kinds that are told must agree."""
    theirs = [(bare(one.value), one.kind) for one in listed]
    for mine in asked:
        value = bare(mine.value)
        for other, kind in theirs:
            if value == other and tells(mine.kind, value) and _kinds_agree(mine.kind, kind):
                return mine.value
    return ""


def tells(kind: IdKind, value: str) -> bool:
    """Say whether a bare number can tell somebody apart: long enough, its check digits right."""
    if len(value) < SHORTEST_NUMBER or len(set(value)) < FEWEST_SIGNS:
        return False
    if kind == IdKind.LEI:
        return bool(lei.is_valid(value))
    return bool(imo.is_valid(value)) if kind == IdKind.IMO else True


def bare(value: str) -> str:
    """Give a number without blanks, dots and dashes, in capitals; a ship's without its IMO."""
    plain = _SIGNS.sub("", value).upper()
    return plain[3:] if _SHIP.fullmatch(plain) else plain


def _kinds_agree(one: IdKind, other: IdKind) -> bool:
    return one == other or IdKind.OTHER in (one, other)
