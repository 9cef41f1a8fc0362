from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from knowntenant.imports.lists.element import Part
from knowntenant.imports.lists.ofac_advanced import read_ofac_advanced
from knowntenant.imports.lists.ofac_lists import list_titled
from knowntenant.imports.lists.ofac_periods import period
from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.screening.entry import Kind, NameKind
from tests.imports.lists.reading_lists import names, numbers, put, read

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="1">
<DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>3</Month><Day>9</Day></DateOfIssue>
<ReferenceValueSets>
<AliasTypeValues><AliasType ID="1">A.K.A.</AliasType><AliasType ID="2">F.K.A.</AliasType>
<AliasType ID="3">Name</AliasType></AliasTypeValues>
<AreaCodeValues><AreaCode ID="5" CountryID="11" Description="Iran">IR</AreaCode></AreaCodeValues>
<CountryValues><Country ID="11" ISO2="IR">Iran</Country><Country ID="12">Burma</Country>
</CountryValues>
<DetailReferenceValues><DetailReference ID="91">Female</DetailReference></DetailReferenceValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType>
<FeatureType ID="9">Place of Birth</FeatureType>
<FeatureType ID="10">Nationality Country</FeatureType>
<FeatureType ID="25">Location</FeatureType><FeatureType ID="26">Title</FeatureType>
<FeatureType ID="224">Gender</FeatureType><FeatureType ID="3">Vessel Flag</FeatureType>
<FeatureType ID="1">Vessel Call Sign</FeatureType>
<FeatureType ID="7">Vessel Year of Build</FeatureType>
<FeatureType ID="344">Digital Currency Address - XBT</FeatureType>
<FeatureType ID="14">Website</FeatureType></FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType>
<IDRegDocType ID="1626">Vessel Registration Identification</IDRegDocType>
<IDRegDocType ID="9">Gazette note</IDRegDocType></IDRegDocTypeValues>
<ListValues><List ID="1550">SDN List</List><List ID="91512">Sectoral Sanctions</List></ListValues>
<LocPartTypeValues><LocPartType ID="1451">ADDRESS1</LocPartType>
<LocPartType ID="1454">CITY</LocPartType></LocPartTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType>
<NamePartType ID="1521">First Name</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="3">Vessel</PartySubType>
<PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="3">Transport</PartyType>
</PartyTypeValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType>
<SanctionsType ID="2">Block</SanctionsType></SanctionsTypeValues>
<ScriptValues><Script ID="215" ScriptCode="Latn">Latin</Script>
<Script ID="160" ScriptCode="Arab">Arabic</Script></ScriptValues>
</ReferenceValueSets>
<Locations><Location ID="70"><LocationCountry CountryID="12"/>
<LocationPart LocPartTypeID="1454"><LocationPartValue Primary="true"><Value>Yangon</Value>
</LocationPartValue></LocationPart><LocationPart LocPartTypeID="1451"><LocationPartValue>
<Value>1 Main St</Value></LocationPartValue></LocationPart></Location>
<Location ID="71"><LocationAreaCode AreaCodeID="5"/></Location>
<Location ID="72"><LocationPart LocPartTypeID="1454"><LocationPartValue><Value>Oz</Value>
</LocationPartValue></LocationPart></Location></Locations>
<IDRegDocuments>
<IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="21" IssuedBy-CountryID="11" ValidityID="1">
<IDRegistrationNo>A77</IDRegistrationNo></IDRegDocument>
<IDRegDocument ID="2" IDRegDocTypeID="1626" IdentityID="22"><IDRegistrationNo>IMO 9074729
</IDRegistrationNo></IDRegDocument>
<IDRegDocument ID="3" IDRegDocTypeID="9" IdentityID="22"><IDRegistrationNo>none</IDRegistrationNo>
</IDRegDocument><IDRegDocument ID="4" IDRegDocTypeID="9" IdentityID="22"/>
</IDRegDocuments>
<DistinctParties>
"""


def name(text: str, *, group: int, script: int = 215) -> str:
    return (
        f'<DocumentedNamePart><NamePartValue NamePartGroupID="{group}" ScriptID="{script}">{text}'
        "</NamePartValue></DocumentedNamePart>"
    )


def alias(kind: int, *parts: str, primary: str = "false", low: str = "false") -> str:
    inner = "".join(parts)
    return (
        f'<Alias AliasTypeID="{kind}" Primary="{primary}" LowQuality="{low}">'
        f"<DocumentedName>{inner}</DocumentedName></Alias>"
    )


def feature(kind: int, version: str) -> str:
    inner = f"<FeatureVersion ID='9'>{version}</FeatureVersion>"
    return f'<Feature ID="1" FeatureTypeID="{kind}">{inner}</Feature>'


def born(start: str, end: str, approximate: str = "false") -> str:
    def day(tag: str, text: str) -> str:
        parts = zip(("Year", "Month", "Day"), text.split("-"), strict=False)
        return f"<{tag}>" + "".join(f"<{part}>{n}</{part}>" for part, n in parts) + f"</{tag}>"

    return (
        f'<DatePeriod><Start Approximate="{approximate}">{day("From", start)}{day("To", start)}'
        f'</Start><End Approximate="{approximate}">{day("From", end)}{day("To", end)}</End>'
        "</DatePeriod>"
    )


GROUPS = (
    '<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1520"/>'
    '</MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="1521"/>'
    "</MasterNamePartGroup></NamePartGroups>"
)
JANE = (
    '<DistinctParty FixedRef="101"><Comment>nationality Iran</Comment>'
    '<Profile ID="101" PartySubTypeID="4"><Identity ID="21" Primary="true">'
    + alias(3, name("Jane", group=2), name("ROE", group=1), primary="true")
    + alias(1, name("JANEY", group=2), low="true")
    + alias(2, name("ROW", group=1), name("Jane", group=2))
    + alias(1, name("محمد", group=2, script=160))
    + GROUPS
    + "</Identity>"
    + feature(8, born("1964-2-29", "1964-2-29"))
    + feature(8, born("1961-1-1", "1961-12-31", "true"))
    + feature(9, '<VersionLocation LocationID="72"/>')
    + feature(10, '<VersionLocation LocationID="71"/>')
    + feature(25, '<VersionLocation LocationID="70"/>')
    + feature(26, "<VersionDetail DetailTypeID='1'>Minister of Rain</VersionDetail>")
    + feature(224, '<VersionDetail DetailReferenceID="91"/>')
    + feature(344, "<Comment/><VersionDetail>1Bc</VersionDetail>")
    + feature(14, "<VersionDetail>www.example.org</VersionDetail>")
    + "</Profile></DistinctParty>\n"
)
STAR = (
    '<DistinctParty FixedRef="103"><Profile ID="103" PartySubTypeID="1"><Identity ID="22">'
    + alias(3, name("SEA STAR", group=5), primary="true")
    + "</Identity>"
    + feature(1, "<VersionDetail>3FAB</VersionDetail>")
    + feature(3, '<VersionLocation LocationID="71"/><Comment>since 1999</Comment>')
    + feature(7, born("1999", "1999"))
    + "</Profile></DistinctParty>\n"
)
TAIL = """</DistinctParties><SanctionsEntries>
<SanctionsEntry ID="1" ProfileID="101" ListID="91512"><EntryEvent ID="1"><Date><Year>2015</Year>
<Month>4</Month><Day>1</Day></Date></EntryEvent><SanctionsMeasure ID="1" SanctionsTypeID="1">
<Comment>SDGT</Comment></SanctionsMeasure><SanctionsMeasure ID="2" SanctionsTypeID="2"/>
</SanctionsEntry>
<SanctionsEntry ID="2" ProfileID="101" ListID="1550"><EntryEvent ID="1"><Date><Year>2012</Year>
<Month>11</Month><Day>30</Day></Date></EntryEvent></SanctionsEntry>
</SanctionsEntries></Sanctions>
"""


def test_parties_are_read_with_all_they_refer_to(tmp_path: Path) -> None:
    path = put(tmp_path / "SDN_ADVANCED.XML", HEAD + JANE + STAR + TAIL)
    (jane, star), report = read(read_ofac_advanced, path)
    assert report.published == "2026-03-09"
    assert (jane.id, jane.list_name, jane.kind) == ("us_ofac:101", "us_sdn", Kind.PERSON)
    assert names(jane) == {
        "ROE, Jane": NameKind.PRIMARY,
        "JANEY": NameKind.WEAK,
        "ROW, Jane": NameKind.FORMER,
        "محمد": NameKind.ORIGINAL_SCRIPT,
    }
    assert {one.script for one in jane.names} == {"", "Arab"}
    assert jane.birth_dates == ("1964-02-29", "~1961")
    assert jane.countries == ("ir", "mm")
    assert jane.addresses == ("1 Main St, Yangon, Burma",)
    assert jane.programmes == ("SDGT",)
    assert jane.listed_on == "2012-11-30"
    assert numbers(jane) == {("passport", "A77", "ir"), ("wallet", "1Bc", "")}
    assert jane.remarks == "POB: Oz | Title: Minister of Rain | Gender: Female"
    assert (star.list_name, star.kind, star.countries) == ("us_sdn", Kind.VESSEL, ("ir",))
    assert numbers(star) == {("imo", "9074729", ""), ("call_sign", "3FAB", "")}
    assert (
        star.remarks == "Gazette note: none | Vessel Flag: since 1999 | Vessel Year of Build: 1999"
    )
    assert report.problems == []
    assert report.rows == 2
    assert report.ignored["Website: Website"] == 1
    assert report.ignored["@Version"] == 0
    assert (
        report.used["Profile/Identity/Alias/DocumentedName/DocumentedNamePart/NamePartValue"] == 2
    )


@pytest.mark.parametrize("text", [HEAD, HEAD + JANE, HEAD + TAIL, (HEAD + JANE + TAIL)[:-12]])
def test_a_file_that_is_cut_or_empty_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ListUnreadableError):
        read(read_ofac_advanced, put(tmp_path / "SDN_ADVANCED.XML", text))


def test_references_that_lead_nowhere_lose_no_name(tmp_path: Path) -> None:
    bare = "<Sanctions><DistinctParties>" + JANE + "</DistinctParties></Sanctions>"
    (jane,), report = read(read_ofac_advanced, put(tmp_path / "x.xml", bare))
    assert "Jane ROE" in names(jane)
    assert jane.kind is Kind.LEGAL_ENTITY
    assert report.published == ""


@pytest.mark.parametrize(
    ("start", "end", "approximate", "expected"),
    [
        ("1964-2-29", "1964-2-29", "false", "1964-02-29"),
        ("1961-1-1", "1961-12-31", "false", "1961"),
        ("1961-1-1", "1961-12-31", "true", "~1961"),
        ("1964-2-1", "1964-2-29", "false", "1964-02"),
        ("1961-3", "1961-3", "false", "1961-03"),
        ("1961-3-5", "1961-4-5", "false", "1961"),
        ("1960-1-1", "1965-12-31", "true", "1960/1965"),
        ("1961", "1961", "false", "1961"),
        ("", "1961", "false", "1961"),
        ("1961-99", "1961-12", "false", "1961"),
        ("", "", "false", ""),
    ],
)
def test_a_period_is_as_precise_as_its_two_ends(
    start: str, end: str, approximate: str, expected: str
) -> None:
    element = fromstring(born(start, end, approximate))  # noqa: S314 - written right here
    assert period(Part(element)) == expected


def test_lists_are_told_by_their_title() -> None:
    assert list_titled("SDN List") == "us_sdn"
    assert list_titled("Non-SDN Menu-Based Sanctions List") == "us_mbs"
    assert list_titled("Consolidated List") == "us_cons"
