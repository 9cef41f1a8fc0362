# ruff: noqa: RUF001 - names are written in the scripts of their countries
"""Names made ready for comparison: what their words are, and that any text can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.names import MOST_WORDS, organization_names, person_names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NGUYỄN, Văn Bình", "nguyen van binh"),
        ("Nguyễn Văn Đá", "nguyen van da"),
        ("Sukarno", "sukarno"),
        ("Siobhán O'Neill", "siobhan oneill"),
        ("Anne-Marie Müller", "anne marie muller"),
        ("Dr. Joseph Zolvik", "joseph zolvik"),
        ("Z\u200bolvik", "zolvik"),
        ("Zоlvіk", "zolvik"),  # two letters are Cyrillic
    ],
)
def test_a_persons_name_is_read_as_plain_words(text: str, words: str) -> None:
    (name,) = person_names(text)
    assert (" ".join(name.words), name.forms, name.foreign) == (words, (), False)
    assert name.text == text


def test_a_title_alone_is_still_a_name() -> None:
    assert [name.words for name in person_names("Dr.")] == [("dr",)]


@pytest.mark.parametrize(("text", "latin"), [("محمد", "mohammed"), ("Владимир", "vladimir")])
def test_a_name_in_another_script_has_readings(text: str, latin: str) -> None:
    names = person_names(text)
    assert all(name.foreign for name in names)
    assert latin in {word for name in names for word in name.words}


def test_legal_forms_are_set_aside_in_any_script() -> None:
    (name,) = organization_names("Zolvik Trading Limitted")
    assert (name.words, name.forms) == (("zolvik", "trading"), ("ltd",))
    chinese = organization_names("深圳市腾讯有限公司")
    assert all(name.forms == ("ltd",) for name in chinese)
    assert all(name.foreign for name in chinese)
    assert "shenzhen" in "".join(chinese[0].words)


def test_a_name_of_nothing_but_a_legal_form_stays() -> None:
    (name,) = organization_names("Company Limited")
    assert name.words == ("company", "limited")


@pytest.mark.parametrize("text", ["", "   ", "🙂🙂", "—", "...", "\u202e\u200b", "\x00", "؟؟"])
def test_what_holds_nothing_to_read_has_no_names(text: str) -> None:
    assert not person_names(text)
    assert not organization_names(text)


def test_a_name_of_digits_is_a_word() -> None:
    assert [name.words for name in organization_names("7-24")] == [("7", "24")]
    assert [name.words for name in person_names("4711")] == [("4711",)]


def test_very_long_names_are_cut_after_so_many_words() -> None:
    (name,) = person_names(" ".join(f"word{chr(97 + at)}" for at in range(26)))
    assert len(name.words) == MOST_WORDS


@given(st.one_of(st.text(), st.text(alphabet="аоеZo lvik.-'’0134@$深圳محمد\u200b\u202e\u0301🙂")))
def test_any_text_can_be_read_and_gives_plain_words(text: str) -> None:
    for name in (*person_names(text), *organization_names(text)):
        assert 0 < len(name.words) <= MOST_WORDS
        assert all(word.isascii() and word.isalnum() for word in name.words)
        assert all(word == word.lower() for word in name.words)
        assert name.text == text
    assert bool(person_names(text)) or not any("a" <= sign <= "z" for sign in text)


@given(st.text(max_size=40))
def test_reading_is_the_same_each_time_and_blanks_around_do_not_count(text: str) -> None:
    assert person_names(text) == person_names(text)
    read = [name.words for name in person_names(f"  {text} ")]
    assert read == [name.words for name in person_names(text)]
