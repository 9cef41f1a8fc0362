import csv
from pathlib import Path

import pytest

from knowntenant.exports.spreadsheets import safe
from knowntenant.review.csv_file import COLUMNS, write_csv
from tests.review.reports import NAMES, report_of, troubled


def rows(path: Path) -> list[dict[str, str]]:
    """Read the findings back."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@A1", "\tx", "\rx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
    assert safe(f"x{cell}") == f"x{cell}"


def test_each_finding_is_one_row_with_all_that_it_rests_on(tmp_path: Path) -> None:
    report = report_of(troubled(), tmp_path)
    write_csv(tmp_path / "r.csv", report.all())
    found = rows(tmp_path / "r.csv")
    assert len(found) == report.count > 5
    assert tuple(found[0]) == COLUMNS
    for row in found:
        assert all(row[name] for name in ("what", "remedy", "clauses", "reasons", "decision"))
        assert row["pack_status"] == "proposed, reported withdrawn; not in force"
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    assert any(row["account"] == "'=A-4" for row in found)
    assert any("D16: multiply (refused: direct, widest)" in row["readings"] for row in found)


def test_names_are_masked_unless_they_are_asked_for(tmp_path: Path) -> None:
    for personal in (False, True):
        write_csv(tmp_path / "r.csv", report_of(troubled(), tmp_path, personal=personal).all())
        text = (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
        assert [name in text for name in NAMES] == [personal] * 4
        assert ("nguyen@example.org" in text) is personal
