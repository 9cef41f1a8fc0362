"""What the schemata and properties of FollowTheMoney are in the words of `Entry`."""

from dataclasses import dataclass

from knowntenant.screening.entry import IdKind, Kind, NameKind

KINDS = {
    "Airplane": Kind.AIRPLANE,
    "Company": Kind.ORGANIZATION,
    "CryptoWallet": Kind.CRYPTO_WALLET,
    "LegalEntity": Kind.LEGAL_ENTITY,
    "Organization": Kind.ORGANIZATION,
    "Person": Kind.PERSON,
    "PublicBody": Kind.ORGANIZATION,
    "Vessel": Kind.VESSEL,
}

# Entities that say something of others: schema, and the properties that name these.
LINKED: dict[str, tuple[str, ...]] = {
    "Address": (),
    "CryptoWallet": ("holder",),
    "Identification": ("holder",),
    "Passport": ("holder",),
    "Sanction": ("entity",),
}

NAMES = (
    ("name", NameKind.PRIMARY),
    ("previousName", NameKind.FORMER),
    ("weakAlias", NameKind.WEAK),
    ("alias", NameKind.ALIAS),
    ("abbreviation", NameKind.WEAK),
)

COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag")

REMARKS = {
    "title": "title",
    "position": "position",
    "birthPlace": "born in",
    "notes": "",
    "type": "type",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A property that holds numbers.

    schemata: where it holds these; empty for everywhere. national: whether the entity's country
    gave the number.
    """

    name: str
    kind: IdKind
    schemata: tuple[str, ...] = ()
    national: bool = False


_COMPANIES = ("Company", "LegalEntity", "Organization", "PublicBody")
IDENTIFIERS = (
    Word("leiCode", IdKind.LEI),
    Word("taxNumber", IdKind.TAX, national=True),
    Word("vatCode", IdKind.TAX, national=True),
    Word("innCode", IdKind.TAX, national=True),
    Word("registrationNumber", IdKind.REGISTRATION, (*_COMPANIES, "Vessel"), national=True),
    Word("registrationNumber", IdKind.NATIONAL_ID, ("Person",), national=True),
    Word("registrationNumber", IdKind.TAIL_NUMBER, ("Airplane",)),
    Word("ogrnCode", IdKind.REGISTRATION, national=True),
    Word("uscCode", IdKind.REGISTRATION, national=True),
    Word("dunsCode", IdKind.OTHER),
    Word("idNumber", IdKind.NATIONAL_ID, ("Person",), national=True),
    Word("idNumber", IdKind.OTHER, (*_COMPANIES, "Vessel", "Airplane", "CryptoWallet")),
    Word("socialSecurityNumber", IdKind.NATIONAL_ID, national=True),
    Word("passportNumber", IdKind.PASSPORT, national=True),
    Word("swiftBic", IdKind.SWIFT),
    Word("imoNumber", IdKind.IMO),
    Word("mmsi", IdKind.MMSI),
    Word("callSign", IdKind.CALL_SIGN),
    Word("serialNumber", IdKind.OTHER),
    Word("publicKey", IdKind.WALLET),
)
