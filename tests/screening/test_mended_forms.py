"""Misspelt legal forms put right, and all other words left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.legal_forms import form_words
from knowntenant.screening.mended_forms import mend_forms

FORMS = sorted(form_words())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("limitted", "limited"),
        ("limmited", "limited"),
        ("coorporation", "corporation"),
        ("corporaton", "corporation"),
        ("lltd", "ltd"),
        ("ltdd", "ltd"),
    ],
)
def test_doubled_letters_and_single_slips_are_mended(written: str, meant: str) -> None:
    assert mend_forms(["zolvik", written]) == ["zolvik", meant]


@pytest.mark.parametrize("word", ["", "li", "zolvik", "nguyen", "lid", "united", "binh", "oo"])
def test_words_that_are_no_forms_stay(word: str) -> None:
    assert mend_forms([word]) == [word]


@given(st.lists(st.sampled_from(FORMS), max_size=4))
def test_forms_that_are_spelled_right_stay(words: list[str]) -> None:
    assert mend_forms(words) == words


@given(st.lists(st.text("abcdefilmortn", max_size=10), max_size=4))
def test_mending_is_done_once_and_loses_no_word(words: list[str]) -> None:
    once = mend_forms(words)
    assert len(once) == len(words)
    assert mend_forms(once) == once
