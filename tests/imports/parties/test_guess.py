import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.parties.fields import HEADINGS, Field
from knowntenant.imports.parties.guess import guess_columns


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("name", Field.NAME),
        ("Full Name", Field.NAME),
        ("fullName", Field.NAME),
        ("姓名", Field.NAME),
        ("Customer_Name", Field.NAME),
        ("ФИО", Field.NAME),
        ("Họ và tên", Field.NAME),
        ("الاسم الكامل", Field.NAME),
        ("company", Field.COMPANY),
        ("Razón social", Field.COMPANY),
        ("公司名称", Field.COMPANY),
    ],
)
def test_headings_of_names_are_known_in_many_tongues(heading: str, field: Field) -> None:
    assert guess_columns([heading]).places == {field: (0,)}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("DOB", Field.BIRTH_DATE),
        ("Geburtsdatum", Field.BIRTH_DATE),
        ("Customer birth date", Field.BIRTH_DATE),
        ("Nationality", Field.COUNTRY),
        ("Nationalty", Field.COUNTRY),
        ("国籍", Field.COUNTRY),
        ("Street address", Field.ADDRESS),
        ("Tax ID", Field.TAX),
        ("passport no.", Field.PASSPORT),
        ("LEI", Field.LEI),
        ("Wallet address", Field.WALLET),
        ("Type", Field.KIND),
        ("Also known as", Field.ALIAS),
    ],
)
def test_other_headings_are_known_too(heading: str, field: Field) -> None:
    columns = guess_columns(["name", heading])
    assert columns.places[field] == (1,)
    assert not columns.problems
    assert [one.heading for one in columns.taken] == ["name", heading]


def test_every_guess_is_shown_with_its_reason_and_so_is_what_was_left_out() -> None:
    columns = guess_columns(["name", "Revenue", "Client nationality", "Adress"])
    why = {one.taken_for: one.why for one in columns.taken}
    assert "a word before it" in why["country"]
    assert "spelt much like" in why["address"]
    assert columns.left_out == ("Revenue",)


def test_several_columns_may_hold_countries_addresses_and_aliases() -> None:
    header = ["name", "nationality", "country", "street", "city", "alias", "maiden name"]
    columns = guess_columns(header)
    assert not columns.problems
    assert columns.places[Field.COUNTRY] == (1, 2)
    assert columns.places[Field.ADDRESS] == (3, 4)
    assert columns.places[Field.ALIAS] == (5, 6)


def test_two_columns_that_may_each_hold_the_name_are_asked_about() -> None:
    (problem,) = guess_columns(["Name", "Full name", "dob"]).problems
    assert "'Name' or 'Full name'" in problem.what
    assert '--column "name=Name"' in problem.remedy
    for said in ("name=Full name", "ignore=Name"):
        columns = guess_columns(["Name", "Full name", "dob"], [said])
        assert not columns.problems
        assert columns.places[Field.NAME] == (1,)
        assert "Name" in columns.left_out


def test_what_is_only_alike_gives_way_to_what_is_known() -> None:
    columns = guess_columns(["birthdatee", "birth date", "name"])
    assert not columns.problems
    assert columns.places[Field.BIRTH_DATE] == (1,)


def test_the_first_of_the_best_ids_is_the_id() -> None:
    assert guess_columns(["name", "id", "account id"]).places[Field.ID] == (1,)


@pytest.mark.parametrize("alone", ["Nombre", "Nom", "First name", "Nachname"])
def test_a_lone_part_of_a_name_is_the_name(alone: str) -> None:
    assert guess_columns([alone, "dob"]).places[Field.NAME] == (0,)
    parts = guess_columns(["First name", "Last name"])
    assert set(parts.places) == {Field.FIRST_NAME, Field.LAST_NAME}


def test_a_file_that_tells_nobody_is_refused_in_plain_words() -> None:
    (problem,) = guess_columns(["country", "dob"]).problems
    assert "'country', 'dob'" in problem.what
    assert "--column" in problem.remedy


def test_a_first_row_that_may_be_somebodys_data_is_not_repeated() -> None:
    (problem,) = guess_columns(["Ana Example", "1961-03-05"]).problems
    assert "Ana" not in str(problem)
    assert "first line that names its columns" in problem.remedy


def test_identifiers_alone_are_enough() -> None:
    assert not guess_columns(["wallet"]).problems
    assert guess_columns(["wallet"]).identifiers == (Field.WALLET,)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("nme=Name", "'nme' is nothing that a column can hold"),
        ("name=Nobody", "no column is headed 'Nobody'"),
        ("name", "no column is headed ''"),
    ],
)
def test_what_is_said_and_is_not_so_is_told(said: str, what: str) -> None:
    problems = guess_columns(["Name"], [said]).problems
    assert what in problems[0].what
    assert problems[0].remedy


def test_what_is_said_goes_before_every_guess() -> None:
    columns = guess_columns(["Name", "Umsatz"], ["name=umsatz", "birth-date=Name"])
    assert columns.places == {Field.NAME: (1,), Field.BIRTH_DATE: (0,)}
    assert columns.taken[0].why == "said with --column"


@given(st.lists(st.text(max_size=30), max_size=12))
def test_no_header_is_too_odd(header: list[str]) -> None:
    columns = guess_columns(header)
    placed = [place for places in columns.places.values() for place in places]
    assert len(placed) == len(set(placed)) == len(columns.taken)
    assert len(placed) + len(columns.left_out) == len(header)


def test_no_heading_means_two_things() -> None:
    assert all(isinstance(field, Field) for field in HEADINGS.values())
    assert "" not in HEADINGS
