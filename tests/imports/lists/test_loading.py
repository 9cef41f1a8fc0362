import gzip
from pathlib import Path

import pytest

from knowntenant.imports.lists.folder import loose_lists, unread
from knowntenant.imports.lists.loading import ListsUnusableError, load_lists, read_lists
from tests.imports.lists.keeping import ADD, ALT, BOMB, COMMENTS, SDN, own, put, put_sdn


def names(folder: Path) -> dict[str, list[str]]:
    return {one.name: [path.name for path in one.files] for one in loose_lists(folder)}


def test_a_folder_of_plain_files_is_a_folder_of_lists(tmp_path: Path) -> None:
    put_sdn(tmp_path)
    put(tmp_path, "Our list.csv", own(1, 2))
    put(tmp_path, "README.txt", b"not a list")
    put(tmp_path, "truth.jsonl", b"{}")
    put(tmp_path, "notes.md", b"#")
    assert names(tmp_path) == {
        "our_list": ["Our list.csv"],
        "us_sdn": ["sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv"],
    }
    assert [entry.id for entry in load_lists(tmp_path)] == ["own:1", "own:2", "us_ofac:1"]


def test_files_may_be_packed_and_named_as_the_authority_names_them(tmp_path: Path) -> None:
    for name, body in (("SDN.CSV.GZ", SDN), ("ALT.CSV.GZ", ALT), ("add.csv.gz", ADD)):
        put(tmp_path, name, gzip.compress(body))
    assert names(tmp_path) == {"us_sdn": ["SDN.CSV.GZ", "ALT.CSV.GZ", "add.csv.gz"]}


def test_a_folder_within_lends_its_name(tmp_path: Path) -> None:
    put(tmp_path / "ours", "a.csv", own(1))
    put(tmp_path / "ours", "b.csv", own(2))
    put(tmp_path / "theirs", "a.csv", own(3))
    put(tmp_path / ".hidden", "a.csv", own(4))
    put(tmp_path, "ours.csv", own(5))
    put(tmp_path, "-.csv", own(6))
    assert set(names(tmp_path)) == {"ours", "ours_a", "ours_b", "theirs", "list_2"}


def test_two_files_of_one_official_name_are_two_lists(tmp_path: Path) -> None:
    put(tmp_path / "a", "consolidated.xml", b"x")
    put(tmp_path / "b", "un_consolidated.xml", b"x")
    put(tmp_path / "b", "consolidated.xml.gz", b"x")
    assert len(names(tmp_path)) == 3


def test_companions_without_their_list_are_lists_of_their_own(tmp_path: Path) -> None:
    put(tmp_path, "sdn_comments.csv", COMMENTS)
    assert names(tmp_path) == {"sdn_comments": ["sdn_comments.csv"]}


def test_an_id_on_two_lists_comes_once_with_what_both_say(tmp_path: Path) -> None:
    rows = b"id,name,aliases,birth_date,countries,programme,remarks\n7,Ali,A; B,1960,VN,P,r1\n"
    more = b"id,name,aliases,birth_date,programme,listed_on\n7,Ali,B; C,1961,Q,2027-01-02\n"
    put(tmp_path, "a.csv", rows)
    put(tmp_path, "b.csv", more)
    (entry,) = load_lists(tmp_path)
    assert [name.text for name in entry.names] == ["Ali", "A", "B", "C"]
    assert entry.birth_dates == ("1960", "1961")
    assert entry.countries == ("vn",)
    assert entry.programmes == ("P", "Q")
    assert entry.listed_on == "2027-01-02"
    assert entry.list_name == "a"


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", b"no heading that says name\n1,2\n")
    put(tmp_path, "b.xml", BOMB)
    put(tmp_path, "c.csv", own(1))
    with pytest.raises(ListsUnusableError) as wrong:
        load_lists(tmp_path)
    assert [Path(one.where).name for one in wrong.value.problems] == ["a", "b"]
    assert "a" in str(wrong.value)


def test_no_folder_and_no_lists_are_told_with_a_remedy(tmp_path: Path) -> None:
    for folder in (tmp_path / "none", tmp_path):
        with pytest.raises(ListsUnusableError, match="lists update --to"):
            load_lists(folder)


def test_a_read_list_says_its_format_and_the_hash_of_all_its_files(tmp_path: Path) -> None:
    put_sdn(tmp_path)
    (read,) = read_lists(tmp_path)
    put(tmp_path, "alt.csv", ALT.replace(b"Omar", b"Omer"))
    (other,) = read_lists(tmp_path)
    assert read.format == "ofac_delimited"
    assert len(read.sha256) == 64
    assert read.sha256 != other.sha256


def test_a_plain_file_and_a_packed_one_are_both_read(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", own(1))
    put(tmp_path, "a.csv.gz", gzip.compress(own(2)))
    assert {entry.id for entry in load_lists(tmp_path)} == {"own:1", "own:2"}


def test_a_list_is_not_left_out_for_how_its_name_begins(tmp_path: Path) -> None:
    put(tmp_path, "truthful.csv", own(1))
    put(tmp_path, "readme.csv", own(2))
    assert set(names(tmp_path)) == {"truthful", "readme"}


def test_a_spreadsheet_among_lists_is_refused_and_not_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", own(1))
    put(tmp_path, "b.xlsx", b"PK\x03\x04")
    with pytest.raises(ListsUnusableError, match=r"b\.xlsx"):
        load_lists(tmp_path)


def test_lists_of_which_no_entry_is_left_are_no_lists(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", b"id,name\n1,\n2,---\n")
    with pytest.raises(ListsUnusableError, match="none with an entry"):
        load_lists(tmp_path)


def test_one_number_on_two_lists_of_ones_own_may_be_two_targets(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", b"name,kind,birth_date\nAli Sample,person,1960\n")
    put(tmp_path, "b.csv", "name,kind\n深圳 Works GmbH,organisation\n".encode())
    put(tmp_path, "c.csv", b"name,kind\nALI SAMPLE,person\n")
    one, other = load_lists(tmp_path)
    assert (one.id, [name.text for name in one.names]) == (
        "own:row-2",
        ["Ali Sample", "ALI SAMPLE"],
    )
    assert (other.id, other.list_name, other.birth_dates) == ("own:row-2#2", "b", ())


def test_files_too_deep_and_beside_a_kept_list_are_seen(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", own(1))
    put(tmp_path / "x" / "y", "deep.csv", own(2))
    put(tmp_path / ".index", "i.parquet", b"")
    files = [path for one in loose_lists(tmp_path) for path in one.files]
    assert unread(tmp_path, files) == [tmp_path / "x" / "y" / "deep.csv"]
