from pathlib import Path

import pytest
from typer.testing import CliRunner

from knowntenant.actions.listed import left_out, load_listed
from knowntenant.cli import app
from knowntenant.imports.lists.folder import hash_of
from knowntenant.imports.lists.loading import ListsUnusableError
from tests.actions.screening import lists


def test_a_list_has_the_hash_of_its_file_and_its_entries_are_counted(tmp_path: Path) -> None:
    folder = lists(tmp_path)
    listed = load_listed(folder)
    (mark,) = listed.marks
    assert mark.sha256 == hash_of(folder / "house.csv")
    assert mark.entries == len(listed.entries) == 3
    assert listed.problems == ()


def test_rows_that_could_not_be_read_are_told_of_as_a_number(tmp_path: Path) -> None:
    folder = lists(tmp_path)
    with (folder / "house.csv").open("a", encoding="utf-8") as file:
        file.write("9,,,person,,,,,,,\n")
    (problem,) = load_listed(folder).problems
    assert "1 rows gave no entry" in problem.what
    assert "lists status --rows" in problem.remedy


def test_a_list_of_several_files_has_one_hash_over_all(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    names = {
        "sdn.csv": '1,"BAŠKOV, Teodor","individual","EX",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- '
    }
    names["alt.csv"] = '1,1,"aka","BASKOV, Teddy",-0- '
    for name, text in names.items():
        (folder / name).write_text(f"{text}\n", encoding="utf-8")
    (mark,) = load_listed(folder).marks
    assert len(mark.sha256) == 64
    assert mark.sha256 not in {hash_of(folder / name) for name in names}


def test_a_folder_without_lists_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListsUnusableError, match="no list"):
        load_listed(tmp_path)
    with pytest.raises(ListsUnusableError, match="no such folder"):
        load_listed(tmp_path / "nowhere")


def test_a_folder_that_lists_update_keeps_names_the_hashes_of_its_manifest(tmp_path: Path) -> None:
    source, kept = lists(tmp_path), tmp_path / "kept"
    ran = CliRunner().invoke(app, ["lists", "update", "--from", str(source), "--to", str(kept)])
    assert ran.exit_code == 0
    (mark,) = load_listed(kept).marks
    assert mark.sha256 == hash_of(source / "house.csv")


def test_files_that_are_not_screened_against_are_named(tmp_path: Path) -> None:
    source, kept = lists(tmp_path), tmp_path / "kept"
    assert left_out(source) == []
    deep = source / "us" / "sdn" / "extra.csv"
    deep.parent.mkdir(parents=True)
    deep.write_text("name\nAna Sample\n", encoding="utf-8")
    assert [one.where for one in left_out(source)] == [str(deep)]
    ran = CliRunner().invoke(app, ["lists", "update", "--from", str(source), "--to", str(kept)])
    assert ran.exit_code == 0
    assert left_out(kept) == []
    (kept / "beside.csv").write_text("name\nAna Sample\n", encoding="utf-8")
    (problem,) = left_out(kept)
    assert problem.where == str(kept / "beside.csv")
    assert "lists update --to" in problem.remedy
