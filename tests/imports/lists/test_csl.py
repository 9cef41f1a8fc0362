import csv
import gzip
import io
import json
import re
import time
from collections import Counter
from pathlib import Path

import pytest

from knowntenant.imports.lists.csl import read_csl
from knowntenant.imports.lists.csl_json import read_csl_json
from knowntenant.imports.lists.csl_sources import hashed, list_of_source
from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.screening.entry import Entry, Kind, NameKind
from tests.imports.lists.reading_lists import names, numbers, put, read, real

COLUMNS = (
    "_id source entity_number type programs name title addresses federal_register_notice start_date"
    " end_date standard_order license_requirement license_policy call_sign vessel_type"
    " gross_tonnage gross_registered_tonnage vessel_flag vessel_owner remarks source_list_url"
    " alt_names citizenships dates_of_birth nationalities places_of_birth source_information_url"
    " ids"
)
SDN = "Specially Designated Nationals (SDN) - Treasury Department"
EL = "Entity List (EL) - Bureau of Industry and Security"
JANE = {
    "_id": "101",
    "source": SDN,
    "entity_number": "101",
    "type": "Individual",
    "programs": "SDGT; NPWMD",
    "name": "ROE, Jane",
    "title": "Minister of Rain",
    "addresses": "1 Main St, Yangon, 11181, MM; KP",
    "remarks": "(Linked To: ACME); Telephone (1)(2)",
    "alt_names": "ROW, Jane; محمد",
    "citizenships": "MM",
    "dates_of_birth": "1964-02-29; circa 1961; 1960 to 1965; someday",
    "nationalities": "IR",
    "places_of_birth": "Oz",
    "ids": "IR, 2031-05-06, 2021-05-06, A77, Passport; Female, Gender; "
    "1Bc, Digital Currency Address - XBT; "
    "Subject to Secondary Sanctions, Additional Sanctions Information -",
}
RAIN = {
    "_id": "7633f30d149966895a6c",
    "source": EL,
    "name": "Rain Works, AO (f.k.a., Otkrytoe Rain)",
    "addresses": "3 Street, Minsk, BY; Nowhere",
    "federal_register_notice": "87 FR 20299",
    "start_date": "2022-04-07",
    "license_policy": "Policy of denial.",
    "alt_names": "JSC Rain; and 深圳 Rain; (all of them in Minsk)",
}


def table(*rows: dict[str, str]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS.split())
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def check_jane(jane: Entry) -> None:
    assert (jane.id, jane.list_name, jane.kind) == ("us_ofac:101", "us_sdn", Kind.PERSON)
    assert names(jane) == {
        "ROE, Jane": NameKind.PRIMARY,
        "ROW, Jane": NameKind.ALIAS,
        "محمد": NameKind.ORIGINAL_SCRIPT,
    }
    assert jane.birth_dates == ("1964-02-29", "~1961", "1960/1965")
    assert jane.countries == ("mm", "kp", "ir")
    assert jane.addresses == ("1 Main St, Yangon, 11181, MM", "KP")
    assert jane.programmes == ("SDGT", "NPWMD")
    assert numbers(jane) == {("passport", "A77", "ir"), ("wallet", "1Bc", "")}
    assert jane.remarks == (
        "DOB: someday | POB: Oz | Gender: Female | Additional Sanctions Information: Subject to"
        " Secondary Sanctions | (Linked To: ACME) | Title: Minister of Rain"
    )


def check_rain(rain: Entry) -> None:
    assert (rain.id, rain.list_name) == ("us_bis_el:7633f30d1499", "us_bis_el")
    assert rain.kind is Kind.LEGAL_ENTITY
    assert names(rain) == {
        "Rain Works, AO": NameKind.PRIMARY,
        "Otkrytoe Rain": NameKind.FORMER,
        "JSC Rain": NameKind.ALIAS,
        "深圳 Rain": NameKind.ALIAS,
    }
    assert rain.countries == ("by",)
    assert rain.addresses == ("3 Street, Minsk, BY", "Nowhere")
    assert rain.listed_on == "2022-04-07"
    assert rain.remarks == "(all of them in Minsk) | Federal Register: 87 FR 20299"


def test_rows_become_entries_of_the_list_they_stand_for(tmp_path: Path) -> None:
    (jane, rain), report = read(read_csl, put(tmp_path / "consolidated.csv", table(JANE, RAIN)))
    check_jane(jane)
    check_rain(rain)
    assert report.rows == 2
    assert [(one.row, one.field) for one in report.problems] == [(2, "dates_of_birth")]
    assert report.used["name"] == 2
    assert report.ignored["license_policy"] == report.ignored["remarks: Telephone"] == 1
    assert sum(report.used.values()) + sum(report.ignored.values()) == len(JANE) + len(RAIN) + 1


def as_object(row: dict[str, str]) -> dict[str, object]:
    """Write a row in the published shape of the JSON form."""
    many = ("programs", "alt_names", "citizenships", "dates_of_birth", "nationalities")
    made: dict[str, object] = {name: text for name, text in row.items() if name not in many}
    made |= {name: row[name].split("; ") for name in many if name in row}
    made["id"] = made.pop("_id")
    made["places_of_birth"] = "Oz" if row is JANE else None
    if row is JANE:
        made["addresses"] = [
            {"address": "1 Main St", "city": "Yangon", "state": None, "postal_code": "11181",
             "country": "MM"},
            {"country": "KP"},
        ]  # fmt: skip
        made["ids"] = [
            {"type": "Passport", "number": "A77", "country": "IR", "issue_date": "2021-05-06"},
            {"type": "Gender", "number": "Female", "country": None},
            {"type": "Digital Currency Address - XBT", "number": "1Bc"},
            {
                "type": "Additional Sanctions Information -",
                "number": "Subject to Secondary Sanctions",
            },
        ]
        made["entity_number"] = 101
    else:
        made["addresses"] = [{"address": "3 Street", "city": "Minsk", "country": "BY"},
                             {"address": "Nowhere"}]  # fmt: skip
        made["alt_names"] = ["JSC Rain", "and 深圳 Rain", "(all of them in Minsk)"]
    return made


def test_objects_become_the_same_entries(tmp_path: Path) -> None:
    whole = {
        "total": 3,
        "sources_used": [
            {"source": SDN, "source_last_updated": "2026-03-09T00:00:00+00:00"},
            {"source": EL, "source_last_updated": "2026-02-01T00:00:00+00:00"},
        ],
        "results": [as_object(JANE), "no object", as_object(RAIN)],
        "offset": 0,
    }
    path = put(tmp_path / "consolidated.json.gz", json.dumps(whole, ensure_ascii=False))
    (jane, rain), report = read(read_csl_json, path)
    check_jane(jane)
    check_rain(rain)
    assert report.published == "2026-03-09"
    assert report.rows == 3
    assert [(one.row, one.field) for one in report.problems] == [
        (1, "dates_of_birth"), (2, "results")
    ]  # fmt: skip
    assert report.used["name"] == 2
    assert report.ignored["license_policy"] == 1


def test_one_number_on_two_lists_is_two_entries(tmp_path: Path) -> None:
    other = JANE | {"source": "Capta List (CAP) - Treasury Department"}
    entries, report = read(read_csl, put(tmp_path / "c.csv", table(JANE, other, JANE)))
    assert [one.list_name for one in entries] == ["us_sdn", "us_cap", "us_sdn"]
    assert len({one.id for one in entries}) == 3
    assert entries[1].id == "us_ofac:101:us_cap"
    assert [one.row for one in report.problems if one.field == "id"] == [4]


def test_a_source_that_nobody_knows_and_an_entry_without_a_name_are_told(tmp_path: Path) -> None:
    rows = (JANE | {"source": "Moon List (ML)"}, RAIN | {"name": "", "alt_names": ""}, RAIN)
    entries, report = read(read_csl, put(tmp_path / "c.csv", table(*rows)))
    assert len(entries) == 1
    assert [(one.row, one.field) for one in report.problems] == [(2, "source"), (3, "name")]


def test_a_row_without_a_key_gets_a_number_that_stays(tmp_path: Path) -> None:
    row = RAIN | {"_id": ""}
    again = row | {"federal_register_notice": "90 FR 1", "name": row["name"].upper() + " "}
    (one,), _ = read(read_csl, put(tmp_path / "c.csv", table(row)))
    (two,), _ = read(read_csl, put(tmp_path / "c.csv", table(again)))
    assert one.id == two.id
    assert hashed("a", "b") != hashed("ab", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>\n<body>gone</body></html>\n",
        table(),
        table(JANE, RAIN)[:-40],
        table(JANE | {"source": "Moon List"}),
    ],
)
def test_what_is_no_such_table_or_was_cut_off_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ListUnreadableError):
        read(read_csl, put(tmp_path / "consolidated.csv", text))


@pytest.mark.parametrize("text", ["", "[]", '{"results": []}', '{"results": [{"name": "A"'])
def test_what_is_no_such_object_or_was_cut_off_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ListUnreadableError):
        read(read_csl_json, put(tmp_path / "consolidated.json", text))


def test_every_list_inside_has_its_short_name() -> None:
    assert list_of_source("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury") == "us_mbs"
    assert list_of_source("Military End User (MEU) List - Bureau") == "us_bis_meu"
    assert list_of_source("") == ""


@pytest.mark.slow
def test_the_real_list_loses_no_row_and_no_name() -> None:
    path = real("us/csl/csl_consolidated_2022-04.csv.gz")
    began = time.process_time()
    entries, report = read(read_csl, path)
    assert time.process_time() - began < 8
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(entries) == report.rows == len(rows) == 14_160
    assert len({one.id for one in entries}) == len(entries)
    assert Counter(one.list_name for one in entries)["us_bis_el"] == sum(
        "Entity List" in row["source"] for row in rows
    )
    for entry, row in zip(entries, rows, strict=True):
        printed = " ".join(row["name"].split()).strip(" ,")
        assert printed in names(entry) or ".k.a." in printed.lower()
    aliases = sum(len(row["alt_names"].split("; ")) for row in rows if row["alt_names"])
    assert 0.99 * aliases < sum(len(one.names) - 1 for one in entries) < 1.02 * aliases
    assert not [name for one in entries for name in names(one) if name.startswith("and ")]
    born = re.compile(r"^[^|]*\d{4}|\bDOB\b.*\d{4}")
    dated = sum(bool(born.search(f"{row['dates_of_birth']}|{row['remarks']}")) for row in rows)
    assert sum(bool(one.birth_dates) for one in entries) == dated
    assert len(report.problems) < 10
