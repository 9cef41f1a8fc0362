"""Findings as CSV for spreadsheets: a row each, and no cell that a spreadsheet would calculate."""

import csv
from collections.abc import Iterable
from pathlib import Path

from knowntenant.exports.spreadsheets import safe
from knowntenant.exports.writing import written_whole
from knowntenant.review.shown import Shown

COLUMNS = (
    "urgency", "due", "kind", "title", "subject_kind", "subject", "customer", "name", "account",
    "detail", "what", "remedy", "state", "clauses", "reasons", "facts", "readings", "flags",
    "decision", "pack", "pack_version", "pack_status",
)  # fmt: skip


def write_csv(path: Path, findings: Iterable[Shown]) -> None:
    """Write the findings; with a byte order mark, as spreadsheets tell UTF-8 by it."""
    with written_whole(path, "utf-8-sig") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for finding in findings:
            table.writerow([safe(_cell(finding, column)) for column in COLUMNS])


def _cell(finding: Shown, column: str) -> str:
    match column:
        case "reasons":
            return "; ".join(reason.text for reason in finding.reasons)
        case "readings":
            return "; ".join(
                f"{r.defect}: {r.taken} (refused: {', '.join(r.refused)})" for r in finding.readings
            )
        case "clauses" | "facts" | "flags":
            return "; ".join(getattr(finding, column))
        case _:
            return str(getattr(finding, column))
