from pathlib import Path

import pytest

from knowntenant.imports.lists.eu_csv import read_eu_csv
from knowntenant.imports.lists.eu_xml import read_eu_xml
from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.screening.entry import Identifier, IdKind, Kind, ListedName, NameKind
from tests.imports.lists.foreign_lists import EU_CSV, EU_XML, fields, put, read


def test_the_xml_gives_names_with_kind_and_script(tmp_path: Path) -> None:
    (person, company), _ = read(read_eu_xml, put(tmp_path, "eu.xml", EU_XML))
    assert person.names == (
        ListedName("Testa Muster", NameKind.PRIMARY),
        ListedName("Теста Мустер", NameKind.ORIGINAL_SCRIPT, "Cyrl"),
        ListedName("Shorty", NameKind.WEAK),
        ListedName("Nguyễn Văn Mẫu", NameKind.ALIAS),
    )
    assert (company.id, company.kind) == ("eu:14", Kind.ORGANIZATION)
    assert company.listed_on == "2020-02-29"


def test_the_xml_gives_the_rest(tmp_path: Path) -> None:
    (person, _), report = read(read_eu_xml, put(tmp_path, "eu.xml", EU_XML))
    assert (person.id, person.list_name, person.kind) == ("eu:13", "eu_fsf", Kind.PERSON)
    assert person.birth_dates == ("1961-04-28", "~1962", "1963/1964", "1960-02-29")
    assert person.countries == ("iq",)
    assert person.addresses == ("1 Road, 61001, Basra, IRAQ",)
    assert person.identifiers == (
        Identifier(IdKind.OTHER, "UN XXi.001"),
        Identifier(IdKind.PASSPORT, "A1234567", "iq"),
        Identifier(IdKind.REGISTRATION, "1037"),
        Identifier(IdKind.SWIFT, "ABCDDEFF"),
    )
    assert (person.programmes, person.listed_on) == (("IRQ",), "2003-07-08")
    assert "passport: knownExpired" in person.remarks
    assert "position: Minister" in person.remarks
    assert report.published == "2026-05-04"
    assert fields(report.problems) == ["birthdate"]
    assert report.used["nameAlias@wholeName"] == 2
    assert report.ignored["nameAlias@gender"] == 1


def test_the_csv_puts_the_rows_of_a_target_together(tmp_path: Path) -> None:
    (person, company), report = read(read_eu_csv, put(tmp_path, "eu.csv", EU_CSV))
    assert person.names == (
        ListedName("Testa Muster", NameKind.PRIMARY),
        ListedName("Теста Мустер", NameKind.ORIGINAL_SCRIPT, "Cyrl"),
    )
    assert person.birth_dates == ("1961-04-28", "1963/1964", "~1965")
    assert person.countries == ("iq",)
    assert Identifier(IdKind.PASSPORT, "A1234567", "iq") in person.identifiers
    assert person.addresses == ("1 Road, Basra, IQ",)
    assert (person.id, person.listed_on) == ("eu:13", "2003-07-08")
    assert company.names[0].text == "Beispiel; Söhne GmbH"
    assert (company.kind, company.listed_on) == (Kind.ORGANIZATION, "2020-02-29")
    assert report.published == "2026-05-04"
    assert report.rows == 9
    assert report.ignored["namealiasgender"] == 1
    assert report.problems == []


def test_a_csv_without_the_headings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListUnreadableError, match="Entity_LogicalId"):
        read(read_eu_csv, put(tmp_path, "eu.csv", "a;b\n1;2\n"))


def test_a_csv_cut_off_in_a_row_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListUnreadableError, match="cut off"):
        read(read_eu_csv, put(tmp_path, "eu.csv", EU_CSV[:-30]))


def test_a_csv_in_an_encoding_with_lost_signs_is_noted(tmp_path: Path) -> None:
    broken = EU_CSV.encode().replace("Теста".encode(), b"\xff\xfe\x81")
    _, report = read(read_eu_csv, put(tmp_path, "eu.csv", broken))
    assert "namealiaswholename" in fields(report.problems)


def test_a_subject_of_no_known_kind_is_left_open(tmp_path: Path) -> None:
    odd = EU_XML.replace(
        'code="enterprise" classificationCode="E"', 'code="" classificationCode=""'
    )
    (_, company), _ = read(read_eu_xml, put(tmp_path, "eu.xml", odd))
    assert company.kind is Kind.LEGAL_ENTITY


def test_a_target_without_a_day_of_its_own_has_that_of_its_regulation_or_none(
    tmp_path: Path,
) -> None:
    dated = EU_XML.replace('designationDate=""', 'designationDate="2001-01-01"')
    undated = EU_XML.replace(' publicationDate="2003-07-08"', "")
    (first, _), _ = read(read_eu_xml, put(tmp_path, "eu.xml", dated))
    (second, _), _ = read(read_eu_xml, put(tmp_path, "eu.xml", undated))
    assert (first.listed_on, second.listed_on) == ("2001-01-01", "")


def test_an_xml_bomb_in_the_european_list_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + EU_XML.partition("?>")[2].replace("Made up", "&a;")
    with pytest.raises(ListUnreadableError, match="attack"):
        read(read_eu_xml, put(tmp_path, "eu.xml", bomb))
