"""OFAC's lists in the older XML schema, `sdnList` (sdn.xml, consolidated.xml)."""

from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.element import Part
from knowntenant.imports.lists.ofac_lists import PREFIX, SDN, list_of
from knowntenant.imports.lists.ofac_remarks import mine, take
from knowntenant.imports.lists.ofac_words import country_words
from knowntenant.imports.lists.reading import Report
from knowntenant.imports.lists.us_days import us_day
from knowntenant.imports.lists.xml import elements
from knowntenant.screening.entry import Entry, IdKind, Kind, NameKind

ROOT = "sdnList"
_KINDS = {
    "individual": Kind.PERSON,
    "entity": Kind.ORGANIZATION,
    "vessel": Kind.VESSEL,
    "aircraft": Kind.AIRPLANE,
}
_PLACE = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")


def read_ofac_xml(path: Path, report: Report) -> Iterator[Entry]:
    """Read a file whose outermost element is `sdnList`.

    A file whose name begins with `cons` is the consolidated list of those that are not SDN: the
    schema itself does not tell.

    Raises:
        ListUnreadableError: as `elements`; or there is no entry in the file.
    """
    listing = Listing(path, report, PREFIX, SDN)
    for element in elements(path, "publshInformation", "sdnEntry"):
        part = Part(element)
        if element.tag == "publshInformation":
            report.published = us_day(part.text("Publish_Date"))
            continue
        report.rows += 1
        yield from _entries(part, listing, report, path)
    listing.close()


def _entries(part: Part, listing: Listing, report: Report, path: Path) -> Iterator[Entry]:
    draft = listing.draft(report.rows)
    number = part.text("uid")
    _names(part, draft)
    programmes = part.texts("programList", "program")
    for programme in programmes:
        draft.programme(programme)
    _facts(part, draft, report)
    _vessel(part, draft)
    remarks = part.text("remarks")
    mine(draft, report, "remarks", remarks)
    draft.remark(part.text("title"), "Title")
    for inner in part.parts("addressList"):
        for address in inner.parts("address"):
            parts = [address.text(name) for name in _PLACE]
            draft.address(*parts)
            _country(draft, "addressList/address/country", parts[-1])
    kind = _KINDS.get(part.text("sdnType").casefold(), Kind.LEGAL_ENTITY)
    part.settle(report)
    directives = " ".join([remarks, *part.texts("idList", "id", "idType")])
    yield from listing.entries(
        draft, number, kind, field="uid", list_name=list_of(path, programmes, directives)
    )


def _names(part: Part, draft: Draft) -> None:
    """Take the names, printed as in the delimited files: `LAST, First`."""
    draft.name(_name(part), NameKind.PRIMARY)
    for inner in part.parts("akaList"):
        for aka in inner.parts("aka"):
            kind = NameKind.ALIAS
            if aka.text("type").casefold().startswith("f"):
                kind = NameKind.FORMER
            if aka.text("category").casefold() == "weak":
                kind = NameKind.WEAK
            draft.name(_name(aka), kind)


def _name(part: Part) -> str:
    return ", ".join(filter(None, (part.text("lastName"), part.text("firstName"))))


def _facts(part: Part, draft: Draft, report: Report) -> None:
    for text in part.texts("dateOfBirthList", "dateOfBirthItem", "dateOfBirth"):
        if not take(draft, report, "dateOfBirth", "DOB", text):
            draft.remark(text, "DOB")
    for text in part.texts("placeOfBirthList", "placeOfBirthItem", "placeOfBirth"):
        draft.remark(text, "POB")
    for name in ("nationality", "citizenship"):
        for text in part.texts(f"{name}List", name, "country"):
            _country(draft, name, text)
    for inner in part.parts("idList"):
        for number in inner.parts("id"):
            label, value = number.text("idType"), number.text("idNumber")
            country = number.text("idCountry")
            if not take(draft, report, "idType", label, value, country=country):
                draft.remark(value, label.rstrip(" :-"))


def _vessel(part: Part, draft: Draft) -> None:
    for vessel in part.parts("vesselInfo"):
        draft.identifier(IdKind.CALL_SIGN, vessel.text("callSign"))
        _country(draft, "vesselInfo/vesselFlag", vessel.text("vesselFlag"))
        draft.remark(vessel.text("vesselOwner"), "Vessel owner")


def _country(draft: Draft, field: str, text: str) -> None:
    words = country_words(text)
    if words:
        draft.country(field, words)
