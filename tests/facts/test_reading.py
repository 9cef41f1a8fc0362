import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.declaration import type_of
from knowntenant.facts.places.table import find
from knowntenant.facts.reading import has_card_number, read_value, read_values
from knowntenant.facts.types import (
    Account,
    Contact,
    Customer,
    Evidence,
    Ownership,
    Payment,
    Person,
    Presence,
)
from knowntenant.facts.types.accounts import AccountState
from knowntenant.facts.types.persons import PersonKind
from knowntenant.law.kinds import ID, PERCENT, TEXT, ListOf, Shape, Unreadable

VISA, AMEX, SHORT = "4111 1111 1111 1111", "3782-822463-10005", "4222222222222"
LONG = "6304000000000000000"  # 19 digits


def problems(shape: type, **written: str | list[str]) -> list[str]:
    found = read_values(type_of(shape), written, "row 3")[1]
    assert {problem.where for problem in found} <= {"row 3"}
    return [problem.what for problem in found]


def test_values_are_read_by_their_declarations() -> None:
    values, found = read_values(
        type_of(Customer), {"ID": "C1", "Type": "Individual", "legal name": " 阮文 "}, "row 3"
    )
    assert found == []
    assert values == {"id": "C1", "kind": PersonKind.INDIVIDUAL, "name": "阮文"}


def test_several_texts_are_read_as_a_list_and_one_text_as_a_list_of_one() -> None:
    declared = type_of(Presence)
    both = read_values(declared, {"person": "C1", "citizenship": ["VN", "France"]}, "")[0]
    one = read_values(declared, {"person": "C1", "citizen": "Viet Nam"}, "")[0]
    assert both["citizen"] == (find("VN"), find("FR"))
    assert one["citizen"] == (find("VN"),)


def test_a_place_that_nobody_knows_brings_up_the_nearest_or_says_how_to_write_one() -> None:
    (near,) = problems(Presence, person="C1", located="Germny")
    (far,) = problems(Presence, person="C1", located="Q")
    assert "'Germany'" in near
    assert "such as VN, or UA-43 for Crimea" in far


def test_an_exact_share_is_read() -> None:
    written = {"holder": "P1", "company": "C1", "stake": "100/3 %"}
    values, found = read_values(type_of(Ownership), written, "")
    assert (found, values["percent"]) == ([], Fraction(100, 3))


@pytest.mark.parametrize("word", ["none", "None", " NONE "])
def test_the_word_none_takes_a_value_away(word: str) -> None:
    values, found = read_values(type_of(Account), {"id": "A1", "reseller": word}, "")
    assert (found, values) == ([], {"id": "A1", "reseller": None})


def test_all_problems_of_a_fact_come_at_once_and_good_values_are_kept() -> None:
    values, found = read_values(
        type_of(Customer),
        {"kind": "firm", "nmae": "Nguyễn", "tier": "low", "claims_us": "maybe"},
        "row 3",
    )
    assert [str(problem) for problem in found] == [
        "row 3: 'kind': 'firm' is no kind of person. Known here: entity, individual.",
        "row 3: customer has no key 'nmae'. Did you mean 'name'?",
        "row 3: 'claims_us_person': 'maybe' is neither yes, no nor unknown",
        "row 3: customer needs 'id': the person's identifier; one id is one person in all facts",
    ]
    assert [str(tier) for tier in values.values()] == ["low"]


def test_a_key_written_under_two_names_is_given_twice() -> None:
    assert problems(Customer, id="C1", name="محمد", legal_name="محمد") == ["'name' is given twice"]


def test_a_missing_key_is_told_even_where_another_word_sounds_like_it() -> None:
    found = problems(Evidence, vidence="passport")
    assert found[0].startswith("evidence has no key")
    assert found[1].startswith("evidence needs 'id'")


def test_a_key_that_cannot_be_read_is_not_missing_too() -> None:
    assert problems(Account, id=" ") == ["'id': a text is expected here, and it is empty"]
    assert problems(Account, id="none") == ["account needs 'id': the account's identifier"]


def test_a_list_where_one_value_belongs_is_a_problem() -> None:
    found = problems(Customer, id="C1", name=["Ann", "Bea"])
    assert found == ["'name': one text is expected here, not a list"]


def test_a_list_of_tables_is_not_read_here() -> None:
    with pytest.raises(Unreadable, match="only lists of scalars"):
        read_value(ListOf(Shape("entry", {"id": ID})), "C1")


def test_a_value_is_read_by_its_kind_alone_too() -> None:
    assert read_value(PERCENT, "25") == 25
    assert read_value(ListOf(TEXT), ["a", "b"]) == ("a", "b")


def test_a_card_number_is_refused_wherever_it_stands() -> None:
    says = "looks like a card number, which is never taken."
    assert problems(Payment, other=f"card {VISA}, Visa") == [f"'other' {says}"]
    assert problems(Contact, person="C1", phone=VISA) == [f"'phone' {says}"]
    assert problems(Person, id="P1", names_used=["Ann", VISA]) == [f"'names_used' {says}"]


def test_a_refused_card_number_is_not_repeated_in_the_problem() -> None:
    _, (found,) = read_values(type_of(Payment), {"other": VISA}, "row 3")
    assert "1111" not in str(found)
    assert "token" in found.remedy


def test_a_state_is_no_card_number() -> None:
    values, found = read_values(type_of(Account), {"id": "A1", "state": "opened"}, "")
    assert (found, values["state"]) == ([], AccountState.OPENED)


@pytest.mark.parametrize(
    "text", [VISA, AMEX, SHORT, LONG, f"深圳{VISA}深圳", f"no {VISA}", "4-1-1-1 1111 1111 11  11"]
)
def test_a_number_of_a_card_is_seen(text: str) -> None:
    assert has_card_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nguyễn Văn A",
        "4111 1111 1111 1112",
        "42222222222",
        f"{LONG}0",
        "4111.1111.1111.1111",
        "٤١١١١١١١١١١١١١١١",
        "tok_1NirD82eZvKYlo2CIvbtLWuY",
    ],
)
def test_what_is_no_number_of_a_card_is_left_alone(text: str) -> None:
    assert not has_card_number(text)


@pytest.mark.parametrize("number", [SHORT, "30569309025904", AMEX])
def test_a_telephone_number_of_up_to_15_digits_is_none_even_if_it_passes_luhn(number: str) -> None:
    assert has_card_number(number)
    assert not has_card_number(f"+{number}")
    assert not has_card_number(number, phone=True)


@pytest.mark.parametrize("number", [VISA, LONG])
def test_from_16_digits_on_it_cannot_be_a_telephone_number(number: str) -> None:
    assert has_card_number(f"+{number}")
    assert has_card_number(number, phone=True)


def slow(text: str, shortest: int = 13) -> bool:
    """Say the same by looking at every sign."""
    runs, digits = [], ""
    for sign in f"{text}x":
        if sign in "0123456789":
            digits += sign
        elif sign not in " -":
            runs.append(digits)
            digits = ""
    return any(shortest <= len(run) <= 19 and luhn(run) for run in runs)


def luhn(digits: str) -> bool:
    total = 0
    for place, sign in enumerate(reversed(digits)):
        number = int(sign) * (2 if place % 2 else 1)
        total += sum(int(d) for d in str(number))
    return total % 10 == 0


@given(st.text("0123456789 -x٤é", max_size=60))
def test_the_fast_search_finds_what_looking_at_every_sign_finds(text: str) -> None:
    assert has_card_number(text) is slow(text)
    assert has_card_number(text, phone=True) is slow(text, 16)


def test_the_fast_search_finds_what_the_slow_one_finds_in_many_numbers() -> None:
    chance = random.Random(7)  # noqa: S311 - made repeatable, guards nothing
    seen = set()
    for _ in range(4000):
        text = "".join(chance.choice("0123456789 -") for _ in range(chance.randint(10, 26)))
        seen.add(slow(text))
        assert has_card_number(f"a{text}") is slow(text)
    assert seen == {True, False}
