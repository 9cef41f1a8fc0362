from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.kinds import DAY, ID, MOMENT, PERCENT, TEXT, YES_NO, Form, ListOf
from knowntenant.law.scenario.node import Reader, Scalar
from knowntenant.law.scenario.wanted import (
    Every,
    Exactly,
    Keyed,
    Wanted,
    has,
    lacks,
    matches,
    part,
    read_wanted,
)
from tests.law.scenario.made import PACK, ROW, node, told

ZONE = PACK.zone


def wanted(form: Form, text: str) -> Wanted:
    reader = Reader("made.yaml")
    scalar = Scalar(text, 1) if text[0] not in "[{" else node(text)
    found = read_wanted(form, scalar, reader)
    assert told(reader) == []
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (DAY, "2028-02-29", date(2028, 2, 29)),
        (PERCENT, "100/3", Fraction(100, 3)),
        (PERCENT, "25 %", Fraction(25)),
        (YES_NO, "no", NO),
        (YES_NO, "Unknown", UNKNOWN),
        (DAY, "unknown", UNKNOWN),
        (DAY, "none", None),
        (ListOf(ID), "none", ()),
        (ListOf(ID), "[]", ()),
        (ListOf(ID), "C1", ("C1",)),
        (ListOf(ID), "[C2, C1]", ("C1", "C2")),
        (TEXT, "Legal-Name", "legal_name"),
        (MOMENT, "2027-03-01T04:00:00Z", datetime(2027, 3, 1, 4, tzinfo=UTC)),
        (MOMENT, "2027-02-28", datetime(2027, 3, 1, 4, tzinfo=UTC)),
        (ROW, "{kind: x}", {"kind": "x", "due": None, "steps": ()}),
        (ROW, "{due: none, steps: [a]}", {"kind": "x", "due": None, "steps": ("a",)}),
        (ROW, "none", None),
    ],
)
def test_a_value_that_is_expected_matches(form: Form, text: str, value: object) -> None:
    assert matches(wanted(form, text), value, ZONE)


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (DAY, "2028-02-29", date(2028, 2, 28)),
        (DAY, "2028-02-29", UNKNOWN),
        (DAY, "none", UNKNOWN),
        (YES_NO, "yes", UNKNOWN),
        (ID, "c1", "C1"),
        (ListOf(ID), "[C1]", ("C1", "C2")),
        (ListOf(ID), "[C1, C1]", ("C1", "C2")),
        (ListOf(ID), "[C1]", UNKNOWN),
        (ROW, "{kind: x}", UNKNOWN),
        (MOMENT, "2027-03-01", datetime(2027, 3, 1, 4, tzinfo=UTC)),
        (MOMENT, "2027-03-01T04:00:00Z", date(2027, 3, 1)),
        (DAY, "none", datetime(2027, 3, 1, 4, tzinfo=UTC)),
    ],
)
def test_another_value_does_not_match(form: Form, text: str, value: object) -> None:
    assert not matches(wanted(form, text), value, ZONE)


def test_an_unknown_value_is_not_an_instant() -> None:
    assert not matches(Exactly(UNKNOWN), datetime(2027, 3, 1, tzinfo=UTC), ZONE)


@pytest.mark.parametrize(
    ("form", "text", "problem"),
    [
        (DAY, "2027-02-30", "1: '2027-02-30' is a day that does not exist"),
        (DAY, "[2027-02-03]", "1: one day is expected here, such as 2027-02-28"),
        (ROW, "[a]", "1: row should be keys and values, not a list. Write {kind: ...}."),
        (ROW, "{dew: 2027-02-03}", "1: row has no key 'dew'. Did you mean 'due'?"),
        (ROW, "{due: soon}", "1: 'soon' is not a day; write it as YYYY-MM-DD, such as 2027-02-28"),
        (ListOf(DAY), "[x]", "1: 'x' is not a day; write it as YYYY-MM-DD, such as 2027-02-28"),
    ],
)
def test_what_does_not_fit_the_form_is_a_problem(form: Form, text: str, problem: str) -> None:
    reader = Reader("made.yaml")
    scalar = Scalar(text, 1) if text[0] not in "[{" else node(text)
    assert read_wanted(form, scalar, reader) is None
    assert told(reader) == [problem]


ROWS = ({"kind": "x", "steps": ("a", "b")}, {"kind": "y", "steps": ()})


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (ListOf(ID), "C1", ("C1", "C2")),
        (ListOf(ID), "[C2, C1]", ("C1", "C2", "C3")),
        (ListOf(ROW), "{kind: x}", ROWS),
        (ListOf(ROW), "[{kind: y}, {kind: x, steps: [b, a]}]", ROWS),
        (ROW, "{steps: a}", ROWS[0]),
        (TEXT, "last accessed", "closed, Last accessed 2027"),
        (DAY, "2027-02-28", date(2027, 2, 28)),
    ],
)
def test_parts_that_are_there_are_contained(form: Form, text: str, value: object) -> None:
    assert has(wanted(form, text), value, ZONE)
    assert not lacks(wanted(form, text), value, ZONE)


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (ListOf(ID), "C3", ("C1", "C2")),
        (ListOf(ROW), "{kind: x, steps: [a]}", ROWS),
        (ROW, "{steps: c}", ROWS[0]),
        (TEXT, "opened", "closed"),
        (DAY, "2027-02-28", None),
    ],
)
def test_parts_that_are_missing_are_lacked(form: Form, text: str, value: object) -> None:
    assert lacks(wanted(form, text), value, ZONE)
    assert not has(wanted(form, text), value, ZONE)


def test_some_of_several_parts_is_neither_all_nor_none() -> None:
    both = wanted(ListOf(ID), "[C1, C9]")
    assert not has(both, ("C1", "C2"), ZONE)
    assert not lacks(both, ("C1", "C2"), ZONE)


def test_an_unknown_answer_neither_has_nor_lacks_a_part() -> None:
    one = wanted(ListOf(ID), "C1")
    assert not has(one, UNKNOWN, ZONE)
    assert not lacks(one, UNKNOWN, ZONE)


def test_a_part_of_no_mapping_is_unknown() -> None:
    assert part(None, "kind") is UNKNOWN
    assert part({"kind": YES}, "kind") is YES


def _slowly(items: tuple[Wanted, ...], value: tuple[object, ...]) -> bool:
    return len(items) == len(value) and any(
        all(matches(item, one, ZONE) for item, one in zip(items, order, strict=True))
        for order in permutations(value)
    )


SMALL = st.fixed_dictionaries(
    {}, optional={"kind": st.sampled_from("xy"), "due": st.sampled_from("12")}
)


@given(st.lists(SMALL, max_size=4), st.lists(SMALL, max_size=4))
def test_rows_pair_up_exactly_where_some_order_fits(
    asked: list[dict[str, str]], came: list[dict[str, str]]
) -> None:
    items = tuple(Keyed({k: Exactly(v) for k, v in row.items()}) for row in asked)
    assert matches(Every(items), tuple(came), ZONE) == _slowly(items, tuple(came))
