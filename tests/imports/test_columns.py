import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.columns import match
from knowntenant.imports.mapping import Mapped
from knowntenant.imports.tables import TABLES

NOTHING = Mapped()


@pytest.mark.parametrize(
    ("table", "header", "column"),
    [
        ("customers", "Customer ID", "id"),
        ("customers", "cust_no", "id"),
        ("customers", "Kundennummer", "id"),
        ("customers", "E-Mail", "email"),
        ("customers", "Land", "located"),
        ("customers", "Country", "located"),
        ("customers", "created_at", "happened"),
        ("customers", "signup date", "happened"),
        ("customers", "Telefon", "phone"),
        ("customers", "jurisdiction", "organised_in"),
        ("customers", "Risk", "tier"),
        ("accounts", "Account ID", "id"),
        ("accounts", "status", "state"),
        ("accounts", "created", "opened_on"),
        ("owners", "UBO", "owner"),
        ("owners", "percentage", "percent"),
        ("access", "timestamp", "at"),
        ("access", "source.ip", "ip"),
        ("payments", "IBAN", "account_number"),
    ],
)
def test_a_name_that_other_systems_use_is_understood_and_shown(
    table: str, header: str, column: str
) -> None:
    matched = match(TABLES[table], [header], NOTHING)
    assert matched.columns == {column: 0}
    assert [(g.found, g.taken_for) for g in matched.guesses] == [(header, column)]
    assert matched.guesses[0].why


def test_our_own_names_are_no_guess_whatever_their_case_and_spaces() -> None:
    matched = match(TABLES["customers"], ["ID", "Street Address", "organised-in"], NOTHING)
    assert matched.columns == {"id": 0, "street_address": 1, "organised_in": 2}
    assert not matched.guesses


def test_a_misspelt_name_is_taken_for_the_nearest() -> None:
    matched = match(TABLES["customers"], ["street_adress", "e-mial"], NOTHING)
    assert matched.columns["street_address"] == 0
    assert {guess.why for guess in matched.guesses} == {"spelt much like it"}


def test_an_exact_name_wins_over_a_near_one_wherever_it_stands() -> None:
    matched = match(TABLES["customers"], ["country", "located"], NOTHING)
    assert matched.columns["located"] == 1
    assert matched.unmatched == ("country",)


def test_a_name_that_means_nothing_is_listed_and_is_no_error() -> None:
    matched = match(TABLES["customers"], ["id", "shoe size", "", "state"], NOTHING)
    assert matched.unmatched == ("shoe size", "state")


def test_the_mapping_wins_over_every_guess_and_can_ignore_a_column() -> None:
    mapped = Mapped(headers={"customers": {"id": "", "nr": "id", "email": "phone"}})
    matched = match(TABLES["customers"], ["id", "Nr", "email"], mapped)
    assert matched.columns == {"id": 1, "phone": 2}
    assert not matched.guesses
    assert not matched.unmatched


@given(st.sampled_from(list(TABLES)), st.lists(st.text(max_size=20), max_size=8))
def test_no_position_and_no_column_is_ever_taken_twice(table: str, header: list[str]) -> None:
    matched = match(TABLES[table], header, NOTHING)
    assert len(set(matched.columns.values())) == len(matched.columns)
    named = [name for name in header if name.strip()]
    assert len(matched.columns) + len(matched.unmatched) == len(named)
