"""The frequency tables are what their script makes of its sources."""

from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks import derive_word_tables as derive


def test_words_are_counted_once_a_company_and_kept_from_three_on() -> None:
    names = ["Zolvik Zolvik Ltd", "Zolvik, Ltd.", "Amber Ltd", "Zolvik Group", "ZOLVIK GROUP!", "…"]
    table = derive.company_table(names)
    assert table.splitlines()[1:] == ["*\t4", "ltd\t3", "zolvik\t3"]


def test_shares_of_names_follow_their_ranks() -> None:
    shares = derive.shares()
    assert sum(shares) == pytest.approx(derive.SHARE_COVERED)
    assert all(higher > lower for higher, lower in pairwise(shares))
    table = derive.person_table({"first": {"VN": ["Nguyễn", "Anh Nguyen"]}, "last": {"VN": ["Đá"]}})
    first, second = (round(share * 1e6) for share in shares[:2])
    rows = dict(line.split("\t") for line in table.splitlines()[1:])
    assert rows["anh"] == f"gvn{second}"
    assert abs(int(rows["nguyen"].removeprefix("gvn")) - first - second) <= 1
    assert rows["da"] == f"fvn{first}"


def test_the_committed_tables_are_what_the_sources_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not derive.SOURCES.is_dir():
        pytest.skip(f"the raw material of the tables is not at {derive.SOURCES.name}: not compared")
    monkeypatch.setattr("sys.argv", ["derive", "--tables", str(tmp_path)])
    derive.main()
    for name in ("company_word_counts.tsv", "person_word_shares.tsv"):
        assert (tmp_path / name).read_text("utf-8") == (derive.TABLES / name).read_text("utf-8")


def test_missing_sources_are_said_aloud(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["derive", "--sources", str(tmp_path / "none")])
    with pytest.raises(SystemExit):
        derive.main()
    assert "no such folder; give the raw material" in capsys.readouterr().err
