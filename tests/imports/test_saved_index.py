import gzip
import multiprocessing
import os
import random
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from knowntenant.imports.lists.reading import Report
from knowntenant.imports.lists.un_xml import read_un_xml
from knowntenant.imports.saved_entries import write_listed
from knowntenant.imports.saved_index import (
    MOST_KEPT,
    add_code,
    index_of,
    load_matcher,
    open_index,
    save_matcher,
    software,
)
from knowntenant.imports.saved_parts import NoSavedIndexError, SavedIndexError, Writing
from knowntenant.screening.algorithm import UnknownAlgorithmError
from knowntenant.screening.entry import Entry
from knowntenant.screening.listed import Listed
from knowntenant.screening.matcher import DEFAULT_ALGORITHM, Matcher, WordShares
from knowntenant.screening.party import Party
from tests.imports.saving import entries, parties
from tests.screening import worlds

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "watchlists"
UN = DATA / "un" / "un_consolidated_2026-02-27.xml.gz"


def again(matcher: Matcher, folder: Path) -> Matcher:
    """Save a matcher, and give the loaded one."""
    save_matcher(matcher, folder, "lists")
    return load_matcher(folder, "lists", matcher.algorithm).matcher


@pytest.fixture(scope="module")
def built() -> Matcher:
    return Matcher(entries())


def test_a_loaded_matcher_gives_the_scores_of_the_built_one_for_parties_of_all_kinds(
    built: Matcher, tmp_path: Path
) -> None:
    loaded = again(built, tmp_path)
    asked = parties()
    scores = [loaded.scores(party) for party in asked]
    assert scores == [built.scores(party) for party in asked]
    assert sum(map(bool, scores)) > len(asked) / 2


def test_a_loaded_matcher_explains_hits_as_the_built_one_also_when_it_looks_ahead(
    built: Matcher, tmp_path: Path
) -> None:
    loaded = again(built, tmp_path)
    asked = parties(60, seed=9)
    assert list(loaded.hits_of(asked, 0.1)) == list(built.hits_of(asked, 0.1))


def test_everything_that_a_matcher_holds_comes_back(built: Matcher, tmp_path: Path) -> None:
    loaded = again(built, tmp_path)
    assert list(loaded.listed.entries) == list(built.listed.entries)
    assert list(loaded.listed.names) == list(built.listed.names)
    assert dict(loaded.listed.bearers) == dict(built.listed.bearers)
    assert loaded.listed.numbers == built.listed.numbers
    assert loaded.shares == built.shares
    assert loaded.threshold == built.threshold
    assert loaded.entry("x:1") == built.entry("x:1")


@settings(max_examples=40)
@given(worlds.lists, worlds.parties)
def test_over_any_small_list_a_loaded_matcher_answers_as_the_built_one(
    tmp_path_factory: pytest.TempPathFactory, listed: tuple[Entry, ...], party: Party
) -> None:
    folder = tmp_path_factory.mktemp("index")
    matcher = Matcher(listed)
    assert again(matcher, folder).hits(party, 0.1) == matcher.hits(party, 0.1)


def test_shares_that_were_frozen_on_another_list_are_kept(tmp_path: Path) -> None:
    shares = WordShares({"zolvik": 0.5, "nowhere": 0.25}, {"amber": 0.5})
    matcher = Matcher(entries(40), shares=shares)
    loaded = again(matcher, tmp_path)
    assert loaded.shares == shares
    asked = parties(40)
    assert list(map(loaded.scores, asked)) == list(map(matcher.scores, asked))


def test_a_list_of_nothing_can_be_saved(tmp_path: Path) -> None:
    assert again(Matcher(()), tmp_path).scores(parties(1)[0]) == []


def test_a_real_list_answers_the_same_when_loaded(tmp_path: Path) -> None:
    if not UN.exists():
        pytest.skip("the shared data are not beside the repository, so no real list is tried")
    path = tmp_path / "un.xml"
    path.write_bytes(gzip.decompress(UN.read_bytes()))
    matcher = Matcher(read_un_xml(path, Report()))
    loaded = again(matcher, tmp_path)
    chance = random.Random(3)  # noqa: S311 - repeatable, guards nothing
    for entry in chance.sample(list(matcher.listed.entries), 80):
        name = chance.choice(entry.names).text
        party = Party("C", entry.kind, name[:-1], countries=entry.countries[:1])
        assert loaded.scores(party) == matcher.scores(party)


def test_what_was_told_comes_back_and_the_size_of_the_file(built: Matcher, tmp_path: Path) -> None:
    path = save_matcher(built, tmp_path, "lists", {"marks": [1, "á"]})
    loaded = load_matcher(tmp_path, "lists", DEFAULT_ALGORITHM)
    assert loaded.told == {"marks": [1, "á"]}
    assert loaded.size == path.stat().st_size


def test_an_index_of_other_lists_is_not_found(built: Matcher, tmp_path: Path) -> None:
    save_matcher(built, tmp_path, "lists")
    with pytest.raises(NoSavedIndexError, match="Build it again"):
        load_matcher(tmp_path, "changed", DEFAULT_ALGORITHM)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("lists", "other lists"),
        ("algorithm", "another algorithm"),
        ("weights", "other weights"),
        ("software", "another version of the software"),
    ],
)
def test_an_index_under_a_wrong_name_is_refused(
    built: Matcher, tmp_path: Path, field: str, words: str
) -> None:
    path = save_matcher(built, tmp_path, "lists")
    of = replace(index_of("lists", DEFAULT_ALGORITHM), **{field: "another"})
    with pytest.raises(SavedIndexError, match=f"{words}. Build it again"):
        open_index(path, of)


def test_an_unknown_algorithm_is_refused_before_anything_is_opened(tmp_path: Path) -> None:
    with pytest.raises(UnknownAlgorithmError):
        load_matcher(tmp_path, "lists", "kt-0")


def test_a_change_of_any_byte_is_refused(tmp_path: Path) -> None:
    path = save_matcher(Matcher(entries(5)), tmp_path, "lists")
    of = index_of("lists", DEFAULT_ALGORITHM)
    whole = path.read_bytes()
    chance = random.Random(1)  # noqa: S311 - repeatable, guards nothing
    for at in (*range(120), *chance.sample(range(len(whole)), 300)):
        path.write_bytes(
            whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :]
        )
        with pytest.raises(SavedIndexError, match="Build it again"):
            open_index(path, of)


def test_a_file_that_was_cut_off_or_added_to_is_refused(tmp_path: Path) -> None:
    path = save_matcher(Matcher(entries(5)), tmp_path, "lists")
    whole = path.read_bytes()
    for size in (0, 1, 30, 150, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(SavedIndexError, match="Build it again"):
            load_matcher(tmp_path, "lists", DEFAULT_ALGORITHM)
    path.write_bytes(whole + b"\0")
    with pytest.raises(SavedIndexError, match="cut off, or has more"):
        load_matcher(tmp_path, "lists", DEFAULT_ALGORITHM)


def _save_often(folder: Path, times: int) -> None:
    matcher = Matcher(entries(20))
    for _ in range(times):
        save_matcher(matcher, folder, "lists")


def test_many_who_save_at_once_do_each_other_no_harm(tmp_path: Path) -> None:
    matcher = Matcher(entries(20))
    save_matcher(matcher, tmp_path, "lists")
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=_save_often, args=(tmp_path, 10)) for _ in range(3)]
    for writer in writers:
        writer.start()
    (party,) = parties(1)
    while any(writer.is_alive() for writer in writers):
        loaded = load_matcher(tmp_path, "lists", DEFAULT_ALGORITHM).matcher
        assert loaded.scores(party) == matcher.scores(party)
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    assert len(list(tmp_path.iterdir())) == 1


def test_only_the_newest_indexes_are_kept_and_old_halves_are_taken_away(tmp_path: Path) -> None:
    matcher = Matcher(entries(3))
    left = tmp_path / ".abc.index.x.part"
    fresh = tmp_path / ".def.index.x.part"
    for part in (left, fresh):
        part.write_bytes(b"half")
    os.utime(left, (1, 1))
    for number in range(MOST_KEPT + 2):
        path = save_matcher(matcher, tmp_path, f"lists {number}")
        os.utime(path, (1000 + number, 1000 + number))
    save_matcher(matcher, tmp_path, "last")
    kept = set(tmp_path.glob("*.index"))
    assert len(kept) == MOST_KEPT
    assert {index_of(f"lists {n}", DEFAULT_ALGORITHM).name for n in (3, 4, 5)} < {
        one.name for one in kept
    }
    assert not left.exists()
    assert fresh.exists()


def test_an_index_that_cannot_be_looked_at_counts_as_the_oldest(tmp_path: Path) -> None:
    gone = tmp_path / "gone.index"
    gone.symlink_to(tmp_path / "nowhere")
    for number in range(MOST_KEPT):
        save_matcher(Matcher(entries(3)), tmp_path, f"lists {number}")
    assert not gone.is_symlink()
    assert len(list(tmp_path.iterdir())) == MOST_KEPT


def test_a_whole_file_that_lacks_parts_or_counts_otherwise_is_refused(tmp_path: Path) -> None:
    of = index_of("lists", DEFAULT_ALGORITHM)
    path = tmp_path / of.name
    Writing().write(path, {"of": asdict(of), "counts": {}, "told": {}})
    with pytest.raises(SavedIndexError, match=r"lacks a part\. Build it again"):
        open_index(path, of)
    writing = Writing()
    write_listed(writing, Listed.of(entries(3)))
    writing.write(path, {"of": asdict(of), "counts": {"entries": 3, "names": 0}, "told": {}})
    with pytest.raises(SavedIndexError, match=r"counts\. Build it again"):
        open_index(path, of)


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="exists"):
        save_matcher(Matcher(()), tmp_path / "file", "lists")


def test_the_mark_of_the_software_changes_with_its_code(tmp_path: Path) -> None:
    told: list[bytes] = []
    (tmp_path / "a.py").write_text("one = 1\n")
    (tmp_path / "a.pyc").write_text("not looked at")
    add_code(told.append, tmp_path)
    assert told == [b"\na.py\n", b"one = 1\n"]
    assert software().startswith("knowntenant ")
