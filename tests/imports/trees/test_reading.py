"""Files of all forms together, and files that are none."""

import gzip
from pathlib import Path

import pytest

from knowntenant.facts.types import Ownership, Parent, UnnamedParent
from tests.imports.trees.planting import lei, read, relation, told, write_csv, write_json

BODS_ENTITY = {
    "statementID": "e1",
    "statementType": "entityStatement",
    "identifiers": [{"scheme": "GB-COH"}, {"id": "1"}],
}
A, B, C, D = (lei(number) for number in range(1, 5))


def test_only_what_is_upward_of_the_own_is_told_across_files_and_forms(tmp_path: Path) -> None:
    rr = write_csv(tmp_path / "rr.csv", [relation(A, B), relation(B, A), relation(C, D)])
    category = "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT"
    rows = [{"LEI": one, "Exception.Category": category} for one in (B, C)]
    exceptions = write_csv(tmp_path / "repex.csv", rows)
    own = write_csv(tmp_path / "own.csv", [{"owner": A, "owned": "C1"}, {"owner": "x", "owned": C}])
    trees = read(rr, exceptions, own, only_about=["C1"])
    assert [(p["child"], p["parent"]) for p in told(trees.records, Parent)] == [(A, B), (B, A)]
    assert [one["child"] for one in told(trees.records, UnnamedParent)] == [B]
    assert [(o["owner"], o["owned"]) for o in told(trees.records, Ownership)] == [(A, "C1")]
    assert trees.files == 3
    assert not trees.problems


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.zip", b"PK", "Unpack it first"),
        ("a.txt", b"x", "no corporate tree is read from such a file"),
        ("a.csv", b"name,age\nx,1\n", "has no columns owner and owned"),
        ("a.csv", b"", "has no columns owner and owned"),
        ("a.json", b'[{"a": 1}]', "no BODS"),
        ("a.json", b'[{"statementID": ', "no well-formed JSON"),
        ("a.xml", b"<other/>", "is none of GLEIF's files"),
        ("a.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><LEIData/>', "document type or entities"),
        ("a.csv.gz", gzip.compress(b"owner,owned\nP1,C1\n" * 99, mtime=0)[:-9], "cut off"),
        ("a.csv", b'owner,owned\n"P1,C1\n', "row"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem_in_words(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    good = write_csv(tmp_path / "good.csv", [{"owner": "P1", "owned": "C1"}])
    for about in (None, ["C1"]):
        trees = read(tmp_path / name, good, only_about=about)
        assert [words in problem.text for problem in trees.problems] == [True]
        assert trees.problems[0].file == name
        assert (len(trees.records), trees.files) == (1, 1)


def test_a_missing_file_is_a_problem_too(tmp_path: Path) -> None:
    assert "no such file" in read(tmp_path / "none.csv").problems[0].text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_and_packed_files_are_told_apart(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "own.csv.gz"
    path.write_bytes(gzip.compress("owner\towned\n深圳\tمحمد\n".encode(encoding)))
    trees = read(path)
    assert [(o["owner"], o["owned"]) for o in told(trees.records, Ownership)] == [("深圳", "محمد")]


def test_a_json_file_of_gleif_on_lines_is_known_by_its_first(tmp_path: Path) -> None:
    exception = {"LEI": {"$": A}, "ExceptionCategory": {"$": "OTHER"}}
    trees = read(write_json(tmp_path / "repex.jsonl", exception))
    assert [problem.field for problem in trees.problems] == ["Exception.Category"]


def test_rows_that_tie_nobody_are_passed_over_while_looking_who_is_upward(tmp_path: Path) -> None:
    files = (
        write_json(tmp_path / "repex.json", [{"LEI": {"$": A}, "ExceptionCategory": {"$": "X"}}]),
        write_json(tmp_path / "bods.json", [BODS_ENTITY, {"odd": "x"}, "odd"]),
        write_csv(tmp_path / "own.csv", [{"owner": "P1", "owned": ""}]),
    )
    trees = read(*files, only_about=["nobody"])
    assert not trees.records
    assert [(p.file, p.row) for p in trees.problems] == [
        ("bods.json", 2),
        ("bods.json", 3),
        ("own.csv", 2),
    ]
