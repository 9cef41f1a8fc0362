from dataclasses import replace
from datetime import timedelta

import pytest

from knowntenant.screening.alerts import MACHINE, Act, Alert, State
from knowntenant.screening.decisions import OPEN_ACTS, Policy, Refused, decide
from tests.screening.deciding import NOON, alert_of, cleared, step


def taken(alert: Alert, act: Act, who: str, days: float = 1) -> Alert:
    after = decide(alert, step(act, who, days))
    assert isinstance(after, Alert)
    return after


def refused(alert: Alert, act: Act, who: str, days: float = 9) -> str:
    after = decide(alert, step(act, who, days))
    assert isinstance(after, Refused)
    return " ".join(map(str, after.problems))


def test_one_person_clears_an_open_alert() -> None:
    assert taken(alert_of(), Act.CLEAR, "An").state is State.CLEARED


def test_one_person_proposes_and_another_confirms() -> None:
    proposed = taken(alert_of(), Act.PROPOSE, "An")
    assert "another person" in refused(proposed, Act.CONFIRM, " an ")
    assert taken(proposed, Act.CONFIRM, "Bình").state is State.CONFIRMED


def test_nobody_confirms_what_was_not_proposed() -> None:
    assert "not open" in refused(alert_of(), Act.CONFIRM, "An")


@pytest.mark.parametrize("act", [Act.ESCALATE, Act.PROPOSE])
def test_whoever_spoke_for_an_alert_does_not_clear_it(act: Act) -> None:
    spoken = taken(alert_of(), act, "An")
    assert "cannot 'clear'" in refused(spoken, Act.CLEAR, "AN")
    assert taken(spoken, Act.CLEAR, "Bình").state is State.CLEARED


def test_a_confirmed_alert_is_reopened_before_a_third_person_clears_it() -> None:
    confirmed = taken(taken(alert_of(), Act.PROPOSE, "An"), Act.CONFIRM, "Bình")
    assert "not open" in refused(confirmed, Act.CLEAR, "Chi")
    again = taken(confirmed, Act.REOPEN, "An", 2)
    assert "cannot 'clear'" in refused(again, Act.CLEAR, "Bình")
    assert taken(again, Act.CLEAR, "Chi", 3).state is State.CLEARED


def test_a_program_may_ask_for_two_people_at_every_clearance() -> None:
    policy = Policy(clearing_needs_escalation=True)
    assert isinstance(decide(alert_of(), step(Act.CLEAR), policy), Refused)
    escalated = taken(alert_of(), Act.ESCALATE, "An")
    assert isinstance(decide(escalated, step(Act.CLEAR, "Bình"), policy), Alert)


def test_what_is_to_be_looked_at_again_is_cleared_again_by_a_person() -> None:
    carried = alert_of().after(step(Act.CARRY))
    assert "not open" in refused(carried, Act.CLEAR, "An")
    again = alert_of().after(replace(step(Act.CARRY), look_again=True))
    assert taken(again, Act.CLEAR, "An", 2).look_again is False
    assert taken(again, Act.REOPEN, "An", 2).state is State.OPEN


def test_every_act_in_every_state_is_as_the_table_says() -> None:
    acts = {
        State.OPEN: alert_of(),
        State.ESCALATED: alert_of().after(step(Act.ESCALATE)),
        State.PROPOSED: alert_of().after(step(Act.PROPOSE)),
        State.CONFIRMED: alert_of().after(step(Act.CONFIRM)),
        State.CLEARED: cleared(alert_of()),
    }
    for state, alert in acts.items():
        assert alert.state is state
        for act in Act:
            after = decide(alert, step(act, "Chi"))
            assert isinstance(after, Alert) is (act in OPEN_ACTS[state])


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = replace(step(Act.CARRY), who=" ", why="", when=NOON - timedelta(days=1))
    after = decide(alert_of(), wrong)
    assert isinstance(after, Refused)
    assert len(after.problems) == 4


def test_the_machine_takes_no_decision_and_times_need_a_zone() -> None:
    wrong = replace(step(Act.CLEAR, MACHINE.upper()), when=NOON.replace(tzinfo=None))
    after = decide(alert_of(), wrong)
    assert isinstance(after, Refused)
    assert [problem.remedy for problem in after.problems] == [
        "Say who.", "Give it as in 09:30Z.",
    ]  # fmt: skip
