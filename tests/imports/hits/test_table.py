import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.hits.table import COLUMNS, read_table
from knowntenant.screening.entry import Kind, ListedName, NameKind
from tests.screening.deciding import NOON

HEADER = "party,party_name,entry,list,entry_names,score,tool"
ROW = "C1,Nguyễn Văn Bình,sdn:1,sdn,NGUYEN Van Binh; Bình,0.93,acme"


def problems(text: str) -> str:
    return "; ".join(map(str, read_table(text.encode(), "hits.csv").problems))


def test_a_row_is_a_hit() -> None:
    taken = read_table(f"{HEADER}\n{ROW}\n\n".encode())
    assert taken.problems == []
    (hit,) = taken.hits
    assert (hit.party, hit.entry, hit.score, hit.algorithm) == ("C1", "sdn:1", 0.93, "acme")
    assert (hit.asked_name, hit.listed_name) == ("Nguyễn Văn Bình", "NGUYEN Van Binh")
    assert taken.entries["sdn:1"].names[1] == ListedName("Bình", NameKind.ALIAS)
    assert taken.alerts(NOON)[0].cluster == "sdn:1"


def test_every_column_is_read() -> None:
    cells = ("C1", "Person", "محمد", "1964-02-29", "VN;sy", "sdn:1", "sdn", "person", "Mohammed;M",
             "1964;1965", "Syria", "SDGT;CUBA", "T1", "0.5", "محمد", "M", "same name", "acme",
             "3")  # fmt: skip
    taken = read_table("\n".join([";".join(COLUMNS), ";".join(f'"{c}"' for c in cells)]).encode())
    assert taken.problems == []
    party, entry, hit = taken.parties["C1"], taken.entries["sdn:1"], taken.hits[0]
    assert (party.kind, party.birth_date, party.countries) == (
        Kind.PERSON,
        "1964-02-29",
        ("vn", "sy"),
    )
    assert (entry.birth_dates, entry.countries) == (("1964", "1965"), ("sy",))
    assert entry.programmes == ("SDGT", "CUBA")
    assert (hit.listed_name, hit.algorithm, hit.lines[0].reason) == ("M", "acme/3", "same name")
    assert taken.clusters == {"sdn:1": "T1"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_encodings_and_delimiters_are_told_apart(encoding: str, delimiter: str) -> None:
    row = ROW.replace("; Bình", "").replace(",", delimiter)
    text = f"{HEADER.replace(',', delimiter)}\r\n{row}\r\n"
    taken = read_table(text.encode(encoding))
    assert taken.problems == []
    assert taken.parties["C1"].name == "Nguyễn Văn Bình"


def test_windows_texts_are_read_and_other_bytes_told() -> None:
    row = ROW.replace("Nguyễn Văn Bình", "Müller").replace("; Bình", "")
    assert read_table(f"{HEADER}\n{row}".encode("cp1252")).parties["C1"].name == "Müller"
    assert "UTF-8, UTF-16 or Windows-1252" in str(read_table(b"\x81\xff", "f").problems[0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "row 1: the column 'party' is missing"),
        (f"{HEADER},scor\n", "row 1: there is no column 'scor'. Did you mean 'score'?"),
        (f"{HEADER},score\n", "the column 'score' stands twice"),
        ("party,entry,list,score,tool\n", "neither 'entry_names' nor 'listed_name' is a column"),
        (f"{HEADER}\nC1,A,e,l,B,93,acme", "hits.csv row 2, score: the number has to be from 0"),
        (f"{HEADER}\nC1,A,e,l,B,high,acme", "row 2, score: a number from 0 to 1"),
        (f"{HEADER}\nC1,A,e,l,B,nan,acme", "row 2, score: the number has to be"),
        (f"{HEADER}\nC1,,e,,B,0.9,acme", "row 2: 'list' is empty"),
        (f"{HEADER}\nC1,,e,l,B,0.9,acme", "'party_name' and 'asked_name' are both empty"),
        (f"{HEADER}\nC1,A,e,l,B,0.9,acme,more", "row 2: the row has 8 cells and the header 7"),
        (f'{HEADER}\nC1,"A"B,e,l,B,0.9,acme', "row 2: the row cannot be read"),
        (f"{HEADER}\n{ROW}\nC1,Other,e2,l,B,0.9,acme", "row 3: the party has other details"),
        (f"{HEADER},party_birth_date\n{ROW},29.2.64", "party_birth_date: a date is expected"),
        (f"{HEADER},entry_countries\n{ROW},Atlantis", "entry_countries: a country is not known"),
        (f"{HEADER},entry_kind\n{ROW},Ghost", "row 2, entry_kind: there is no such kind"),
    ],
)
def test_what_is_wrong_is_told_with_row_and_column(text: str, words: str) -> None:
    assert words in problems(text)


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert problems(f"{HEADER}\nC1,A,e,l,B,93,\nC2,,e2,l,B,x,acme").count("hits.csv row") == 4


def test_names_may_stand_in_the_columns_of_what_was_laid_side_by_side() -> None:
    taken = read_table(b"party,asked_name,entry,list,listed_name,score,tool\nC1,A,e,l,B,1,t\n")
    assert taken.parties["C1"].name == "A"
    assert taken.entries["e"].names[0].text == "B"


@given(st.binary(max_size=80))
def test_any_bytes_are_answered(data: bytes) -> None:
    assert read_table(data).problems


@given(st.text(alphabet='C1,;"\n\t.05ß', max_size=60))
def test_any_rows_under_a_good_header_are_answered(text: str) -> None:
    taken = read_table(f"{HEADER}\n{text}".encode())
    if not taken.problems:
        taken.alerts(NOON)
