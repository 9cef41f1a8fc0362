from pathlib import Path

import pytest

from knowntenant.documents.law_page import page, place_of
from knowntenant.law.loading import load_pack
from knowntenant.obligations.registry import all_decisions

PAGE = page()
ROOT = Path(__file__).resolve().parents[2]


def row(clause: str) -> str:
    (found,) = [line for line in PAGE.splitlines() if line.startswith(f"| {clause} |")]
    return found


def test_every_clause_has_its_row() -> None:
    clauses = load_pack("nprm-2024").clauses
    assert [id_ for id_, clause in clauses.items() if clause.duty not in row(id_)] == []


def test_a_row_leads_to_the_function_and_the_cases() -> None:
    found = row("7.303(d)")
    assert "`resellers.cip_copy_due`" in found
    assert "src/knowntenant/resellers/programs.py::cip_copy_due" in found
    assert "nprm-2024/cases/examples/07-a-request-of-the-department.yaml" in found


def test_what_is_no_software_says_why() -> None:
    assert "not software: purpose clause" in row("7.300(a)")


@pytest.mark.parametrize("name", sorted(all_decisions()))
def test_a_decision_stands_where_the_page_says(name: str) -> None:
    file, _, function = place_of(all_decisions()[name]).partition("::")
    assert f"\ndef {function}(" in (ROOT / file).read_text(encoding="utf-8")


def test_every_decision_stands_on_the_page() -> None:
    assert [name for name in all_decisions() if f"`{name}`" not in PAGE] == []


def test_every_pack_stands_with_its_status() -> None:
    assert "Pack `nprm-2024` 1: proposed, reported withdrawn; not in force." in PAGE
    assert "Pack `nprm-2024-strict` 1 (proposed, reported withdrawn; not in force)" in PAGE


def test_clauses_are_counted_by_what_carries_them_out() -> None:
    clauses = load_pack("nprm-2024").clauses.values()
    decided = sum(bool(clause.decision) for clause in clauses)
    assert f"| {len(clauses)} | {decided} | {len(clauses) - decided} |" in PAGE
