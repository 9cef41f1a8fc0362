"""Under whose ids trees are told, on which days, and what they do not overrule."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.facts.record import Record
from knowntenant.facts.types import (
    Contact,
    Customer,
    Ownership,
    Parent,
    Person,
    Presence,
    UnnamedParent,
)
from knowntenant.imports.trees.records import not_overruling, records
from knowntenant.imports.trees.telling import Notes, Telling
from tests.imports.trees.planting import LEARNED, setting


def test_two_customers_that_are_one_company_are_both_told_of() -> None:
    telling = Telling(Parent, {"child": "L1", "parent": "L2"}, "rr.csv", 2, "GLEIF level 2")
    found = list(records([telling], setting({"L1": ("C1", "C2")}), Notes()))
    assert [one.values for one in found] == [
        {"child": "C1", "parent": "L2"},
        {"child": "C2", "parent": "L2"},
    ]
    assert {one.ref for one in found} == {"rr.csv row 2"}


DAYS = st.dates(date(2019, 1, 1), date(2022, 12, 31))


@given(DAYS, DAYS)
def test_a_tie_begins_and_ends_unless_it_ends_before_it_begins(since: date, until: date) -> None:
    edge = {"owner": "P1", "owned": "C1", "percent": "10"}
    ending = {"percent": "0"}
    telling = Telling(
        Ownership, edge, "a.csv", 2, "a.csv", since.isoformat(), until.isoformat(), ending
    )
    notes = Notes()
    found = [(one.happened, one.values["percent"]) for one in records([telling], setting(), notes)]
    assert found == ([(since, 10), (until, 0)] if since <= until else [])
    assert bool(notes.problems) is (until < since)


def test_a_month_begins_with_its_first_day_and_ends_with_its_last() -> None:
    edge = {"owner": "P1", "owned": "C1", "percent": "10"}
    for since, until, first, last in (
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2021", "2023", "2021-01-01", "2023-12-31"),
        ("", "2019-06-30", "2019-06-30", "2019-06-30"),  # it began before what we know
    ):
        telling = Telling(Ownership, edge, "a.csv", 2, "", since, until, {"percent": "0"})
        found = [one.happened.isoformat() for one in records([telling], setting(), Notes())]
        assert found == [first, last]


def test_a_place_that_nobody_knows_is_left_out_of_its_fact() -> None:
    notes = Notes()
    telling = Telling(Presence, {"person": "", "located": "Nowhereland"}, "a.csv", 3, "")
    found = list(records([telling], setting(), notes))
    assert [problem.field for problem in notes.problems] == ["located"]
    assert [one.values for one in found] == [{"person": ""}]


def told(shape: type, **values: object) -> Record:
    return Record(ref="x", shape=shape, values=values, happened=LEARNED, learned=LEARNED)


def test_what_the_provider_told_of_its_customer_is_not_overruled() -> None:
    own = [
        told(Customer, id="C1", name="Ours", kind=None),
        told(Presence, person="C1", located="here"),
        told(Customer, id="C2", name="Other"),
    ]
    trees = [
        told(Person, id="C1", name="Theirs", kind="entity"),
        told(Person, id="L2", name="Parent"),
        told(Presence, person="C1", located="there"),
        told(Contact, person="C1", principal_place="Somewhere"),
        told(Ownership, owner="L2", owned="C1", percent=10),
    ]
    assert [one.values for one in not_overruling(trees, own)] == [
        {"id": "C1", "kind": "entity"},
        {"id": "L2", "name": "Parent"},
        {"person": "C1", "principal_place": "Somewhere"},
        {"owner": "L2", "owned": "C1", "percent": 10},
    ]


def test_a_part_of_the_key_that_cannot_be_read_leaves_out_the_fact() -> None:
    notes = Notes()
    telling = Telling(UnnamedParent, {"child": "C1", "level": "sideways"}, "a.csv", 3, "")
    assert not list(records([telling], setting(), notes))
    assert [problem.field for problem in notes.problems] == ["level"]
