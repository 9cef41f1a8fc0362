import json
from pathlib import Path
from typing import Any

import pytest

from tests.code_health import coverage_floor

HEALTH = {"pure_rooms": ["law"], "pure_floor": 100.0, "other_floor": 95.0}


def file(lines: int, of_lines: int, branches: int, of_branches: int) -> dict[str, Any]:
    summary = {
        "covered_lines": lines,
        "num_statements": of_lines,
        "covered_branches": branches,
        "num_branches": of_branches,
    }
    missing = [[3, 5]] if branches < of_branches else []
    return {"summary": summary, "missing_lines": [], "missing_branches": missing}


def report(**files: dict[str, Any]) -> dict[str, Any]:
    return {"files": {f"src/knowntenant/{room}/a.py": one for room, one in files.items()}}


def test_a_deciding_room_that_ran_to_the_last_branch_passes() -> None:
    whole = report(law=file(40, 40, 8, 8), cli=file(96, 100, 0, 0))
    assert coverage_floor.shortfalls(whole, HEALTH, {"law", "cli"}) == []


def test_a_planted_branch_that_never_ran_in_a_deciding_room_is_caught() -> None:
    found = coverage_floor.shortfalls(report(law=file(4000, 4000, 799, 800)), HEALTH, {"law"})
    assert found[0] == "law: 99.98 %, the floor is 100 %"
    assert "branches [[3, 5]]" in found[1]


def test_a_planted_gap_in_another_room_is_caught() -> None:
    found = coverage_floor.shortfalls(report(cli=file(94, 100, 0, 0)), HEALTH, {"cli"})
    assert found == ["cli: 94.00 %, the floor is 95 %"]


def test_a_room_that_no_test_imports_is_caught() -> None:
    found = coverage_floor.shortfalls(report(law=file(1, 1, 0, 0)), HEALTH, {"law", "scope"})
    assert found == ["scope: not measured"]


def test_a_file_beside_the_rooms_belongs_to_the_package() -> None:
    assert coverage_floor.room_of("src/knowntenant/__init__.py") == "knowntenant"
    assert coverage_floor.room_of("src/knowntenant/facts/places/table.py") == "facts"


@pytest.mark.parametrize(("branches", "status"), [(8, 0), (7, 1)])
def test_the_status_says_whether_the_floors_hold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], branches: int, status: int
) -> None:
    (tmp_path / ".cache").mkdir()
    (tmp_path / "src" / "knowntenant" / "law").mkdir(parents=True)
    (tmp_path / "src" / "knowntenant" / "law" / "__init__.py").touch()
    measured = json.dumps(report(law=file(40, 40, branches, 8)))
    (tmp_path / ".cache" / "coverage.json").write_text(measured, encoding="utf-8")
    settings = (
        '[tool.knowntenant.health]\npure_rooms = ["law"]\npure_floor = 100.0\nother_floor = 95.0\n'
    )
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    assert coverage_floor.main(tmp_path) == status
    assert ("the floor is 100 %" in capsys.readouterr().out) is bool(status)
