from pathlib import Path

import pytest

from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.imports.lists.uk_hmt import read_uk_hmt
from knowntenant.imports.lists.uk_list_csv import read_uk_list_csv
from knowntenant.imports.lists.uk_list_xml import read_uk_list_xml
from knowntenant.screening.entry import Identifier, IdKind, Kind, ListedName, NameKind
from tests.imports.lists.foreign_lists import HMT, UKSL_CSV, UKSL_XML, fields, put, read


def test_the_treasurys_rows_of_one_group_are_one_entry(tmp_path: Path) -> None:
    entries, report = read(read_uk_hmt, put(tmp_path, "conlist.csv", HMT))
    assert [entry.id for entry in entries] == ["uk:13349", "uk:13556", "uk:13557"]
    assert [entry.kind for entry in entries] == [Kind.PERSON, Kind.VESSEL, Kind.ORGANIZATION]
    assert entries[0].names == (
        ListedName("Testa MUSTER", NameKind.PRIMARY),
        ListedName("Testa M SAMPLE", NameKind.ALIAS),
        ListedName("Shorty", NameKind.WEAK),
        ListedName("Stubby", NameKind.WEAK),
    )
    assert entries[2].names == (
        ListedName("新公司", NameKind.PRIMARY, "Hani"),
        ListedName("NEW CO", NameKind.PRIMARY),
        ListedName("OLD CO", NameKind.FORMER),
    )
    assert report.published == "2020-04-27"
    assert report.rows == 5


def test_the_treasurys_facts_are_read(tmp_path: Path) -> None:
    (person, ship, _), report = read(read_uk_hmt, put(tmp_path, "conlist.csv.gz", HMT))
    assert person.birth_dates == ("1961-03",)
    assert person.countries == ("af",)
    assert person.addresses == ("1 Road, Kabul, 1001, Afghanistan (since 2009)",)
    assert person.listed_on == "2015-04-01"
    assert person.identifiers == (
        Identifier(IdKind.PASSPORT, "A123456", "af"),
        Identifier(IdKind.PASSPORT, "7654321"),
        Identifier(IdKind.NATIONAL_ID, "25463401784", "qa"),
        Identifier(IdKind.OTHER, "UN XXi.001"),
        Identifier(IdKind.OTHER, "OFSI 13349"),
    )
    assert ship.identifiers[:2] == (
        Identifier(IdKind.IMO, "1234567"),
        Identifier(IdKind.MMSI, "123456789"),
    )
    assert (person.source.row, ship.source.row) == (3, 4)
    assert fields(report.problems) == ["Nationality"]
    assert report.used["grouptype"] == 5
    assert report.ignored == {"lastupdated": 5}


def test_a_treasury_file_in_windows_1252_is_read(tmp_path: Path) -> None:
    text = HMT.replace("新公司", "Çağ").replace("ğ", "g").replace("OLD CO", "ALTE MÜHLE “X”")
    entries, _ = read(read_uk_hmt, put(tmp_path, "conlist.csv", text.encode("cp1252")))
    assert entries[2].names[-1].text == "ALTE MÜHLE “X”"


def test_the_columns_that_came_in_2022_are_read(tmp_path: Path) -> None:
    newer = (
        "Last Updated,02/01/2023\r\n"
        "Name 6,Name 1,Name Non-Latin Script,DOB,Passport Number,Passport Details,"
        "National Identification Number,National Identification Details,Group Type,Alias Type,"
        "Alias Quality,Regime,Listed On,Group ID\r\n"
        "MUSTER,Testa,محمد,(1) 05/03/1961 (2) 06/04/1962,A123456,Afghan passport,77777,(Qatar),"
        "Individual,Primary name,,Nowhere,01/04/2016,7\r\n"
        "Shorty,,,,,,,,Individual,AKA,Low,Nowhere,01/04/2016,7\r\n"
    )
    (person,), report = read(read_uk_hmt, put(tmp_path, "conlist.csv", newer))
    assert person.names == (
        ListedName("Testa MUSTER", NameKind.PRIMARY),
        ListedName("محمد", NameKind.ORIGINAL_SCRIPT, "Arab"),
        ListedName("Shorty", NameKind.WEAK),
    )
    assert person.birth_dates == ("1961-03-05", "1962-04-06")
    assert person.identifiers[:2] == (
        Identifier(IdKind.PASSPORT, "A123456", "af"),
        Identifier(IdKind.NATIONAL_ID, "77777", "qa"),
    )
    assert report.problems == []


def test_a_treasury_file_without_its_headings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListUnreadableError, match="Group ID"):
        read(read_uk_hmt, put(tmp_path, "conlist.csv", "Last Updated,27/04/2020\na,b\n1,2\n"))


@pytest.mark.parametrize("size", [0, 100, len(HMT) - 40, len(HMT) - 3])
def test_a_truncated_treasury_file_is_refused(tmp_path: Path, size: int) -> None:
    with pytest.raises(ListUnreadableError):
        read(read_uk_hmt, put(tmp_path, "conlist.csv", HMT[:size]))


def test_a_row_of_too_many_cells_is_noted(tmp_path: Path) -> None:
    wide = HMT.replace("19/10/2017,13556", "19/10/2017,13556,stray")
    _, report = read(read_uk_hmt, put(tmp_path, "conlist.csv", wide))
    assert 4 in [problem.row for problem in report.problems]


def test_a_row_of_too_few_cells_in_the_midst_is_noted(tmp_path: Path) -> None:
    narrow = HMT.replace(",19/10/2017,19/10/2017,13556", "")
    entries, report = read(read_uk_hmt, put(tmp_path, "conlist.csv", narrow))
    assert entries[1].id == "uk:row-4"
    assert {"", "Group ID"} <= set(fields(report.problems))


def test_the_sanctions_list_as_csv_is_read(tmp_path: Path) -> None:
    (person, ship, company), report = read(read_uk_list_csv, put(tmp_path, "uk.csv", UKSL_CSV))
    assert (person.id, person.list_name) == ("uk:XXX0001", "uk_sanctions")
    assert person.names == (
        ListedName("Testa MUSTER", NameKind.PRIMARY),
        ListedName("Shorty", NameKind.WEAK),
    )
    assert (person.birth_dates, person.countries) == (("1961",), ("af",))
    assert person.identifiers == (
        Identifier(IdKind.PASSPORT, "A123456", "af"),
        Identifier(IdKind.OTHER, "UN XXi.001"),
        Identifier(IdKind.OTHER, "OFSI 13349"),
    )
    assert (person.programmes, person.listed_on) == (("Nowhere",), "2020-07-06")
    assert (ship.kind, ship.countries) == (Kind.VESSEL, ("pa",))
    assert ship.identifiers == (
        Identifier(IdKind.IMO, "1234567"),
        Identifier(IdKind.OTHER, "H-1"),
    )
    assert company.names[1] == ListedName("Фирма Выдумка", NameKind.ORIGINAL_SCRIPT, "Cyrl")
    assert company.identifiers == (Identifier(IdKind.REGISTRATION, "1037739000000"),)
    assert report.published == "2026-09-23"
    assert report.problems == []


def test_the_sanctions_list_as_xml_tells_the_same(tmp_path: Path) -> None:
    from_xml, report = read(read_uk_list_xml, put(tmp_path, "uk.xml", UKSL_XML))
    from_csv, _ = read(read_uk_list_csv, put(tmp_path, "uk.csv", UKSL_CSV))
    for one, other in zip(from_xml, from_csv, strict=True):
        assert (one.id, one.list_name, one.kind) == (other.id, other.list_name, other.kind)
        assert one.names[0] == other.names[0]
        assert one.countries == other.countries
        assert set(other.identifiers) <= set(one.identifiers)
    assert from_xml[0].birth_dates == ("1961", "1962-04-03")
    assert from_xml[0].names[-1] == ListedName("محمد", NameKind.ORIGINAL_SCRIPT, "Arab")
    assert Identifier(IdKind.WALLET, "bc1qmadeup") in from_xml[2].identifiers
    assert report.published == "2026-09-23"
    assert report.ignored["LastUpdated"] == 1


def test_a_sanctions_list_without_its_headings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListUnreadableError, match="Unique ID"):
        read(read_uk_list_csv, put(tmp_path, "uk.csv", "Report Date: 23-Sep-2026\na,b\n"))


@pytest.mark.parametrize("name", ["HMT", "UKSL"])
def test_too_many_rows_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("knowntenant.imports.lists.grouping.MOST_ROWS", 3)
    reader, text = {"HMT": (read_uk_hmt, HMT), "UKSL": (read_uk_list_csv, UKSL_CSV)}[name]
    with pytest.raises(ListUnreadableError, match="more than 3 rows"):
        read(reader, put(tmp_path, "list.csv", text))
