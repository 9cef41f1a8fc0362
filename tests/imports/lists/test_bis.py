import csv
import gzip
import re
from pathlib import Path

import pytest

from knowntenant.imports.lists.bis_denied import read_bis_denied
from knowntenant.imports.lists.bis_parts import (
    read_bis_entities,
    read_bis_military,
    read_bis_unverified,
)
from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.imports.lists.us_names import names_in
from knowntenant.screening.entry import Kind, NameKind
from tests.imports.lists.reading_lists import names, put, read, real

DENIED = (
    '"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t'
    '"Expiration_Date"\t"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"\n'
)
JANE = (
    '" JANE ROE"\t"1 MAIN ST"\t"YANGON"\t""\t"MM"\t"11181"\t"10/16/2017"\t"10/13/2030"\t"Y"\t'
    '"2017-10-23"\t"FR NOTICE ADDED"\t"82 F.R. 1"\n'
)


def test_denied_persons_are_read_row_by_row(tmp_path: Path) -> None:
    second = (
        JANE.replace("1 MAIN ST", "2 MAIN ST").replace('"MM"', '"NM"').replace("10/13/2030", "x")
    )
    (jane, other), report = read(read_bis_denied, put(tmp_path / "dpl.txt", DENIED + JANE + second))
    assert jane.id.startswith("us_bis_dpl:")
    assert jane.id != other.id
    assert (jane.list_name, jane.kind) == ("us_bis_dpl", Kind.LEGAL_ENTITY)
    assert names(jane) == {"JANE ROE": NameKind.PRIMARY}
    assert jane.addresses == ("1 MAIN ST, YANGON, 11181, MM",)
    assert (jane.countries, other.countries) == (("mm",), ())
    assert jane.listed_on == "2017-10-16"
    assert jane.remarks == "Ends: 2030-10-13 | Federal Register: 82 F.R. 1 | FR NOTICE ADDED"
    assert other.remarks.startswith("Ends: x | ")
    assert [(one.row, one.field) for one in report.problems] == [(3, "country")]
    assert (report.used["name"], report.ignored["last_update"]) == (2, 2)


def test_the_same_row_twice_is_kept_and_told(tmp_path: Path) -> None:
    entries, report = read(read_bis_denied, put(tmp_path / "dpl.txt", DENIED + JANE * 2))
    assert len({one.id for one in entries}) == 2
    assert len(report.problems) == 1


@pytest.mark.parametrize("text", ["", DENIED, "Country\tName\n", DENIED + JANE[:40], "<html>\n"])
def test_what_is_no_denied_persons_list_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ListUnreadableError):
        read(read_bis_denied, put(tmp_path / "dpl.txt", text))


@pytest.mark.parametrize("name", ["dpl_2019-01", "dpl_2022-09"])
def test_the_real_denied_persons_lists_lose_no_row(name: str) -> None:
    path = real(f"us/bis_dpl/{name}.txt.gz")
    entries, report = read(read_bis_denied, path)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(entries) == report.rows == len(rows)
    assert [one.names[0].text for one in entries] == [" ".join(r["Name"].split()) for r in rows]
    dated = sum(bool(re.fullmatch(r"\d\d?/\d\d?/\d{4}", row["Effective_Date"])) for row in rows)
    assert sum(bool(one.listed_on) for one in entries) == dated
    assert len({one.id for one in entries}) == len(entries)


ENTITIES = (
    "Country,Entity,License Requirement,License Review Policy,Federal Register Citation\n"
    'Burma,"Rain Works, a.k.a., the following two aliases: -Rain Co.; and -深圳 Rain.",All,Denial,'
    "86 FR 1\n"
    '"Korea, North","Cloud Co. (Cloud). Affiliated Entity: Mist Co.",All,Denial,86 FR 2\n'
)


@pytest.mark.parametrize(
    ("reader", "list_name"),
    [
        (read_bis_entities, "us_bis_el"),
        (read_bis_unverified, "us_bis_uvl"),
        (read_bis_military, "us_bis_meu"),
    ],
)
@pytest.mark.parametrize("sign", [",", "\t"])
def test_tables_by_the_columns_of_the_regulation_are_read(
    tmp_path: Path, reader: object, list_name: str, sign: str
) -> None:
    assert callable(reader)
    text = ENTITIES
    if sign == "\t":
        rows = csv.reader(ENTITIES.splitlines())
        text = "".join("\t".join(row) + "\n" for row in rows)
    (rain, cloud), report = read(reader, put(tmp_path / "el.txt", text))
    assert (rain.list_name, rain.countries) == (list_name, ("mm",))
    assert rain.id.startswith(f"{list_name}:")
    assert names(rain) == {
        "Rain Works": NameKind.PRIMARY, "Rain Co.": NameKind.ALIAS, "深圳 Rain.": NameKind.ALIAS
    }  # fmt: skip
    assert names(cloud)["Mist Co."] is NameKind.ALIAS
    assert cloud.remarks == "Federal Register: 86 FR 2"
    assert report.ignored["licenserequirement"] == 2
    assert report.problems == []


def test_tables_with_an_address_and_a_day_are_read_too(tmp_path: Path) -> None:
    text = (
        "Name;Alias;Address;City;Country;Effective Date\nRain;Regen; 1 St;Yangon;BURMA;3/4/2021\n"
    )
    (rain,), report = read(read_bis_unverified, put(tmp_path / "uvl.csv", "\ufeff" + text))
    assert names(rain) == {"Rain": NameKind.PRIMARY, "Regen": NameKind.ALIAS}
    assert rain.addresses == ("1 St, Yangon, BURMA",)
    assert rain.listed_on == "2021-03-04"
    assert not report.ignored


@pytest.mark.parametrize("text", ["", "Country,Note\nBurma,x\n", "Country,Entity\n"])
def test_a_table_without_names_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ListUnreadableError):
        read(read_bis_entities, put(tmp_path / "el.csv", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Co. (f.k.a. B)", ["A Co.", "B"]),
        ("A (Shanghai) Co.", ["A (Shanghai) Co."]),
        ("A, a.k.a. B Ltd. (B-2)", ["A", "B Ltd. (B-2)"]),
        ("A Inst. (a.k.a., C (CA)'s 9 Inst.)", ["A Inst.", "C (CA)'s 9 Inst."]),
        ("A, Inc. (a.k.a. B; C)", ["A, Inc.", "B", "C"]),
        ("F.K.A. Old (OO)", ["Old (OO)"]),
        ("", []),
    ],
)
def test_names_inside_a_text_are_parted(text: str, expected: list[str]) -> None:
    assert [name for name, _ in names_in(text, NameKind.PRIMARY)] == expected
