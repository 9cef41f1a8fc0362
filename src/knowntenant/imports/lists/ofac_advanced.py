"""OFAC's lists in the Advanced XML schema (SDN_ADVANCED.XML, CONS_ADVANCED.XML).

Built from the published schema and not tried on a real file. What a party refers to stands in
other parts of the file, and partly after it, so that the file is read twice.
"""

from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.element import Part
from knowntenant.imports.lists.ofac_lists import PREFIX, SDN
from knowntenant.imports.lists.ofac_periods import period
from knowntenant.imports.lists.ofac_reference import References, read_references
from knowntenant.imports.lists.ofac_remarks import mine, take
from knowntenant.imports.lists.ofac_words import Fact, country_words, use_of
from knowntenant.imports.lists.reading import Report
from knowntenant.imports.lists.scripts import script_of
from knowntenant.imports.lists.xml import elements
from knowntenant.screening.entry import Entry, Kind, NameKind

ROOT = "Sanctions"
_TYPES = {"individual": Kind.PERSON, "entity": Kind.ORGANIZATION}
_SUB_TYPES = {"vessel": Kind.VESSEL, "aircraft": Kind.AIRPLANE}
_LATIN = frozenset({"", "Latn"})
_LOCATED = "Feature/FeatureVersion/VersionLocation"


def read_ofac_advanced(path: Path, report: Report) -> Iterator[Entry]:
    """Read a file whose outermost element is `Sanctions`, in two passes.

    Raises:
        ListUnreadableError: as `elements`; or there is no entry in the file.
    """
    known = read_references(path, report)
    listing = Listing(path, report, PREFIX, SDN)
    for element in elements(path, "DistinctParty"):
        report.rows += 1
        part = Part(element)
        draft = listing.draft(report.rows)
        number = part.attribute("FixedRef")
        kind = Kind.LEGAL_ENTITY
        list_name = ""
        for profile in part.parts("Profile"):
            kind = _kind(profile, known)
            listed = known.listed.get(profile.attribute("ID"))
            if listed:
                list_name = listed.list_name
                draft.listed("SanctionsEntry", listed.day)
                for programme in listed.programmes:
                    draft.programme(programme)
            _fill(profile, draft, known, report)
        mine(draft, report, "Comment", part.text("Comment"))
        part.settle(report)
        yield from listing.entries(draft, number, kind, field="FixedRef", list_name=list_name)
    listing.close()


def _kind(profile: Part, known: References) -> Kind:
    name, party = known.sub_types.get(profile.attribute("PartySubTypeID"), ("", ""))
    sub_type = _SUB_TYPES.get(name.casefold())
    return sub_type or _TYPES.get(party.casefold(), Kind.LEGAL_ENTITY)


def _fill(profile: Part, draft: Draft, known: References, report: Report) -> None:
    for identity in profile.parts("Identity"):
        _names(identity, draft, known)
        for label, number, country in known.documents.get(identity.attribute("ID"), ()):
            if not take(draft, report, "IDRegDocument", label, number, country=country):
                draft.remark(number, label.rstrip(" :-"))
    for feature in profile.parts("Feature"):
        label = known.named("FeatureType", feature.attribute("FeatureTypeID"))
        for version in feature.parts("FeatureVersion"):
            _feature(version, draft, known, report, label)


def _names(identity: Part, draft: Draft, known: References) -> None:
    for alias in identity.parts("Alias"):
        kind = _alias_kind(alias, known)
        for documented in alias.parts("DocumentedName"):
            values = [
                value
                for piece in documented.parts("DocumentedNamePart")
                for value in piece.parts("NamePartValue")
            ]
            scripts = {known.scripts.get(value.attribute("ScriptID"), "") for value in values}
            text = _printed(
                [(value.attribute("NamePartGroupID"), value.own()) for value in values],
                _groups(identity, known),
            )
            other = scripts - _LATIN or script_of(text)
            draft.name(text, NameKind.ORIGINAL_SCRIPT if other else kind)


def _alias_kind(alias: Part, known: References) -> NameKind:
    if alias.attribute("Primary").casefold() == "true":
        return NameKind.PRIMARY
    if alias.attribute("LowQuality").casefold() == "true":
        return NameKind.WEAK
    label = known.named("AliasType", alias.attribute("AliasTypeID"))
    return NameKind.FORMER if label.casefold().startswith("f") else NameKind.ALIAS


def _groups(identity: Part, known: References) -> dict[str, str]:
    """Return what kind of name part each group of an identity holds."""
    return {
        group.attribute("ID"): known.named("NamePartType", group.attribute("NamePartTypeID"))
        for outer in identity.parts("NamePartGroups")
        for master in outer.parts("MasterNamePartGroup")
        for group in master.parts("NamePartGroup")
    }


def _printed(parts: list[tuple[str, str]], groups: dict[str, str]) -> str:
    """Return a name as the delimited files print it: last names, a comma, the others."""
    last = [text for group, text in parts if groups.get(group, "").casefold() == "last name"]
    rest = [text for group, text in parts if groups.get(group, "").casefold() != "last name"]
    return ", ".join(filter(None, (" ".join(last), " ".join(rest))))


def _feature(version: Part, draft: Draft, known: References, report: Report, label: str) -> None:
    """Take one version of a feature: a period, a place, or words."""
    for dates in version.parts("DatePeriod"):
        text = period(dates)
        if use_of(label) is not Fact.BORN or not take(draft, report, label, label, text):
            draft.remark(text, label)
    for place in version.parts("VersionLocation"):
        _place(draft, known, label, place.attribute("LocationID"))
    for detail in version.parts("VersionDetail"):
        text = detail.own() or known.named("DetailReference", detail.attribute("DetailReferenceID"))
        if text and not take(draft, report, label, label, text):
            draft.remark(text, label.rstrip(" :-"))
    draft.remark(version.text("Comment"), label)


def _place(draft: Draft, known: References, label: str, number: str) -> None:
    """Take a place: an address, a country, or, as a place of birth, words for people."""
    address, country = known.locations.get(number, ((), ""))
    words = country_words(country)
    if label.casefold() == "place of birth":
        draft.remark(", ".join((*address, country)).strip(", "), "POB")
        return
    if use_of(label) is not Fact.COUNTRY:
        draft.address(*address, country)
    if words:
        draft.country(_LOCATED, words)
