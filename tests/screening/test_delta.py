from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.delta import FIELDS, compare
from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, ListedName, Source

NAMES = ("深圳蓝鲸", "محمد نموذجي", "Nguyễn Thị Mẫu", "Suharto")

names = st.lists(st.sampled_from(NAMES).map(ListedName), max_size=3).map(tuple)
days = st.lists(st.sampled_from(("1960", "~1961", "1964-02-29")), max_size=2).map(tuple)
entries = st.builds(
    Entry,
    id=st.sampled_from(("x:1", "x:2", "x:3")),
    list_name=st.just("x"),
    kind=st.sampled_from((Kind.PERSON, Kind.ORGANIZATION)),
    names=names,
    birth_dates=days,
    remarks=st.sampled_from(("", "said")),
    source=st.builds(Source, st.just("file"), st.integers(1, 9)),
)
versions = st.lists(entries, max_size=5)


def one(**told: object) -> Entry:
    entry = Entry("x:1", "x", Kind.PERSON, (ListedName("Suharto"),))
    return replace(entry, **told)  # type: ignore[arg-type] # fields by name, as a test says them


def plain(entry: Entry) -> str:
    """Write an entry so that what does not count cannot be seen."""
    told = replace(entry, source=Source("", 0))
    return " ".join(
        str(sorted({repr(v) for v in value}) if isinstance(value, tuple) else value)
        for value in (getattr(told, name) for name in ("id", *FIELDS))
    )


def slow(before: list[Entry], after: list[Entry]) -> tuple[set[str], set[str], set[str]]:
    """Tell ids added, changed and removed by looking at every id anew."""
    added, changed, removed = set(), set(), set()
    for number in {entry.id for entry in before + after}:
        old = sorted(plain(entry) for entry in before if entry.id == number)
        new = sorted(plain(entry) for entry in after if entry.id == number)
        if not old:
            added.add(number)
        elif not new:
            removed.add(number)
        elif old != new:
            changed.add(number)
    return added, changed, removed


@given(versions, versions)
def test_the_delta_is_what_looking_at_every_id_finds(
    before: list[Entry], after: list[Entry]
) -> None:
    found = compare(before, after)
    ids = (
        {entry.id for entry in found.added},
        {one.id for one in found.changed},
        {entry.id for entry in found.removed},
    )
    assert ids == slow(before, after)
    assert all(change.fields for change in found.changed)


@given(versions, versions)
def test_the_order_of_entries_makes_no_difference(
    before: list[Entry],
    after: list[Entry],
) -> None:
    shuffled = before[::-1], after[1:] + after[:1]
    assert compare(*shuffled) == compare(before, after)


@given(versions)
def test_a_version_does_not_differ_from_itself(version: list[Entry]) -> None:
    moved = [
        replace(entry, source=Source("other", 1), names=entry.names[::-1]) for entry in version
    ]
    assert not compare(version, moved)


@pytest.mark.parametrize(
    ("told", "matters"),
    [
        ({"names": (ListedName("Soeharto"),)}, True),
        ({"kind": Kind.LEGAL_ENTITY}, True),
        ({"birth_dates": ("1964-02-29",)}, True),
        ({"identifiers": (Identifier(IdKind.PASSPORT, "X1"),)}, True),
        ({"remarks": "more is known"}, False),
        ({"programmes": ("P",)}, False),
        ({"listed_on": "2027-01-01"}, False),
    ],
)
def test_a_changed_field_is_named(told: dict[str, object], *, matters: bool) -> None:
    (change,) = compare([one()], [one(**told)]).changed
    assert change.fields == tuple(told)
    assert change.matters is matters
    assert bool(compare([one()], [one(**told)]).to_search) is matters


def test_what_is_added_is_searched_for_and_what_is_removed_is_not() -> None:
    assert compare([], [one()]).to_search == (one(),)
    gone = compare([one()], [])
    assert gone
    assert gone.to_search == ()


def test_one_id_twice_is_compared_as_a_whole() -> None:
    first, second = one(), one(remarks="second row")
    assert not compare([first, second], [second, first])
    (change,) = compare([first, second], [first]).changed
    assert change.before == (first, second)


def test_values_paired_otherwise_under_one_id_are_a_change_of_everything() -> None:
    before = [one(remarks="a", listed_on="1"), one(remarks="b", listed_on="2")]
    after = [one(remarks="b", listed_on="1"), one(remarks="a", listed_on="2")]
    (change,) = compare(before, after).changed
    assert change.fields == FIELDS
