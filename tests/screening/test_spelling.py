"""Words a slip or two away: by example, and as a slow twin finds them that looks at every word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from knowntenant.screening.spelling import Deletions, edits_allowed

few_letters = st.text("abc", max_size=11)
listed = st.lists(few_letters, max_size=25, unique=True)


def near_slowly(words: list[str], word: str, most: int) -> list[tuple[int, int]]:
    """Measure the distance to every word there is; a word too short for a slip is near none."""
    found = []
    for number, other in enumerate(words):
        distance = OSA.distance(word, other)
        allowed = min(edits_allowed(len(word)), edits_allowed(len(other)), most)
        if allowed and distance <= allowed:
            found.append((number, distance))
    return found


@given(listed, few_letters, st.sampled_from([1, 2]))
def test_near_words_are_those_that_a_look_at_every_word_finds(
    words: list[str], word: str, most: int
) -> None:
    assert sorted(Deletions.of(words, most).near(word)) == near_slowly(words, word, most)


@given(few_letters, st.data())
def test_a_word_with_two_slips_finds_its_way_back(word: str, data: st.DataObject) -> None:
    slipped = word
    for _ in range(2):
        place = data.draw(st.integers(0, len(slipped)))
        slipped = slipped[:place] + data.draw(st.sampled_from(["", "x"])) + slipped[place + 1 :]
    found = [number for number, _ in Deletions.of([word]).near(slipped)]
    assert found == [0] or min(edits_allowed(len(word)), edits_allowed(len(slipped))) < 2


@pytest.mark.parametrize(("length", "slips"), [(0, 0), (3, 0), (4, 1), (5, 2), (12, 2)])
def test_short_words_may_hold_fewer_slips(length: int, slips: int) -> None:
    assert edits_allowed(length) == slips


def test_letters_that_changed_places_are_one_slip() -> None:
    assert Deletions.of(["rosneft", "gazprom"]).near("rosnetf") == [(0, 1)]


def test_slips_behind_the_first_letters_count_as_well() -> None:
    assert Deletions.of(["verkhnechonsk"]).near("verkhnechosnk") == [(0, 1)]
    assert Deletions.of(["verkhnechonsk"]).near("verkhnechxxxk") == []


@pytest.mark.parametrize("word", ["", "li", "深圳市腾讯", "محمد", "nguyễn"])
def test_short_words_and_other_scripts_are_near_nothing(word: str) -> None:
    assert Deletions.of(["", "li", "深圳市腾讯", "محمد", "nguyễn", "nguyen"]).near(word) == []


def test_an_index_of_nothing_finds_nothing() -> None:
    assert Deletions.of([]).near("rosneft") == []


def test_a_made_index_is_ready_for_use_again() -> None:
    made = Deletions.of(["rosneft"])
    again = Deletions(["rosneft"], made.hashes, made.ids, made.most)
    assert again.near("rosneftt") == made.near("rosneftt") == [(0, 1)]
