from pathlib import Path

import pytest

from tests.code_health import excuses
from tests.code_health.rooms import ROOT, SOURCES, python_files

SILENT = "# no" + "qa"
IGNORE = "# type: ig" + "nore"


def plant(root: Path, line: str) -> list[str]:
    path = root / "planted.py"
    path.write_text(f"x = 1  {line}\n", encoding="utf-8")
    return excuses.in_sources([path], root)


def test_every_silenced_finding_has_a_code_and_a_reason() -> None:
    assert excuses.in_sources(python_files(SOURCES, ROOT / "tests"), ROOT) == []


def test_every_rule_switched_off_says_why_on_its_line() -> None:
    assert excuses.in_settings((ROOT / "pyproject.toml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line", [SILENT, f"{SILENT}: S101", IGNORE, f"{IGNORE}[misc]", "# pragma: no " + "cover"]
)
def test_a_planted_silence_without_a_reason_is_caught(tmp_path: Path, line: str) -> None:
    assert plant(tmp_path, line)


@pytest.mark.parametrize(
    "line",
    [
        f"{SILENT}: S608  # the names of columns come from our own table",
        f"{IGNORE}[arg-type]  # the stub is older than the library",
        "# the word no" + "qa alone in a sentence",
    ],
)
def test_a_reasoned_silence_is_left_alone(tmp_path: Path, line: str) -> None:
    assert plant(tmp_path, line) == []


def test_a_planted_rule_without_a_reason_is_caught() -> None:
    ruff = (
        '[tool.ruff.lint]\nselect = ["ALL"]\nignore = [\n  "D203", # contradicts D211\n  "S101",\n]'
    )
    mypy = "[[tool.mypy.overrides]]\nignore_missing_imports = true\n"
    assert excuses.in_settings(ruff) == ['5: "S101",']
    assert excuses.in_settings(mypy) == ["2: ignore_missing_imports = true"]
    assert excuses.in_settings(mypy.replace("true", "true # has no types")) == []
