"""Entries as columns: their names, their numbers, and who bears them."""

from hypothesis import given

from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, NameKind
from knowntenant.screening.listed import ORGANIZATIONS, PEOPLE, Listed
from tests.screening.naming import person, thing
from tests.screening.worlds import lists


@given(lists)
def test_every_name_stands_with_its_entry_and_its_strength(entries: tuple[Entry, ...]) -> None:
    listed = Listed.of(iter(entries))
    assert list(listed.entries) == list(entries)
    for number, entry in enumerate(entries):
        told = [listed.names[place] for place in listed.names_of(number)]
        assert [one.text for one in told] == [name.text for name in entry.names]
        assert [one.weak for one in told] == [name.kind is NameKind.WEAK for name in entry.names]
        assert {one.entry for one in told} <= {number}


def test_numbers_are_found_however_they_are_written() -> None:
    number = Identifier(IdKind.PASSPORT, "b-123 456")
    listed = Listed.of([thing(Kind.PERSON, "1", "A"), thing(Kind.PERSON, "2", numbers=(number,))])
    assert listed.bearers == {"B123456": [1]}
    assert list(listed.names_of(1)) == []


def test_of_two_entries_with_one_id_the_first_is_found_by_it() -> None:
    listed = Listed.of([person("1", "Amber"), person("1", "Lode")])
    assert len(listed.entries) == 2
    assert listed.numbers == {"x:1": 0}


def test_every_kind_of_entry_is_searched_somewhere() -> None:
    assert set(Kind) == PEOPLE | ORGANIZATIONS
