import pytest

from knowntenant.facts.types import Product, Reseller
from knowntenant.review.masking import Masking

HIDES, SHOWS = Masking(), Masking(shows_personal=True)


@pytest.mark.parametrize(
    ("name", "shown"),
    [("深圳云科技", "深… (masked)"), ("محمد", "م… (masked)"), ("Cher", "C… (masked)"), ("", "")],
)
def test_a_name_is_shown_by_its_first_letter(name: str, shown: str) -> None:
    assert HIDES.name(name) == shown
    assert SHOWS.name(name) == name


def test_a_name_that_its_fact_declares_plain_stays() -> None:
    assert HIDES.name("Small server", of=Product) == "Small server"
    assert HIDES.name("Sài Gòn Cloud", of=Reseller) == "S… (masked)"


@pytest.mark.parametrize("id_", ["nguyen@example.org", "深圳@例子.中国"])
def test_an_id_that_is_an_e_mail_address_is_masked_wherever_it_stands(id_: str) -> None:
    text = HIDES.text(f"foreign: {id_}, C-2")
    assert text == f"foreign: {id_[0]}… (masked), C-2"
    assert SHOWS.text(id_) == id_


def test_ids_that_are_no_addresses_stay() -> None:
    assert HIDES.text("C-1 holds A-1@") == "C-1 holds A-1@"


def test_a_value_of_a_personal_field_is_masked_in_what_is_wrong_with_it() -> None:
    assert HIDES.problem("'ip': '203.0.113.999' is not an IP address") == (
        "'ip': '2… (masked, 13 signs)' is not an IP address"
    )
    assert SHOWS.problem("'ip': '203.0.113.9' is bad") == "'ip': '203.0.113.9' is bad"


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("'tier': '4111111111111111' is no tier.", "'tier': '4… (masked, 16 signs)' is no tier."),
        ("'percent': '4111111111111111' is not a percentage", "4… (masked, 16 signs)"),
        ("'located': 'Nguyễn Văn An' is no known place; write a code", "N… (masked, 13 signs)"),
        ("'located': '12 Main Street' is no known place", "1… (masked, 14 signs)"),
        ("'tier': '1980-02-29' is no tier.", "1… (masked, 10 signs)"),
        ("'happened': '123-45-6789' is not a day", "1… (masked, 11 signs)"),
        ("'happened': '0555010000' looks like seconds", "0… (masked, 10 signs)"),
        ("the same in 9 more, not listed: 'ip': '203.0.113.9 Q' is not an IP address", "2… (mas"),
        ("'tier': 'Mai' is not' is no tier.", "'M… (masked, 11 signs)' is no tier."),
        ("'tier': 'Mai\nAn' is no tier.", "'M… (masked, 6 signs)' is no tier."),
        ("'holder': there is no person 'Mai An' in the export", "'M… (masked, 6 signs)' in the"),
        ("'account': there is no account '4111111111111111' in the export", "'4… (masked, 16"),
        ("not listed: 'Mai An/x' stands here and in a.csv row 2", "'M… (masked, 8 signs)' stands"),
    ],
)
def test_a_cell_in_the_wrong_column_is_shown_by_its_first_sign_and_length(
    told: str, shown: str
) -> None:
    found = HIDES.problem(told)
    assert shown in found
    assert not any(part in found for part in ("111", "Văn", "An", "Street", "-02", " Q", "01000"))
    assert SHOWS.problem(told) == told


@pytest.mark.parametrize(
    "told",
    [
        "'happened': '2027-02-30' is a day that does not exist",
        "'happened': '03/04/2027' does not say which number is the month; write YYYY-MM-DD",
        "'at': '2027-03-01 25:00' is a time of day that does not exist",
        "'at': '1.3.27' has a year of two digits; write all four",
        "'percent': '124.5 %' lies outside 0 to 100",
        "'count': '-4' is not a whole number",
        "'account': there is no account 'A-17' in the export",
        "'customer': there is no customer 'Kunde 17' in the export",
    ],
)
def test_a_day_a_number_and_a_code_help_to_mend_it(told: str) -> None:
    assert HIDES.problem(told) == told


def test_addresses_of_computers_and_people_are_masked_in_any_problem() -> None:
    found = HIDES.problem("'located': '203.0.113.9' or 2001:db8::1 or a@b.org is no place")
    assert "203" not in found
    assert "db8" not in found
    assert "@" not in found


def test_only_the_value_given_is_masked_and_not_the_word_that_is_proposed() -> None:
    told = "'located': 'Germny' is no known place; did you mean 'Germany'?"
    assert HIDES.problem(told) == (
        "'located': 'G… (masked, 6 signs)' is no known place; did you mean 'Germany'?"
    )


def test_headers_are_masked_where_they_are_a_row_of_data() -> None:
    row = ("Nguyễn Văn An", "", "2027-02-28")
    assert HIDES.headers(row) == ("N… (masked, 13 signs)", "", "2… (masked, 10 signs)")
    assert SHOWS.headers(row) == row
    assert HIDES.headers(("Date of birth", "shoe size")) == ("Date of birth", "shoe size")
