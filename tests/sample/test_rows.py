from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from knowntenant.imports.export import read_export
from knowntenant.imports.tables import TABLES
from knowntenant.review.kinds import FindingKind
from knowntenant.sample.days import AS_OF
from knowntenant.sample.files import Format
from knowntenant.sample.planted import STORIES
from knowntenant.sample.rows import COLUMNS
from tests.law.toy import NPRM
from tests.sample.making import lines, make, truth

ZONE = ZoneInfo("America/New_York")


def test_every_column_is_one_of_the_documented_ones() -> None:
    for table, columns in COLUMNS.items():
        assert set(columns) <= set(TABLES[table].columns), table


def test_every_column_of_the_sample_is_filled_somewhere(harborgrid: Path) -> None:
    for table, columns in COLUMNS.items():
        told = lines(harborgrid, table)
        assert {c for c in columns if any(line[c] for line in told)} >= _used(table, columns)


@pytest.mark.parametrize("form", list(Format))
def test_a_review_reads_the_sample_without_a_single_problem(tmp_path: Path, form: Format) -> None:
    export = read_export(make(tmp_path, 80, form=form), as_of=AS_OF, zone=ZONE)
    assert export.problems == []
    assert export.guesses == []
    assert export.unmatched == []
    assert [note for note in export.notes if "README" not in note.where] == []


def test_the_day_of_the_review_is_the_last_of_eighteen_months() -> None:
    assert date(2027, 6, 30) == AS_OF


def test_the_truth_speaks_of_findings_and_clauses_that_there_are(harborgrid: Path) -> None:
    kinds, clauses = set(), set()
    for line in truth(harborgrid):
        expected = line["expected"] if isinstance(line["expected"], list) else []
        kinds |= {one["kind"] for one in expected}
        clauses |= {one["clause"] for one in expected}
    assert clauses <= set(NPRM.clauses)
    assert kinds == set(FindingKind)
    assert len(STORIES) >= 50


def _used(table: str, columns: tuple[str, ...]) -> set[str]:
    """Give the columns that some row fills: an owner has no military box."""
    shared = {"military_box", "address_exception", "branch_of", "inquiries_address"}
    return set(columns) - (shared if table == "owners" else set())
