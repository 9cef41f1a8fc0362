"""A row of a file of parties read: whom it names, and what is odd about it; no row is refused.

A row may name two parties, a person and the company beside it. Whatever of a row can be used is
used; what cannot be is noted with its field and remedy.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources

from stdnum import imo, lei

from knowntenant.imports.cells import BLANK_WORDS
from knowntenant.imports.lists.countries import country_codes
from knowntenant.imports.parties.dates import Order, read_birth_date
from knowntenant.imports.parties.fields import IDENTIFIERS, Field
from knowntenant.imports.parties.guess import Columns
from knowntenant.imports.parties.legal_forms import has_legal_form
from knowntenant.imports.parties.names import CleanName, clean_name
from knowntenant.imports.parties.trouble import Trouble, note
from knowntenant.law.kinds import fold
from knowntenant.screening.entry import Identifier, IdKind, Kind
from knowntenant.screening.party import Party
from knowntenant.screening.result import Note

LONGEST_ADDRESS, LONGEST_NUMBER, MOST_ALIASES = 500, 100, 50
_PARTS = re.compile(r"[;|\x1f\n]")
_TABLE = tomllib.loads(
    resources.files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8")
)
KIND_WORDS = {fold(word): Kind(kind) for kind, words in _TABLE.items() for word in words}
_CHECKS = {IdKind.LEI: lei.is_valid, IdKind.IMO: imo.is_valid}


@dataclass(frozen=True, slots=True)
class HowToRead:
    """How rows are read: the columns, the kind of all rows if said, today, the order of dates."""

    columns: Columns
    kind: Kind | None
    today: date
    order: Order = Order.UNKNOWN


@dataclass(slots=True)
class _Row:
    """One row, with the notes that gather while it is read."""

    number: int
    cells: Sequence[str]
    how: HowToRead
    notes: list[Note]

    def values(self, field: Field) -> list[str]:
        """Give what stands in all columns of a field, without what says that there is nothing."""
        places = self.how.columns.places.get(field)
        if places is None:
            return []
        found = [self.cells[place].strip() for place in places]
        return [text for text in found if text and text.casefold() not in BLANK_WORDS]

    def value(self, field: Field) -> str:
        """Give what stands in the first column of a field that holds something."""
        return next(iter(self.values(field)), "")

    def note(self, field: Field, *troubles: Trouble) -> None:
        """Take note of something odd."""
        self.notes += [note(self.number, str(field), trouble) for trouble in troubles]


def read_row(
    number: int, cells: Sequence[str], how: HowToRead
) -> tuple[tuple[Party, ...], tuple[Note, ...]]:
    """Read a row; nobody comes of one that has neither a name nor an identifier."""
    row = _Row(number, cells, how, [])
    person, company = _names(row), clean_name(row.value(Field.COMPANY))
    if company.troubles:
        row.note(Field.COMPANY, *company.troubles)
    identifiers = _identifiers(row)
    if not person.text and not company.text:
        row.note(Field.NAME, Trouble.NAME_EMPTY)
        if not identifiers:
            return (), tuple(row.notes)
    told = _Told(
        row.value(Field.ID) or f"row {number}", _birth_date(row), *_places(row), identifiers
    )
    parties = [_party(row, person, told)] if person.text or not company.text else []
    if company.text:
        parties.append(_company(company, told, beside=bool(parties)))
    return tuple(parties), tuple(row.notes)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a row tells besides names."""

    id: str
    birth_date: str
    countries: tuple[str, ...]
    address: str
    identifiers: tuple[Identifier, ...]


def _names(row: _Row) -> CleanName:
    """Give the name, with the aliases as its parts."""
    joined = " ".join(
        text
        for field in (Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME)
        for text in row.values(field)
    )
    name = clean_name(row.value(Field.NAME) or joined)
    row.note(Field.NAME, *name.troubles)
    others = [joined] if joined and row.value(Field.NAME) else []
    others += [part for cell in row.values(Field.ALIAS) for part in _PARTS.split(cell)]
    aliases = [clean_name(other) for other in others[:MOST_ALIASES]]
    row.note(Field.ALIAS, *dict.fromkeys(t for alias in aliases for t in alias.troubles))
    texts = (*name.parts, *(alias.text for alias in aliases))
    same = name.text.casefold()
    parts = dict.fromkeys(text for text in texts if text and text.casefold() != same)
    return CleanName(name.text, tuple(parts), name.troubles)


def _party(row: _Row, name: CleanName, told: _Told) -> Party:
    return Party(
        told.id, _kind(row, name.text, told), name.text, name.parts, told.birth_date,
        told.countries, told.address, told.identifiers,
    )  # fmt: skip


def _company(name: CleanName, told: _Told, *, beside: bool) -> Party:
    """Give the company of a row; what it tells of the person beside it is not the company's."""
    own = () if beside else told.identifiers
    return Party(
        told.id, Kind.ORGANIZATION, name.text, name.parts, "", told.countries, told.address, own
    )


def _kind(row: _Row, name: str, told: _Told) -> Kind:
    """Say of what kind a party is: as its row says, as is said of all, or by what it holds."""
    word = row.value(Field.KIND)
    kind = KIND_WORDS.get(fold(word)) if word else row.how.kind
    if word and kind is None:
        row.note(Field.KIND, Trouble.KIND_NOT_READ)
        kind = Kind.LEGAL_ENTITY
    formed = kind in {None, Kind.PERSON} and has_legal_form(name)
    if kind is None:
        kind = _guessed(row, told, formed=formed)
    if kind is Kind.PERSON and formed:
        row.note(Field.NAME, Trouble.COMPANY_AS_PERSON)
        return Kind.LEGAL_ENTITY
    return kind


def _guessed(row: _Row, told: _Told, *, formed: bool) -> Kind:
    kinds = {one.kind for one in told.identifiers}
    in_parts = row.value(Field.FIRST_NAME) and row.value(Field.LAST_NAME)
    if row.value(Field.BIRTH_DATE) or in_parts or IdKind.PASSPORT in kinds:
        return Kind.PERSON
    if formed or IdKind.LEI in kinds:
        return Kind.ORGANIZATION
    if kinds & {IdKind.IMO, IdKind.MMSI}:
        return Kind.VESSEL
    if IdKind.WALLET in kinds and not row.value(Field.NAME):
        return Kind.CRYPTO_WALLET
    return Kind.LEGAL_ENTITY


def _birth_date(row: _Row) -> str:
    read = read_birth_date(row.value(Field.BIRTH_DATE), row.how.today, row.how.order)
    if read.trouble is not None:
        row.note(Field.BIRTH_DATE, read.trouble)
    return read.text


def _places(row: _Row) -> tuple[tuple[str, ...], str]:
    """Give the countries and the address; what names no country counts as part of the address."""
    countries: dict[str, None] = {}
    lines = row.values(Field.ADDRESS)
    for cell in row.values(Field.COUNTRY):
        known, unknown = country_codes(cell.replace("\x1f", ";"))
        countries.update(dict.fromkeys(known))
        if unknown:
            row.note(Field.COUNTRY, Trouble.COUNTRY_NOT_READ)
            lines += unknown
    address = ", ".join(" ".join(line.replace("\x1f", ", ").split()) for line in lines)
    return tuple(countries), address[:LONGEST_ADDRESS]


def _identifiers(row: _Row) -> tuple[Identifier, ...]:
    found: dict[Identifier, None] = {}
    for field in row.how.columns.identifiers:
        kind = IDENTIFIERS[field]
        for cell in row.values(field):
            for part in _PARTS.split(cell):
                value = " ".join(part.split())[:LONGEST_NUMBER]
                if value:
                    found[Identifier(kind, value)] = None
                    if kind in _CHECKS and not _CHECKS[kind](value):
                        row.note(field, Trouble.IDENTIFIER_CHECK)
    return tuple(found)
