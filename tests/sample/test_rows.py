from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from knowntenant.imports.export import read_export
from knowntenant.imports.tables import TABLES
from knowntenant.law.loading import load_pack
from knowntenant.review.kinds import FindingKind
from knowntenant.sample.days import AS_OF
from knowntenant.sample.files import Format
from knowntenant.sample.house import house
from knowntenant.sample.made import Seat
from knowntenant.sample.planted import STORIES, seats_of
from knowntenant.sample.resellers import resellers
from knowntenant.sample.rows import COLUMNS
from tests.sample.making import chance, lines, make, truth

ZONE = ZoneInfo("America/New_York")
K = FindingKind
NOT_PLANTED = {
    K.AUDIT_DATA_TRANSACTIONS, K.COLLECT_CONSIGNEE_EVIDENCE, K.REPORT_DATA_TRANSACTION,
    K.BIND_RESELLERS, K.NOTIFY_ADP_CHANGE, K.NOTIFY_YEARLY_OF_EXEMPTION, K.REVIEW_ADP,
    K.BRING_ACCOUNT_UP_TO_STANDARD, K.GIVE_CUSTOMER_NOTICE, K.REPORT_BLOCKED_PROPERTY_YEARLY,
    K.ASSESS_RISKS, K.REVIEW_PROGRAM, K.SETTLE_LICENCE_FACTS, K.TRAIN_STAFF,
    K.SETTLE_DISCLOSURE, K.SETTLE_EMBARGO, K.SETTLE_SUSPENSION, K.POSSIBLE_LISTING,
}  # fmt: skip
"""Kinds of packs that the truth does not speak of; under an exemption, a final rule or a notice's
version, of which the sample has none; such as are not due on the one day of the sample; and what
only a screening against lists finds."""


def test_every_column_is_one_of_the_documented_ones() -> None:
    for table, columns in COLUMNS.items():
        assert set(columns) <= set(TABLES[table].columns), table


def test_no_cell_that_is_told_is_lost() -> None:
    seats = [Seat(n, chance(n)) for n in range(1, 3)]
    told = [house({name for name, _ in STORIES}).rows, resellers().rows]
    for _, make_story in STORIES:
        told += [made.rows for made in make_story(*seats[: seats_of(make_story)]).customers]
    for rows in told:
        for table, several in rows.items():
            assert {cell for row in several for cell in row} <= set(COLUMNS[table]), table


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
    kinds = set()
    for line in truth(harborgrid):
        expected = line["expected"] if isinstance(line["expected"], list) else []
        kinds |= {one["kind"] for one in expected}
        assert all(one["clause"] in load_pack(one["pack"]).clauses for one in expected)
    assert kinds == set(FindingKind) - NOT_PLANTED
    assert len(STORIES) >= 50


def _used(table: str, columns: tuple[str, ...]) -> set[str]:
    """Give the columns that some row fills: an owner has no military box."""
    shared = {"military_box", "address_exception", "branch_of", "inquiries_address"}
    return set(columns) - (shared if table == "owners" else set())
