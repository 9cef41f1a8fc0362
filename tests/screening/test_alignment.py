"""Two names laid beside each other: which words go together, by example and as properties."""

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.alignment import Alignment, Matched, align
from knowntenant.screening.vocabulary import How
from tests.screening.naming import ask, index_of, names_of_words


def laid(asked: str, listed: str, *, trade: bool = False) -> Alignment:
    """Lay two names beside each other, the listed one alone on its list."""
    index = index_of(listed, trade=trade)
    return align(ask(index, asked), index.words_of(0), index.vocabulary.words)


def together(asked: str, listed: str, *, trade: bool = False) -> set[tuple[str, str, How]]:
    """Give which words go together, and how."""
    one, other = asked.split(), listed.split()
    return {
        (
            " ".join(one[match.asked : match.asked_end]),
            " ".join(other[match.listed : match.listed_end]),
            match.near.how,
        )
        for match in laid(asked, listed, trade=trade).matched
    }


def places(matched: list[Matched]) -> tuple[list[int], list[int]]:
    asked = [place for one in matched for place in range(one.asked, one.asked_end)]
    listed = [place for one in matched for place in range(one.listed, one.listed_end)]
    return asked, listed


anything = st.one_of(
    names_of_words,
    st.lists(st.text("abklov", min_size=1, max_size=5), min_size=1, max_size=6),
).map(" ".join)


@given(asked=anything, listed=anything, trade=st.booleans())
def test_every_word_goes_with_one_other_at_most_or_is_left_over(
    asked: str, listed: str, *, trade: bool
) -> None:
    found = laid(asked, listed, trade=trade)
    mine, theirs = places(found.matched)
    assert sorted(mine + found.asked_left) == list(range(len(asked.split())))
    assert sorted(theirs + found.listed_left) == list(range(len(listed.split())))


@given(anything, anything)
def test_no_two_words_that_are_left_over_are_near_each_other(asked: str, listed: str) -> None:
    index = index_of(listed)
    named = ask(index, asked)
    found = align(named, index.words_of(0), index.vocabulary.words)
    for i in found.asked_left:
        for j in found.listed_left:
            assert index.words_of(0)[j] not in named.near[i].near


@given(anything)
def test_the_same_name_leaves_nothing_over(text: str) -> None:
    found = laid(text, text)
    assert found.asked_left == found.listed_left == []
    assert all(one.near == (1.0, How.SAME) for one in found.matched)
    assert all(one.asked == one.listed for one in found.matched)


def test_words_go_with_the_same_words_in_any_order() -> None:
    assert together("van binh nguyen", "nguyen van binh") == {
        ("nguyen", "nguyen", How.SAME),
        ("van", "van", How.SAME),
        ("binh", "binh", How.SAME),
    }


def test_the_nearest_words_go_together_first() -> None:
    assert together("zolvik zolpik", "zolpik zolvik") == {
        ("zolvik", "zolvik", How.SAME),
        ("zolpik", "zolpik", How.SAME),
    }
    left = laid("zolpik zolvik", "zolvik")
    assert left.asked_left == [0]


def test_of_words_equally_near_those_at_the_same_place_go_together() -> None:
    found = laid("al binh al", "al nguyen al")
    assert {(one.asked, one.listed) for one in found.matched} == {(0, 0), (2, 2)}


def test_one_word_stands_for_two_or_three_on_either_side() -> None:
    assert together("amberlode trading", "amber lode trading") == {
        ("amberlode", "amber lode", How.JOINED),
        ("trading", "trading", How.SAME),
    }
    assert ("abd el rahim", "abdelrahim", How.JOINED) in together("abd el rahim", "abdelrahim")


def test_a_long_joined_word_may_hold_a_slip_and_a_short_one_not() -> None:
    assert together("amberlodde", "amber lode") == {("amberlodde", "amber lode", How.JOINED)}
    assert ("lihoa", "li hoo", How.JOINED) not in together("lihoa", "li hoo")
    assert together("abc", "a bc") != {("abc", "a bc", How.JOINED)}


def test_words_apart_from_each_other_are_not_joined() -> None:
    assert not any(how is How.JOINED for *_, how in together("amberlode", "amber trading lode"))


def test_an_initial_goes_with_a_word_it_begins_once_nothing_else_does() -> None:
    assert together("j binh", "joseph binh") == {
        ("j", "joseph", How.INITIAL),
        ("binh", "binh", How.SAME),
    }
    assert ("joseph", "j", How.INITIAL) in together("joseph binh", "j binh")
    found = laid("j j binh", "joseph binh")
    assert found.asked_left == [1]
    assert laid("k binh", "joseph binh").asked_left == [0]


def test_a_word_that_begins_another_without_being_an_initial_is_left_over() -> None:
    found = laid("ja binh", "joseph binh")
    assert (found.asked_left, found.listed_left) == ([0], [0])
