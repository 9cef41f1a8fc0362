import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.screening.customer_words import CustomerWords, Keyed, Texts
from knowntenant.screening.vocabulary import Vocabulary
from tests.screening.rescreen_worlds import WORDS

PLAIN = sorted({word for word in WORDS if word.isascii()} | {"mar", "maria", "marianna", "7"})
words = st.sets(
    st.one_of(st.sampled_from(PLAIN), st.text("abehimnorsty", min_size=1, max_size=8)), max_size=30
)


def test_texts_are_read_one_by_one() -> None:
    texts = Texts.of(["a", "", "bcd"])
    assert list(texts) == ["a", "", "bcd"]
    assert texts[1:] == ["", "bcd"]
    index = CustomerWords.of(["a", "c"], trade=False)
    assert (index.find("c"), index.find("b")) == (1, -1)
    with pytest.raises(IndexError):
        texts[3]
    assert list(Texts.of([])) == []


def test_numbers_lie_under_their_keys() -> None:
    keyed = Keyed.of(["x", "y", "x"], [5, 6, 7])
    assert sorted(keyed.under("x").tolist()) == [5, 7]
    assert keyed.under("z").tolist() == []


@pytest.mark.parametrize("trade", [False, True])
@settings(max_examples=80, deadline=None)
@given(words, words)
def test_no_word_is_passed_over_that_a_vocabulary_finds_near(
    trade: bool,  # noqa: FBT001 - a parameter of the test
    listed: set[str],
    asked: set[str],
) -> None:
    vocabulary = Vocabulary.of(listed, trade=trade)
    ordered = sorted(asked)
    index = CustomerWords.of(ordered, trade=trade)
    index = CustomerWords.of_arrays(index.arrays)
    for place, word in enumerate(ordered):
        for number in vocabulary.neighbours(word).near:
            assert place in index.near(vocabulary.words[number], sorted(listed)).tolist()
