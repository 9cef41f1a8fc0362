"""The Department asks for more, and what answers it (7.308(c)(3), (d)(2), (e); D8)."""

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.deadline import WithinDays
from knowntenant.law.law import Law
from knowntenant.law.pack import Pack
from tests.law.calendar import after
from tests.law.toy import both
from tests.training.lived import said
from tests.world import Telling, World, world

DUE, CONTENTS = "training.follow_up_due", "training.follow_up_contents"


def request(**keys: str) -> Telling:
    """Tell a request of the first of June that arrives on the fourth."""
    told = {"id": "Q1", "kind": "information", "learned": "2027-06-04", **keys}
    return "2027-06-01", "request", {key: value for key, value in told.items() if value}


def answer(**keys: str) -> Telling:
    """Tell a follow-up report that answers Q1."""
    return "2027-06-10", "report", {"id": "F1", "kind": "follow_up", "request": "Q1", **keys}


@both
def test_the_days_run_from_the_arrival_of_the_request(pack: Pack) -> None:
    inquiry = world(request()).inquiry("2027-06-04", pack=pack)
    due = inquiry.day
    for _ in range(Law(pack).deadline("training_follow_up", WithinDays).count):
        due = after(due)
    assert inquiry.ask(DUE, "Q1").value == due
    assert str(inquiry.ask(DUE, "Q1").readings[0]) == "D8: read-as-e"


@pytest.mark.parametrize(
    ("on_form", "value"), [("yes", "2027-06-19"), ("no", "None"), ("", "unknown")]
)
def test_read_literally_only_a_request_through_the_form_counts(on_form: str, value: str) -> None:
    made = world(request(on_form=on_form))
    assert said(made, "2027-06-04", DUE, "Q1", D8="literal") == value
    assert said(made, "2027-06-04", DUE, "Q1") == "2027-06-19"


def test_a_request_for_something_else_or_not_told_is_none_and_one_without_a_kind_unknown() -> None:
    assert said(world(request(kind="audit")), "2027-06-04", DUE, "Q1") == "None"
    assert world(request(kind="")).ask("2027-06-04", DUE, "Q1").value is UNKNOWN
    assert said(world(), "2027-06-04", DUE, "Q1") == "None"
    assert said(world(request()), "2027-06-03", DUE, "Q1") == "None"


def gaps(made: World) -> dict[str, object]:
    """Give what is asked and whether it is a gap."""
    rows = made.ask("2027-07-01", CONTENTS, "Q1").value
    assert isinstance(rows, tuple)
    return {row["item"]: row["gap"] for row in rows}


def test_each_item_asked_is_a_gap_until_a_follow_up_report_answers_it() -> None:
    items: Telling = ("2027-06-01", "request", {
        "id": "Q1", "kind": "information", "items": ["data sources", "Staff access"],
    })  # fmt: skip
    assert gaps(world(items)) == {"data sources": YES, "Staff access": YES}
    made = world(items, ("2027-06-10", "report", {
        "id": "F1", "kind": "follow_up", "request": "Q1", "items": ["staff access"],
    }))  # fmt: skip
    assert gaps(made) == {"data sources": YES, "Staff access": NO}
    assert gaps(world(items, answer(kind="corrected"))) == {
        "data sources": YES,
        "Staff access": YES,
    }


def test_without_items_any_follow_up_report_answers_all() -> None:
    assert gaps(world(request())) == {"all that is asked": YES}
    assert gaps(world(request(), answer())) == {"all that is asked": NO}
    assert gaps(world(request(), answer(request="Q2"))) == {"all that is asked": YES}
    assert gaps(world(request(kind="audit"))) == {}
    assert gaps(world()) == {}
