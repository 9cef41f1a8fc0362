from pathlib import Path

import pytest

from tests.code_health import places
from tests.code_health.rooms import ROOT


def plant(root: Path, line: str) -> list[str]:
    path = root / "notes.md"
    path.write_text(f"# Notes\n{line}\n", encoding="utf-8")
    return places.complaints([path], root)


def test_nothing_names_a_machine_or_an_index() -> None:
    files = places.tracked(ROOT)
    assert len(files) > 30
    assert places.complaints(files, ROOT) == []


@pytest.mark.parametrize(
    "line",
    [
        "see " + "/work" + "/shared for more",
        "'" + "/t" + "mp/notes/brief.md'",
        "--index-url https://" + "pypi" + ".org/simple",
        "read .." + "/shared/DESIGN.md",
        "run `" + "issues" + "` first",
    ],
)
def test_a_planted_place_is_caught(tmp_path: Path, line: str) -> None:
    (found,) = plant(tmp_path, line)
    assert found.startswith("notes.md:2: ")


@pytest.mark.parametrize(
    "line",
    [
        "https://www.example.gov/work/part-7",
        "exports/home/accounts.csv",
        "two issues were found in the farm's records",
    ],
)
def test_an_address_with_the_same_letters_is_left_alone(tmp_path: Path, line: str) -> None:
    assert plant(tmp_path, line) == []
