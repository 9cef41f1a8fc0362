import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.saved_names import read_names, write_names
from knowntenant.imports.saved_parts import Saved, SavedIndexError, Writing
from knowntenant.screening.index import Index
from knowntenant.screening.names import Name
from knowntenant.screening.weighing import organization_weight, person_weight
from tests.screening.naming import names_of_words

FORMS = st.sampled_from([(), ("limited",), ("limited", "partnership")])
NAMES = st.lists(st.tuples(names_of_words, FORMS), max_size=12)


def made(names: list[tuple[list[str], tuple[str, ...]]], *, trade: bool) -> Index:
    """Make an index of words with legal forms."""
    read = [(Name("", tuple(words), forms), place) for place, (words, forms) in enumerate(names)]
    return Index.of(read, organization_weight if trade else person_weight, trade=trade)


def written(index: Index) -> Writing:
    """Write an index under the name x."""
    writing = Writing()
    write_names(writing, "x", index)
    return writing


def read_back(writing: Writing, listed: int, *, trade: bool) -> Index:
    """Give it back, without a file."""
    return read_names(Saved({}, writing.parts, 0), "x", listed, trade=trade)


@given(NAMES, names_of_words, st.booleans())
def test_an_index_comes_back_and_finds_the_same(
    names: list[tuple[list[str], tuple[str, ...]]],
    words: list[str],
    trade: bool,  # noqa: FBT001 - hypothesis draws it
) -> None:
    built = made(names, trade=trade)
    found = read_back(written(built), len(names), trade=trade)
    assert found.same == built.same
    assert len(found.same) == len(built.same)
    assert list(found.forms) == list(built.forms)
    asked = Name("", tuple(words))
    assert found.candidates(found.asked(asked)) == built.candidates(built.asked(asked))
    assert [found.owners_of(name) for name in range(len(built.forms))] == [
        built.owners_of(name) for name in range(len(built.forms))
    ]


def test_names_of_the_same_words_are_found_whatever_is_asked() -> None:
    names = [(["amber", "lode"], ()), (["lode", "amber"], ()), (["amber", "lode"], ("limited",))]
    same = read_back(written(made(names, trade=True)), 3, trade=True).same
    assert same[("amber", "lode")] == [0, 2]
    assert same.get(("amber",)) is None
    assert same.get(("amber", "nowhere")) is None
    assert same.get(()) is None


def test_a_name_without_words_is_found_as_such() -> None:
    same = read_back(written(made([([], ()), (["amber"], ())], trade=True)), 2, trade=True).same
    assert same[()] == [0]


def test_parts_that_do_not_fit_together_are_refused() -> None:
    names: list[tuple[list[str], tuple[str, ...]]] = [(["amber", "lode"], ()), (["binh"], ())]
    index = made(names, trade=False)
    for part, kind in (("total", "<f4"), ("weight", "<f4"), ("shares", "<f8")):
        writing = written(index)
        writing.numbers(f"x.{part}", [0.5], kind)
        with pytest.raises(SavedIndexError, match="does not fit together: x"):
            read_back(writing, 2, trade=False)
    writing = written(index)
    writing.numbers("x.slips.ids", [0], "<i4")
    with pytest.raises(SavedIndexError, match=r"fit together: x\.slips"):
        read_back(writing, 2, trade=False)
    with pytest.raises(SavedIndexError, match=r"what is not there: x\.owner"):
        read_back(written(index), 1, trade=False)
