import stat
from pathlib import Path

import pytest

from knowntenant.exports.writing import written_whole


def test_a_file_takes_the_place_of_an_older_one_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    with written_whole(path) as file:
        file.write("深圳")
        assert path.read_text() == "old"
    assert path.read_text(encoding="utf-8") == "深圳"
    assert [p.name for p in tmp_path.iterdir()] == ["report.txt"]
    assert path.stat().st_mode & stat.S_IRUSR


def test_a_file_that_fails_leaves_the_older_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        _write_half(path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["report.txt"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"), written_whole(tmp_path / "no" / "x"):
        pass


def _write_half(path: Path) -> None:
    with written_whole(path) as file:
        file.write("half")
        raise KeyboardInterrupt
