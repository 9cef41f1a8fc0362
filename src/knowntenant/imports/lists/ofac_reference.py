"""What parties of OFAC's Advanced XML refer to: words, places, documents, and what lists them."""

from dataclasses import dataclass, field
from pathlib import Path

from knowntenant.imports.lists.element import Part
from knowntenant.imports.lists.ofac_lists import SDN, list_titled
from knowntenant.imports.lists.reading import Report
from knowntenant.imports.lists.xml import elements

_PROGRAMME = "program"
_ADDRESS_ORDER = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE")


@dataclass(slots=True)
class Listed:
    """On which list a profile stands, since which day, under which programmes."""

    list_name: str = ""
    day: str = ""
    programmes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class References:
    """Everything outside the parties, by its id in the file.

    words: name of the element, then id, then text. documents: label, number, country, by identity.
    locations: the parts of an address, and its country.
    """

    words: dict[str, dict[str, str]] = field(default_factory=dict)
    scripts: dict[str, str] = field(default_factory=dict)
    sub_types: dict[str, tuple[str, str]] = field(default_factory=dict)
    locations: dict[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    documents: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    listed: dict[str, Listed] = field(default_factory=dict)

    def named(self, kind: str, number: str) -> str:
        """Return the text of a reference value; empty where the file has none."""
        return self.words.get(kind, {}).get(number, "")


def read_references(path: Path, report: Report) -> References:
    """Read all but the parties; counts their fields and takes the day of issue.

    Raises:
        ListUnreadableError: as `elements`.
    """
    known = References()
    takers = {
        "ReferenceValueSets": _words,
        "Location": _location,
        "IDRegDocument": _document,
        "SanctionsEntry": _listing,
    }
    for element in elements(path, "DateOfIssue", *takers):
        part = Part(element)
        if element.tag == "DateOfIssue":
            report.published = _day(part)
            continue
        takers[element.tag](part, known)
        if element.tag != "ReferenceValueSets":
            part.settle(report)
    return known


def _words(part: Part, known: References) -> None:
    for values in part.parts():
        for value in values.parts():
            number, text = value.attribute("ID"), value.own()
            kind = value.element.tag
            known.words.setdefault(kind, {})[number] = text
            if kind == "Script":
                known.scripts[number] = value.attribute("ScriptCode")
            elif kind == "PartySubType":
                known.sub_types[number] = (text, value.attribute("PartyTypeID"))
    for number, (text, party) in known.sub_types.items():
        known.sub_types[number] = (text, known.named("PartyType", party))


def _location(part: Part, known: References) -> None:
    country = ""
    for inner in part.parts("LocationCountry"):
        country = known.named("Country", inner.attribute("CountryID"))
    for inner in part.parts("LocationAreaCode"):
        area = known.named("AreaCode", inner.attribute("AreaCodeID"))
        country = country or area
    pieces: dict[str, str] = {}
    for inner in part.parts("LocationPart"):
        label = known.named("LocPartType", inner.attribute("LocPartTypeID"))
        pieces[label] = ", ".join(inner.texts("LocationPartValue", "Value"))
    ordered = [pieces.pop(label) for label in _ADDRESS_ORDER if label in pieces]
    known.locations[part.attribute("ID")] = ((*ordered, *pieces.values()), country)


def _document(part: Part, known: References) -> None:
    label = known.named("IDRegDocType", part.attribute("IDRegDocTypeID"))
    country = known.named("Country", part.attribute("IssuedBy-CountryID"))
    number = part.text("IDRegistrationNo")
    if number:
        identity = part.attribute("IdentityID")
        known.documents.setdefault(identity, []).append((label, number, country))


def _listing(part: Part, known: References) -> None:
    listed = known.listed.setdefault(part.attribute("ProfileID"), Listed())
    title = list_titled(known.named("List", part.attribute("ListID")))
    if not listed.list_name or title == SDN:
        listed.list_name = title
    days = [
        day
        for event in part.parts("EntryEvent")
        for date in event.parts("Date")
        if (day := _day(date))
    ]
    listed.day = min((*days, listed.day) if listed.day else days, default="")
    for measure in part.parts("SanctionsMeasure"):
        kind = known.named("SanctionsType", measure.attribute("SanctionsTypeID"))
        if kind.casefold() == _PROGRAMME:
            listed.programmes.extend(filter(None, [measure.text("Comment")]))


def _day(part: Part) -> str:
    year, month, day = (part.text(name).zfill(2) for name in ("Year", "Month", "Day"))
    return f"{year}-{month}-{day}" if year.isdecimal() and len(year) > len("00") else ""
