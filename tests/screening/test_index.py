"""Which names come into question: by example, and as a slow twin with dictionaries finds them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.index import FEWEST, LEAST_COVER, MOST_CANDIDATES, Asked, Index
from knowntenant.screening.names import Name
from knowntenant.screening.vocabulary import Neighbours
from tests.screening.naming import WORDS, ask, even, index_of, names_of_words

worlds = st.lists(names_of_words.map(" ".join), max_size=12)


def covers(index: Index, asked: Asked) -> dict[int, float]:
    """Work out with dictionaries how well each name and the one asked about cover each other."""
    found = {}
    for name in range(len(index.total)):
        words = set(index.words_of(name))
        weights = {word: float(index.weight[word]) for word in words}
        total = sum(float(index.weight[word]) for word in index.words_of(name))
        reached = sum(gained(one, weights) for one in (*asked.near, *asked.extra))
        found[name] = 2 * min(reached, total) / (asked.total + total)
    return found


def gained(near: Neighbours, weights: dict[int, float]) -> float:
    """Give what the nearest of a name's words gains, and of equally near ones the last."""
    gain = 0.0
    for word, one in zip(near.ids.tolist(), near.gain.tolist(), strict=True):
        gain = one * weights[word] if word in weights else gain
    return gain


@given(names=worlds, text=names_of_words.map(" ".join), trade=st.booleans())
def test_candidates_are_the_names_that_cover_enough(
    names: list[str], text: str, *, trade: bool
) -> None:
    index = index_of(*names, trade=trade)
    asked = ask(index, text)
    cover = covers(index, asked)
    found = index.candidates(asked)
    assert {name for name in cover if cover[name] > LEAST_COVER + 1e-5} <= set(found)
    assert all(cover[name] > LEAST_COVER - 1e-5 for name in found)
    order = [cover[name] for name in found]
    assert all(one >= other - 1e-5 for one, other in pairwise(order))


@given(worlds)
def test_every_name_finds_itself_among_few(names: list[str]) -> None:
    index = index_of(*names)
    for number, text in enumerate(names):
        owners = [index.owners_of(name) for name in index.candidates(ask(index, text))]
        assert any(number in bearers for bearers in owners)


@given(names=worlds, trade=st.booleans())
def test_names_words_and_owners_are_kept_as_they_came(names: list[str], *, trade: bool) -> None:
    index = index_of(*names, trade=trade)
    words = index.vocabulary.words
    for number, text in enumerate(names):
        (name,) = index.read_from(number)
        assert [words[word] for word in index.words_of(name)] == text.split()
        assert number in index.owners_of(name)
    assert len(index.total) == len(set(names))


@given(worlds)
def test_a_share_is_how_many_names_hold_a_word_of_ten_thousand_at_least(names: list[str]) -> None:
    index = index_of(*names)
    kept = set(names)
    for word in WORDS:
        held = sum(word in name.split() for name in kept)
        assert index.share(word) == pytest.approx(held / max(len(kept), FEWEST))


def test_shares_that_were_frozen_are_not_counted_anew() -> None:
    names = [(Name("amber", ("amber",)), 0)]
    frozen = {"amber": 0.25}
    index = Index.of(names, lambda _, share: share, trade=False, shares=frozen)
    assert index.share("amber") == 0.25
    assert index.weights == [0.25]
    assert ask(index, "zolvik").weights == (0.0,)


def test_an_index_of_nothing_has_no_candidates() -> None:
    index = index_of()
    assert index.candidates(ask(index, "zolvik trading")) == []


def test_no_more_than_the_closest_names_are_looked_at() -> None:
    letters = "bcdfghjklmnpqrstvwxz"
    names = [f"zolvik {a}{b}{a}{b}{c}q" for a in letters for b in letters for c in "bc"]
    listed = [(Name(text, tuple(text.split())), at) for at, text in enumerate(["zolvik", *names])]
    index = Index.of(listed, lambda word, _: 0.5 if word == "zolvik" else 0.1, trade=False)
    found = index.candidates(ask(index, "zolvik"))
    assert len(found) == MOST_CANDIDATES
    assert found[0] == 0


def test_words_written_as_one_or_apart_are_found() -> None:
    index = index_of("amberlode trading", "zolvik trading")
    assert index.candidates(ask(index, "amber lode trading"))[:1] == [0]
    apart = index_of("amber lode", "zolvik trading")
    assert apart.candidates(ask(apart, "amberlode"))[:1] == [0]


def test_a_word_is_cut_into_words_of_the_list_only_where_it_is_none_itself() -> None:
    index = index_of("amber lode", "amberlode")
    assert len(ask(index, "amberlode").extra) == 0
    assert len(ask(index_of("amber lode"), "amberlode").extra) == 2
    assert len(ask(index_of("amber al"), "alamber").extra) == 2
    assert len(ask(index_of("amber a"), "aamber").extra) == 0


def test_a_misspelt_word_weighs_no_more_than_what_it_may_be_meant_for() -> None:
    def weigh(word: str, _share: float) -> float:
        return 0.1 if word == "trading" else 0.9

    index = Index.of([(Name("trading", ("trading",)), 0)], weigh, trade=True)
    asked = ask(index, "tradings")
    assert asked.weights == (0.9,)
    assert asked.total == pytest.approx(0.1)
    assert ask(index, "zolvik").total == pytest.approx(0.9)


def test_other_legal_forms_make_another_name() -> None:
    names = [Name("a", ("amber",), ("llc",)), Name("b", ("amber",), ("jsc",))]
    index = Index.of([(one, number) for number, one in enumerate(names)], even, trade=True)
    assert list(index.forms) == [("llc",), ("jsc",)]
    assert len(index.total) == 2
