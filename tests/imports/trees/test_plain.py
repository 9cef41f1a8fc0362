"""A tree as a plain CSV."""

from fractions import Fraction
from pathlib import Path

import pytest

from knowntenant.facts.places import find
from knowntenant.facts.types import Control, Ownership, Parent, Person, Presence
from knowntenant.facts.types.owners import Role
from knowntenant.law.answer import YES
from tests.imports.trees.planting import read, told, write_csv


@pytest.mark.parametrize(
    ("share", "percent", "least", "most"),
    [
        ("25", 25, None, None),
        ("33.3 %", Fraction("33.3"), None, None),
        ("100/3", Fraction(100, 3), None, None),
        ("25-50", None, 25, 50),
        ("25 % to 49.99 %", None, 25, Fraction("49.99")),
        ("25 – 50", None, 25, 50),  # noqa: RUF001 - as people write it
        ("", None, None, None),
    ],
)
def test_a_share_is_exact_or_a_range_or_untold(
    tmp_path: Path, share: str, percent: object, least: object, most: object
) -> None:
    row = {"owner": "محمد", "owned": "C1", "share": share, "since": "2024-02-29"}
    trees = read(write_csv(tmp_path / "own.csv", [row]))
    edge = {"owner": "محمد", "owned": "C1", "percent": percent, "at_least": least, "at_most": most}
    assert told(trees.records, Ownership) == [{**edge, "happened": "2024-02-29"}]
    assert not trees.problems


def test_a_holding_ends_with_a_share_of_nothing_and_other_ties_with_a_word(tmp_path: Path) -> None:
    rows = [
        {"owner": "P1", "owned": "C1", "share": "60", "since": "2024-01-01", "until": "2025-01-01"},
        {"owner": "P1", "owned": "C1", "kind": "director", "until": "2025-01-01"},
        {"owner": "E1", "owned": "C1", "kind": "ultimate parent", "until": "2025-01-01"},
        {"owner": "E2", "owned": "C1", "kind": "parent"},
        {"owner": "P2", "owned": "C1", "kind": "control"},
    ]
    trees = read(write_csv(tmp_path / "own.csv", rows, ";"))
    begun, ended = told(trees.records, Ownership)
    assert (begun["percent"], begun["happened"]) == (60, "2024-01-01")
    assert (ended["percent"], ended["at_least"], ended["happened"]) == (0, None, "2025-01-01")
    start, end = "2020-01-01", "2025-01-01"
    assert told(trees.records, Control) == [
        {"person": "P1", "over": "C1", "role": Role.DIRECTOR, "happened": start},
        {"person": "P1", "over": "C1", "ended": YES, "happened": end},
        {"person": "P2", "over": "C1", "happened": start},
    ]
    assert told(trees.records, Parent) == [
        {"child": "C1", "parent": "E1", "ultimate": YES, "happened": start},
        {"child": "C1", "parent": "E1", "ended": YES, "happened": end},
        {"child": "C1", "parent": "E2", "happened": start},
    ]


def test_bad_rows_are_problems_with_their_field_and_no_name_of_anybody(tmp_path: Path) -> None:
    rows = [
        {"owner": "P1", "owned": "", "share": "10"},
        {"owner": "P1", "owned": "C1", "share": "a lot", "kind": ""},
        {"owner": "P1", "owned": "C1", "share": "120"},
        {"owner": "P1", "owned": "C1", "kind": "cousin"},
        {"owner": "P1", "owned": "C1", "share": "1", "since": "soon"},
        {"owner": "P1", "owned": "C1", "share": "1", "since": "2025-01-02", "until": "2025-01-01"},
        {"owner": "", "owned": "", "share": ""},
    ]
    trees = read(write_csv(tmp_path / "own.csv", rows))
    assert [(p.row, p.field) for p in trees.problems] == [
        (2, "owned"),
        (3, "percent"),
        (4, "percent"),
        (5, "kind"),
        (6, "since"),
        (7, "until"),
    ]
    assert "ownership" in next(p.text for p in trees.problems if p.field == "kind")
    # A share that cannot be read leaves the tie, whose share is then untold.
    assert [one.get("percent") for one in told(trees.records, Ownership)] == [None, None, 1]


def test_what_is_told_of_an_owner_beside_the_tie_is_kept(tmp_path: Path) -> None:
    rows = [
        {"Holder": "E1", "Company": "C1", "Stake": "50", "owner_name": "深圳",
         "owner_type": "entity", "country": "CN"},
        {"Holder": "P1", "Company": "C1", "Stake": "50", "owner_name": "Nguyễn", "country": "VN"},
    ]  # fmt: skip
    trees = read(write_csv(tmp_path / "own.csv", rows))
    names = [(one["id"], one["name"], one.get("kind")) for one in told(trees.records, Person)]
    assert names == [("E1", "深圳", "entity"), ("P1", "Nguyễn", None)]
    first, second = told(trees.records, Presence)
    assert (first["headquartered_in"], second["located"]) == (find("CN"), find("VN"))
