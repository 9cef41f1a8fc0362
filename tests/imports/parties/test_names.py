import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.parties.names import MOST, clean_name
from knowntenant.imports.parties.trouble import Trouble

T = Trouble


@pytest.mark.parametrize(
    "name",
    [
        "深圳",
        "محمد",
        "Nguyễn Văn An",
        "Suharto",
        "O'Brien",
        "Łukasz",
        "אבי כהן",
        "ACME™ 2000",
    ],
)
def test_common_names_of_all_scripts_stay_as_they_are(name: str) -> None:
    assert clean_name(name) == (name, (), ())


@pytest.mark.parametrize(
    ("cell", "text", "trouble"),
    [
        ("X", "X", T.NAME_ONE_LETTER),
        ("李", "李", T.NAME_ONE_LETTER),
        ("123 456", "123 456", T.NAME_DIGITS),
        ("Ana 😀 Example", "Ana Example", T.NAME_SYMBOLS),
        ("👩‍👩‍👧 Ana", "Ana", T.NAME_SYMBOLS),
        ("😀", "", T.NAME_SYMBOLS),
        ("---", "", T.NAME_SYMBOLS),
        ("\u202eana\u202c", "ana", T.DIRECTION_SIGNS),
        ("Ana\x07 Example", "Ana Example", T.CONTROL_SIGNS),
        ("Оleg", "Оleg", T.SCRIPTS_MIXED),  # noqa: RUF001 - the first letter is Cyrillic
    ],
)
def test_odd_names_are_told_of_and_screened_by_what_can_be_used(
    cell: str, text: str, trouble: Trouble
) -> None:
    cleaned = clean_name(cell)
    assert cleaned.text == text
    assert trouble in cleaned.troubles


@pytest.mark.parametrize("cell", ["", "  ", "n/a", "Unknown", "-"])
def test_cells_that_say_that_there_is_no_name_are_empty(cell: str) -> None:
    assert clean_name(cell).text == ""


def test_marks_of_direction_that_scripts_need_are_dropped_without_a_word() -> None:
    assert clean_name("\u200fמשה\u200e") == ("משה", (), ())


def test_a_name_in_two_scripts_is_also_screened_in_its_parts() -> None:
    cleaned = clean_name("Li Wei 李伟")
    assert cleaned.parts == ("Li Wei", "李伟")
    assert cleaned.troubles == (T.SCRIPTS_MIXED,)
    assert clean_name("山田タロウ").troubles == ()


@pytest.mark.parametrize("name", ["ពពកខៀវ Co., Ltd.", "深圳示例云 Co., Ltd.", "Пример LLC"])
def test_a_legal_form_in_another_script_is_no_name_of_its_own(name: str) -> None:
    cleaned = clean_name(name)
    assert (cleaned.text, cleaned.parts, cleaned.troubles) == (name, (), ())


def test_piled_accents_are_thinned_out() -> None:
    cleaned = clean_name("a" + "\u0301" * 10_000 + "na example")
    assert cleaned.text == "a" + "\u0301" * 4 + "na example"
    assert cleaned.troubles == (T.MARKS_PILED,)


def test_a_name_of_many_signs_is_screened_by_its_beginning() -> None:
    cleaned = clean_name("ana " * 500)
    assert len(cleaned.text) == MOST
    assert cleaned.troubles == (T.NAME_LONG,)


@given(st.text(max_size=60))
def test_no_text_is_too_odd(cell: str) -> None:
    cleaned = clean_name(cell)
    assert clean_name(cleaned.text).text == cleaned.text
    assert cleaned.text == " ".join(cleaned.text.split())
    assert all(part for part in cleaned.parts)
