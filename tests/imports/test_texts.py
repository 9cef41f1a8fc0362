from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.texts import CsvRows, delimiter_of, lines_of, survey

Bad = list[tuple[int, str]]


def rows(text: str) -> tuple[list[tuple[int, list[str]]], Bad]:
    bad: Bad = []
    found = CsvRows(
        iter(text.splitlines(keepends=True)), lambda number, what: bad.append((number, what))
    )
    found.read_header(tabs=False)
    return list(found), bad


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_an_encoding_is_found_out_and_read(encoding: str, found: str, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_bytes("id,name\nC1,Jörg Müßig\n".encode(encoding))
    seen = survey(path)
    assert seen.encoding == found
    assert "".join(lines_of(path, seen.encoding)).endswith("C1,Jörg Müßig\n")
    assert bool(seen.note) is (encoding in {"utf-16-le", "utf-16-be", "cp1252"})


@pytest.mark.parametrize(
    ("text", "lines"),
    [("a\nb\n", 2), ("a\nb", 2), ("a\r\nb\r\n", 2), ("a\nb\n\n\r\n", 2), ("a\n\nb", 3)],
)
def test_lines_are_counted_without_blank_ones_at_the_end(
    text: str, lines: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode())
    assert survey(path).lines == lines


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n"])
def test_a_file_of_nothing_is_seen_as_blank(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert survey(path).blank


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("a,b;c,d", ","),
        ("a;b;c", ";"),
        ("a\tb", "\t"),
        ("a|b|c", "|"),
        ('"a;b;c",d', ","),
        ("a", ","),
    ],
)
def test_the_delimiter_is_seen_in_the_header(line: str, sign: str) -> None:
    assert delimiter_of(line) == sign


def test_one_name_in_a_tsv_is_still_a_tsv() -> None:
    assert delimiter_of("id", tabs=True) == "\t"


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    found, bad = rows('id,note\nC1,"two\nlines"\n\nC2,x\n')
    assert found == [(2, ["C1", "two\nlines"]), (4, ["C2", "x"])]
    assert not bad


def test_a_line_that_names_the_delimiter_is_obeyed_and_counted() -> None:
    found, _ = rows("sep=;\nid;note\nC1;a,b\n")
    assert found == [(3, ["C1", "a,b"])]


def test_rows_of_the_wrong_width_are_told_with_their_number() -> None:
    found, bad = rows("id,note\nC1,a,b\nC2\nC3,c,\nC4,d\n")
    assert [row for _, row in found] == [["C3", "c"], ["C4", "d"]]
    assert bad == [
        (2, "has 3 cells where the header has 2"),
        (3, "has 1 cells where the header has 2"),
    ]


def test_an_open_quote_does_not_swallow_the_rows_below_it() -> None:
    text = 'id,note\nC1,a\nC2,"open\nC3,c\nC4,d\n'
    found, bad = rows(text)
    assert [row[0] for _, row in found] == ["C1", "C3", "C4"]
    assert [number for number, _ in found] == [2, 4, 5]
    assert [number for number, _ in bad] == [3]


def test_an_open_quote_is_given_up_after_many_lines() -> None:
    text = 'id,note\nC1,"open\n' + "".join(f"C{n},x\n" for n in range(2, 2500))
    found, bad = rows(text)
    assert len(found) == 2498
    assert [number for number, _ in bad] == [2]
    assert found[-1] == (2500, ["C2499", "x"])


def test_a_cell_beyond_all_bounds_costs_its_row_only() -> None:
    found, bad = rows("id,note\nC1," + "x" * (1 << 20) + "y\nC2,a\n")
    assert [row[0] for _, row in found] == ["C2"]
    assert "1,048,576" in bad[0][1]


def test_a_file_without_a_header_has_no_rows() -> None:
    assert rows(",,\n\n") == ([], [])


CELL = st.text(alphabet=st.sampled_from('ab ,;"\n深é'), max_size=6)


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=8))
def test_what_a_writer_of_csv_writes_is_read_back(table: list[list[str]]) -> None:
    lines = ["one,two\n"] + [
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in table
    ]
    found, bad = rows("".join(lines))
    assert not bad
    assert found == list(enumerate(table, 2))


@given(st.text(alphabet=st.sampled_from('a,"\n;'), max_size=60))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    found, _ = rows("one,two\n" + text)
    assert all(len(row) == 2 for _, row in found)
