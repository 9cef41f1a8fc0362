"""Audits and shortcomings as duties: by the Department's day, or without one (7.305)."""

import pytest

from tests.world import Telling, World, world

OPEN, ALL = "obligations.open", "obligations.all"
ASKED: Telling = ("2027-12-01", "request", {"id": "Q1", "kind": "audit"})
NAMED: Telling = ("2027-12-01", "shortcoming", {"id": "S1"})
DUE = "2028-02-29"


def owed(made: World, day: str, question: str = OPEN) -> list[tuple[str, str, str, str]]:
    """Give what is owed: kind, about what, due day and state."""
    value = made.ask(day, question).value
    assert isinstance(value, tuple)
    return [(str(r["kind"]), str(r["of"]), str(r["due"]), str(r["state"])) for r in value]


def also(told: Telling, **keys: str) -> World:
    """Give the world in which something was told with more keys."""
    day, name, said = told
    return world((day, name, {**said, **keys}))


def test_without_a_day_they_are_open_until_done() -> None:
    made = world(ASKED, NAMED)
    assert set(owed(made, "2035-01-01")) == {
        ("answer_audit", "Q1", "None", "open"),
        ("resubmit_cip", "S1", "None", "open"),
    }
    assert owed(also(ASKED, answered_on="2027-12-20"), "2027-12-20", ALL) == []
    assert owed(also(NAMED, resubmitted_on="2027-12-20"), "2027-12-20", ALL) == []
    assert len(owed(also(ASKED, answered_on="2027-12-20"), "2027-12-19")) == 1
    assert len(owed(also(NAMED, resubmitted_on="2027-12-20"), "2027-12-19")) == 1


@pytest.mark.parametrize(
    ("done", "day", "state"),
    [
        ("", "2028-02-29", "open"),
        ("", "2028-03-01", "late"),
        ("2028-02-29", "2028-03-01", "met"),
        ("2028-03-01", "2028-03-01", "met_late"),
    ],
)
def test_with_a_day_they_are_met_by_it_or_late(done: str, day: str, state: str) -> None:
    for told, kind, key in (
        (
            also(ASKED, answer_by=DUE, **({"answered_on": done} if done else {})),
            "answer_audit",
            "Q1",
        ),
        (
            also(NAMED, fix_by=DUE, **({"resubmitted_on": done} if done else {})),
            "resubmit_cip",
            "S1",
        ),
    ):
        assert owed(told, day, ALL) == [(kind, key, DUE, state)]


def test_other_requests_are_no_audit() -> None:
    made = world(("2027-12-01", "request", {"id": "Q2", "kind": "provider_cip"}))
    assert "answer_audit" not in {row[0] for row in owed(made, "2027-12-01", ALL)}
