import csv
import gzip
import re
import time
from pathlib import Path

import pytest

from knowntenant.imports.lists.ofac_delimited import read_ofac_delimited
from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.screening.entry import IdKind, Kind, NameKind
from tests.imports.lists.reading_lists import names, numbers, put, read, real

NONE = "-0- "
PRIMARY = (
    '101,"ROE, Jane","individual","SDGT] [NPWMD","Minister of Rain",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    '"DOB 29 Feb 1964; alt. DOB circa 1961; POB Oz; nationality Burma; Passport A77 (Iran)'
    " issued 02 Mar 2001 expires 02 Mar 2011; a.k.a. 'JANEY'; Website www.example.org;"
    ' Linked To: ACME."\n'
    '102,"ACME ""RAIN"" CO., LTD.",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
    '103,"SEA STAR","vessel","IRAN",-0- ,"3FAB","Tug","9","7","Panama","ACME",'
    '"Vessel Registration Identification IMO 9074729; MMSI 422123456."\n'
    '104,"N1AB","aircraft","IRAN",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Aircraft Tail Number N1AB."\n'
)
ALIASES = '101,1,"aka","ROW, Jane",-0- \n102,2,"fka","OLD RAIN",-0- \n102,3,"nka","NEW RAIN","x"\n'
ADDRESSES = (
    '101,9,"1 Main St","Yangon 11181","Burma",-0- \n102,8,-0- ,-0- ,"Korea, North",-0- \n'
    '102,7,-0- ,-0- ,-0- ,-0- \n103,6,-0- ,"Here","undetermined",-0- \n'
)


def lay(folder: Path, primary: str = PRIMARY, end: str = "\x1a") -> Path:
    """Write a whole set, with the sign at its end that the real files have."""
    put(folder / "alt.csv", ALIASES + end)
    put(folder / "ADD.CSV", ADDRESSES + end)
    put(folder / "sdn_comments.csv.gz", '102,"Tax ID No. 5 (Cuba)."\n' + end)
    return put(folder / "sdn.csv", primary + end)


def test_a_set_becomes_entries_with_all_that_lies_beside_it(tmp_path: Path) -> None:
    entries, report = read(read_ofac_delimited, lay(tmp_path))
    jane, acme, star, plane = entries
    assert [one.id for one in entries] == [f"us_ofac:{n}" for n in (101, 102, 103, 104)]
    assert {one.list_name for one in entries} == {"us_sdn"}
    assert names(jane) == {
        "ROE, Jane": NameKind.PRIMARY, "JANEY": NameKind.WEAK, "ROW, Jane": NameKind.ALIAS
    }  # fmt: skip
    assert jane.birth_dates == ("1964-02-29", "~1961")
    assert jane.countries == ("mm",)
    assert jane.addresses == ("1 Main St, Yangon 11181, Burma",)
    assert numbers(jane) == {("passport", "A77", "ir")}
    assert jane.programmes == ("SDGT", "NPWMD")
    assert jane.remarks == "POB Oz | Linked To: ACME. | Title: Minister of Rain"
    assert (jane.source.file, jane.source.row) == ("sdn.csv", 1)
    assert names(acme) == {
        'ACME "RAIN" CO., LTD.': NameKind.PRIMARY,
        "OLD RAIN": NameKind.FORMER,
        "NEW RAIN": NameKind.ALIAS,
    }
    assert acme.kind is Kind.ORGANIZATION
    assert acme.countries == ("kp",)
    assert numbers(acme) == {("tax", "5", "cu")}
    assert (star.kind, plane.kind) == (Kind.VESSEL, Kind.AIRPLANE)
    assert star.countries == ("pa",)
    assert star.addresses == ("Here, undetermined",)
    assert numbers(star) == {
        ("call_sign", "3FAB", ""), ("imo", "9074729", ""), ("mmsi", "422123456", "")
    }  # fmt: skip
    assert numbers(plane) == {("tail_number", "N1AB", "")}
    assert report.problems == []


def test_every_field_of_every_row_is_counted(tmp_path: Path) -> None:
    _, report = read(read_ofac_delimited, lay(tmp_path))
    assert report.rows == 4 + 3 + 4 + 1
    assert report.used["Ent_num"] == report.rows
    assert report.used["Remarks"] == 3
    assert report.used["Alt_name"] == 3
    assert report.ignored["Alt_remarks"] == 1
    assert report.ignored["Remarks: Website"] == 1
    assert (report.ignored["Tonnage"], report.ignored["GRT"], report.ignored["Vess_type"]) == (
        1,
        1,
        1,
    )
    assert not report.ignored["Ent_num"]


def test_headings_above_the_rows_are_no_entry(tmp_path: Path) -> None:
    put(tmp_path / "sdn_address_headed.csv", "ID,B,Address,City,Country,\n" + ADDRESSES)
    heading = "ID,Name,Type,Country,Title,F,G,H,I,J,K,Details\n"
    path = put(tmp_path / "sdn_headed.csv", heading + PRIMARY + "\x1a" + "," * 11)
    entries, report = read(read_ofac_delimited, path)
    assert len(entries) == 4
    assert entries[0].addresses == ("1 Main St, Yangon 11181, Burma",)
    assert report.rows == 4 + 4
    assert [one.text.split(" lies")[0] for one in report.problems] == [
        "no alt file", "no comments file"
    ]  # fmt: skip


def test_the_consolidated_set_names_its_list_by_programme_and_directive(tmp_path: Path) -> None:
    rows = (("NS-PLC", NONE), ("UKRAINE-EO13662", NONE), ("CMIC-EO13959", NONE), ("X", NONE),
            ("RUSSIA-EO14024", '"Listing Date (EO 14024 Directive 2): 24 Feb 2022"'),
            ("RUSSIA-EO14024", '"Effective Date (EO 14024 Directive 3): 26 Mar 2022"'))  # fmt: skip
    for beside in ("alt", "add", "comments"):
        put(tmp_path / f"cons_{beside}.csv", "")
    text = "".join(
        f'{n},"NAME {n}",-0- ,"{programme}",{",".join([NONE] * 7)},{remarks}\n'
        for n, (programme, remarks) in enumerate(rows, 1)
    )
    entries, report = read(read_ofac_delimited, put(tmp_path / "CONS_PRIM.CSV", text))
    assert [one.list_name for one in entries] == [
        "us_plc", "us_ssi", "us_cmic", "us_cons", "us_cap", "us_mbs"
    ]  # fmt: skip
    assert entries[4].listed_on == "2022-02-24"
    assert report.problems == []


def test_two_entries_under_one_id_are_both_kept(tmp_path: Path) -> None:
    entries, report = read(read_ofac_delimited, lay(tmp_path, PRIMARY * 2))
    assert len({one.id for one in entries}) == len(entries) == 8
    assert entries[4].id.startswith("us_ofac:101")
    assert {one.field for one in report.problems} == {"Ent_num"}


def test_an_entry_without_a_name_is_left_out_and_told(tmp_path: Path) -> None:
    row = f"105,{NONE},{','.join([NONE] * 10)}\n"
    entries, report = read(read_ofac_delimited, lay(tmp_path, PRIMARY + row))
    assert len(entries) == 4
    assert [(one.row, "no name" in one.text) for one in report.problems] == [(5, True)]


def test_remarks_that_were_cut_are_not_mined_at_their_end(tmp_path: Path) -> None:
    long = "Linked To: " + "X" * 940 + "; DOB 1961; Digital Currency Address - XBT 1BoatSLRHtKN"
    row = f'105,"ROE",{",".join([NONE] * 9)},"{long}"\n'
    entries, report = read(read_ofac_delimited, lay(tmp_path, PRIMARY + row))
    assert entries[4].birth_dates == ("1961",)
    assert not entries[4].identifiers
    assert "comments file" in report.problems[0].text
    put(tmp_path / "sdn_comments.csv.gz", '105,"gkdN5 (Iran)."\n')
    entries, _ = read(read_ofac_delimited, tmp_path / "sdn.csv")
    assert numbers(entries[4]) == {("wallet", "1BoatSLRHtKNgkdN5", "ir")}


def test_rows_beside_that_belong_to_nobody_are_told(tmp_path: Path) -> None:
    path = lay(tmp_path)
    put(tmp_path / "alt.csv", ALIASES + '999,4,"aka","NOBODY",-0- \n')
    _, report = read(read_ofac_delimited, path)
    assert [one.text[:12] for one in report.problems] == ["alt: 1 rows "]


def test_a_row_without_a_number_is_told_and_left_out(tmp_path: Path) -> None:
    path = lay(tmp_path, PRIMARY + f'A1,"ROE",{",".join([NONE] * 10)}\n')
    entries, report = read(read_ofac_delimited, path)
    assert len(entries) == 4
    assert [(one.row, one.field) for one in report.problems] == [(5, "Ent_num")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x1a",
        "<html><head><title>Sorry</title></head>\n<body>\nThe page is gone.\n</body></html>\n",
        PRIMARY[:-30],
        PRIMARY + '105,"ROE, Jane',
        "\x00\x01\x02\n" * 50,
    ],
)
def test_what_is_no_such_file_or_was_cut_off_gives_nothing_that_counts(
    tmp_path: Path, text: str
) -> None:
    with pytest.raises(ListUnreadableError):
        read(read_ofac_delimited, lay(tmp_path, text, end=""))


def test_an_unreadable_date_stays_in_the_remarks_and_is_told_without_it(tmp_path: Path) -> None:
    row = f'105,"ROE",{",".join([NONE] * 9)},"DOB sometime in 1961; citizen Atlantis"\n'
    entries, report = read(read_ofac_delimited, lay(tmp_path, PRIMARY + row))
    assert entries[4].remarks == "DOB sometime in 1961"
    assert [one.field for one in report.problems] == ["Remarks", "Remarks"]
    assert not any("1961" in one.text or "Atlantis" in one.text for one in report.problems)


SETS = {
    "us/ofac_sdn/2019-01/sdn.csv.gz": ("alt.csv.gz", "add.csv.gz"),
    "us/ofac_sdn/2021-07/sdn.csv.gz": ("alt.csv.gz", "add.csv.gz"),
    "us/ofac_sdn/2023-01/sdn_with_header.csv.gz": ("", "sdn_address_with_header.csv.gz"),
    "us/ofac_consolidated/2025-12/cons_prim.csv.gz": ("cons_alt.csv.gz", "cons_add.csv.gz"),
}
BIRTH = re.compile(r"DOB (?:circa )?(?:\d\d )?(?:[A-Z][a-z]{2} )?\d{4}")


def plain(path: Path) -> list[list[str]]:
    """Read the rows that begin with a number, in the plainest way there is."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [row for row in csv.reader(file) if row and row[0].isdecimal()]


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_real_sets_lose_no_row_and_no_date_of_birth(name: str) -> None:
    path = real(name)
    began = time.process_time()
    entries, report = read(read_ofac_delimited, path)
    assert time.process_time() - began < 6
    rows = plain(path)
    assert [one.id for one in entries] == [f"us_ofac:{row[0]}" for row in rows]
    assert [names(one)[" ".join(row[1].split())] for one, row in zip(entries, rows, strict=True)]
    beside = [plain(path.parent / file) for file in SETS[name] if file]
    assert report.rows >= len(rows) + sum(map(len, beside))
    with_birth = sum(bool(BIRTH.search(row[11])) for row in rows)
    assert sum(bool(one.birth_dates) for one in entries) == with_birth > 0
    assert not any(re.search(r"(?:^|\| )(?:alt\. )?DOB", one.remarks) for one in entries)


@pytest.mark.slow
def test_real_aliases_wallets_ships_and_weak_names_are_all_there() -> None:
    path = real("us/ofac_sdn/2021-07/sdn.csv.gz")
    entries, report = read(read_ofac_delimited, path)
    by_number = {one.id: {name.text for name in one.names} for one in entries}
    for row in plain(path.parent / "alt.csv.gz"):
        assert " ".join(row[3].split()) in by_number[f"us_ofac:{row[0]}"]
    extra = {row[0]: row[1] for row in plain(path.parent / "sdn_comments.csv.gz")}
    remarks = [row[11] + extra.get(row[0], "") for row in plain(path)]
    kinds = [one.kind for entry in entries for one in entry.identifiers]
    assert kinds.count(IdKind.WALLET) == sum(
        len(set(re.findall(r"Digital Currency Address - \w+ (\w+)", text))) for text in remarks
    )
    ships = [entry for entry in entries if IdKind.IMO in {one.kind for one in entry.identifiers}]
    assert len(ships) == sum("Vessel Registration Identification " in text for text in remarks)
    weak = sum(name.kind is NameKind.WEAK for entry in entries for name in entry.names)
    told = sum(len(re.findall(r"\b[an]\.k\.a\. ", text)) for text in remarks)
    assert told * 0.98 < weak <= told
    assert report.problems == []


def test_a_list_cut_off_within_its_last_quoted_cell_is_refused(tmp_path: Path) -> None:
    whole = '101,"ROE, Jane","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1964."'
    assert len(read(read_ofac_delimited, put(tmp_path / "sdn.csv", whole))[0]) == 1
    cut = put(tmp_path / "sdn.csv", whole[:-4])
    with pytest.raises(ListUnreadableError, match="the last cell is not closed"):
        read(read_ofac_delimited, cut)
