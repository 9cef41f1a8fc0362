from pathlib import Path

import pytest

from knowntenant.imports.hits import taken
from knowntenant.imports.hits.taken import bytes_of
from knowntenant.law.problem import Problem


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "hits.csv").write_bytes(b"abc")
    assert bytes_of(tmp_path / "hits.csv") == b"abc"


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    found = bytes_of(tmp_path / "hits.csv")
    assert isinstance(found, Problem)
    assert str(found).startswith("hits.csv: the file cannot be read")


def test_a_file_that_is_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taken, "LARGEST", 2)
    (tmp_path / "hits.csv").write_bytes(b"abc")
    found = bytes_of(tmp_path / "hits.csv")
    assert isinstance(found, Problem)
    assert found.remedy == "Split it."
