"""The entry of a list, in one model for every authority's format."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an entry of a list, or somebody who is screened, is."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    LEGAL_ENTITY = "LegalEntity"  # a person or an organisation: the source does not say which
    VESSEL = "Vessel"
    AIRPLANE = "Airplane"
    CRYPTO_WALLET = "CryptoWallet"


class NameKind(StrEnum):
    """How a name stands on a list."""

    PRIMARY = "primary"
    ALIAS = "alias"
    WEAK = "weak"  # the authority itself calls it weak, or of low quality
    FORMER = "former"
    ORIGINAL_SCRIPT = "original_script"


class IdKind(StrEnum):
    """What kind of number an identifier is."""

    LEI = "lei"
    TAX = "tax"
    REGISTRATION = "registration"
    PASSPORT = "passport"
    NATIONAL_ID = "national_id"
    SWIFT = "swift"
    IMO = "imo"
    MMSI = "mmsi"
    CALL_SIGN = "call_sign"
    TAIL_NUMBER = "tail_number"
    WALLET = "wallet"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as the list prints it; script is its ISO 15924 code where the list tells it."""

    text: str
    kind: NameKind = NameKind.PRIMARY
    script: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that an authority gave; country is ISO 3166-1 alpha-2 in lower case, or empty."""

    kind: IdKind
    value: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry was read: file name, and row or element counted from 1."""

    file: str
    row: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One target on one list.

    id: unique over all lists, as `list:number`. list_name: short name of the list. Dates
    of birth: ISO, as precise as told: `1961`, `1961-03`, `1961-03-05`; `~1961` for circa, and
    `1960/1965` for a span of years. Countries: ISO 3166-1 alpha-2 in lower case. listed_on: ISO day
    or empty. remarks: what the list says besides, once everything of use was read out of it.
    """

    id: str
    list_name: str
    kind: Kind
    names: tuple[ListedName, ...]
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    programmes: tuple[str, ...] = ()
    listed_on: str = ""
    remarks: str = ""
    source: Source = Source("", 0)
