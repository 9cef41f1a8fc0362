"""The UK Sanctions List, the one list of the United Kingdom since 2026 (XML).

One `Designation` a target. Built from the published names of the elements; not tried on a real
file.
"""

from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.element import Part
from knowntenant.imports.lists.reading import Report
from knowntenant.imports.lists.spellings import spellings
from knowntenant.imports.lists.uk_list_csv import LIST_NAME
from knowntenant.imports.lists.uk_names import kind_of, name_kind, read_number
from knowntenant.imports.lists.xml import elements
from knowntenant.screening.entry import Entry, IdKind

ROOT = "Designations"
TARGET = "Designation"
_GENERATED = "DateGenerated"
_LINES = (*(f"AddressLine{number}" for number in range(1, 7)), "AddressPostalCode")
_DOCUMENTS = (
    (IdKind.PASSPORT, "PassportDetails", "Passport"),
    (IdKind.NATIONAL_ID, "NationalIdentifierDetails", "NationalIdentifier"),
)
_REMARKS = (
    (("Titles", "Title"), "title"),
    (("IndividualDetails", "Individual", "Positions", "Position"), "position"),
    (("EntityDetails", "Entity", "TypeOfEntities", "TypeOfEntity"), "type"),
    (("EntityDetails", "Entity", "ParentCompanies", "ParentCompany"), "parent company"),
    (("EntityDetails", "Entity", "Subsidiaries", "Subsidiary"), "subsidiaries"),
    (("ShipDetails", "Ship", "TypeOfShipDetails", "TypeOfShip"), "type of ship"),
    (("ShipDetails", "Ship", "CurrentOwnerOperators", "CurrentOwnerOperator"), "owner or operator"),
    (("OtherInformation",), ""),
    (("UKStatementofReasons",), "reasons"),
)


def read_uk_list_xml(path: Path, report: Report) -> Iterator[Entry]:
    """Read the list. Raises ListUnreadableError, also in its midst."""
    listing = Listing(path, report, "uk", LIST_NAME)
    for element in elements(path, TARGET, _GENERATED):
        if element.tag == _GENERATED:
            _date_file(Part(element, _GENERATED).own(), report)
            continue
        report.rows += 1
        part, draft = Part(element), listing.draft(report.rows)
        _read_names(part, draft)
        for person in part.parts("IndividualDetails"):
            for one in person.parts("Individual"):
                _read_person(one, draft)
        _read_numbers(part, draft)
        _read_rest(part, draft)
        kind = kind_of(part.text("IndividualEntityShip"))
        number = part.text("UniqueID")
        part.settle(report)
        yield from listing.entries(draft, number, kind, field="UniqueID")
    listing.close()


def _date_file(text: str, report: Report) -> None:
    day = Draft(report, "", 0)
    day.listed(_GENERATED, text, day_first=True)
    report.published = day.first_listed


def _read_names(part: Part, draft: Draft) -> None:
    for group in part.parts("Names"):
        for name in group.parts("Name"):
            kind = name_kind(name.text("NameType"), name.text("AliasStrength"))
            whole = " ".join(filter(None, (name.text(f"Name{place}") for place in range(1, 7))))
            for text in spellings(whole):
                draft.name(text, kind)
    for original in part.texts("NonLatinNames", "NonLatinName", "NameNonLatinScript"):
        for text in spellings(original):
            draft.name(text)


def _read_person(part: Part, draft: Draft) -> None:
    for birth in part.texts("DOBs", "DOB"):
        draft.born("DOB", birth, day_first=True)
    for nationality in part.texts("Nationalities", "Nationality"):
        draft.country("Nationality", nationality)
    for group in part.parts("BirthDetails"):
        for place in group.parts("Location"):
            words = (place.text("TownOfBirth"), place.text("CountryOfBirth"))
            draft.remark(", ".join(filter(None, words)), "born in")
    for kind, group_name, name in _DOCUMENTS:
        for group in part.parts(group_name):
            for document in group.parts():
                more = document.text(f"{name}AdditionalInformation")
                read_number(draft, kind, document.text(f"{name}Number"), more)


def _read_numbers(part: Part, draft: Draft) -> None:
    business = ("BusinessRegistrationNumbers", "BusinessRegistrationNumber")
    for number in part.texts("EntityDetails", "Entity", *business):
        read_number(draft, IdKind.REGISTRATION, number)
    for number in part.texts("ShipDetails", "Ship", "IMONumbers", "IMONumber"):
        read_number(draft, IdKind.IMO, number)
    hulls = ("HullIdentificationNumbers", "HullIdentificationNumber")
    for number in part.texts("ShipDetails", "Ship", *hulls):
        read_number(draft, IdKind.OTHER, number)
    for group in part.parts("CryptoWalletAddresses"):
        for wallet in group.parts():
            draft.identifier(IdKind.WALLET, wallet.own())


def _read_rest(part: Part, draft: Draft) -> None:
    for group in part.parts("Addresses"):
        for address in group.parts("Address"):
            country = address.text("AddressCountry")
            draft.address(*map(address.text, _LINES), country)
            draft.country("AddressCountry", country)
    flags = (
        ("CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip"),
        ("PreviousFlags", "PreviousFlag"),
    )
    for path in flags:
        for flag in part.texts("ShipDetails", "Ship", *path):
            draft.country(path[1], flag)
    draft.programme(part.text("RegimeName"))
    draft.listed("DateDesignated", part.text("DateDesignated"), day_first=True)
    draft.un_reference(part.text("UNReferenceNumber"))
    draft.ofsi_group(part.text("OFSIGroupID"))
    for names, label in _REMARKS:
        for text in part.texts(*names):
            draft.remark(text, label)
