import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from knowntenant.actions.ready_lists import INDEX
from knowntenant.cli import app
from tests.actions.screening import lists, parties


def screen(*arguments: object) -> Result:
    """Run the command as a person does."""
    return CliRunner().invoke(app, ["screen", *map(str, arguments)])


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder of lists."""
    return lists(tmp_path)


def test_the_index_is_saved_once_used_afterwards_and_told_of(tmp_path: Path, house: Path) -> None:
    path = parties(tmp_path)
    first = screen(path, "--lists", house)
    second = screen(path, "--lists", house)
    assert "was built, and saved" in first.stderr
    assert "taken from their saved index" in second.stderr
    assert second.stdout == first.stdout
    one = screen("--name", "Teodor Bashkov", "--lists", house)
    assert "taken from their saved index" in one.stderr
    assert one.exit_code == 1


def test_workers_share_a_loaded_index_and_find_what_one_process_finds(
    tmp_path: Path, house: Path
) -> None:
    path = parties(tmp_path, times=300)
    out = [tmp_path / "built.json", tmp_path / "loaded.json"]
    screen(path, "--lists", house, "--no-saved-index", "--json", out[0])
    screen(path, "--lists", house, "--quiet")
    ran = screen(path, "--lists", house, "--jobs", 2, "--json", out[1])
    assert "taken from" in ran.stderr
    built, loaded = (json.loads(one.read_text(encoding="utf-8")) for one in out)
    assert loaded == built


def test_nothing_is_saved_or_told_where_that_is_asked(tmp_path: Path, house: Path) -> None:
    path = parties(tmp_path)
    assert "as asked" in screen(path, "--lists", house, "--no-saved-index").stderr
    assert not (house / INDEX).exists()
    assert screen(path, "--lists", house, "--quiet").stderr == ""
    assert (house / INDEX).exists()
    ran = CliRunner().invoke(app, ["lists", "status", str(house)])
    assert INDEX not in ran.output
