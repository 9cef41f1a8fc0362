import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped] # as above
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.parties import files
from knowntenant.imports.parties.files import PartiesUnreadableError, RawRow, open_parties
from knowntenant.imports.parties.trouble import Trouble

HEADER = ("name", "country")
ROWS = [("Nguyễn Văn An", "VN"), ("深圳公司", "CN"), ("محمد", "Égypte")]
WESTERN = [("José Ejemplo", "España"), ("Zoë", "België")]


def text(rows: Sequence[tuple[str, ...]], sign: str = ",") -> str:
    """Write rows below the header."""
    return "".join(f"{sign.join(row)}\n" for row in (HEADER, *rows))


def cells(path: Path) -> list[tuple[str, ...] | None]:
    """Read all rows."""
    return [row.cells for row in open_parties(path).rows()]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_delimiters_and_encodings_are_found_out(tmp_path: Path, sign: str, encoding: str) -> None:
    path = tmp_path / "parties.csv"
    path.write_bytes(text(ROWS, sign).encode(encoding))
    file = open_parties(path)
    assert file.header == HEADER
    assert [row.cells for row in file.rows()] == ROWS
    assert all(not row.troubles for row in file.rows())
    assert [row.number for row in file.rows()] == [2, 3, 4]


def test_windows_1252_is_found_out_and_told_once(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_bytes(text(WESTERN).encode("cp1252"))
    file = open_parties(path)
    assert [row.cells for row in file.rows()] == WESTERN
    assert "Windows-1252" in file.note
    assert not any(row.troubles for row in file.rows())


def test_a_file_that_mixes_encodings_row_by_row_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    wide = "".join(f"{name},{place}\n" for name, place in WESTERN)
    path.write_bytes(
        text(ROWS).encode()
        + wide.encode("cp1252")
        + wide.encode("utf-16-le")
        + b"Ana,PT\n"
        + wide.encode("utf-16-be")
        + b"lost \x81\x8d,VN\n"
    )
    file = open_parties(path)
    rows = list(file.rows())
    assert "several encodings" in file.note
    assert [row.cells for row in rows[:3]] == ROWS
    assert [row.cells for row in rows[3:8]] == [*WESTERN, *WESTERN, ("Ana", "PT")]
    assert [row.cells for row in rows[8:10]] == WESTERN
    assert all(Trouble.ENCODING_GUESSED in row.troubles for row in (*rows[3:7], *rows[8:10]))
    assert not any(row.troubles for row in rows[:3])
    assert Trouble.SIGNS_LOST in rows[10].troubles
    assert rows[10].cells == ("lost \ufffd\ufffd", "VN")


def test_rows_of_the_wrong_width_are_told_of_in_their_place(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_text("name,country\nAna,VN\nBo\nCy,US\na,b,c\n", encoding="utf-8")
    bad = (Trouble.ROW_NOT_READ,)
    assert list(open_parties(path).rows()) == [
        RawRow(2, ("Ana", "VN")),
        RawRow(3, None, bad),
        RawRow(4, ("Cy", "US")),
        RawRow(5, None, bad),
    ]


def test_cells_may_hold_delimiters_quotes_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_text('name,country\n"An, ""A""\nB",VN\n', encoding="utf-8")
    assert cells(path) == [('An, "A"\nB', "VN")]


def test_line_ends_of_old_macs_are_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_bytes(b"name,country\rAna,VN\rBo,US\r")
    assert cells(path) == [("Ana", "VN"), ("Bo", "US")]


def test_json_lines_are_read_whatever_keys_each_line_has(tmp_path: Path) -> None:
    path = tmp_path / "parties.jsonl"
    records = [{"name": "Ana"}, {"name": {"first": "محمد"}, "country": ["VN", "LA"]}, 5]
    lines = [json.dumps(one, ensure_ascii=False) for one in records]
    path.write_text("\n".join([*lines, "{broken", "", '{"x": null}']), encoding="utf-8")
    file = open_parties(path)
    assert file.header == ("name", "name.first", "country", "x")
    rows = list(file.rows())
    assert rows[0] == RawRow(1, ("Ana", "", "", ""))
    assert rows[1] == RawRow(2, ("", "محمد", "VN\x1fLA", ""))
    assert [row.troubles for row in rows[2:4]] == [(Trouble.ROW_NOT_READ,)] * 2
    assert rows[4] == RawRow(6, ("", "", "", ""))


def test_parquet_is_streamed_and_read_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "BATCH", 2)
    path = tmp_path / "parties.parquet"
    table = {"name": ["Ana", "محمد", None], "dob": pa.array([0, 1, None], pa.date32())}
    pq.write_table(pa.table(table), path)
    file = open_parties(path)
    assert (file.header, file.rows_about) == (("name", "dob"), 3)
    assert [row.cells for row in file.rows()] == [
        ("Ana", "1970-01-01"), ("محمد", "1970-01-02"), ("", ""),
    ]  # fmt: skip


def test_packed_text_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv.gz"
    path.write_bytes(gzip.compress(text(ROWS).encode()))
    assert cells(path) == ROWS


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\xef\xbb\xbf\n\n", "is empty"),
        ("a.xlsx", b"PK\x03\x04rest", "Save the sheet as CSV"),
        ("a.json", b'[{"name": "Ana"}]', "one JSON object on each line"),
        ("a.parquet", b"PAR1 and no more", "damaged or was cut off"),
        ("a.csv.gz", gzip.compress(b"name\nAna\n", mtime=0)[:-9], "damaged or was cut off"),
        ("a.csv.gz", b"no gzip", "cannot be read"),
    ],
)
def test_what_is_no_table_is_refused_in_plain_words(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(PartiesUnreadableError, match=words):
        open_parties(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PartiesUnreadableError, match="No such file"):
        open_parties(tmp_path / "none.csv")


def test_a_file_that_goes_away_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_text(text(ROWS), encoding="utf-8")
    file = open_parties(path)
    path.unlink()
    with pytest.raises(PartiesUnreadableError, match="No such file"):
        list(file.rows())


def test_keys_without_end_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_MOST_COLUMNS", 3)
    path = tmp_path / "parties.jsonl"
    path.write_text('{"a":1,"b":2,"c":3,"d":4}\n', encoding="utf-8")
    with pytest.raises(PartiesUnreadableError, match="different keys"):
        open_parties(path)


@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("odd") / "parties.csv"
    path.write_bytes(content)
    try:
        file = open_parties(path)
        for row in file.rows():
            assert row.cells is None or len(row.cells) == len(file.header)
            assert row.cells is not None or row.troubles
    except PartiesUnreadableError as wrong:
        assert str(wrong)  # noqa: PT017 - most bytes are a table of some sort
