from pathlib import Path

import pytest

from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.imports.lists.un_xml import read_un_xml
from knowntenant.screening.entry import Identifier, IdKind, Kind, ListedName, NameKind
from tests.imports.lists.foreign_lists import UN, fields, put, read


def test_names_come_with_their_kind_and_script(tmp_path: Path) -> None:
    (person, company), _ = read(read_un_xml, put(tmp_path, "un.xml", UN))
    assert person.names == (
        ListedName("TESTA MUSTER BEISPIEL", NameKind.PRIMARY),
        ListedName("محمد مثال", NameKind.ORIGINAL_SCRIPT, "Arab"),
        ListedName("Testa M. Sample", NameKind.ALIAS),
        ListedName("Теста Мустер", NameKind.ORIGINAL_SCRIPT, "Cyrl"),
        ListedName("Shorty", NameKind.WEAK),
        ListedName("Stubby", NameKind.WEAK),
    )
    assert company.names == (
        ListedName("MADE UP TRADING & CO", NameKind.PRIMARY),
        ListedName("老公司", NameKind.FORMER, "Hani"),
        ListedName("Old Trading", NameKind.FORMER),
    )


def test_dates_of_birth_are_exact_about_between_or_in_a_note(tmp_path: Path) -> None:
    (person, _), report = read(read_un_xml, put(tmp_path, "un.xml", UN))
    assert person.birth_dates == (
        "1962-02-03",
        "1961-04-06",
        "~1965",
        "1973/1974",
        "1958-09",
        "1969-08",
    )
    [hijri] = [p for p in report.problems if p.field == "INDIVIDUAL_DATE_OF_BIRTH"]
    assert "Hijri" in hijri.text
    assert "1402" not in hijri.text


def test_the_rest_of_an_entry_is_read(tmp_path: Path) -> None:
    (person, company), report = read(read_un_xml, put(tmp_path, "un.xml.gz", UN))
    assert (person.id, person.list_name, person.kind) == ("un:XXi.001", "un_sc", Kind.PERSON)
    assert person.countries == ("af",)
    assert person.addresses == ("1 Road, Kabul, Afghanistan",)
    assert person.identifiers == (
        Identifier(IdKind.PASSPORT, "OB 0243318", "td"),
        Identifier(IdKind.NATIONAL_ID, "W999061", "tn"),
        Identifier(IdKind.IMO, "1234567"),
        Identifier(IdKind.OTHER, "UN XXi.001"),
    )
    assert person.programmes == ("DRC",)
    assert person.listed_on == "2012-12-31"
    assert "position: a) Head of Nothing" in person.remarks
    assert "born in: Herat, Afghanistan" in person.remarks
    assert (company.kind, company.countries) == (Kind.ORGANIZATION, ("kp",))
    assert (company.source.file, company.source.row) == ("un.xml.gz", 2)
    assert report.published == "2026-02-27"
    assert report.rows == 2


def test_each_filled_field_is_used_or_ignored(tmp_path: Path) -> None:
    _, report = read(read_un_xml, put(tmp_path, "un.xml", UN))
    assert report.ignored["DATAID"] == 2
    assert report.used["FIRST_NAME"] == 2
    assert report.used["INDIVIDUAL_ALIAS/QUALITY"] == 1
    assert "SORT_KEY" not in report.used + report.ignored


def test_a_country_that_is_none_is_a_problem_with_row_and_field(tmp_path: Path) -> None:
    _, report = read(read_un_xml, put(tmp_path, "un.xml", UN))
    assert ("NATIONALITY", 1) in [(p.field, p.row) for p in report.problems]
    assert not any("Atlantis" in p.text for p in report.problems)


def test_an_entry_without_names_is_left_out_and_noted(tmp_path: Path) -> None:
    bare = UN.replace("<FIRST_NAME>MADE UP TRADING &amp; CO</FIRST_NAME>", "").replace(
        "Old Trading (老公司)", " "
    )
    entries, report = read(read_un_xml, put(tmp_path, "un.xml", bare))
    assert [entry.id for entry in entries] == ["un:XXi.001"]
    assert "name" in fields(report.problems)


def test_two_entries_under_one_id_are_both_kept_and_noted(tmp_path: Path) -> None:
    twice = UN.replace("XXe.002", "XXi.001")
    entries, report = read(read_un_xml, put(tmp_path, "un.xml", twice))
    assert [entry.id for entry in entries] == ["un:XXi.001", "un:XXi.001#2"]
    assert "REFERENCE_NUMBER" in fields(report.problems)


def test_an_entry_without_a_number_goes_by_its_row(tmp_path: Path) -> None:
    bare = UN.replace("<REFERENCE_NUMBER>XXe.002</REFERENCE_NUMBER>", "")
    entries, report = read(read_un_xml, put(tmp_path, "un.xml", bare))
    assert entries[1].id == "un:row-2"
    assert "REFERENCE_NUMBER" in fields(report.problems)


def test_bare_ampersands_are_mended_and_noted(tmp_path: Path) -> None:
    entries, report = read(read_un_xml, put(tmp_path, "un.xml", UN.replace("&amp;", "&")))
    assert entries[1].names[0].text == "MADE UP TRADING & CO"
    line = UN[: UN.index("&amp;")].count("\n") + 1
    assert (line, "") in [(p.row, p.field) for p in report.problems]


@pytest.mark.parametrize("size", [0, 30, 200, len(UN) // 2, len(UN) - 12])
def test_a_truncated_file_is_refused(tmp_path: Path, size: int) -> None:
    with pytest.raises(ListUnreadableError):
        read(read_un_xml, put(tmp_path, "un.xml", UN[:size]))


def test_a_truncated_packed_file_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "un.xml.gz", UN)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ListUnreadableError, match="cut off"):
        read(read_un_xml, path)


def test_an_xml_bomb_is_refused(tmp_path: Path) -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        "<CONSOLIDATED_LIST><INDIVIDUAL><FIRST_NAME>&b;</FIRST_NAME></INDIVIDUAL>"
        "</CONSOLIDATED_LIST>"
    )
    with pytest.raises(ListUnreadableError, match="attack"):
        read(read_un_xml, put(tmp_path, "un.xml", bomb))


def test_a_list_without_entries_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListUnreadableError, match="no entry"):
        read(read_un_xml, put(tmp_path, "un.xml", "<CONSOLIDATED_LIST/>"))


def test_utf_16_is_read(tmp_path: Path) -> None:
    text = UN.replace("UTF-8", "UTF-16")
    (person, _), _ = read(read_un_xml, put(tmp_path, "un.xml", text.encode("utf-16")))
    assert person.names[1].text == "محمد مثال"
