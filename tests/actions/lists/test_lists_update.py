import json
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from knowntenant.actions.lists_accept import Acceptance, accept
from knowntenant.actions.lists_status import standings
from knowntenant.actions.lists_update import Outcome, State, Wanted, update
from knowntenant.imports.lists import folder as folders
from knowntenant.imports.lists.folder import record_of
from knowntenant.imports.lists.loading import ListsUnusableError, load_lists, version_entries
from knowntenant.imports.lists.manifest import write_manifest
from knowntenant.screening.delta import compare
from tests.actions.lists.running import NOW, current, everything, ids, previous, record, run
from tests.imports.lists.keeping import own, put

WHO = Acceptance("ours", "Nguyễn Mẫu", "the court struck the names off")


def test_a_folder_of_files_is_taken_in(tmp_path: Path, mine: Path) -> None:
    assert run(tmp_path / "kept", str(mine)) == Outcome("ours", State.NEW, 20, added=20)
    assert len(ids(tmp_path / "kept")) == 20
    now = record(tmp_path / "kept")
    assert now.current is not None
    assert (now.format, now.current.entries, now.current.names) == ("own_csv", 20, 40)
    assert now.current.used["name"] == 20
    assert now.checked_at == "2027-06-30T08:00:00+00:00"


def test_the_same_files_change_nothing_but_the_day_of_the_look(kept: Path, mine: Path) -> None:
    later = NOW + timedelta(days=3)
    assert run(kept, str(mine), now=later) == Outcome("ours", State.UNCHANGED, 20)
    assert record(kept).checked_at.startswith("2027-07-03")
    assert current(kept).fetched_at.startswith("2027-06-30")


def test_what_is_new_takes_the_place_and_the_old_one_is_kept_to_compare(
    kept: Path, mine: Path
) -> None:
    put(mine, "ours.csv", own(*range(19)) + own(30, 31)[len(own()) :])
    assert run(kept, str(mine)) == Outcome("ours", State.UPDATED, 21, added=2, removed=1)
    now = record(kept)
    assert now.previous is not None
    assert now.current is not None
    before = version_entries(kept, now, now.previous) or ()
    after = version_entries(kept, now, now.current) or ()
    assert [entry.id for entry in compare(before, after).removed] == ["own:19"]
    assert (kept / "ours" / "previous" / "ours.csv").read_bytes() == own(*range(20))


def test_a_dry_run_tells_what_would_change_and_touches_nothing(kept: Path, mine: Path) -> None:
    put(mine, "ours.csv", own(*range(25)))
    before = everything(kept)
    assert run(kept, str(mine), dry=True) == Outcome("ours", State.UPDATED, 25, added=5)
    put(mine, "ours.csv", own(1))
    assert run(kept, str(mine), dry=True).state is State.HELD
    put(mine, "ours.csv", own(*range(20)))
    assert run(kept, str(mine), dry=True).state is State.UNCHANGED
    assert everything(kept) == before


def test_a_dry_run_into_nothing_makes_no_folder(tmp_path: Path, mine: Path) -> None:
    assert run(tmp_path / "none", str(mine), dry=True).state is State.NEW
    assert not (tmp_path / "none").exists()


def test_a_list_that_shrank_is_set_aside_and_the_old_one_stays(kept: Path, mine: Path) -> None:
    put(mine, "ours.csv", own(*range(5)))
    outcome = run(kept, str(mine))
    assert outcome.state is State.HELD
    assert outcome.why[0].startswith("15 of 20 entries are gone (75 %")
    assert len(ids(kept)) == 20
    assert (kept / "ours" / "held" / "ours.csv").read_bytes() == own(*range(5))
    assert not standings(kept, NOW)[0].good


def test_what_a_list_may_lose_is_a_setting(kept: Path, mine: Path) -> None:
    put(mine, "ours.csv", own(*range(5)))
    assert run(kept, str(mine), share=Fraction(4, 5)).state is State.UPDATED


def test_an_empty_list_is_set_aside_from_the_first(tmp_path: Path, mine: Path) -> None:
    put(mine, "ours.csv", own())
    outcome = run(tmp_path / "kept", str(mine))
    assert (outcome.state, outcome.why) == (State.HELD, ("it holds no entry at all",))
    with pytest.raises(ListsUnusableError, match="was set aside"):
        load_lists(tmp_path / "kept")


def test_what_was_held_goes_once_the_list_is_whole_again(kept: Path, mine: Path) -> None:
    put(mine, "ours.csv", own(*range(5)))
    run(kept, str(mine))
    put(mine, "ours.csv", own(*range(21)))
    assert run(kept, str(mine)).state is State.UPDATED
    assert record(kept).held is None
    assert not (kept / "ours" / "held").exists()


def test_changed_files_are_refused_and_fetched_again(kept: Path, mine: Path) -> None:
    put(kept / "ours" / "current", "ours.csv", own(1))
    with pytest.raises(ListsUnusableError, match="somebody changed them"):
        load_lists(kept)
    assert not standings(kept, NOW)[0].whole
    assert run(kept, str(mine)).state is State.UPDATED
    assert len(ids(kept)) == 20


def test_a_version_that_no_reader_takes_any_more_is_compared_by_its_counts(
    kept: Path, mine: Path
) -> None:
    put(kept / "ours" / "current", "ours.csv", b"neither,this\n1,2\n")
    now = record(kept)
    assert now.current is not None
    odd = replace(now.current, files=(record_of(kept / "ours" / "current" / "ours.csv"),))
    write_manifest(kept, {"ours": replace(now, current=odd)})
    with pytest.raises(ListsUnusableError, match="no list that can be read"):
        load_lists(kept)
    put(mine, "ours.csv", own(*range(5)))
    assert run(kept, str(mine)).state is State.HELD
    put(mine, "ours.csv", own(*range(20)))
    assert run(kept, str(mine)).state is State.UPDATED


def test_a_manifest_without_lists_is_no_folder_of_lists(tmp_path: Path) -> None:
    write_manifest(tmp_path, {})
    with pytest.raises(ListsUnusableError, match="holds no list"):
        load_lists(tmp_path)


def test_damaged_files_do_not_open_the_door_to_a_short_list(kept: Path, mine: Path) -> None:
    put(kept / "ours" / "current", "ours.csv", own(1))
    put(mine, "ours.csv", own(*range(5)))
    assert run(kept, str(mine)).state is State.HELD


@pytest.mark.parametrize("stop_at", [1, 2, 3])
def test_an_update_cut_short_leaves_a_version_in_use(
    kept: Path, mine: Path, monkeypatch: pytest.MonkeyPatch, stop_at: int
) -> None:
    put(mine, "ours.csv", own(*range(21)))
    run(kept, str(mine))
    put(mine, "ours.csv", own(*range(22)))
    moves = iter(range(1, 9))
    real = Path.replace

    def stops(self: Path, target: Path) -> Path:
        if next(moves) == stop_at:
            raise OSError(28, "No space left on device")
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", stops)
        with pytest.raises(OSError, match="space"):
            run(kept, str(mine))
    assert len(ids(kept)) == 21
    assert run(kept, str(mine)).state is State.UPDATED
    assert len(ids(kept)) == 22
    assert previous(kept).entries == 21
    assert not list(kept.glob(".incoming-*"))


def test_a_folder_of_other_things_is_not_written_into(mine: Path) -> None:
    with pytest.raises(ListsUnusableError, match="not made by an update"):
        update(mine, Wanted(str(mine)), NOW)


def test_a_manifest_that_cannot_be_read_stops_everything(kept: Path, mine: Path) -> None:
    (kept / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ListsUnusableError, match=r"manifest\.json"):
        update(kept, Wanted(str(mine)), NOW)


def test_two_do_not_change_one_folder_at_a_time(kept: Path, mine: Path) -> None:
    with folders.alone(kept) as free:
        assert free
        with pytest.raises(ListsUnusableError, match="another update"):
            run(kept, str(mine))
        with pytest.raises(ListsUnusableError, match="another update"):
            accept(kept, WHO, NOW)
    assert run(kept, str(mine)).state is State.UNCHANGED


def test_what_a_killed_update_left_behind_is_taken_away(kept: Path, mine: Path) -> None:
    put(kept / ".incoming-x", "ours.csv", b"half")
    run(kept, str(mine))
    assert not (kept / ".incoming-x").exists()


def test_the_manifest_can_be_read_by_anybody(kept: Path) -> None:
    told = json.loads((kept / "manifest.json").read_text(encoding="utf-8"))
    assert told["shape"] == "knowntenant-lists-1"
    assert told["lists"]["ours"]["current"]["files"][0]["name"] == "ours.csv"
    assert "Sample" not in json.dumps(told)
    assert folders.PLACES == ("current", "previous", "held")
