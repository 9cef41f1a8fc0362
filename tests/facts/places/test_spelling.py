import pytest

from knowntenant.facts.places import UNKNOWN_WORDS
from knowntenant.facts.places.spelling import key, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Việt Nam", "VIETNAM"),
        ("Côte d’Ivoire", "cote d'ivoire"),  # noqa: RUF001 (a curly apostrophe is the case)
        ("TÜRKİYE", "turkiye"),
        ("ＵＳ", "us"),  # noqa: RUF001 (full-width letters are the case)
        ("U. S. A.", "usa"),
        ("Antigua & Barbuda", "Antigua and Barbuda"),
        ("Gambia (the)", "The Gambia"),
        ("  Hong\u00a0Kong\n", "HongKong"),
        ("\u200fمصر\u200f", "مصر"),
        ("الإمارات", "الامارات"),
        ("السعوديـــة", "السعودية"),
        ("Dağlıq Qarabağ", "DAGLIQ QARABAG"),  # noqa: RUF001 (a dotless i is the case)
        ("Føroyar", "Foroyar"),
        ("Hawaiʻi", "hawaii"),  # noqa: RUF001 (a turned comma is the case)
    ],
)
def test_spellings_that_differ_in_form_only_compare_as_one(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Niger", "Nigeria"),
        ("Nether", "Ner"),  # the article is a word, not three letters
        ("भारत", "भरत"),  # a vowel sign is part of the word
        ("US", "\u0405S"),  # the second begins with a Cyrillic letter
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_words_for_no_answer_are_kept_as_they_are_compared() -> None:
    assert {plain(word) for word in UNKNOWN_WORDS} == UNKNOWN_WORDS
