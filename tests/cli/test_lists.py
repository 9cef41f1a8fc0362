import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from knowntenant.cli import app
from knowntenant.imports.lists.manifest import MANIFEST
from tests.imports.lists.keeping import own, put


def lists(*words: str | Path) -> tuple[int, str]:
    """Run a command of `lists`; give its exit status and all that it said."""
    ran = CliRunner().invoke(app, ["lists", *map(str, words)])
    return ran.exit_code, ran.output


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return put(tmp_path / "mine", "ours.csv", own(*range(20)))


@pytest.fixture
def kept(tmp_path: Path, mine: Path) -> Path:
    assert lists("update", "--from", mine, "--to", tmp_path / "kept")[0] == 0
    return tmp_path / "kept"


def test_an_update_says_what_became_of_each_list_and_what_comes_next(
    tmp_path: Path, mine: Path
) -> None:
    status, said = lists("update", "--from", mine, "--to", tmp_path / "kept")
    assert status == 0
    assert "ours: new; 20 entries (20 added, 0 changed, 0 removed)." in said
    assert "knowntenant screen FILE --lists" in said
    assert "unchanged; 20 entries." in lists("update", "--from", mine, "--to", tmp_path / "kept")[1]


def test_a_dry_run_says_so(kept: Path, mine: Path) -> None:
    put(mine, "ours.csv", own(*range(25)) + b"99,,,,,\n")
    status, said = lists("update", "--from", mine, "--to", kept, "--dry-run")
    assert status == 0
    assert "ours: would be updated; 25 entries (5 added" in said
    assert "problems in its rows: 1" in said
    assert "Nothing was touched" in said


def test_a_list_held_back_is_shown_accepted_and_remembered(kept: Path, mine: Path) -> None:
    put(mine, "ours.csv", own(*range(5)))
    status, said = lists("update", "--from", mine, "--to", kept)
    assert status == 1
    assert "HELD BACK, the old one stays in use" in said
    assert "75 %" in said
    assert "lists accept" in said
    status, said = lists("status", kept)
    assert status == 1
    assert "HELD BACK" in said
    assert "a version of 5 entries is held back (15 of 20 entries are gone" in said
    status, said = lists("accept", kept, "ours", "--by", "Nguyễn Mẫu", "--because", "struck off")
    assert status == 0
    assert "5 entries instead of 20" in said
    status, said = lists("status", kept)
    assert status == 0
    assert "Nguyễn Mẫu accepted 5 entries instead of 20" in said
    assert lists("accept", kept, "ours", "--by", "N", "--because", "b")[0] == 2


def test_what_may_be_lost_can_be_set(kept: Path, mine: Path) -> None:
    put(mine, "ours.csv", own(*range(5)))
    assert lists("update", "--from", mine, "--to", kept, "--may-lose", "80")[0] == 0


def test_a_list_that_failed_is_told(kept: Path, mine: Path) -> None:
    put(mine, "ours.csv", b"<html>")
    status, said = lists("update", "--from", mine, "--to", kept)
    assert status == 1
    assert "FAILED, the old one stays in use" in said
    assert "Try again later" in said


def test_an_update_is_told_as_json_too(kept: Path, mine: Path) -> None:
    status, said = lists("update", "--from", mine, "--to", kept, "--json")
    told = json.loads(said)
    assert status == 0
    assert told["lists"][0]["state"] == "unchanged"


def test_the_status_is_a_table_or_json(kept: Path) -> None:
    status, said = lists("status", kept)
    assert status == 0
    assert said.splitlines()[0].split() == [
        "list", "age", "entries", "names", "problems", "of", "hash", "state",
    ]  # fmt: skip
    assert said.splitlines()[1].split()[:6] == ["ours", "0", "d", "20", "40", "0"]
    told = json.loads(lists("status", kept, "--json")[1])
    assert told["lists"][0]["version"]["entries"] == 20
    assert told["lists"][0]["good"] is True


def test_the_rows_that_lost_a_part_are_named(tmp_path: Path) -> None:
    folder = put(tmp_path, "ours.csv", own(1) + b"9,,,,,\n")
    status, said = lists("status", folder, "--rows")
    assert status == 0
    assert "ours.csv, row 3, name: the entry has no name" in said
    told = json.loads(lists("status", folder, "--rows", "--json")[1])
    assert [(one["row"], one["field"]) for one in told["rows"]] == [(3, "name")]
    assert "rows" not in json.loads(lists("status", folder, "--json")[1])


def test_stale_and_damaged_lists_are_flagged(kept: Path) -> None:
    text = (kept / MANIFEST).read_text(encoding="utf-8")
    told = json.loads(text)
    long_ago = datetime.now(UTC) - timedelta(days=9)
    told["lists"]["ours"]["checked_at"] = long_ago.isoformat(timespec="seconds")
    (kept / MANIFEST).write_text(json.dumps(told), encoding="utf-8")
    put(kept / "ours" / "current", "ours.csv", b"")
    status, said = lists("status", kept)
    assert status == 1
    assert "DAMAGED, STALE" in said
    assert "last asked 9 days ago" in said
    assert "files were changed or are gone" in said


def test_the_first_version_held_back_has_no_counts(tmp_path: Path, mine: Path) -> None:
    put(mine, "ours.csv", own())
    assert lists("update", "--from", mine, "--to", tmp_path / "kept")[0] == 1
    status, said = lists("status", tmp_path / "kept")
    assert status == 1
    assert "it holds no entry at all" in said


def test_empty_and_missing_folders_are_met_with_advice(tmp_path: Path) -> None:
    status, said = lists("status", tmp_path)
    assert status == 0
    assert "knowntenant lists update --to" in said
    status, said = lists("status", tmp_path / "none")
    assert status == 2
    assert "there is no such folder" in said


def test_input_that_cannot_be_used_is_told_without_a_trace(tmp_path: Path) -> None:
    status, said = lists("update", "--from", tmp_path / "none", "--to", tmp_path / "kept")
    assert status == 2
    assert said.startswith("Error: --from")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "mine.csv").write_bytes(own(1))
    to = tmp_path / "file" / "kept"
    status, said = lists("update", "--from", tmp_path, "--to", to)
    assert status == 2
    assert "Error: the folder cannot be used" in said


def test_a_sample_is_written_taken_in_and_whole(tmp_path: Path) -> None:
    status, said = lists("sample", tmp_path / "s", "--entries", "80", "--customers", "150")
    assert status == 0
    assert "truth.jsonl" in said
    assert lists("update", "--from", tmp_path / "s", "--to", tmp_path / "kept")[0] == 0
    assert lists("sample", tmp_path / "s")[0] == 2
    assert lists("sample", tmp_path / "kept")[0] == 2
