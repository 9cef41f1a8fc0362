"""Which words of a list are near a word: each way by example, and all of them by a slow twin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from knowntenant.screening import vocabulary
from knowntenant.screening.scripts.groups import equivalents
from knowntenant.screening.scripts.skeleton import skeleton
from knowntenant.screening.spelling import edits_allowed
from knowntenant.screening.vocabulary import (
    FIXED,
    LEAST_NEAR,
    SOUND,
    SOUND_NEAR,
    How,
    Near,
    Vocabulary,
)
from knowntenant.screening.word_tables import synonyms

KNOWN = ["mohammed", "muhamed", "yusuf", "joseph", "bill", "william", "peter", "pyotr", "tech"]
TRADE = ["technology", "tech", "trading", "bank", "banco", "intl", "international"]
few_letters = st.text("aklv", min_size=1, max_size=9)
some_words = st.one_of(few_letters, st.sampled_from([*KNOWN, *TRADE]))


def near(one: str, other: str, *, trade: bool = False) -> Near | None:
    """Give how near a word is to the only word of a list."""
    return Vocabulary.of([other], trade=trade).neighbours(one).near.get(0)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("zolvik", "zolvik", How.SAME),
        ("zolvik", "zolwik", How.SOUND),
        ("oyudzhov", "ayoujov", How.SOUND),
        ("peter", "pyotr", How.GROUP),
        ("zolvik", "zolpik", How.TYPO1),
        ("bill", "william", How.NICKNAME),
        ("zolv", "zolvikano", How.SHORT),
        ("zolvikano", "azulviken", How.SOUND_NEAR),
        ("zolvik", "zolpikk", How.TYPO2),
    ],
)
def test_words_of_people_are_near_in_many_ways_and_both_ways_alike(
    one: str, other: str, how: How
) -> None:
    found = near(one, other)
    assert found is not None
    assert found.how is how
    assert near(other, one) == found


def test_notions_of_companies_count_among_companies_only() -> None:
    assert near("tech", "technology", trade=True) == FIXED[How.SYNONYM]
    assert near("bill", "william", trade=True) is None


def test_other_words_are_near_nothing() -> None:
    assert near("zolvik", "amberlode") is None


def test_the_surer_way_counts_where_two_words_are_near_in_several() -> None:
    assert near("mohammed", "mohammed") == (1.0, How.SAME)
    found = near("mohammed", "muhammed")
    assert found is not None
    assert found.similarity >= FIXED[How.GROUP].similarity


def test_the_beginning_of_many_words_stands_for_none_of_them() -> None:
    words = [f"zol{chr(97 + place // 26)}{chr(97 + place % 26)}qqqq" for place in range(41)]
    assert Vocabulary.of(words[:40], trade=False).neighbours("zol").near
    assert Vocabulary.of(words, trade=False).neighbours("zol").near == {}
    assert Vocabulary.of(["zol"], trade=False).neighbours(words[0]).near == {0: (0.7, How.SHORT)}


def by_hand(words: list[str], word: str, *, trade: bool) -> dict[int, Near]:
    """Compare a word with every word of a list, in every way."""
    beginning = sum(other.startswith(word) for other in words) <= vocabulary.MOST_BEGINNINGS
    found = {}
    for number, other in enumerate(words):
        ways = [*spelled(word, other), *sounding(word, other), *kindred(word, other, trade=trade)]
        short, long = sorted((word, other), key=len)
        if len(short) >= 3 and long.startswith(short) and (beginning or short == other):
            ways.append(FIXED[How.SHORT])
        if ways:
            found[number] = max(ways, key=lambda one: one.similarity)
    return found


def spelled(word: str, other: str) -> list[Near]:
    distance = OSA.distance(word, other)
    if word == other:
        return [Near(1.0, How.SAME)]
    if distance > min(edits_allowed(len(word)), edits_allowed(len(other))):
        return []
    loss = (0.7 if distance == 1 else 2.2) / (max(len(word), len(other)) - 1)
    loss += 0.05 if word[0] != other[0] else 0
    return [Near(max(1 - loss, 0.1), How.TYPO1 if distance == 1 else How.TYPO2)]


def sounding(word: str, other: str) -> list[Near]:
    one, two = skeleton(word), skeleton(other)
    letters = OSA.normalized_similarity(word, other)
    ways = []
    if one == two and one:
        ways = [Near(SOUND[0] + SOUND[1] * letters, How.SOUND)]
    elif OSA.distance(one, two) == 1 and min(len(one), len(two)) >= 4:
        ways = [Near(SOUND_NEAR[0] + SOUND_NEAR[1] * letters, How.SOUND_NEAR)]
    return [way for way in ways if way.similarity >= LEAST_NEAR]


def kindred(word: str, other: str, *, trade: bool) -> list[Near]:
    if trade:
        return [FIXED[How.SYNONYM]] if synonyms(word) & synonyms(other) else []
    hows = [
        How.NICKNAME if group.startswith("N") else How.GROUP
        for group in equivalents(word) & equivalents(other)
    ]
    return [FIXED[how] for how in hows]


@given(words=st.lists(some_words, max_size=20, unique=True), word=some_words, trade=st.booleans())
def test_neighbours_are_those_that_a_look_at_every_word_finds(
    words: list[str], word: str, *, trade: bool
) -> None:
    made = Vocabulary.of(words, trade=trade)
    found = made.neighbours(word)
    slowly = by_hand(sorted(words), word, trade=trade)
    assert {number: round(one.similarity, 9) for number, one in found.near.items()} == {
        number: round(one.similarity, 9) for number, one in slowly.items()
    }
    assert sorted(found.ids.tolist()) == sorted(found.near)


@given(one=some_words, other=some_words, trade=st.booleans())
def test_nearness_is_the_same_from_either_side(one: str, other: str, *, trade: bool) -> None:
    there, back = near(one, other, trade=trade), near(other, one, trade=trade)
    assert (there and round(there.similarity, 9)) == (back and round(back.similarity, 9))


@given(st.lists(some_words, max_size=20, unique=True), some_words)
def test_the_nearest_stand_last_and_gain_most(words: list[str], word: str) -> None:
    found = Vocabulary.of(words, trade=False).neighbours(word)
    assert sorted(found.gain.tolist()) == found.gain.tolist()
    for number, gain in zip(found.ids.tolist(), found.gain.tolist(), strict=True):
        assert gain == pytest.approx(0.5 + 0.5 * found.near[number].similarity)


def test_words_written_as_one_are_the_same_or_sound_the_same_and_no_more() -> None:
    made = Vocabulary.of(["zolvik", "zolwik", "zolpik"], trade=False)
    assert {how for _, how in made.whole("zolvik").near.values()} == {How.SAME, How.SOUND}
    assert made.whole("amberlode").near == {}


def test_neighbours_are_remembered_but_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "MEMORY", 2)
    made = Vocabulary.of(["zolvik"], trade=False)
    first = made.neighbours("zolvik")
    assert made.neighbours("zolvik") is first
    made.neighbours("amber")
    made.neighbours("lode")
    again = made.neighbours("zolvik")
    assert again is not first
    assert again.near == first.near


def test_words_stand_once_in_the_order_of_the_alphabet() -> None:
    made = Vocabulary.of(["zolvik", "amber", "zolvik"], trade=True)
    assert made.words == ["amber", "zolvik"]
    assert made.number == {"amber": 0, "zolvik": 1}
