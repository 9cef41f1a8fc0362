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
        "'ip': '2… (masked)' is not an IP address"
    )
    assert SHOWS.problem("'ip': '203.0.113.9' is bad") == "'ip': '203.0.113.9' is bad"


def test_a_value_of_a_plain_field_helps_to_mend_it() -> None:
    told = "'located': 'Germny' is no place. Did you mean 'Germany'?"
    assert HIDES.problem(told) == told


def test_addresses_of_computers_and_people_are_masked_in_any_problem() -> None:
    found = HIDES.problem("'located': '203.0.113.9' or 2001:db8::1 or a@b.org is no place")
    assert "203" not in found
    assert "db8" not in found
    assert "@" not in found


def test_only_the_value_given_is_masked_and_not_the_word_that_is_proposed() -> None:
    told = "'ip': '203.0.113.999' is not one; did you mean 'none'?"
    assert HIDES.problem(told) == "'ip': '2… (masked)' is not one; did you mean 'none'?"
