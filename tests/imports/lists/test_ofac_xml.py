import gzip
import re
from pathlib import Path

import pytest

from knowntenant.imports.lists.ofac_xml import read_ofac_xml
from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.screening.entry import Kind, NameKind
from tests.imports.lists.reading_lists import names, numbers, put, read, real

HEAD = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="http://tempuri.org/sdnList.xsd">
<publshInformation><Publish_Date>03/17/2020</Publish_Date><Record_Count>2</Record_Count>
</publshInformation>
"""
JANE = """<sdnEntry><uid>101</uid><firstName>Jane</firstName><lastName>ROE</lastName>
<title>Minister of Rain</title><sdnType>Individual</sdnType><remarks>(Linked To: ACME)</remarks>
<programList><program>SDGT</program><program>NPWMD</program></programList>
<idList><id><uid>1</uid><idType>Passport</idType><idNumber>A77</idNumber><idCountry>Iran</idCountry>
<issueDate>02 Mar 2001</issueDate></id><id><uid>2</uid><idType>Gender</idType>
<idNumber>Female</idNumber></id><id><idType>Website</idType><idNumber>www.example.org</idNumber></id>
<id><idType>Digital Currency Address - XBT</idType><idNumber>1Bc</idNumber></id></idList>
<akaList><aka><uid>3</uid><type>a.k.a.</type><category>weak</category><lastName>JANEY</lastName></aka>
<aka><uid>4</uid><type>f.k.a.</type><category>strong</category><lastName>ROW</lastName>
<firstName>Jane</firstName></aka></akaList>
<addressList><address><uid>5</uid><address1>1 Main St</address1><city>Yangon</city>
<country>Burma</country></address></addressList>
<nationalityList><nationality><uid>6</uid><country>Korea, North</country><mainEntry>true</mainEntry>
</nationality></nationalityList>
<citizenshipList><citizenship><country>undetermined</country></citizenship></citizenshipList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>29 Feb 1964</dateOfBirth></dateOfBirthItem>
<dateOfBirthItem><dateOfBirth>someday</dateOfBirth></dateOfBirthItem></dateOfBirthList>
<placeOfBirthList><placeOfBirthItem><placeOfBirth>Oz</placeOfBirth></placeOfBirthItem>
</placeOfBirthList></sdnEntry>
"""
STAR = """<sdnEntry><uid>103</uid><lastName>SEA STAR</lastName><sdnType>Vessel</sdnType>
<vesselInfo><callSign>3FAB</callSign><vesselType>Tug</vesselType><vesselFlag>Panama</vesselFlag>
<vesselOwner>ACME</vesselOwner><tonnage>9</tonnage></vesselInfo></sdnEntry>
"""


def test_entries_are_read_with_everything_in_them(tmp_path: Path) -> None:
    path = put(tmp_path / "sdn.xml", HEAD + JANE + STAR + "</sdnList>")
    (jane, star), report = read(read_ofac_xml, path)
    assert report.published == "2020-03-17"
    assert (jane.id, jane.list_name, jane.kind) == ("us_ofac:101", "us_sdn", Kind.PERSON)
    assert names(jane) == {
        "ROE, Jane": NameKind.PRIMARY, "JANEY": NameKind.WEAK, "ROW, Jane": NameKind.FORMER
    }  # fmt: skip
    assert jane.birth_dates == ("1964-02-29",)
    assert jane.countries == ("kp", "mm")
    assert jane.addresses == ("1 Main St, Yangon, Burma",)
    assert jane.programmes == ("SDGT", "NPWMD")
    assert numbers(jane) == {("passport", "A77", "ir"), ("wallet", "1Bc", "")}
    assert jane.remarks == (
        "DOB: someday | POB: Oz | Gender: Female | (Linked To: ACME) | Title: Minister of Rain"
    )
    assert (star.kind, star.countries) == (Kind.VESSEL, ("pa",))
    assert numbers(star) == {("call_sign", "3FAB", "")}
    assert [(one.row, one.field) for one in report.problems] == [(1, "dateOfBirth")]
    assert report.used["lastName"] == report.rows == 2
    assert report.ignored["vesselInfo/tonnage"] == report.ignored["idType: Website"] == 1
    assert report.ignored["idList/id/issueDate"] == 1


def test_a_file_of_the_consolidated_list_is_told_by_its_name(tmp_path: Path) -> None:
    text = HEAD + JANE.replace("SDGT", "FSE-SY") + "</sdnList>"
    (jane,), _ = read(read_ofac_xml, put(tmp_path / "Consolidated.xml", text))
    assert jane.list_name == "us_fse"


@pytest.mark.parametrize(
    "text", ["", HEAD, HEAD + JANE, HEAD + "</sdnList>", "<!DOCTYPE sdnList>" + HEAD + "</sdnList>"]
)
def test_a_file_that_is_cut_empty_or_hostile_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ListUnreadableError):
        read(read_ofac_xml, put(tmp_path / "sdn.xml", text))


def test_two_entries_under_one_id_and_one_without_a_name(tmp_path: Path) -> None:
    nobody = "<sdnEntry><uid>104</uid><sdnType>Entity</sdnType></sdnEntry>"
    path = put(tmp_path / "sdn.xml", HEAD + STAR + STAR + nobody + "</sdnList>")
    entries, report = read(read_ofac_xml, path)
    assert len({one.id for one in entries}) == 2
    assert [one.row for one in report.problems] == [2, 3]


def test_the_real_consolidated_list_loses_no_entry_name_or_date() -> None:
    path = real("us/ofac_consolidated/2020-03/consolidated.xml.gz")
    entries, report = read(read_ofac_xml, path)
    text = gzip.decompress(path.read_bytes()).decode()
    raw = text.split("<sdnEntry>")[1:]
    assert [one.id for one in entries] == [
        "us_ofac:" + re.findall(r"<uid>(\d+)<", one)[0] for one in raw
    ]
    printed = 0
    for one in raw:
        found = re.findall(r"<(?:last|first)Name>[^<]+</", one)
        lasts = [name for name in found if name.startswith("<last")]
        printed += len(lasts)
    assert printed - 5 < sum(len(one.names) for one in entries) <= printed
    assert sum(len(one.birth_dates) for one in entries) == text.count("<dateOfBirth>")
    assert report.published == "2020-03-17"
    assert report.problems == []
