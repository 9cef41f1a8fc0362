from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening.alerts import Act, State
from knowntenant.screening.allowed import (
    Allowed,
    allow,
    expiring,
    in_force,
    passed,
    problems_of,
    screen,
)
from knowntenant.screening.clearance import Outcome
from tests.screening.deciding import FIRST, NOON, PARTY, SECOND, alert_of, hit

UNTIL = date(2027, 9, 1)
TODAY = date(2027, 3, 2)


def row(until: date = UNTIL) -> Allowed:
    return allow(alert_of(), who="An", approved_by="Bình", when=NOON, why="another", until=until)


def test_a_pair_on_the_list_passes_and_says_why() -> None:
    alert, carried = passed(alert_of(), [row()], NOON, TODAY)
    assert carried.outcome is Outcome.STAYS
    assert (alert.state, alert.steps[-1].act) == (State.CLEARED, Act.CARRY)
    assert carried.by[0].why == "good-guy list until 2027-09-01: another"


def test_a_row_counts_to_the_end_of_its_last_day() -> None:
    assert screen(alert_of(), [row()], UNTIL).outcome is Outcome.STAYS
    assert screen(alert_of(), [row()], UNTIL + timedelta(days=1)).outcome is Outcome.UNKNOWN
    assert screen(alert_of(), [row()], date(2027, 2, 28)).outcome is Outcome.UNKNOWN


def test_another_target_of_the_same_name_is_a_hit_as_before() -> None:
    twin = replace(FIRST, id="sdn:99")
    now = alert_of(hit(twin), entries=(twin,), cluster="T2")
    assert screen(now, [row()], TODAY).outcome is Outcome.UNKNOWN
    joined = alert_of(hit(), hit(twin), entries=(FIRST, twin))
    assert screen(joined, [row()], TODAY).outcome is Outcome.REOPENS


def test_another_customer_of_the_same_name_is_a_hit_as_before() -> None:
    other = replace(PARTY, id="C2")
    now = alert_of(hit(party=other), party=other)
    assert screen(now, [row()], TODAY).outcome is Outcome.UNKNOWN


def test_a_row_falls_when_what_it_knew_changes() -> None:
    changed = replace(PARTY, birth_date="1964-02-28")
    now = alert_of(hit(party=changed), party=changed)
    alert, carried = passed(now, [row()], NOON, TODAY)
    assert carried.outcome is Outcome.REOPENS
    assert alert.state is State.OPEN


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"approved_by": " AN "}, "one person asked and approved"),
        ({"approved_by": ""}, "who approved it"),
        ({"why": " "}, "its reason"),
        ({"when": datetime(2027, 3, 1)}, "needs a zone"),  # noqa: DTZ001 - the case itself
        ({"until": date(2027, 2, 28)}, "before 'when'"),
        ({"until": date(2028, 3, 2)}, "366 at most"),
    ],
)
def test_a_row_with_a_problem_is_told_and_does_not_count(
    change: dict[str, object], words: str
) -> None:
    wrong = replace(row(), **change)  # type: ignore[arg-type] # any field may be the bad one
    assert words in " ".join(map(str, problems_of(wrong, "row 2")))
    assert in_force([wrong], TODAY) == []
    assert screen(alert_of(), [wrong], TODAY).outcome is Outcome.UNKNOWN


def test_a_sound_row_has_no_problem() -> None:
    assert list(problems_of(row(date(2028, 3, 1)), "row 2")) == []


def test_rows_that_end_soon_are_named_in_time() -> None:
    soon, later = row(date(2027, 3, 20)), row()
    assert expiring([later, soon], TODAY, 30) == [soon]
    assert expiring([later, soon], TODAY, 300) == [soon, later]


@given(st.integers(0, 400), st.sampled_from(["split", "joined", "joined and hit"]))
def test_a_row_never_covers_an_entry_that_it_was_not_made_about(days: int, case: str) -> None:
    entries = (SECOND,) if case == "split" else (FIRST, SECOND)
    hits = {"split": [hit(SECOND)], "joined": [hit()], "joined and hit": [hit(), hit(SECOND)]}[case]
    today = NOON.date() + timedelta(days=days)
    found = screen(
        alert_of(*hits, entries=entries), [row(NOON.date() + timedelta(days=366))], today
    )
    assert found.outcome in {Outcome.UNKNOWN, Outcome.REOPENS}
