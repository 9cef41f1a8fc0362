import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.facts.record import Record
from knowntenant.facts.types import Access
from knowntenant.imports.accesses import Kept
from knowntenant.imports.cells import Guessed, cell_reader
from knowntenant.imports.export import Export, read_export
from knowntenant.imports.mapping import Mapped
from knowntenant.imports.tables import TABLES
from tests.imports.exporting import ACCOUNTS, AS_OF, CUSTOMERS, ZONE, of, read, said, write

HEADER = "at,account,ip,action,located"
GOOD = "2027-01-05T10:00:00Z,A1,203.0.113.9,use,US"
Row = Sequence[str]


def condensed(tmp_path: Path, *rows: str, name: str = "access.csv") -> Export:
    return read(tmp_path, {name: "\n".join([HEADER, *rows, ""])})


def twin(rows: Sequence[Row]) -> set[tuple[str, str]]:
    """The slow obvious twin: every row read by the registry's kinds, sorted, and picked from."""
    readers = {
        name: cell_reader("access", c, Mapped()) for name, c in TABLES["access"].columns.items()
    }
    by_account: dict[str, list[tuple[datetime, int, object, object]]] = {}
    for number, (at, account, _, action, located) in enumerate(rows, 2):
        moment, who = readers["at"](at), readers["account"](account)
        if not isinstance(moment, date) or not isinstance(who, str):
            continue
        day = (
            moment
            if isinstance(moment, datetime)
            else datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
        )
        if day < datetime(2027, 7, 1, 4, tzinfo=UTC):
            what = readers["action"](action) if action else None
            what = what.value if isinstance(what, Guessed) else what
            place = readers["located"](located) if located else None
            by_account.setdefault(who, []).append((day.replace(microsecond=0), number, what, place))
    kept: set[tuple[str, str]] = set()
    for account, seen in by_account.items():
        seen.sort(key=lambda entry: entry[:2])
        acts = [e for e in seen if e[2] == "administration"]
        abroad = [e for e in seen if getattr(e[3], "united_states", True) is False]
        kept |= {
            (account, f"access.csv row {some[i][1]}")
            for some in (seen, acts, abroad)
            for i in (0, -1)
            if some
        }
    return kept


def minute(count: int) -> str:
    """Give a minute since the beginning of 2020 as an instant."""
    instant = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=count)
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")


ODD_MOMENTS = [
    "2027-02-30T10:00:00Z", "2027-03-01", "2027-03-01 10:00", "2027-03-01T10:00:00+05:30", "",
    "2027-03-01T10:00:00.5Z", "1.3.27", "2027-03-01T24:00:00Z", "2027-03-01T10:00:00+0530", "N/A",
    "2027-07-01T03:59:59Z", "2027-07-01T04:00:00Z", "2027-03-01T10:00:00 Asia/Tokyo",
    "2027-03-01T10:00:00-14:00", "2027-03-01T10:00:00+05", "2300-01-01",
]  # fmt: skip
MOMENTS = st.one_of(st.integers(0, 5_000_000).map(minute), st.sampled_from(ODD_MOMENTS))
ADDRESSES = [
    "203.0.113.9", "2001:db8::1", "2001:DB8::1", "300.1.1.1", "", "::", "1::2::3", "-",
    "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:9", "::ffff:1.2.3.4", "01.2.3.4",
]  # fmt: skip
ROWS = st.tuples(
    MOMENTS,
    st.sampled_from(["A1", "A2", " A1", "", "null", "none", "客户", "4111111111111111"]),
    st.sampled_from(ADDRESSES),
    st.sampled_from(["use", "administration", "Administration", "login", "admin", "dance", ""]),
    st.sampled_from(["US", "VN", "Crimea", "Puerto Rico", "Grmany", "", "unknown"]),
)


@settings(max_examples=25)
@given(st.lists(ROWS, max_size=60))
def test_condensed_rows_are_those_that_a_row_by_row_reading_picks(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row]
) -> None:
    folder = tmp_path_factory.mktemp("export")
    export = condensed(folder, *(",".join(row) for row in rows))
    assert {(str(r.values["account"]), r.ref) for r in of(export, Access)} == twin(rows)
    counts = export.counts.get("access")
    if counts is not None:
        assert counts.read == counts.good + counts.partial + counts.bad == len(rows)


@settings(max_examples=6)
@given(st.lists(ROWS, min_size=1, max_size=40))
def test_all_forms_of_the_same_rows_give_the_same_records(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row]
) -> None:
    names = HEADER.split(",")
    objects = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows]
    text = "\n".join([HEADER, *(",".join(row) for row in rows)]) + "\n"
    forms: dict[str, bytes] = {
        "access.csv": text.encode(),
        "access.csv.gz": text.encode(),
        "access.tsv": text.replace(",", "\t").encode(),
        "access-utf16.csv": text.encode("utf-16"),
        "access-slow.csv": text.replace("\n", "\n\n", 1).encode(),
        "access.jsonl": ("\n".join(objects) + "\n").encode(),
        "access-slow.ndjson": ("\n".join(["", *objects]) + "\n").encode(),
    }
    found = {}
    for name, content in forms.items():
        export = read(tmp_path_factory.mktemp("export"), {name: content})
        found[name] = [(r.values, r.happened) for r in of(export, Access)]
        assert export.counts["access"].read == len(rows), name
    assert all(records == found["access.csv"] for records in found.values())


def test_a_parquet_file_with_types_of_its_own_gives_the_same_records(tmp_path: Path) -> None:
    path = tmp_path / "access.parquet"
    values = (
        "('2027-01-05 10:00:00+00'::TIMESTAMPTZ, 7::BIGINT, '203.0.113.9', 'use', 'VN'),"
        " ('2027-02-05 10:00:00+00'::TIMESTAMPTZ, 7::BIGINT, NULL, NULL, NULL)"
    )
    with duckdb.connect() as base:
        table = f'(VALUES {values}) AS t("at", account, ip, action, located)'
        base.sql(f"FROM {table}").write_parquet(str(path))
    export = read_export(tmp_path, as_of=AS_OF, zone=ZONE)
    assert not export.problems
    first, last = of(export, Access)
    assert (first.ref, first.values["account"]) == ("access.parquet row 1", "7")
    assert first.happened == datetime(2027, 1, 5, 10, tzinfo=UTC)
    assert (last.ref, list(last.values)) == ("access.parquet row 2", ["account"])


def test_a_parquet_file_that_is_none_is_a_problem_and_costs_nothing_else(tmp_path: Path) -> None:
    export = read(
        tmp_path, {"access-1.parquet": b"PAR1 not", "access-2.csv": f"{HEADER}\n{GOOD}\n"}
    )
    assert said(export.problems, "access-1.parquet", "no readable Parquet file", "Export it again")
    assert len(of(export, Access)) == 1


def test_bad_rows_are_counted_told_by_row_and_column_and_cost_no_good_row(tmp_path: Path) -> None:
    bad = [
        "2027-02-30T10:00:00Z,A1,203.0.113.9,use,US",
        ",A1,203.0.113.9,use,US",
        "2027-01-06T10:00:00Z,,203.0.113.9,use,US",
        "2027-01-07T10:00:00Z,A1,300.1.1.1,use,US",
        "2027-01-08T10:00:00Z,A1,203.0.113.9,dance,US",
        "2027-01-09T10:00:00Z,A1,203.0.113.9,use,Grmany",
        "2027-01-09T10:00:00Z,A1,203.0.113.9",
    ]
    export = condensed(tmp_path, GOOD, *bad, GOOD.replace("A1", "A2"))
    counts = export.counts["access"]
    assert (counts.read, counts.good, counts.partial, counts.bad) == (8, 2, 3, 3)
    assert said(export.problems, "access.csv row 3", "'at'", "does not exist")
    assert said(export.problems, "access.csv row 4", "no 'at'")
    assert said(export.problems, "access.csv row 5", "no 'account'")
    assert said(export.problems, "access.csv row 6", "'ip'", "300.1.1.1")
    assert said(export.problems, "access.csv row 7", "'action'", "dance")
    assert said(export.problems, "access.csv row 8", "'located'", "Germany")
    assert said(export.problems, "access.csv row 9", "3 cells")
    assert {str(r.values["account"]) for r in of(export, Access)} == {"A1", "A2"}


def test_of_many_bad_rows_the_first_five_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    bad = ["2027-02-30T10:00:00Z,A1,,use,US"] * 500
    export = condensed(tmp_path, GOOD, *bad, *[GOOD.replace("use", "dance")] * 100)
    told = said(export.problems, "does not exist")
    assert len(told) == 6
    assert "495 more" in told[-1].what
    assert len(said(export.problems, "dance")) == 2
    assert said(export.problems, "dance", "99 more")


def test_times_without_a_zone_are_utc_unless_the_mapping_says_otherwise(tmp_path: Path) -> None:
    text = f"{HEADER}\n2027-01-05 10:00:00,A1,,use,US\n"
    plain = read(tmp_path / "a", {"access.csv": text})
    assert of(plain, Access)[0].happened == datetime(2027, 1, 5, 10, tzinfo=UTC)
    assert said(plain.notes, "1 times name no zone", "UTC")
    zoned = read(tmp_path / "b", {"access.csv": text, "mapping.toml": 'zone = "Asia/Tokyo"'})
    assert of(zoned, Access)[0].happened == datetime(2027, 1, 5, 1, tzinfo=UTC)
    assert not said(zoned.notes, "zone")


def test_accesses_after_the_day_of_the_review_do_not_count_and_are_noted(tmp_path: Path) -> None:
    export = condensed(tmp_path, GOOD, GOOD.replace("2027-01", "2027-08"))
    assert [r.ref for r in of(export, Access)] == ["access.csv row 2"]
    assert export.condensed.late == 1
    assert said(export.notes, "1 rows", "2027-06-30")


def test_an_access_before_the_opening_is_noted(tmp_path: Path) -> None:
    files = {
        "customers.csv": CUSTOMERS,
        "accounts.csv": ACCOUNTS,
        "access.csv": f"{HEADER}\n{GOOD.replace('2027', '2025')}\n",
    }
    export = read(tmp_path, files)
    assert said(export.notes, "access.csv row 2", "A1", "before its opening on 2026-01-05")


def test_an_access_to_an_unknown_account_is_a_problem_told_once_and_kept(tmp_path: Path) -> None:
    other = GOOD.replace("A1", "A9")
    files = {
        "customers.csv": CUSTOMERS,
        "accounts.csv": ACCOUNTS,
        "access.csv": f"{HEADER}\n{GOOD}\n{other}\n{other}\n",
    }
    export = read(tmp_path, files)
    assert len(said(export.problems, "access.csv row 3", "no account 'A9'")) == 1
    assert [r.values["account"] for r in of(export, Access)] == ["A1", "A9", "A9"]


def test_several_files_are_condensed_as_one_with_rows_of_their_own(tmp_path: Path) -> None:
    rows = [GOOD.replace("01-05", f"0{month}-05") for month in range(1, 7)]
    files: dict[str, str | bytes] = {
        f"access-2027-0{n}.csv": f"{HEADER}\n{row}\n" for n, row in enumerate(rows, 1)
    }
    files["access/late.csv"] = f"{HEADER}\n{GOOD.replace('01-05', '06-29')}\n"
    export = read(tmp_path, files)
    kept = [r.ref for r in of(export, Access)]
    assert kept == ["access-2027-01.csv row 2", "access/late.csv row 2"]
    assert export.counts["access"].read == 7


def test_fewer_accesses_are_kept_when_fewer_are_asked_for(tmp_path: Path) -> None:
    rows = [GOOD.replace("01-05", f"0{month}-05") for month in range(1, 5)]
    folder = write(tmp_path, {"access.csv": "\n".join([HEADER, *rows, ""])})
    export = read_export(folder, as_of=AS_OF, zone=ZONE, keep={Kept.LAST})
    assert [r.ref for r in of(export, Access)] == ["access.csv row 5"]


def test_words_of_other_systems_are_taken_for_ours_and_shown(tmp_path: Path) -> None:
    export = condensed(tmp_path, GOOD.replace("use", "console"))
    assert of(export, Access)[0].values["action"] == "administration"
    assert [(g.found, g.taken_for) for g in export.guesses] == [
        ("action = console", "administration")
    ]


def test_a_mapped_account_is_read_as_the_mapping_says(tmp_path: Path) -> None:
    mapping = '[values.access.account]\n"A1" = "A7"\n'
    export = read(tmp_path, {"access.csv": f"{HEADER}\n{GOOD}\n", "mapping.toml": mapping})
    assert of(export, Access)[0].values["account"] == "A7"


def test_crowded_groups_are_folded_without_a_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: dict[str, str | bytes] = {
        f"access-{n}.csv": f"{HEADER}\n{GOOD.replace('01-05', f'01-0{n}')}\n" for n in range(1, 6)
    }
    plain = read(tmp_path / "a", files)
    monkeypatch.setattr("knowntenant.imports.condensing.CROWDED", 1)
    assert [_seen(r) for r in read(tmp_path / "b", files).records] == [
        _seen(r) for r in plain.records
    ]


def _seen(record: Record) -> tuple[str, object]:
    return record.ref, record.happened
