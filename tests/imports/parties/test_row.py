from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.parties.dates import Order
from knowntenant.imports.parties.guess import guess_columns
from knowntenant.imports.parties.row import HowToRead, read_row
from knowntenant.screening.entry import Identifier, IdKind, Kind
from knowntenant.screening.party import Party
from knowntenant.screening.result import Note

TODAY = date(2026, 11, 24)
LEI = "5299000J2N45DDNE4Y28"
Read = tuple[tuple[Party, ...], tuple[Note, ...]]


def read(cells: dict[str, str], kind: Kind | None = None, order: Order = Order.UNKNOWN) -> Read:
    """Read one row whose headings are the keys."""
    columns = guess_columns(list(cells))
    assert not columns.problems
    return read_row(7, list(cells.values()), HowToRead(columns, kind, TODAY, order))


def one(cells: dict[str, str]) -> Party:
    """Read the only party of a row."""
    (party,), _ = read(cells)
    return party


def kinds(notes: tuple[Note, ...]) -> list[tuple[str, str]]:
    """Give field and kind of notes."""
    return [(note.field, note.kind) for note in notes]


def test_a_plain_row_becomes_a_party_without_a_note() -> None:
    (party,), notes = read(
        {
            "id": "C-1",
            "name": "Nguyễn Văn An",
            "dob": "1961-03-05",
            "country": "Viet Nam",
            "type": "person",
            "city": "Huế",
            "passport": "B7654321",
        }
    )
    assert not notes
    assert party == Party(
        "C-1", Kind.PERSON, "Nguyễn Văn An", (), "1961-03-05", ("vn",), "Huế",
        (Identifier(IdKind.PASSPORT, "B7654321"),),
    )  # fmt: skip


def test_a_row_without_an_id_is_called_by_its_number() -> None:
    assert one({"name": "Suharto"}).id == "row 7"


def test_parts_of_a_name_are_put_together_and_a_second_spelling_is_an_alias() -> None:
    parts = {"first name": "Ana", "middle name": "B.", "last name": "Example"}
    assert one(parts).name == "Ana B. Example"
    whole = one({"name": "Example, Ana", "aliases": "A. Ex; Anna Ex", **parts})
    assert whole.name == "Example, Ana"
    assert whole.aliases == ("Ana B. Example", "A. Ex", "Anna Ex")


def test_a_person_and_the_company_beside_are_both_screened() -> None:
    (person, company), _ = read(
        {"first name": "Ana", "last name": "Ex", "company": "Example", "passport": "B1"}
    )
    assert (person.kind, person.name, len(person.identifiers)) == (Kind.PERSON, "Ana Ex", 1)
    assert (company.kind, company.name, company.identifiers) == (Kind.ORGANIZATION, "Example", ())
    assert one({"company": "Example", "lei": LEI}).identifiers == (Identifier(IdKind.LEI, LEI),)


def test_a_company_in_a_persons_field_is_flagged_and_screened_as_both() -> None:
    (party,), notes = read({"name": "Example Trading Ltd", "type": "individual"})
    assert party.kind is Kind.LEGAL_ENTITY
    assert kinds(notes) == [("name", "company_as_person")]
    (party,), notes = read({"name": "深圳市例子有限公司"}, kind=Kind.PERSON)
    assert party.kind is Kind.LEGAL_ENTITY
    assert kinds(notes) == [("name", "company_as_person")]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"name": "Ana Ex"}, Kind.LEGAL_ENTITY),
        ({"name": "Ana Ex", "dob": "1961"}, Kind.PERSON),
        ({"name": "Ana Ex", "dob": "1380-01-01"}, Kind.PERSON),
        ({"name": "Ana Ex", "passport": "B1"}, Kind.PERSON),
        ({"first name": "Ana", "last name": "Ex"}, Kind.PERSON),
        ({"name": "Example Ltd"}, Kind.ORGANIZATION),
        ({"name": "Example", "lei": LEI}, Kind.ORGANIZATION),
        ({"name": "Star", "imo": "9074729"}, Kind.VESSEL),
        ({"wallet": "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"}, Kind.CRYPTO_WALLET),
        ({"name": "Star", "type": "Ship"}, Kind.VESSEL),
        ({"name": "X Y", "type": "公司"}, Kind.ORGANIZATION),
        ({"name": "X Y", "type": "юрлицо"}, Kind.ORGANIZATION),
    ],
)
def test_the_kind_is_told_or_follows_from_what_the_row_holds(
    cells: dict[str, str], kind: Kind
) -> None:
    assert one(cells).kind is kind


def test_a_kind_that_is_not_known_means_either() -> None:
    (party,), notes = read({"name": "Ana Ex", "type": "alien"})
    assert party.kind is Kind.LEGAL_ENTITY
    assert kinds(notes) == [("kind", "kind_not_read")]


def test_a_row_without_name_and_identifier_names_nobody() -> None:
    parties, notes = read({"name": " ", "country": "VN"})
    assert parties == ()
    assert kinds(notes) == [("name", "name_empty")]


def test_a_row_without_a_name_is_screened_by_its_identifiers() -> None:
    (party,), notes = read({"name": "", "passport": "B1"})
    assert party.names == ()
    assert party.identifiers
    assert kinds(notes) == [("name", "name_empty")]


def test_a_city_in_the_field_of_countries_is_part_of_the_address() -> None:
    (party,), notes = read({"name": "Ana Ex", "country": "Tehran", "address": "1 Road"})
    assert party.countries == ()
    assert party.address == "1 Road, Tehran"
    assert kinds(notes) == [("country", "country_not_read")]


def test_several_countries_in_one_cell_and_in_several_columns_all_count() -> None:
    party = one({"name": "Ana Ex", "nationality": "VN; Laos", "country": "Россия"})
    assert party.countries == ("vn", "la", "ru")


def test_a_date_of_another_calendar_is_not_used_and_an_ambiguous_one_gives_the_year() -> None:
    (party,), notes = read({"name": "Ana Ex", "dob": "1380-01-01"})
    assert (party.birth_date, kinds(notes)) == ("", [("birth_date", "other_calendar")])
    (party,), notes = read({"name": "Ana Ex", "dob": "03/04/1961"})
    assert (party.birth_date, kinds(notes)) == ("1961", [("birth_date", "birth_date_ambiguous")])
    (party,), notes = read({"name": "Ana Ex", "dob": "03/04/1961"}, order=Order.DAY_FIRST)
    assert (party.birth_date, notes) == ("1961-04-03", ())


def test_check_digits_that_do_not_fit_are_told_of_and_the_number_is_used() -> None:
    (party,), notes = read({"name": "Example", "lei": LEI[:-1] + "9"})
    assert party.identifiers
    assert kinds(notes) == [("lei", "identifier_check")]


def test_no_note_repeats_what_the_row_says() -> None:
    _, notes = read(
        {"name": "Xqz 😀 Ltd", "dob": "Qqq", "country": "Zzzz", "type": "person", "lei": "Wwww"}
    )
    told = " ".join(note.what + note.remedy for note in notes)
    assert len(notes) == 5
    assert not any(word in told for word in ("Xqz", "Qqq", "Zzzz", "Wwww"))


@given(st.lists(st.text(max_size=40), min_size=9, max_size=9))
def test_no_row_is_too_odd(cells: list[str]) -> None:
    header = ["id", "name", "company", "alias", "dob", "country", "type", "lei", "address"]
    how = HowToRead(guess_columns(header), None, TODAY)
    parties, notes = read_row(1, cells, how)
    assert all(party.name or party.identifiers for party in parties)
    assert parties or notes
