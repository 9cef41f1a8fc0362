"""What an alignment adds up to: every sum by example, and their bounds as properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.alignment import align
from knowntenant.screening.comparison import MORE, MOST_LEFT, SOME, Comparison, compare
from knowntenant.screening.features import NAMES, TAKE
from tests.screening.naming import ask, even, index_of, names_of_words

ROUND = 0.05  # what keeps shares of nothing from being a division by nothing


def compared(  # noqa: PLR0913 - two names with all that is told of them
    asked: str,
    listed: str,
    *,
    forms: tuple[str, ...] = (),
    listed_forms: tuple[str, ...] = (),
    weights: dict[str, float] | None = None,
    trade: bool = False,
) -> Comparison:
    """Compare two names of plain words; a word weighs a half where nothing is said."""
    index = index_of(listed, trade=trade)
    named = ask(index, asked, forms)
    told = weights or {}
    mine = tuple(told.get(word, even(word, 0)) for word in asked.split())
    named = type(named)(named.name, mine, named.near, named.extra, sum(mine))
    worth = [told.get(word, even(word, 0)) for word in listed.split()]
    laid = align(named, index.words_of(0), index.vocabulary.words)
    return compare(named, listed_forms, worth, laid)


def test_what_goes_together_counts_up_to_two_bounds() -> None:
    assert compared("binh", "binh").matched == 0
    two = compared("binh nguyen", "binh nguyen")
    assert two.matched == pytest.approx(1 - SOME)
    assert two.matched_much == 0
    many = "binh nguyen van mohammed amber lode"
    assert compared(many, many).matched == pytest.approx(MORE - SOME)
    assert compared(many, many).matched_much == pytest.approx(MORE)


def test_what_is_left_over_counts_on_its_own_side() -> None:
    mine = compared("binh amber", "binh")
    assert (mine.asked_only, mine.listed_only) == (0.5, 0)
    assert mine.asked_share == pytest.approx(0.5 / (1 + ROUND))
    theirs = compared("binh", "binh amber")
    assert (theirs.asked_only, theirs.listed_only) == (0, 0.5)
    assert theirs.listed_share == pytest.approx(0.5 / (1 + ROUND))
    assert mine.contradiction == theirs.contradiction == 0


def test_words_left_over_on_both_sides_contradict_each_other() -> None:
    both = compared("binh amber lode", "binh bank", weights={"bank": 0.3})
    assert both.contradiction == pytest.approx(0.3)
    assert both.contradiction_share == pytest.approx(0.3 / (0.8 + ROUND))
    assert compared("a1 b1 c1 d1", "e2 f2 g2 h2").contradiction == 1.0
    assert compared("a1 b1 c1 d1", "e2 f2 g2 h2").asked_only == MOST_LEFT


def test_a_misspelt_word_weighs_what_it_is_meant_for() -> None:
    found = compared("binh zolpik", "binh zolvik", weights={"zolpik": 0.9, "zolvik": 0.4})
    assert found.matched == pytest.approx(0.5 + 0.4 - SOME)


def test_words_written_as_one_weigh_as_much_as_either_side_does() -> None:
    weights = {"amber": 0.3, "lode": 0.3, "amberlode": 0.9}
    one = compared("amberlode", "amber lode", weights=weights)
    assert one.joined == pytest.approx(0.6 / (0.6 + ROUND))
    two = compared("amber lode", "amberlode", weights=weights)
    assert two.joined == pytest.approx(0.9 / (0.9 + ROUND))


def test_the_rarest_words_differ_or_go_together() -> None:
    weights = {"zolvik": 0.9, "lode": 0.8}
    found = compared("zolvik amber", "zolvik amber lode", weights=weights)
    assert found.rarest_asked == found.rarest_listed == 0
    found = compared("zolvik amber", "lode amber", weights=weights)
    assert found.rarest_asked == found.rarest_listed == 1
    found = compared("zolpik", "zolvik", weights={"zolvik": 0.9})
    assert found.rarest_asked == pytest.approx(0.14)


def test_names_that_end_in_other_words_are_told() -> None:
    assert compared("binh amber", "binh lode").last_word
    assert not compared("amber binh", "lode binh").last_word
    assert not compared("binh amber", "binh").last_word
    assert not compared("binh amber", "lode binh").last_word


def test_names_are_the_same_word_by_word_and_in_order() -> None:
    same = compared("binh nguyen", "binh nguyen")
    assert same.same_name
    assert not same.order
    turned = compared("nguyen binh", "binh nguyen")
    assert turned.same_name
    assert turned.order
    assert not compared("zolpik", "zolvik").same_name
    assert not compared("binh", "binh nguyen").same_name


@pytest.mark.parametrize(
    ("asked", "listed", "feature", "trade"),
    [
        ("zolvik", "zolwik", "sound", False),
        ("peter", "pyotr", "group", False),
        ("tech", "technology", "synonym", True),
        ("zolvik", "zolpik", "one_slip", False),
        ("bill", "william", "nickname", False),
        ("zolvikano", "azulviken", "sound_near", False),
        ("zolvik", "zolpikk", "two_slips", False),
        ("amberlode", "amber lode", "joined", False),
        ("j", "joseph", "initial", False),
    ],
)
def test_each_way_of_going_together_has_its_share(
    asked: str, listed: str, feature: str, *, trade: bool
) -> None:
    found = compared(asked, listed, trade=trade)
    matched = 0.5 * max(len(asked.split()), len(listed.split()))
    assert getattr(found, feature) == pytest.approx(matched / (matched + ROUND))
    ways = ("sound", "group", "synonym", "one_slip", "nickname", "sound_near", "two_slips",
            "joined", "initial")  # fmt: skip
    assert sum(getattr(found, way) for way in ways) == getattr(found, feature)


def test_slips_count_more_where_only_one_telling_word_goes_together() -> None:
    one = compared("zolpik", "zolvik")
    assert one.slips == one.slips_one_word == pytest.approx(0.5 * 0.14 / 0.55)
    two = compared("binh zolpik", "binh zolvik")
    assert two.slips == pytest.approx(0.5 * 0.14 / 1.05)
    assert two.slips_one_word == 0


def test_an_initial_counts_more_where_words_are_left_over() -> None:
    assert compared("j binh", "joseph binh").initial_left == 0
    found = compared("j binh", "joseph binh nguyen")
    assert found.initial_left == pytest.approx(0.5 / 1.05 * 0.5 / 1.55)


def test_legal_forms_are_compared_where_both_names_have_one() -> None:
    other = compared("amber", "amber", forms=("llc",), listed_forms=("partnership",))
    assert (other.form_other, other.form_lost) == (True, False)
    same = compared("amber", "amber", forms=("llc",), listed_forms=("llc",))
    assert (same.form_other, same.form_lost) == (False, False)
    lost = compared("amber", "amber", forms=("llc",))
    assert (lost.form_other, lost.form_lost) == (False, True)


@given(asked=names_of_words.map(" ".join), listed=names_of_words.map(" ".join), trade=st.booleans())
def test_what_features_see_stays_within_its_bounds(asked: str, listed: str, *, trade: bool) -> None:
    found = compared(asked, listed, trade=trade)
    values = dict(zip((one.name for one in NAMES), TAKE.of_name(found), strict=True))
    for name, value in values.items():
        most = {"matched_much": MORE, "asked_only": MOST_LEFT, "listed_only": MOST_LEFT,
                "initial_left": 2.0}  # fmt: skip
        assert 0 <= value <= most.get(name, 1.0), name


@given(names_of_words.map(" ".join), names_of_words.map(" ".join))
def test_sameness_is_the_same_from_either_side(one: str, other: str) -> None:
    assert compared(one, other).same_name == compared(other, one).same_name
    assert compared(one, one).same_name
