from pathlib import Path

import pytest

from tests.code_health import fragments
from tests.code_health.rooms import ROOT

GOOD = "Affected: resellers\nClauses: 7.303(d), 7.305(a)\nFrom: 2027-01-01\n\nCopies are counted.\n"


def plant(folder: Path, name: str, text: str) -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    return fragments.complaints(folder)


def test_every_change_says_whom_it_touches() -> None:
    assert fragments.complaints(ROOT / "changes") == []


def test_a_complete_fragment_beside_the_readme_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("How to write one.\n", encoding="utf-8")
    assert plant(tmp_path, "12.law.md", GOOD) == []
    assert plant(tmp_path, "13.fix.md", GOOD.replace("7.303(d), 7.305(a)", "none")) == []


@pytest.mark.parametrize("name", ["feature.md", "12.md", "12.news.md", "twelve.fix.md", "12.fix"])
def test_a_planted_name_outside_the_pattern_is_caught(tmp_path: Path, name: str) -> None:
    assert plant(tmp_path, name, GOOD)


@pytest.mark.parametrize("head", fragments.HEADS)
def test_a_planted_fragment_without_one_of_its_lines_is_caught(tmp_path: Path, head: str) -> None:
    (found,) = plant(tmp_path, "12.fix.md", GOOD.replace(head, ""))
    assert head in found


def test_a_planted_clause_in_words_is_caught(tmp_path: Path) -> None:
    assert plant(tmp_path, "12.fix.md", GOOD.replace("7.303(d)", "the reseller part"))


def test_a_planted_fragment_that_says_nothing_is_caught(tmp_path: Path) -> None:
    assert plant(tmp_path, "12.fix.md", GOOD.replace("Copies are counted.\n", ""))
