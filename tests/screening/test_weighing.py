"""What a word weighs: more the rarer it is, and never nothing or more than one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.weighing import (
    LEAST_OF_A_NAME,
    LEAST_OF_A_WORD,
    SMALL,
    organization_weight,
    person_weight,
)
from tests.screening.naming import WORDS

share = st.floats(0, 1)
some_word = st.one_of(st.sampled_from(WORDS), st.text("abcxyz", min_size=1, max_size=8))


@given(some_word, share, share)
def test_a_rarer_word_never_weighs_less(word: str, one: float, other: float) -> None:
    rare, frequent = sorted((one, other))
    assert person_weight(word, rare) >= person_weight(word, frequent)
    assert organization_weight(word, rare) >= organization_weight(word, frequent)


@given(some_word, share)
def test_weights_lie_between_a_little_and_one(word: str, held: float) -> None:
    assert min(SMALL, LEAST_OF_A_NAME) <= person_weight(word, held) <= 1
    assert min(SMALL, LEAST_OF_A_WORD) <= organization_weight(word, held) <= 1


@pytest.mark.parametrize("word", ["j", "al", "bin", "von"])
def test_initials_and_particles_weigh_little(word: str) -> None:
    assert person_weight(word, 0) == SMALL


def test_a_single_letter_weighs_little_in_a_company_too() -> None:
    assert organization_weight("a", 0) == SMALL


def test_a_frequent_name_weighs_less_than_one_that_nobody_bears() -> None:
    assert person_weight("nguyen", 0) < person_weight("zolvik", 0)
    assert person_weight("zolvik", 1) == LEAST_OF_A_NAME


def test_a_generic_word_weighs_less_than_one_of_its_own() -> None:
    assert organization_weight("trading", 0) < organization_weight("zolvik", 0) / 2
    assert organization_weight("the", 1) == LEAST_OF_A_WORD
