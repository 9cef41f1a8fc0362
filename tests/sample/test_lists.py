import json
from pathlib import Path

import pytest

from knowntenant.imports.lists.loading import load_lists, read_lists
from knowntenant.sample.lists import WantedLists, write_lists
from knowntenant.sample.lists_folder import refusal
from knowntenant.sample.lists_planted import ascii_key
from knowntenant.screening.clusters import clusters
from knowntenant.screening.entry import Entry, Kind, NameKind
from tests.sample.making import contents, lines, make

CUSTOMERS, SEED = 400, 7


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("lists") / "lists"
    write_lists(made, WantedLists(300, SEED, CUSTOMERS))
    return made


@pytest.fixture(scope="module")
def entries(folder: Path) -> dict[str, Entry]:
    return {entry.id: entry for entry in load_lists(folder)}


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The names of everybody of the sample that the lists go with."""
    export = make(tmp_path_factory.mktemp("export"), CUSTOMERS, seed=SEED, access_rows=0)
    found = {line["id"]: line["name"] for line in lines(export, "customers")}
    found |= {line["id"]: line["name"] for line in lines(export, "resellers")}
    return found | {line["owner"]: line["name"] for line in lines(export, "owners")}


def told(folder: Path) -> list[dict[str, str]]:
    text = (folder / "truth.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_every_list_is_read_whole_by_its_reader(folder: Path) -> None:
    read = {one.name: one for one in read_lists(folder)}
    assert {name: one.format for name, one in read.items()} == {
        "own_list": "own_csv",
        "un_sc": "un_xml",
        "us_csl": "csl_csv",
        "us_sdn": "ofac_delimited",
    }
    assert [one.report.problems for one in read.values()] == [[]] * 4
    assert sum(len(one.entries) for one in read.values()) == 300


def test_the_truth_names_people_of_the_sample_and_entries_of_the_lists(
    folder: Path, entries: dict[str, Entry], names: dict[str, str]
) -> None:
    truth = told(folder)
    assert len(truth) >= 20
    assert {line["expected"] for line in truth} == {"hit", "weak", "alike", "identifier", "none"}
    assert {line["about"] for line in truth} == {"customer", "owner", "reseller"}
    assert all(line["entry"] in entries and line["id"] in names for line in truth)


def test_each_disguise_is_what_it_says(
    folder: Path, entries: dict[str, Entry], names: dict[str, str]
) -> None:
    found: dict[str, set[bool]] = {}
    for line in told(folder):
        entry, name = entries[line["entry"]], names[line["id"]]
        same = {one.kind for one in entry.names if ascii_key(one.text) == ascii_key(name)}
        found.setdefault(line["situation"], set()).add(bool(same))
        if line["situation"] == "weak_alias":
            assert same == {NameKind.WEAK}
        if line["situation"] == "own_script":
            assert NameKind.ORIGINAL_SCRIPT in {one.kind for one in entry.names}
        if line["situation"] == "passport":
            assert entry.identifiers
    for situation in ("exact_name", "other_script", "no_accents", "alias", "same_company"):
        assert found[situation] == {True}, situation
    for situation in ("misspelt", "middle_name", "legal_form", "passport", "same_family_only"):
        assert found[situation] == {False}, situation


def test_nobody_else_of_the_sample_is_on_a_list_by_name(
    folder: Path, entries: dict[str, Entry], names: dict[str, str]
) -> None:
    planted = {line["id"] for line in told(folder)}
    listed = {ascii_key(name.text) for entry in entries.values() for name in entry.names}
    others = {ascii_key(name) for number, name in names.items() if number not in planted}
    assert listed.isdisjoint(others)


def test_there_are_people_companies_ships_scripts_and_targets_on_two_lists(
    entries: dict[str, Entry],
) -> None:
    assert {entry.kind for entry in entries.values()} >= {
        Kind.PERSON,
        Kind.ORGANIZATION,
        Kind.VESSEL,
    }
    scripts = {name.script for entry in entries.values() for name in entry.names}
    assert len(scripts) >= 8
    assert len(clusters(entries.values())) < len(entries)


def test_the_same_seed_gives_the_same_files(folder: Path, tmp_path: Path) -> None:
    write_lists(tmp_path / "again", WantedLists(300, SEED, CUSTOMERS))
    assert contents(tmp_path / "again") == contents(folder)
    write_lists(tmp_path / "other", WantedLists(300, SEED + 1, CUSTOMERS))
    assert contents(tmp_path / "other") != contents(folder)


def test_long_remarks_go_on_in_the_comments_file(folder: Path) -> None:
    assert (folder / "sdn_comments.csv").read_bytes().count(b"\r\n") >= 1


def test_a_folder_is_written_into_when_it_is_new_empty_or_ours(
    folder: Path, tmp_path: Path
) -> None:
    assert refusal(tmp_path / "new", force=False) == ""
    assert refusal(tmp_path, force=False) == ""
    assert "--force" in refusal(folder, force=False)
    assert refusal(folder, force=True) == ""
    (tmp_path / "mine").write_text("x", encoding="utf-8")
    assert "not empty" in refusal(tmp_path, force=True)
    assert "is a file" in refusal(tmp_path / "mine", force=True)
