"""FollowTheMoney, as far as screening speaks it: schemata and properties, to and from our values.

Names of schemata and properties: the data dictionary at opensanctions.org/reference, read in 2026.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product

from knowntenant.facts.places import find
from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, ListedName, NameKind
from knowntenant.screening.party import Party

KINDS: Mapping[str, Kind] = {
    "Person": Kind.PERSON, "Organization": Kind.ORGANIZATION, "Company": Kind.ORGANIZATION,
    "PublicBody": Kind.ORGANIZATION, "LegalEntity": Kind.LEGAL_ENTITY, "Vessel": Kind.VESSEL,
    "Airplane": Kind.AIRPLANE, "CryptoWallet": Kind.CRYPTO_WALLET,
}  # fmt: skip
NAMES: Mapping[str, NameKind] = {
    "name": NameKind.PRIMARY,
    "alias": NameKind.ALIAS,
    "weakAlias": NameKind.WEAK,
    "previousName": NameKind.FORMER,
}
BEFORE, AFTER = ("firstName", "secondName", "middleName", "fatherName"), ("lastName",)
PARTS = frozenset({*BEFORE, *AFTER})
MOST_COMBINED = 25
COUNTRIES = (
    "country", "nationality", "citizenship", "jurisdiction", "mainCountry", "flag",
)  # fmt: skip
IDENTIFIERS: Mapping[str, IdKind] = {
    "leiCode": IdKind.LEI, "taxNumber": IdKind.TAX, "innCode": IdKind.TAX,
    "vatCode": IdKind.TAX, "registrationNumber": IdKind.REGISTRATION,
    "ogrnCode": IdKind.REGISTRATION, "passportNumber": IdKind.PASSPORT,
    "idNumber": IdKind.NATIONAL_ID, "socialSecurityNumber": IdKind.NATIONAL_ID,
    "swiftBic": IdKind.SWIFT, "imoNumber": IdKind.IMO, "mmsi": IdKind.MMSI,
    "callSign": IdKind.CALL_SIGN, "publicKey": IdKind.WALLET, "serialNumber": IdKind.OTHER,
    "okpoCode": IdKind.OTHER, "dunsCode": IdKind.OTHER, "uniqueEntityId": IdKind.OTHER,
}  # fmt: skip
WRITTEN: Mapping[IdKind, str] = {
    **{kind: name for name, kind in reversed(list(IDENTIFIERS.items()))},
    IdKind.TAIL_NUMBER: "registrationNumber",
    IdKind.OTHER: "serialNumber",
}
PROGRAMMES = ("program", "programId")
USED = frozenset({
    *NAMES, *PARTS, *COUNTRIES, *IDENTIFIERS, *PROGRAMMES, "birthDate", "address",
})  # fmt: skip
UNUSED = frozenset({
    "abbreviation", "addressEntity", "amount", "birthCountry", "birthPlace", "buildDate",
    "classification", "createdAt", "currency", "deathDate", "description", "dissolutionDate",
    "education", "email", "ethnicity", "gender", "grossRegisteredTonnage", "holder",
    "incorporationDate", "keywords", "legalForm", "managingExchange", "model", "modifiedAt",
    "motherName", "nameSuffix", "notes", "owner", "pastFlags", "phone", "political", "position",
    "profession", "publisher", "religion", "retrievedAt", "sector", "sourceUrl", "status",
    "summary", "title", "tonnage", "topics", "type", "website", "weight", "wikidataId",
})  # fmt: skip
"""Properties that FollowTheMoney knows and that decide nothing here; replies name those given."""
_BIRTH = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_CODE = re.compile(r"[a-z]{2}")

Properties = Mapping[str, tuple[str, ...]]


def names_of(properties: Properties) -> list[ListedName]:
    """Give the names; where there is none as a whole, those that its parts make."""
    whole = [
        ListedName(text, kind) for name, kind in NAMES.items() for text in properties.get(name, ())
    ]
    if any(name.kind is NameKind.PRIMARY for name in whole):
        return whole
    made = [ListedName(text) for text in combined(properties)[:MOST_COMBINED]]
    return [*made, *whole]


def combined(properties: Properties) -> list[str]:
    """Give every name that first, further and last names make; too many are for the caller."""
    given = (properties.get(part) or ("",) for part in (*BEFORE, *AFTER))
    columns = [tuple(dict.fromkeys(word.strip() for word in words)) for words in given]
    found: dict[str, None] = {}
    for words in product(*columns):
        found[" ".join(filter(None, words))] = None
        if len(found) > MOST_COMBINED:
            break
    return [name for name in found if name]


def birth_date(texts: Iterable[str]) -> str | None:
    """Give the most precise of birth dates that agree; None where they do not, or cannot be read.

    A time after the day is left off; no date gives an empty text.
    """
    days = sorted({text.strip().split("T")[0] for text in texts}, key=len)
    if not days:
        return ""
    if not all(map(is_date, days)) or not all(days[-1].startswith(day) for day in days):
        return None
    return days[-1]


def is_date(text: str) -> bool:
    """Tell whether a text is a year, a month or a day of the calendar, in ISO form."""
    if not _BIRTH.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def country_code(text: str) -> str:
    """Give the alpha-2 code, lower case, of a country or of the one a region lies in, or ''."""
    place = find(text)
    code = place.code.split("-")[0].lower() if place else ""
    return code if _CODE.fullmatch(code) else ""


def countries_of(properties: Properties) -> tuple[str, ...]:
    """Give the codes of all countries; a place that the table does not know stays as written."""
    texts = [text for name in COUNTRIES for text in properties.get(name, ())]
    return tuple(dict.fromkeys(country_code(text) or text.strip().casefold() for text in texts))


def identifiers_of(properties: Properties, kind: Kind) -> tuple[Identifier, ...]:
    """Give the identifiers; an aeroplane's registration is its tail number."""
    found = [
        Identifier(_id_kind(name, kind), text.strip())
        for name in IDENTIFIERS
        for text in properties.get(name, ())
    ]
    return tuple(dict.fromkeys(found))


def _id_kind(name: str, kind: Kind) -> IdKind:
    if name == "registrationNumber" and kind is Kind.AIRPLANE:
        return IdKind.TAIL_NUMBER
    return IDENTIFIERS[name]


def party_of(party: str, kind: Kind, properties: Properties) -> Party:
    """Make a party of properties; a birth date that cannot be read is left out."""
    names = [name.text for name in names_of(properties)]
    return Party(
        party,
        kind,
        names[0] if names else "",
        tuple(names[1:]),
        birth_date(properties.get("birthDate", ())) or "",
        countries_of(properties),
        "; ".join(properties.get("address", ())),
        identifiers_of(properties, kind),
    )


def entry_of(entry: str, list_name: str, kind: Kind, properties: Properties) -> Entry:
    """Make an entry of properties."""
    born = (text.strip().split("T")[0] for text in properties.get("birthDate", ()))
    return Entry(
        entry,
        list_name,
        kind,
        tuple(names_of(properties)),
        tuple(dict.fromkeys(born)),
        countries_of(properties),
        tuple(properties.get("address", ())),
        identifiers_of(properties, kind),
        tuple(text for name in PROGRAMMES for text in properties.get(name, ())),
    )


def properties_of(entry: Entry) -> dict[str, list[str]]:
    """Give the properties of an entry, as FollowTheMoney writes them; empty ones are left out.

    A span of years becomes its years, and "about" is lost, as FollowTheMoney has neither.
    """
    found: dict[str, list[str]] = {}
    written = {kind: name for name, kind in NAMES.items()}
    for name in entry.names:
        found.setdefault(written.get(name.kind, "alias"), []).append(name.text)
    for told in entry.birth_dates:
        found.setdefault("birthDate", []).extend(_days(told))
    for identifier in entry.identifiers:
        found.setdefault(WRITTEN[identifier.kind], []).append(identifier.value)
    found |= {"country": list(entry.countries), "address": list(entry.addresses)}
    found |= {"program": list(entry.programmes)}
    return {name: values for name, values in found.items() if values}


def _days(told: str) -> list[str]:
    first, _, last = told.removeprefix("~").partition("/")
    if not last:
        return [first]
    low, high = first[:4], last[:4]
    if not (low.isdecimal() and high.isdecimal()) or int(high) - int(low) > MOST_COMBINED:
        return [first, last]
    return [f"{year:04}" for year in range(int(low), int(high) + 1)]
