"""The consolidated list of the United Nations Security Council (XML).

Its schema is https://www.un.org/sc/resources/sc-sanctions.xsd. A name that the list itself calls
of low quality is weak. Copies that a tool wrote out again hold bare `&` signs; these are mended.
"""

from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.documents import numbers, told
from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.element import Part
from knowntenant.imports.lists.mending import mended
from knowntenant.imports.lists.reading import Report
from knowntenant.imports.lists.spellings import spellings
from knowntenant.imports.lists.xml import elements, root
from knowntenant.screening.entry import Entry, IdKind, Kind, NameKind

LIST_NAME = "un_sc"
ROOT = "CONSOLIDATED_LIST"
_KINDS = {"INDIVIDUAL": Kind.PERSON, "ENTITY": Kind.ORGANIZATION}
_QUALITIES = {"low": NameKind.WEAK, "f.k.a.": NameKind.FORMER}
_ORIGINAL = "original script"
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_PLACE = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")


def read_un_xml(path: Path, report: Report) -> Iterator[Entry]:
    """Read the list. Raises ListUnreadableError, also in its midst."""
    report.published = root(path)[1].get("dateGenerated", "")[:10]
    listing = Listing(path, report, "un", LIST_NAME)
    for element in elements(path, *_KINDS, mend=mended(path, report)):
        report.rows += 1
        part, draft = Part(element), listing.draft(report.rows)
        number = part.text("REFERENCE_NUMBER")
        _read_names(part, draft)
        _read_person(part, draft)
        _read_rest(part, draft, number)
        part.settle(report)
        kind = _KINDS[element.tag]
        yield from listing.entries(draft, number, kind, field="REFERENCE_NUMBER")
    listing.close()


def _read_names(part: Part, draft: Draft) -> None:
    draft.name(" ".join(filter(None, map(part.text, _NAMES))), NameKind.PRIMARY)
    for text in spellings(part.text("NAME_ORIGINAL_SCRIPT")):
        draft.name(text, NameKind.ORIGINAL_SCRIPT)
    for alias in part.parts("INDIVIDUAL_ALIAS", "ENTITY_ALIAS"):
        kind = _QUALITIES.get(alias.text("QUALITY").casefold(), NameKind.ALIAS)
        for text in spellings(alias.text("ALIAS_NAME")):
            draft.name(text, kind)
        draft.born("INDIVIDUAL_ALIAS/DATE_OF_BIRTH", alias.text("DATE_OF_BIRTH"))
        note = alias.text("NOTE")
        if note.casefold().startswith(_ORIGINAL):
            draft.name(note[len(_ORIGINAL) :].strip(" :"), NameKind.ORIGINAL_SCRIPT)
        else:
            draft.remark(note, "of an alias")


def _read_person(part: Part, draft: Draft) -> None:
    for birth in part.parts("INDIVIDUAL_DATE_OF_BIRTH"):
        _read_birth(birth, draft)
    for nationality in part.texts("NATIONALITY", "VALUE"):
        draft.country("NATIONALITY", nationality)
    for place in part.parts("INDIVIDUAL_PLACE_OF_BIRTH"):
        draft.remark(", ".join(filter(None, map(place.text, _PLACE))), "born in")
    for document in part.parts("INDIVIDUAL_DOCUMENT"):
        _read_document(document, draft)


def _read_birth(birth: Part, draft: Draft) -> None:
    """Read a date of birth, which the list gives as a day, a year, two years, or in a note."""
    name = birth.path
    note = birth.text("NOTE")
    years = tuple(filter(None, (birth.text("FROM_YEAR"), birth.text("TO_YEAR"))))
    year = birth.text("YEAR")
    text = birth.text("DATE") or " to ".join(years)
    if not text and year:
        # A month may stand in the note of a year; any other note says how sure the year is.
        before = len(draft.births)
        if note[:3].isalpha() and len(note.split()) == 1 and note.casefold() != "approximately":
            draft.born(name, f"{note} {year}")
        text = "" if len(draft.births) > before else year
    elif not text:
        text = note
    if text and birth.text("TYPE_OF_DATE") == "APPROXIMATELY":
        text = f"circa {text}"
    draft.born(name, text)


def _read_document(document: Part, draft: Draft) -> None:
    kind_text = f"{document.text('TYPE_OF_DOCUMENT')} {document.text('TYPE_OF_DOCUMENT2')}"
    kind = _document_kind(kind_text.casefold())
    country = document.text("ISSUING_COUNTRY") or document.text("COUNTRY_OF_ISSUE")
    number, note = document.text("NUMBER"), document.text("NOTE")
    if number:
        draft.identifier(kind, number, country)
    else:
        for found in numbers(kind, f"{document.text('TYPE_OF_DOCUMENT2')} {note}", country):
            draft.identifier(found.kind, found.value, found.country)
    draft.remark(note, "of a document")


def _document_kind(text: str) -> IdKind:
    if any(word in text for word in ("passport", "passeport", "pasaporte")):
        return IdKind.PASSPORT
    return IdKind.NATIONAL_ID if "national" in text or "ident" in text else IdKind.OTHER


def _read_rest(part: Part, draft: Draft, number: str) -> None:
    draft.listed("LISTED_ON", part.text("LISTED_ON"))
    draft.programme(part.text("UN_LIST_TYPE"))
    for address in part.parts("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS"):
        draft.address(*map(address.text, _PLACE))
        draft.country(f"{address.path}/COUNTRY", address.text("COUNTRY"))
        draft.remark(address.text("NOTE"), "of an address")
    for title in part.texts("TITLE", "VALUE"):
        draft.remark(title, "title")
    for designation in part.texts("DESIGNATION", "VALUE"):
        draft.remark(designation, "position")
    comments = part.text("COMMENTS1")
    draft.remark(comments)
    for found in told(comments):
        draft.identifier(found.kind, found.value, found.country)
    draft.un_reference(number)
