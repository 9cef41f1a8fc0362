import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.saved_entries import (
    decoded,
    encoded,
    read_grouped,
    read_listed,
    write_grouped,
    write_listed,
)
from knowntenant.imports.saved_parts import Saved, SavedIndexError, Writing
from knowntenant.screening.entry import Entry
from knowntenant.screening.listed import Listed
from tests.imports.saving import entries
from tests.screening import worlds

ANY = worlds.entry_at(1)


def read_back(writing: Writing) -> Saved:
    """Give what was written, without a file."""
    return Saved({}, writing.parts, 0)


@given(ANY)
def test_an_entry_comes_back_from_its_line(entry: Entry) -> None:
    assert decoded(encoded(entry)) == entry


def test_an_entry_comes_back_with_everything_and_stays_in_one_line() -> None:
    for entry in entries(20):
        assert encoded(entry).count(b"\n") == 1
        assert decoded(encoded(entry)) == entry


def test_entries_are_decoded_once_and_only_when_asked_for() -> None:
    writing = Writing()
    write_listed(writing, Listed.of(entries(10)))
    listed = read_listed(read_back(writing))
    assert listed.entries[3] is listed.entries[3]
    assert listed.entries[-1] == entries(10)[-1]
    assert listed.entries[2:4] == entries(10)[2:4]
    with pytest.raises(IndexError):
        listed.entries[11]


def test_names_are_found_by_entry_as_they_are_when_built() -> None:
    built = Listed.of(entries(30))
    writing = Writing()
    write_listed(writing, built)
    listed = read_listed(read_back(writing))
    for number in range(len(built.entries)):
        assert listed.names_of(number) == built.names_of(number)
    assert listed.names[1:3] == built.names[1:3]
    assert listed.numbers["x:1"] == 1  # of two that share an id the first


@given(st.dictionaries(st.text(), st.lists(st.integers(0, 7), min_size=1)))
def test_numbers_by_a_word_come_back(grouped: dict[str, list[int]]) -> None:
    writing = Writing()
    write_grouped(writing, "x", grouped)
    found = read_grouped(read_back(writing), "x", 8)
    assert dict(found) == grouped
    assert len(found) == len(grouped)
    assert found.get("no such word at all") == grouped.get("no such word at all")


def test_parts_that_do_not_fit_together_are_refused() -> None:
    writing = Writing()
    write_listed(writing, Listed.of(entries(10)))
    writing.texts("ids", ["only one"])
    with pytest.raises(SavedIndexError):
        read_listed(read_back(writing))
    write_listed(writing, Listed.of(entries(10)))
    writing.numbers("names.weak", [0], "|u1")
    with pytest.raises(SavedIndexError, match="entries"):
        read_listed(read_back(writing))
    write_grouped(writing, "x", {"a": [1]})
    writing.texts("x.words", ["a", "b"])
    with pytest.raises(SavedIndexError, match="does not fit together: x"):
        read_grouped(read_back(writing), "x", 2)
