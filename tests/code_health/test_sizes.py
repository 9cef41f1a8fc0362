from pathlib import Path

import pytest

from tests.code_health import sizes
from tests.code_health.rooms import ROOT, SOURCES, python_files


def plant(root: Path, name: str, text: str) -> list[str]:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return sizes.complaints([path], root)


def test_every_file_and_function_is_small_and_named_for_its_subject() -> None:
    assert sizes.complaints(python_files(SOURCES, ROOT / "tests"), ROOT) == []


def test_half_of_the_source_files_have_at_most_a_page_or_two() -> None:
    assert sizes.middle_length(python_files(SOURCES)) <= sizes.MEDIAN_FILE


@pytest.mark.parametrize("name", ["law/utils.py", "core/days.py", "account_store/manager.py"])
def test_a_planted_name_without_a_subject_is_caught(tmp_path: Path, name: str) -> None:
    assert plant(tmp_path, name, "x = 1\n")


def test_a_name_that_only_contains_a_banned_word_is_left_alone(tmp_path: Path) -> None:
    assert plant(tmp_path, "law/common_law.py", "x = 1\n") == []


def test_a_planted_long_file_is_caught(tmp_path: Path) -> None:
    assert plant(tmp_path, "long.py", "x = 1\n" * 400) == []
    assert plant(tmp_path, "long.py", "x = 1\n" * 401) == ["long.py: 401 lines, at most 400"]


def test_a_planted_long_function_is_caught(tmp_path: Path) -> None:
    body = "    x = 1\n"
    assert plant(tmp_path, "f.py", "def f():\n" + body * 59) == []
    assert plant(tmp_path, "f.py", "async def f():\n" + body * 60) == ["f.py:1: f has 61 lines"]


def test_the_median_leaves_empty_files_out(tmp_path: Path) -> None:
    for name, lines in (("a", 0), ("b", 10), ("c", 30)):
        (tmp_path / f"{name}.py").write_text("x = 1\n" * lines, encoding="utf-8")
    assert sizes.middle_length(python_files(tmp_path)) == 20.0
