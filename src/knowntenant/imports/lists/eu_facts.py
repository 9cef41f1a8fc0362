"""What the European Union's consolidated list tells of a target, in its XML and its CSV alike.

Both use the same words for the same facts (schema 1.1 of the Commission's financial sanctions
files): an attribute in the one is the end of a column's heading in the other.
"""

import re
from collections.abc import Callable

from knowntenant.imports.lists.documents import told
from knowntenant.imports.lists.drafting import Draft
from knowntenant.imports.lists.spellings import spellings
from knowntenant.screening.entry import IdKind, Kind, NameKind

LIST_NAME = "eu_fsf"
PREFIX = "eu"
Get = Callable[..., str]
"""Gives the first filled of the facts of these names, or the empty text."""

_UNKNOWN = frozenset({"00", "unknown", ""})
_UN = re.compile(r"\b[A-Z]{2,3}[ie]\.\d{1,4}\b")
_PLACE = ("street", "poBox", "zipCode", "place", "city", "region")
_IDS = {
    "fiscalcode": IdKind.TAX,
    "id": IdKind.NATIONAL_ID,
    "imo": IdKind.IMO,
    "lei": IdKind.LEI,
    "passport": IdKind.PASSPORT,
    "regnumber": IdKind.REGISTRATION,
    "ssn": IdKind.NATIONAL_ID,
    "swiftbic": IdKind.SWIFT,
    "tradelic": IdKind.REGISTRATION,
}


def kind_of(*texts: str) -> Kind:
    """Return the kind of a target that the list calls `person` (P) or `enterprise` (E)."""
    first = next((text[:1].casefold() for text in texts if text), "")
    kinds = {"p": Kind.PERSON, "e": Kind.ORGANIZATION}
    return kinds.get(first, Kind.LEGAL_ENTITY)


def read_name(get: Get, remark: str, draft: Draft) -> None:
    """Read a name; the first of a target is taken for its primary one."""
    parts = (get("firstName"), get("middleName"), get("lastName"))
    whole = get("wholeName") or " ".join(filter(None, parts))
    weak = get("strong").casefold() == "false" or "low quality" in remark.casefold()
    kind = NameKind.ALIAS if draft.names else NameKind.PRIMARY
    for text in spellings(whole, several=False):
        draft.name(text, NameKind.WEAK if weak else kind)
    get("nameLanguage")
    draft.remark(get("title"), "title")
    draft.remark(get("function"), "position")
    draft.remark(remark, "of a name")


def read_birth(get: Get, draft: Draft) -> None:
    """Read a date of birth: a day, its parts, a year, or a range of years."""
    calendar = get("calendarType").casefold()
    years = tuple(filter(None, (get("yearRangeFrom"), get("yearRangeTo"))))
    text = get("birthdate") or _from_parts(get) or " to ".join(years)
    if text and get("circa").casefold() == "true":
        text = f"circa {text}"
    if text and calendar not in {"", "gregorian"}:
        text = f"{text} ({calendar} Hijri)"
    draft.born("birthdate", text)
    places = (get("city"), get("region"), get("place"), get("zipCode"), _country_words(get))
    draft.remark(", ".join(filter(None, places)), "born in")


def _from_parts(get: Get) -> str:
    year, month, day = get("year"), get("monthOfYear", "month"), get("dayOfMonth", "day")
    parts = [part.zfill(2) for part in (month, day) if part.isdecimal()]
    return "-".join((year, *(parts if month else ()))) if year else ""


def read_country(get: Get, draft: Draft, name: str) -> None:
    """Read the country of a citizenship or an address."""
    for text in (get("countryIso2Code"), get("countryDescription")):
        if text.casefold() not in _UNKNOWN:
            draft.country(name, text)
            return


def _country_words(get: Get) -> str:
    code, words = get("countryIso2Code"), get("countryDescription")
    return next((text for text in (words, code) if text.casefold() not in _UNKNOWN), "")


def read_address(get: Get, draft: Draft) -> None:
    """Read an address."""
    draft.address(*map(get, _PLACE), _country_words(get))
    read_country(get, draft, "address")
    draft.remark(get("contactInfo"), "contact")


def read_identification(get: Get, remark: str, draft: Draft) -> None:
    """Read a number of a document; what the list says of its worth is kept in words."""
    code = get("identificationTypeCode", "typeCode").casefold()
    country = get("countryIso2Code") or get("countryDescription")
    kind = _IDS.get(code, IdKind.OTHER)
    for number in (get("number"), get("latinNumber")):
        draft.identifier(kind, number, "" if country.casefold() in _UNKNOWN else country)
    worth = ("knownFalse", "knownExpired", "reportedLost", "revokedByIssuer")
    said = [word for word in worth if get(word).casefold() == "true"]
    draft.remark(", ".join(said), f"{code or 'document'}")
    draft.remark(remark, "of a document")


def read_entity(get: Get, draft: Draft) -> None:
    """Read what stands on the target itself."""
    draft.listed("designationDate", get("designationDate"), day_first=True)
    draft.remark(get("designationDetails"))
    draft.remark(get("euReferenceNumber", "euReference"), "reference")
    reference = _UN.search(get("unitedNationId"))
    if reference:
        draft.un_reference(reference[0])


def read_remark(text: str, draft: Draft) -> None:
    """Read the free words on the target."""
    draft.remark(text)
    for found in told(text):
        draft.identifier(found.kind, found.value, found.country)
