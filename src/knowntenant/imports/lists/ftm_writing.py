"""An entry as a FollowTheMoney entity, which OpenSanctions' tools read; the library is not needed.

Not everything has a place there: dates with `~` and spans lose their mark or become their two
ends, and a day of listing goes into a sanction of its own.
"""

from collections import defaultdict

from knowntenant.screening.entry import Entry, IdKind, Kind, NameKind

_SCHEMATA = {
    Kind.PERSON: "Person",
    Kind.ORGANIZATION: "Organization",
    Kind.LEGAL_ENTITY: "LegalEntity",
    Kind.VESSEL: "Vessel",
    Kind.AIRPLANE: "Airplane",
    Kind.CRYPTO_WALLET: "CryptoWallet",
}
_NAMES = {
    NameKind.PRIMARY: "name",
    NameKind.ALIAS: "alias",
    NameKind.ORIGINAL_SCRIPT: "alias",
    NameKind.WEAK: "weakAlias",
    NameKind.FORMER: "previousName",
}
_IDS = {
    IdKind.LEI: "leiCode",
    IdKind.TAX: "taxNumber",
    IdKind.REGISTRATION: "registrationNumber",
    IdKind.PASSPORT: "passportNumber",
    IdKind.NATIONAL_ID: "idNumber",
    IdKind.SWIFT: "swiftBic",
    IdKind.IMO: "imoNumber",
    IdKind.MMSI: "mmsi",
    IdKind.CALL_SIGN: "callSign",
    IdKind.TAIL_NUMBER: "registrationNumber",
    IdKind.WALLET: "publicKey",
    IdKind.OTHER: "idNumber",
}


def ftm_entities(entry: Entry) -> tuple[dict[str, object], ...]:
    """Return the entity of an entry, and its sanction, as objects that JSON can hold."""
    properties: dict[str, list[str]] = defaultdict(list)
    for name in entry.names:
        properties[_NAMES[name.kind]].append(name.text)
    for identifier in entry.identifiers:
        properties[_IDS[identifier.kind]].append(identifier.value)
    for text in entry.birth_dates:
        properties["birthDate"].extend(text.removeprefix("~").split("/"))
    country = "nationality" if entry.kind is Kind.PERSON else "country"
    properties[country].extend(entry.countries)
    properties["address"].extend(entry.addresses)
    properties["topics"].append("sanction")
    if entry.remarks:
        properties["notes"].append(entry.remarks)
    entity: dict[str, object] = {
        "id": entry.id,
        "caption": entry.names[0].text if entry.names else entry.id,
        "schema": _SCHEMATA[entry.kind],
        "properties": {name: list(dict.fromkeys(v)) for name, v in properties.items() if v},
        "datasets": [entry.list_name],
        "referents": [],
        "target": True,
    }
    return entity, _sanction(entry)


def _sanction(entry: Entry) -> dict[str, object]:
    properties = {
        "entity": [entry.id],
        "program": list(entry.programmes),
        "listingDate": [entry.listed_on] if entry.listed_on else [],
    }
    return {
        "id": f"{entry.id}:sanction",
        "caption": entry.list_name,
        "schema": "Sanction",
        "properties": {name: values for name, values in properties.items() if values},
        "datasets": [entry.list_name],
        "referents": [],
        "target": False,
    }
