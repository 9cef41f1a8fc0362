from pathlib import Path

import pytest

from knowntenant.actions.lists_update import State, Wanted, update
from knowntenant.imports.lists.fetching import FetchError, Limits
from knowntenant.imports.lists.loading import ListsUnusableError, load_lists
from knowntenant.imports.lists.manifest import read_manifest
from knowntenant.imports.lists.sources import origins
from tests.actions.lists.running import NOW, current, everything, run
from tests.imports.lists.keeping import ADD, BOMB, SDN, put_sdn
from tests.imports.lists.serving import Answer, Served


def test_a_mirror_is_asked_for_what_changed_only(tmp_path: Path, server: Served) -> None:
    kept = tmp_path / "kept"
    assert run(kept, server.address, "us_sdn").state is State.NEW
    assert run(kept, f"{server.address}/", "us_sdn").state is State.UNCHANGED
    assert "If-None-Match" in server.asked[-1]
    server.put("add.csv", ADD.replace(b"Hanoi", b"Hue"))
    outcome = run(kept, server.address, "us_sdn")
    assert (outcome.state, outcome.changed) == (State.UPDATED, 1)
    (entry,) = load_lists(kept)
    assert "Hue" in entry.addresses[0]
    assert current(kept, "us_sdn").files[0].etag


def test_the_same_bytes_under_a_new_mark_are_no_change(tmp_path: Path, server: Served) -> None:
    kept = tmp_path / "kept"
    run(kept, server.address, "us_sdn")
    server.answers["/sdn.csv"].headers["ETag"] = '"new"'
    assert run(kept, server.address, "us_sdn").state is State.UNCHANGED
    assert current(kept, "us_sdn").files[0].etag == '"new"'


@pytest.mark.parametrize(
    ("name", "answer", "says"),
    [
        ("alt.csv", Answer(status=404), "alt.csv: nothing is at the address"),
        ("sdn.csv", Answer(SDN, cut=9), "sdn.csv: the file was cut off"),
        ("sdn.csv", Answer(BOMB), "sdn.csv"),
        ("sdn.csv", Answer(b"<html>Sorry, too many requests</html>"), "sdn.csv"),
        ("add.csv", Answer(status=302, headers={"Location": "http://a.example/"}), "not of https"),
        ("sdn.csv", Answer(SDN * 9), "more than 400 bytes"),
    ],
)
def test_what_comes_badly_leaves_the_old_list_in_use(
    tmp_path: Path, server: Served, name: str, answer: Answer, says: str
) -> None:
    kept = tmp_path / "kept"
    run(kept, server.address, "us_sdn")
    before = everything(kept)
    server.answers[f"/{name}"] = answer
    outcome = run(kept, server.address, "us_sdn", limits=Limits(400))
    assert (outcome.state, outcome.entries) == (State.FAILED, 1)
    assert says in outcome.why[0]
    assert everything(kept) == before


def test_a_list_that_never_came_is_not_in_the_manifest(tmp_path: Path, server: Served) -> None:
    server.answers.clear()
    assert run(tmp_path / "kept", server.address, "us_sdn").state is State.FAILED
    assert read_manifest(tmp_path / "kept") is None
    assert run(tmp_path / "kept", server.address, "us_sdn").state is State.FAILED


@pytest.mark.parametrize(
    ("source", "lists", "says"),
    [
        ("http://lists.example/", (), "Plain http is for localhost only"),
        ("ftp://lists.example/", (), "not an https address"),
        ("nowhere", (), "there is no such folder"),
        ("", ("us_sdm",), "us_sdn"),
        ("", ("us_sdm", "xx"), "--list xx"),
    ],
)
def test_what_cannot_be_a_source_is_told_before_anything_is_touched(
    tmp_path: Path, source: str, lists: tuple[str, ...], says: str
) -> None:
    with pytest.raises(ListsUnusableError, match=says):
        update(tmp_path / "kept", Wanted(source, lists), NOW)
    assert not (tmp_path / "kept").exists()


def test_a_source_without_lists_is_told(tmp_path: Path) -> None:
    with pytest.raises(ListsUnusableError, match="holds no list file"):
        update(tmp_path / "kept", Wanted(str(tmp_path)), NOW)


def test_usual_lists_are_asked_of_their_authorities(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def notes(address: str, *_args: object) -> None:
        asked.append(address)
        raise FetchError

    monkeypatch.setattr("knowntenant.actions.lists_gathering.fetch", notes)
    found = {one.name: one.state for one in update(tmp_path / "kept", Wanted(), NOW)}
    usual = [origin for origin in origins().values() if origin.default]
    assert found == dict.fromkeys((origin.name for origin in usual), State.FAILED)
    assert asked == [origin.files[0].address for origin in usual]


def test_files_that_cannot_be_copied_are_told(kept: Path, mine: Path) -> None:
    (mine / "ours.csv").rename(mine / "ours;.csv")
    outcome = run(kept, str(mine))
    assert outcome.state is State.FAILED
    assert "Rename it" in outcome.why[0]


def test_a_file_that_vanishes_is_told(
    kept: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_args: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr("shutil.copyfile", gone)
    assert "ours.csv cannot be read" in run(kept, str(mine)).why[0]


def test_a_set_of_files_is_kept_together(tmp_path: Path) -> None:
    source = put_sdn(tmp_path / "mine")
    assert run(tmp_path / "kept", str(source)).name == "us_sdn"
    (entry,) = load_lists(tmp_path / "kept")
    assert [name.text for name in entry.names] == ["SAMPLE, Ali", "MUSTER, Omar"]
