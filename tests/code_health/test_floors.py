"""The import contracts, tried on a made-up tree: each holds, and each breaks when it should."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.code_health.rooms import ROOT, pure_rooms

LINTER = Path(sys.executable).with_name("lint-imports")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room in ("", "cli", "review", "imports", "compute", "training", *pure_rooms()):
        folder = tmp_path / "knowntenant" / room
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").touch()
    return tmp_path


def outcome(tree: Path, room: str = "", planted: str = "") -> tuple[int, str]:
    if planted:
        (tree / "knowntenant" / room / "planted.py").write_text(f"{planted}\n", encoding="utf-8")
    ran = subprocess.run(
        [str(LINTER), "--no-cache"],
        cwd=tree,
        env={"PYTHONPATH": str(tree), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout


def test_an_orderly_tree_keeps_both_contracts(tree: Path) -> None:
    status, said = outcome(tree, "review", "import knowntenant.law\nimport knowntenant.compute")
    assert status == 0, said
    assert "2 kept, 0 broken" in said


@pytest.mark.parametrize(
    ("room", "planted"),
    [
        ("law", "import knowntenant.facts"),
        ("retention", "import knowntenant.resellers"),
        ("persons", "import knowntenant.ownership"),
        ("scope", "import knowntenant.obligations"),
        ("compute", "import knowntenant.imports"),
    ],
)
def test_a_planted_import_upward_or_sideways_is_caught(tree: Path, room: str, planted: str) -> None:
    status, said = outcome(tree, room, planted)
    assert status == 1
    assert "1 kept, 1 broken" in said
    assert f"knowntenant.{room} is not allowed to import" in said


@pytest.mark.parametrize("module", ["os", "duckdb", "urllib.request"])
def test_a_planted_input_or_output_in_a_deciding_room_is_caught(tree: Path, module: str) -> None:
    status, said = outcome(tree, "verification", f"import {module}")
    assert status == 1
    assert "Decisions do no input or output BROKEN" in said


def test_the_loading_of_packs_may_open_files(tree: Path) -> None:
    loading = tree / "knowntenant" / "law" / "loading.py"
    loading.write_text("import pathlib\nimport os\n", encoding="utf-8")
    assert outcome(tree)[0] == 0


def test_a_planted_room_without_a_floor_is_caught(tree: Path) -> None:
    (tree / "knowntenant" / "attic").mkdir()
    (tree / "knowntenant" / "attic" / "__init__.py").touch()
    assert outcome(tree)[0] == 1
