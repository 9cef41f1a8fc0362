from pathlib import Path

import pytest

from knowntenant.imports.lists import own_csv
from knowntenant.imports.lists.own_csv import read_own_csv
from knowntenant.imports.lists.reading import ListUnreadableError
from knowntenant.imports.texts import LONGEST_CELL
from knowntenant.screening.entry import Identifier, IdKind, Kind, ListedName, NameKind
from tests.imports.lists.foreign_lists import OWN, fields, put, read


def test_columns_are_guessed_from_plain_headings(tmp_path: Path) -> None:
    (person, unknown), report = read(read_own_csv, put(tmp_path, "refused.csv", OWN))
    assert (person.id, person.list_name, person.kind) == ("own:7", "refused", Kind.PERSON)
    assert person.names == (
        ListedName("Ana Example", NameKind.PRIMARY),
        ListedName("Anna Example", NameKind.ALIAS),
        ListedName("阿娜", NameKind.ORIGINAL_SCRIPT, "Hani"),
    )
    assert (person.birth_dates, person.countries) == (("1961-03-05",), ("vn", "us"))
    assert person.addresses == ("1 Road, Huế",)
    assert person.identifiers == (
        Identifier(IdKind.PASSPORT, "B7654321", "vn"),
        Identifier(IdKind.LEI, "5299000J2N45DDNE4Y28"),
        Identifier(IdKind.OTHER, "42"),
    )
    assert (person.programmes, person.listed_on) == (("refused",), "2026-05-01")
    assert person.remarks == "made up"
    assert (unknown.id, unknown.kind) == ("own:row-3", Kind.LEGAL_ENTITY)
    assert (unknown.names[0].text, unknown.birth_dates) == ("محمد", ("~1970",))
    assert report.ignored == {"(Colour)": 1}
    assert report.problems == []


@pytest.mark.parametrize(
    ("heading", "cell", "field"),
    [
        ("kind", "zebra", "kind"),
        ("birth_date", "04/05/1961", "birth_date"),
        ("birth_date", "12/03/2520", "birth_date"),
        ("country", "Springfield", "countries"),
        ("identifiers", "zebra: 7", "identifiers"),
        ("listed on", "soon", "listed_on"),
    ],
)
def test_each_problem_names_row_and_field(
    tmp_path: Path, heading: str, cell: str, field: str
) -> None:
    text = f"name,{heading}\nAna,\nBea,{cell}\n"
    entries, report = read(read_own_csv, put(tmp_path, "own.csv", text))
    assert len(entries) == 2
    assert [(p.file, p.row, p.field) for p in report.problems] == [("own.csv", 3, field)]
    assert cell not in report.problems[0].text


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_usual_delimiter_and_encoding_is_read(tmp_path: Path, sign: str, encoding: str) -> None:
    text = f"Name{sign}Country\r\nNguyễn 深圳{sign}VN\r\n"
    (entry,), _ = read(read_own_csv, put(tmp_path, "own.csv", text.encode(encoding)))
    assert (entry.names[0].text, entry.countries) == ("Nguyễn 深圳", ("vn",))


def test_windows_1252_is_read(tmp_path: Path) -> None:
    path = put(tmp_path, "own.csv", "name,country\nJosé Müller,AT\n".encode("cp1252"))
    (entry,), _ = read(read_own_csv, path)
    assert entry.names[0].text == "José Müller"


def test_a_list_without_a_name_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListUnreadableError, match="no column is a name"):
        read(read_own_csv, put(tmp_path, "own.csv", "colour,size\nred,7\n"))


def test_a_row_without_a_name_is_noted_and_an_empty_list_is_fine(tmp_path: Path) -> None:
    entries, report = read(read_own_csv, put(tmp_path, "own.csv", "name,country\n ,VN\n"))
    assert entries == []
    assert fields(report.problems) == ["name"]


def test_an_id_that_stands_twice_is_noted(tmp_path: Path) -> None:
    path = put(tmp_path, "own.csv", "id,name\n1,Ana\n1,Bea\n")
    entries, report = read(read_own_csv, path)
    assert [entry.id for entry in entries] == ["own:1", "own:1#2"]
    assert fields(report.problems) == ["id"]


def test_of_two_columns_that_mean_the_same_the_first_counts(tmp_path: Path) -> None:
    path = put(tmp_path, "own.csv", "name,full name\nAna,Bea\n")
    (entry,), report = read(read_own_csv, path)
    assert entry.names[0].text == "Ana"
    assert report.ignored == {"(full name)": 1}


@pytest.mark.parametrize("tail", ['2,"Bea', "2", '2,"Bea\n3,Cleo,person\n'])
def test_a_list_that_was_cut_off_is_refused(tmp_path: Path, tail: str) -> None:
    with pytest.raises(ListUnreadableError, match="cut off"):
        read(read_own_csv, put(tmp_path, "own.csv", f"id,name,kind\n1,Ana,person\n{tail}"))


def test_cells_left_out_at_the_end_of_a_whole_row_are_a_problem_only(tmp_path: Path) -> None:
    path = put(tmp_path, "own.csv", "name,kind,country\nAna\nBea,person\n")
    entries, report = read(read_own_csv, path)
    assert [entry.names[0].text for entry in entries] == ["Ana", "Bea"]
    assert [(p.row, p.field) for p in report.problems] == [(2, ""), (3, "")]


def test_an_open_quotation_that_swallows_the_file_is_refused(tmp_path: Path) -> None:
    rows = "2,Bea,person\n" * (LONGEST_CELL // 10)
    with pytest.raises(ListUnreadableError, match="quotation mark"):
        read(read_own_csv, put(tmp_path, "own.csv", f'id,name,kind\n1,"Ana,person\n{rows}'))


def test_the_template_of_the_docstring_is_read_without_a_problem(tmp_path: Path) -> None:
    doc = own_csv.__doc__ or ""
    text = "\n".join(line.strip() for line in doc.splitlines() if line.startswith("    "))
    (entry,), report = read(read_own_csv, put(tmp_path, "own.csv", text + "\n"))
    assert report.problems == []
    assert report.ignored == {}
    assert Identifier(IdKind.PASSPORT, "B7654321", "vn") in entry.identifiers


def test_an_endless_line_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowntenant.imports.lists.rows.MOST_LINE", 50)
    with pytest.raises(ListUnreadableError, match="too long"):
        read(read_own_csv, put(tmp_path, "own.csv", "name\n" + "x" * 60))
