"""Tests of the groups of spellings that are one name, and of the tables they are read from."""

import pytest

from knowntenant.screening.scripts import tables
from knowntenant.screening.scripts.clean import clean
from knowntenant.screening.scripts.groups import equivalents


@pytest.mark.parametrize(
    ("one", "other"),
    [("محمد", "mohamed"), ("משה", "moshe"), ("穆罕默德", "muhammad"), ("aleksandr", "aleksander")],
)
def test_spellings_of_one_name_share_a_group(one: str, other: str) -> None:
    assert any(name.startswith("Q") for name in equivalents(one) & equivalents(other))


@pytest.mark.parametrize(("name", "nickname"), [("robert", "bob"), ("aleksandr", "sasha")])
def test_nicknames_share_a_group_of_their_own_kind(name: str, nickname: str) -> None:
    assert any(group.startswith("N") for group in equivalents(name) & equivalents(nickname))


def test_other_names_share_none() -> None:
    assert not equivalents("ali") & equivalents("hassan")
    assert equivalents("") == frozenset()
    assert equivalents("xqzzw") == frozenset()


@pytest.mark.parametrize(
    "name", ["arabic_words", "hanja", "japanese_words", "name_groups", "script_words"]
)
def test_a_table_says_its_source_and_holds_two_cells_a_row(name: str) -> None:
    found = tables.rows(name)
    assert found
    assert all(len(row) == 2 and all(row) for row in found)


def test_every_word_of_a_group_is_clean() -> None:
    words = {word for _, line in tables.rows("name_groups") for word in line.split()}
    assert [word for word in sorted(words)[::20] if clean(word) != word] == []
