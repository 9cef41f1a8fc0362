import json
from pathlib import Path

import duckdb

from knowntenant.sample.files import Format
from tests.sample.making import lines, make, truth


def test_json_lines_say_the_same_as_csv(tmp_path: Path) -> None:
    plain, other = make(tmp_path / "c", 60), make(tmp_path / "j", 60, form=Format.JSONL)
    for table in ("customers", "accounts", "evidence", "access"):
        told = (other / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [{name: _text(cell) for name, cell in json.loads(line).items()} for line in told]
        filled = [{n: cell for n, cell in line.items() if cell} for line in lines(plain, table)]
        assert rows == filled
    assert truth(plain) == truth(other)


def test_parquet_says_the_same_as_csv(tmp_path: Path) -> None:
    plain, other = make(tmp_path / "c", 60), make(tmp_path / "p", 60, form=Format.PARQUET)
    for table in ("customers", "owners", "resellers", "access"):
        found = duckdb.read_parquet(str(other / f"{table}.parquet"))
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
        assert [{n: c or "" for n, c in row.items()} for row in rows] == lines(plain, table)
    assert not list(other.glob("*.csv"))


def test_a_table_without_rows_leaves_no_file(tmp_path: Path) -> None:
    sample = make(tmp_path, 1)
    assert not (sample / "holds.csv").exists()
    assert (sample / "customers.csv").exists()


def test_lists_are_lists_in_json_and_parted_by_semicolons_in_csv(tmp_path: Path) -> None:
    sample = make(tmp_path, 1, form=Format.JSONL)
    resellers = (sample / "resellers.jsonl").read_text(encoding="utf-8")
    assert '"steps_taken": ["steps_to_close"]' in resellers


def _text(cell: object) -> str:
    return ";".join(cell) if isinstance(cell, list) else str(cell)
