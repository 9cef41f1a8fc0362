import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.facts.types import (
    Account,
    Contact,
    Control,
    Customer,
    Ownership,
    Payment,
    Presence,
)
from knowntenant.imports.export import read_export
from tests.imports.exporting import ACCOUNTS, AS_OF, CUSTOMERS, ZONE, of, read, said, write

BASIC: dict[str, str | bytes] = {"customers.csv": CUSTOMERS, "accounts.csv": ACCOUNTS}
OWNERS = "owner,owned,percent,role,name,citizen\n"


def test_a_customer_row_tells_who_where_and_how_to_reach(tmp_path: Path) -> None:
    header = "id,kind,name,located,email,happened,learned"
    text = f"{header}\nC1,individual,محمد,EG,m@mail.example,2026-01-02,2026-01-03\n"
    export = read(tmp_path, {"customers.csv": text})
    assert [r.shape for r in export.records] == [Customer, Presence, Contact]
    assert {r.ref for r in export.records} == {"customers.csv row 2"}
    assert {(r.happened, r.learned) for r in export.records} == {
        (date(2026, 1, 2), date(2026, 1, 3))
    }
    assert of(export, Customer)[0].values["name"] == "محمد"
    assert (export.counts["customers"].read, export.counts["customers"].good) == (1, 1)


def test_facts_that_a_row_does_not_fill_are_not_told(tmp_path: Path) -> None:
    export = read(tmp_path, {"customers.csv": "id,located,email\nC1,,\n"})
    assert [r.shape for r in export.records] == [Customer]


def test_an_owner_row_tells_shares_control_and_the_person(tmp_path: Path) -> None:
    text = f"{OWNERS}P1,C1,24.99,,Wulandari,ID\nP2,C1,,chief_executive,Nguyễn Bình,VN\n"
    export = read(tmp_path, {**BASIC, "owners.csv": text})
    assert not export.problems
    assert [r.values["owner"] for r in of(export, Ownership)] == ["P1"]
    assert [r.values["person"] for r in of(export, Control)] == ["P2"]


def test_an_owner_of_an_owner_may_stand_before_it(tmp_path: Path) -> None:
    text = f"{OWNERS}P1,H1,100,,Wulandari,ID\nH1,C1,100,,深圳云雀有限公司,\n"
    assert not read(tmp_path, {**BASIC, "owners.csv": text}).problems


def test_owners_in_a_circle_and_over_the_whole_are_read_as_they_are(tmp_path: Path) -> None:
    text = f"{OWNERS}C1,C2,80,,,\nC2,C1,80,,,\nP1,C1,80,,A,VN\n"
    customers = CUSTOMERS + "C2,entity,محمد ش.م.م,EG\n"
    export = read(tmp_path, {**BASIC, "customers.csv": customers, "owners.csv": text})
    assert len(of(export, Ownership)) == 3
    assert not export.problems


def test_rows_without_a_time_hold_since_the_first_opening_and_that_is_noted(tmp_path: Path) -> None:
    export = read(tmp_path, BASIC)
    assert {r.happened for r in of(export, Customer)} == {date(2026, 1, 5)}
    assert said(export.notes, "customers.csv", "1 rows", "2026-01-05", "'happened'")


def test_without_any_opening_they_hold_since_the_day_of_the_review(tmp_path: Path) -> None:
    export = read(tmp_path, {"customers.csv": CUSTOMERS})
    assert export.records[0].happened == AS_OF


def test_times_without_a_zone_are_noted_once_for_each_text(tmp_path: Path) -> None:
    text = "id,customer,opened_on\nA1,C1,2026-01-05 23:30:00\nA2,C1,2026-01-05 23:30:00\n"
    export = read(tmp_path / "a", {**BASIC, "accounts.csv": text})
    assert of(export, Account)[0].happened == datetime(2026, 1, 5, 23, 30, tzinfo=UTC)
    assert len(said(export.notes, "accounts.csv row 2", "'opened_on'", "no zone", "UTC")) == 1
    mapping = 'zone = "UTC"\n'
    zoned = read(tmp_path / "b", {**BASIC, "accounts.csv": text, "mapping.toml": mapping})
    assert not said(zoned.notes, "no zone")


def test_facts_of_after_the_review_are_kept_and_noted(tmp_path: Path) -> None:
    text = "id,customer,opened_on\nA1,C1,2027-07-01\nA2,C1,2027-07-01T03:00:00Z\n"
    export = read(tmp_path, {**BASIC, "accounts.csv": text})
    assert len(of(export, Account)) == 2
    assert len(said(export.notes, "after the day of the review")) == 1


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("C2,individual,B,Grmany", ("'located'", "Germany")),
        ("C2,individual,B,4111111111111111", ("'located'",)),
        ("C2,robot,B,VN", ("'kind'", "individual")),
        ("C2,individual,4111 1111 1111 1111,VN", ("'name'", "card number")),
    ],
)
def test_a_bad_cell_costs_itself_only(cells: str, words: tuple[str, ...], tmp_path: Path) -> None:
    export = read(tmp_path, {**BASIC, "customers.csv": f"{CUSTOMERS}{cells}\nC3,entity,C,DE\n"})
    assert said(export.problems, "customers.csv row 3", *words)
    assert [r.values["id"] for r in of(export, Customer)] == ["C1", "C2", "C3"]
    counts = export.counts["customers"]
    assert (counts.read, counts.good, counts.partial, counts.bad) == (3, 2, 1, 0)


@pytest.mark.parametrize(
    ("day", "words"),
    [("2026-02-30", "does not exist"), ("31.12.26", "two digits"), ("12/31/2026", "the month")],
)
def test_a_bad_day_is_told_with_its_row_and_column(day: str, words: str, tmp_path: Path) -> None:
    export = read(tmp_path, {**BASIC, "accounts.csv": f"{ACCOUNTS}A2,C1,opened,{day}\n"})
    assert said(export.problems, "accounts.csv row 3", "'opened_on'", words)
    assert [r.values["id"] for r in of(export, Account)] == ["A1", "A2"]


def test_a_row_without_its_key_is_left_out_and_no_other_suffers(tmp_path: Path) -> None:
    export = read(
        tmp_path, {**BASIC, "customers.csv": f"{CUSTOMERS},individual,B,VN\nC3,,,\n,,,\n"}
    )
    assert said(export.problems, "customers.csv row 3", "no 'id'")
    assert [r.values["id"] for r in of(export, Customer)] == ["C1", "C3"]
    assert (export.counts["customers"].read, export.counts["customers"].bad) == (3, 1)


def test_a_document_without_its_id_costs_the_document_and_not_the_step(tmp_path: Path) -> None:
    text = "id,person,kind,method,result,checked_on\n,C1,passport,documentary,passed,2026-01-02\n"
    export = read(tmp_path, {**BASIC, "evidence.csv": text})
    assert said(export.problems, "evidence.csv row 2", "evidence", "without its id")
    assert "Verification" in {r.shape.__name__ for r in export.records}


def test_a_payment_of_nobody_is_told(tmp_path: Path) -> None:
    export = read(
        tmp_path, {**BASIC, "payments.csv": "account,customer,means\n,,card\nA1,,crypto\n"}
    )
    assert said(export.problems, "payments.csv row 2", "neither 'account' nor 'customer'")
    assert len(of(export, Payment)) == 2


def test_words_for_nothing_are_noted_as_empty(tmp_path: Path) -> None:
    text = "id,phone,located\nC1,N/A,unknown\nC2,n/a,VN\n"
    export = read(tmp_path, {"customers.csv": text})
    assert not of(export, Contact)
    assert said(export.notes, "row 2", "'N/A'", "'phone'")
    assert said(export.notes, "row 2", "'unknown'", "'located'")


def test_the_same_customer_twice_in_the_same_words_is_one(tmp_path: Path) -> None:
    export = read(tmp_path, {**BASIC, "customers.csv": CUSTOMERS + CUSTOMERS.split("\n")[1] + "\n"})
    assert len(of(export, Customer)) == 1
    assert said(export.notes, "customers.csv row 3", "repeats customers.csv row 2")


def test_the_same_customer_twice_in_other_words_names_both_rows_and_keeps_both(
    tmp_path: Path,
) -> None:
    export = read(tmp_path, {**BASIC, "customers.csv": f"{CUSTOMERS}C1,individual,B,VN\n"})
    assert [r.values["name"] for r in of(export, Customer)] == ["Nguyễn Bình", "B"]
    assert said(export.problems, "customers.csv row 3", "'C1'", "customers.csv row 2", "differ")


def test_the_same_customer_at_another_time_is_another_telling(tmp_path: Path) -> None:
    text = "id,located,happened\nC1,VN,2026-01-01\nC1,US,2027-01-01\n"
    export = read(tmp_path, {"customers.csv": text})
    assert not export.problems
    assert [str(r.happened) for r in of(export, Presence)] == ["2026-01-01", "2027-01-01"]


def test_an_id_that_nobody_tells_of_is_a_problem_and_its_row_is_used(tmp_path: Path) -> None:
    export = read(tmp_path, {**BASIC, "accounts.csv": f"{ACCOUNTS}A2,C9,opened,2026-02-01\n"})
    assert said(export.problems, "accounts.csv row 3", "'customer'", "'C9'", "customers")
    assert len(of(export, Account)) == 2


def test_ids_of_a_table_that_is_not_there_are_one_note(tmp_path: Path) -> None:
    text = "id,customer,product,opened_on\nA1,C1,vps,2026-01-05\nA2,C1,cdn,2026-01-05\n"
    export = read(tmp_path, {**BASIC, "accounts.csv": text})
    assert not export.problems
    assert len(said(export.notes, "2 rows", "product")) == 1


def test_shares_that_look_like_fractions_are_noted(tmp_path: Path) -> None:
    export = read(
        tmp_path, {**BASIC, "owners.csv": f"{OWNERS}P1,C1,0.25,,A,VN\nP2,C1,0.75,,B,VN\n"}
    )
    assert said(export.notes, "owners", "fractions")


def test_columns_without_meaning_are_listed_and_no_error(tmp_path: Path) -> None:
    export = read(tmp_path, {"customers.csv": "id,shoe size\nC1,42\n"})
    assert [(u.file, u.headers) for u in export.unmatched] == [("customers.csv", ("shoe size",))]
    assert not export.problems


def test_guesses_of_headers_words_and_files_are_shown(tmp_path: Path) -> None:
    text = "Kundennummer;Kundenart;Land\nC1;Firma;Österreich\n"
    export = read(tmp_path, {"Kunden.csv": text})
    assert not export.problems
    assert [(g.found, g.taken_for) for g in export.guesses] == [
        ("Kunden.csv", "the table 'customers'"),
        ("Kundennummer", "id"),
        ("Kundenart", "kind"),
        ("Land", "located"),
        ("kind = Firma", "entity"),
    ]


def test_a_table_without_its_key_column_says_how_to_name_it(tmp_path: Path) -> None:
    export = read(tmp_path, {**BASIC, "owners.csv": "who,whose\nP1,C1\n"})
    assert said(export.problems, "owners.csv", "'owner' and 'owned'", "[owners]", "mapping.toml")
    assert of(export, Customer)


@pytest.mark.parametrize(
    "content",
    [
        CUSTOMERS.encode("utf-8-sig"),
        CUSTOMERS.encode("utf-16"),
        CUSTOMERS.replace("\n", "\r\n").encode(),
        CUSTOMERS.replace(",", ";").encode(),
        CUSTOMERS.replace(",", "\t").encode(),
        ("sep=;\n" + CUSTOMERS.replace(",", ";")).encode(),
        CUSTOMERS.rstrip("\n").encode(),
    ],
)
def test_a_csv_file_is_read_however_it_was_saved(content: bytes, tmp_path: Path) -> None:
    export = read(tmp_path, {**BASIC, "customers.csv": content})
    assert of(export, Customer)[0].values["name"] == "Nguyễn Bình"
    assert not export.problems


def test_windows_1252_is_read_and_noted(tmp_path: Path) -> None:
    export = read(tmp_path, {"customers.csv": "id,name\nC1,Jörg Müßig\n".encode("cp1252")})
    assert of(export, Customer)[0].values["name"] == "Jörg Müßig"
    assert said(export.notes, "customers.csv", "Windows-1252")


def test_all_forms_of_a_table_tell_the_same(tmp_path: Path) -> None:
    jsonl = (
        '{"id": "C1", "name": "深圳云雀", "citizen": ["VN", "US"], "claims_us_person": true}\n'
        '\n{"id": 7, "extra": {"a": 1}, "name": null}\n'
    )
    (tmp_path / "p").mkdir()
    with duckdb.connect() as base:
        rows = "(VALUES ('C1', '深圳云雀', ['VN', 'US'], true), ('7', NULL, NULL, NULL))"
        table = base.sql(f"FROM {rows} AS t(id, name, citizen, claims_us_person)")
        table.write_parquet(str(tmp_path / "p" / "customers.parquet"))
    csv = "id,name,citizen,claims_us_person\nC1,深圳云雀,VN;US,yes\n7,,,\n"
    found = [
        read(tmp_path / "j", {"customers.jsonl": jsonl}),
        read(tmp_path / "z", {"customers.ndjson.gz": jsonl}),
        read(tmp_path / "c", {"customers.csv": csv}),
        read(tmp_path / "g", {"customers.csv.gz": csv}),
        read_export(tmp_path / "p", as_of=AS_OF, zone=ZONE),
    ]
    told = [[(r.shape, r.values) for r in export.records] for export in found]
    assert all(records == told[0] for records in told)
    assert len(told[0]) == 3
    assert found[0].records[-1].ref == "customers.jsonl line 3"
    assert found[4].records[-1].ref == "customers.parquet row 2"


def test_a_line_that_is_no_json_object_is_told(tmp_path: Path) -> None:
    text = '{"id": "C1"}\n[1]\n{"id": \n{"id": "C2"}\n'
    export = read(tmp_path, {"customers.jsonl": text})
    assert [p.where for p in said(export.problems, "no JSON object")] == [
        "customers.jsonl line 2", "customers.jsonl line 3",
    ]  # fmt: skip
    assert [r.values["id"] for r in of(export, Customer)] == ["C1", "C2"]


def test_an_empty_file_a_header_alone_and_a_broken_one_are_plain_problems(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "customers.csv": CUSTOMERS,
        "accounts.csv": b"",
        "owners.csv": OWNERS,
        "evidence.parquet": b"not parquet",
        "products.jsonl": b"\n",
    }
    write(tmp_path, files)
    (tmp_path / "usage.csv.gz").write_bytes(b"no gzip")
    (tmp_path / "holds.csv").write_text(",,\n")
    export = read_export(tmp_path, as_of=AS_OF, zone=ZONE)
    assert said(export.problems, "accounts.csv", "is empty")
    assert said(export.problems, "products.jsonl", "is empty")
    assert said(export.problems, "evidence.parquet", "no readable Parquet")
    assert said(export.problems, "usage.csv.gz", "cannot be read")
    assert said(export.notes, "owners", "no rows")
    assert of(export, Customer)


def test_a_parquet_file_that_ends_too_soon_costs_itself_only(tmp_path: Path) -> None:
    write(tmp_path, BASIC)
    path = tmp_path / "owners.parquet"
    with duckdb.connect() as base:
        base.sql(
            "SELECT i::VARCHAR AS owner, 'C1' AS owned, 1 AS percent FROM range(50000) t(i)"
        ).write_parquet(str(path))
    content = bytearray(path.read_bytes())
    content[200:4000] = b"\xff" * 3800
    path.write_bytes(content)
    export = read_export(tmp_path, as_of=AS_OF, zone=ZONE)
    assert said(export.problems, "owners.parquet")
    assert of(export, Customer)


def test_tables_that_are_not_there_and_files_that_are_no_table_are_noted(tmp_path: Path) -> None:
    export = read(
        tmp_path,
        {**BASIC, "notes.txt": "x", ".hidden": "x", "truth.jsonl": "{}", "misc/a.csv": "x"},
    )
    assert said(export.notes, "no owners table")
    assert said(export.notes, "notes.txt", "not read")
    assert said(export.notes, "misc", "not read")
    assert not said(export.notes, "truth.jsonl")
    assert not said(export.notes, ".hidden")


def test_a_folder_that_is_none_or_holds_nothing_cannot_be_used(tmp_path: Path) -> None:
    missing = read_export(tmp_path / "none", as_of=AS_OF, zone=ZONE)
    assert said(missing.problems, "does not exist", "export-format.md")
    (tmp_path / "file").write_text("x")
    assert said(read_export(tmp_path / "file", as_of=AS_OF, zone=ZONE).problems, "is no folder")
    empty = read(tmp_path / "empty", {"readme.txt": "x"})
    assert said(empty.problems, "no table that is known", ".parquet")
    assert not any(export.is_usable for export in (missing, empty))


def test_reading_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    access = "at,account\n2027-01-05T10:00:00Z,A1\n\n2027-01-06T10:00:00Z,A1\n"
    write(tmp_path, {**BASIC, "access.csv": access})
    before = {p: hashlib.sha256(p.read_bytes()).hexdigest() for p in tmp_path.rglob("*")}
    read_export(tmp_path, as_of=AS_OF, zone=ZONE)
    assert {p: hashlib.sha256(p.read_bytes()).hexdigest() for p in tmp_path.rglob("*")} == before


def test_progress_tells_every_file_and_how_many_there_are(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    folder = write(tmp_path, {**BASIC, "access.csv": "at,account\n2027-01-05T10:00:00Z,A1\n"})
    read_export(folder, as_of=AS_OF, zone=ZONE, progress=lambda *args: told.append(args))
    assert told == [
        ("customers.csv", 0, 3), ("accounts.csv", 1, 3), ("access.csv", 2, 3),
        ("comparing the tables", 3, 3),
    ]  # fmt: skip


def test_of_many_bad_rows_five_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    rows = "".join(f"C{n},individual,A,Grmany\n" for n in range(100))
    export = read(tmp_path, {"customers.csv": f"id,kind,name,located\n{rows}"})
    told = said(export.problems, "Germany")
    assert len(told) == 6
    assert export.problem_count == 100
    assert told[-1].where == "customers.csv"
    assert "95 more" in told[-1].what


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_are_answered_without_a_crash(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("export")
    read(folder, {"customers.csv": content, "accounts.jsonl": b'{"id":' + content})
