import os
from pathlib import Path

import pytest

from knowntenant.actions import ready_lists as module
from knowntenant.actions.listed import Listed, hash_of_lists, load_listed
from knowntenant.actions.ready_lists import INDEX, Ready, ready_lists
from knowntenant.imports.lists.loading import ListsUnusableError
from knowntenant.imports.saved_index import save_matcher
from knowntenant.screening.entry import Kind
from knowntenant.screening.matcher import DEFAULT_ALGORITHM, Matcher
from knowntenant.screening.party import Party
from tests.actions.screening import lists

PARTY = Party("C-1", Kind.PERSON, "Teodor Bashkov", birth_date="1961-03-05")


def ready(folder: Path, **how: bool) -> Ready:
    """Make lists ready under the default algorithm."""
    return ready_lists(folder, DEFAULT_ALGORITHM, **how)


def test_the_second_run_starts_from_the_index_that_the_first_one_saved(tmp_path: Path) -> None:
    folder = lists(tmp_path)
    with (folder / "house.csv").open("a", encoding="utf-8") as file:
        file.write("9,,,person,,,,,,,\n")
    first, second = ready(folder), ready(folder)
    assert "was built, and saved" in first.how
    assert "taken from their saved index" in second.how
    assert second.matcher.hits(PARTY) == first.matcher.hits(PARTY) != []
    assert second.listed.marks == first.listed.marks == load_listed(folder).marks
    assert second.listed.problems == first.listed.problems != ()
    assert list(second.listed.entries) == list(first.listed.entries)


def test_a_folder_that_was_moved_is_named_as_it_is_now(tmp_path: Path) -> None:
    folder = lists(tmp_path)
    with (folder / "house.csv").open("a", encoding="utf-8") as file:
        file.write("9,,,person,,,,,,,\n")
    ready(folder)
    moved = folder.rename(tmp_path / "moved")
    found = ready(moved)
    assert "taken from" in found.how
    assert found.listed.problems == load_listed(moved).problems


def test_an_index_of_lists_that_changed_is_not_used(tmp_path: Path) -> None:
    folder = lists(tmp_path)
    ready(folder)
    path = folder / "house.csv"
    times = path.stat().st_mtime_ns
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Teodor", "Feodor"), encoding="utf-8")
    os.utime(path, ns=(times, times))  # the same size, the same time
    found = ready(folder)
    assert "was built" in found.how
    assert found.matcher.entry(found.listed.entries[0].id).names[0].text.startswith("Feodor")
    path.write_text(text, encoding="utf-8")
    assert "taken from" in ready(folder).how  # that of before is still there


def test_a_list_more_or_under_another_name_is_another_index(tmp_path: Path) -> None:
    folder = lists(tmp_path)
    one = hash_of_lists(folder)
    (folder / "house.csv").rename(folder / "home.csv")
    other = hash_of_lists(folder)
    lists(tmp_path)
    assert len({one, other, hash_of_lists(folder)}) == 3


def test_a_damaged_index_is_told_of_and_built_again(tmp_path: Path) -> None:
    folder = lists(tmp_path)
    ready(folder)
    (path,) = (folder / INDEX).iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    found = ready(folder)
    assert "cut off" in found.how
    assert "Build it again. The index of the lists was built, and saved" in found.how
    assert "taken from" in ready(folder).how


def test_an_index_that_does_not_say_its_lists_is_built_again(tmp_path: Path) -> None:
    folder = lists(tmp_path)
    (folder / INDEX).mkdir()
    save_matcher(Matcher(()), folder / INDEX, hash_of_lists(folder))
    found = ready(folder)
    assert "does not say which lists" in found.how
    assert found.matcher.hits(PARTY)


def test_no_index_is_read_or_saved_where_none_is_wanted(tmp_path: Path) -> None:
    folder = lists(tmp_path)
    assert "as asked" in ready(folder, saved=False).how
    assert not (folder / INDEX).exists()
    ready(folder)
    assert "as asked" in ready(folder, saved=False).how


def test_a_folder_that_cannot_be_written_is_screened_against_all_the_same(tmp_path: Path) -> None:
    folder = lists(tmp_path)
    (folder / INDEX).write_text("in the way")
    found = ready(folder)
    assert "could not be saved" in found.how
    assert found.matcher.hits(PARTY)


def test_lists_that_change_while_they_are_read_are_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lists(tmp_path)

    def changing(where: Path) -> Listed:
        listed = load_listed(where)
        with (where / "house.csv").open("a", encoding="utf-8") as file:
            file.write("4,Ana Example,,person,,,,,,,\n")
        return listed

    monkeypatch.setattr(module, "load_listed", changing)
    assert "changed meanwhile" in ready(folder).how
    assert not (folder / INDEX).exists()


def test_a_folder_without_lists_is_refused_as_ever(tmp_path: Path) -> None:
    with pytest.raises(ListsUnusableError, match="no list"):
        ready(tmp_path)
