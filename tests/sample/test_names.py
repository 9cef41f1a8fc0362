import unicodedata
from pathlib import Path

import pytest

from knowntenant.facts.places import find
from knowntenant.sample.names import abroad, ascii_word, countries
from tests.sample.making import chance, lines

SCRIPTS = {
    "ARABIC", "ARMENIAN", "BENGALI", "CJK", "CYRILLIC", "DEVANAGARI", "ETHIOPIC", "GEORGIAN",
    "GREEK", "HANGUL", "HEBREW", "HIRAGANA", "KATAKANA", "KHMER", "LATIN", "SINHALA", "THAI",
}  # fmt: skip


def test_there_are_more_than_forty_countries_and_all_of_them_are_places() -> None:
    assert len(countries()) > 40
    assert all(find(code) for code in countries())
    assert "US" not in abroad()


def test_names_stand_in_the_scripts_of_their_countries(harborgrid: Path) -> None:
    names = "".join(line["name"] for line in lines(harborgrid, "customers"))
    found = {unicodedata.name(sign).split()[0] for sign in names if sign.isalpha()}
    assert found >= SCRIPTS


@pytest.mark.parametrize(
    ("code", "form"),
    [("DE", "GmbH"), ("CN", "有限公司"), ("AE", "ش.ذ.م.م"), ("EG", "ش.م.م"),
     ("RU", "ООО"),  # noqa: RUF001 - Cyrillic is meant
     ("JP", "株式会社"), ("MX", "S.A. de C.V."), ("VN", "Công ty TNHH")],
)  # fmt: skip
def test_companies_have_the_forms_of_their_countries(code: str, form: str) -> None:
    assert any(form in firm for firm in countries()[code].firms)


def test_some_people_have_one_name() -> None:
    name, word = countries()["ID"].name(chance(1))
    assert " " not in name
    assert word == name.casefold()


def test_every_name_gives_a_word_for_an_address() -> None:
    for n, country in enumerate(countries().values()):
        assert len(country.latin) in {0, len(country.family)}, country.code
        word = country.name(chance(n))[1]
        assert word.isascii()
        assert word not in {"", "post"}, country.code


@pytest.mark.parametrize(
    ("text", "word"), [("Nguyễn", "nguyen"), ("Młyński-Ø", "mlynskio"), ("深圳", "post")]
)
def test_letters_lose_their_accents_in_an_address(text: str, word: str) -> None:
    assert ascii_word(text) == word
