"""The thirty days to the end of a relationship (7.303(e), third sentence; D33)."""

import pytest

from knowntenant.law.answer import NO, YES
from tests.resellers.told import (
    BREACH,
    CLOCKS,
    DUE,
    NO_CURE,
    STATE,
    THIRD,
    ended,
    finding,
    knows,
    remedied,
    reseller,
    rows,
)
from tests.world import World

KNOWN = reseller().also(finding("2027-01-10"), knows("2027-02-01"))
RISK = reseller().also(knows("2027-02-10", "increased_risk"))


def due(made: World, day: str) -> str:
    """Give the last day for ending the relationship with R1."""
    return str(made.ask(day, DUE, "R1").value)


def state(made: World, day: str) -> object:
    """Give where R1 stands."""
    return made.ask(day, STATE, "R1").value


def test_the_relationship_ends_thirty_days_after_knowledge_that_nothing_was_put_right() -> None:
    answer = KNOWN.ask("2027-02-01", DUE, "R1")
    assert str(answer.value) == "2027-03-03"
    assert THIRD in answer.clauses
    taken = ["D33: cure-ends-first-limb", "D34: facts-on-their-face", "D17: dated-facts"]
    assert [str(reading) for reading in answer.readings] == taken
    assert answer.facts == ("fact 4", "fact 2")
    assert due(KNOWN, "2027-01-31") == "None"


def test_the_last_day_is_in_time_and_the_day_after_is_a_breach() -> None:
    assert state(KNOWN, "2027-01-31") == "closing"
    assert state(KNOWN, "2027-03-03") == "termination_running"
    assert KNOWN.ask("2027-03-03", BREACH, "R1").value is NO
    assert state(KNOWN, "2027-03-04") == "overdue"
    answer = KNOWN.ask("2027-03-04", BREACH, "R1")
    assert (answer.value, answer.because[0].clauses) == (YES, (THIRD,))
    assert rows(KNOWN, "2027-03-04")[0][3:] == ("overdue", "None")


@pytest.mark.parametrize(
    ("day", "stands", "breach"),
    [("2028-02-29", "terminated", NO), ("2028-03-01", "terminated_late", YES)],
)
def test_ended_on_a_leap_day_that_is_the_last_is_in_time_and_the_day_after_is_late(
    day: str, stands: str, breach: object
) -> None:
    made = reseller().also(knows("2028-01-30"), ended(day))
    assert state(made, "2028-04-01") == stands
    assert made.ask("2028-04-01", BREACH, "R1").value is breach
    assert rows(made, "2028-04-01") == [
        ("not_remediated", "2028-01-30", "2028-02-29", "terminated", day)
    ]


def test_full_repair_on_the_last_day_ends_the_first_limb_and_the_other_reading_denies_it() -> None:
    made = KNOWN.also(remedied("2027-03-03", finding="F1"))
    assert due(made, "2027-03-03") == "None"
    assert state(made, "2027-03-04") == "good_standing"
    assert rows(made, "2027-03-04")[0][3:] == ("cured", "2027-03-03")
    strict = made.inquiry("2027-03-04", readings=NO_CURE)
    assert str(strict.ask(DUE, "R1").value) == "2027-03-03"
    assert strict.ask(STATE, "R1").value == "overdue"
    assert strict.ask(CLOCKS, "R1").readings[0].refused == ("cure-ends-first-limb",)


def test_full_repair_learned_a_day_too_late_ends_nothing() -> None:
    made = KNOWN.also(remedied("2027-02-25", finding="F1", learned="2027-03-04"))
    assert due(made, "2027-03-04") == "2027-03-03"
    assert state(made, "2027-03-04") == "overdue"


def test_repair_in_part_or_of_one_fault_of_two_ends_nothing() -> None:
    made = KNOWN.also(
        finding("2027-01-15", "F2"),
        remedied("2027-02-10", "partial"),
        remedied("2027-02-15", finding="F1"),
        remedied("2027-02-28", finding="F2"),
    )
    assert [due(made, f"2027-02-{day}") for day in (10, 15, 28)] == [
        "2027-03-03",
        "2027-03-03",
        "None",
    ]


def test_repair_leaves_the_limb_of_raised_risk_untouched_under_either_reading() -> None:
    made = RISK.also(remedied("2027-02-20"))
    assert due(made, "2027-02-20") == "2027-03-12"
    assert rows(made, "2027-02-20") == rows(made, "2027-02-20", **NO_CURE)
    two = made.also(knows("2027-02-01"))
    assert [row[0] for row in rows(two, "2027-02-20")] == ["not_remediated", "increased_risk"]
    assert due(two, "2027-02-19") == "2027-03-03"
    assert due(two, "2027-02-20") == "2027-03-12"


def test_knowing_it_again_does_not_give_more_time() -> None:
    made = KNOWN.also(knows("2027-02-20"), knows("2027-02-25", about="F1"))
    assert due(made, "2027-02-25") == "2027-03-03"
    assert len(rows(made, "2027-02-25")) == 1


def test_after_a_cure_new_knowledge_starts_new_days() -> None:
    made = KNOWN.also(remedied("2027-02-20"), knows("2027-08-01"))
    assert [row[1:4] for row in rows(made, "2027-08-01")] == [
        ("2027-02-01", "2027-03-03", "cured"),
        ("2027-08-01", "2027-08-31", "running"),
    ]


def test_knowledge_of_a_second_fault_runs_on_when_only_the_first_is_put_right() -> None:
    made = KNOWN.also(
        finding("2027-02-10", "F2"),
        knows("2027-02-10", about="F2"),
        remedied("2027-02-20", finding="F1"),
    )
    assert due(made, "2027-02-19") == "2027-03-03"
    assert due(made, "2027-02-20") == "2027-03-12"


def test_one_repair_of_all_ends_what_was_known_of_several_faults_as_one_run() -> None:
    made = KNOWN.also(
        finding("2027-02-10", "F2"), knows("2027-02-10", about="F2"), remedied("2027-02-20")
    )
    assert rows(made, "2027-02-20") == [
        ("not_remediated", "2027-02-01", "2027-03-03", "cured", "2027-02-20")
    ]


def test_repair_of_another_fault_is_no_answer_to_knowledge_that_names_none() -> None:
    made = reseller().also(knows("2027-02-01"), remedied("2027-02-10", finding="F9"))
    assert due(made, "2027-02-10") == "2027-03-03"


def test_what_is_learned_after_the_end_starts_nothing() -> None:
    made = reseller().also(ended("2027-02-01"), knows("2027-02-02"))
    assert rows(made, "2027-06-01") == []
    assert state(made, "2027-06-01") == "terminated"
    same_day = reseller().also(ended("2027-02-01"), knows("2027-02-01"))
    assert rows(same_day, "2027-06-01")[0][3] == "terminated"


def test_against_a_us_reseller_no_clock_runs_and_nothing_is_in_doubt() -> None:
    made = reseller("US-TX").also(finding("2027-01-10", remediated="no"), knows("2027-02-01"))
    answer = made.ask("2027-06-01", CLOCKS, "R1")
    assert (answer.value, answer.flags) == ((), ())
    assert "7.301 us person" in answer.clauses
    assert state(made, "2027-06-01") == "good_standing"


def test_where_the_status_is_open_the_clock_runs_and_the_doubt_is_shown() -> None:
    answer = reseller("none").also(knows("2027-02-01")).ask("2027-02-01", DUE, "R1")
    assert str(answer.value) == "2027-03-03"
    assert "whether R1 is a foreign person is not shown" in answer.flags


def test_a_reseller_of_whom_nothing_bad_is_known_is_in_good_standing() -> None:
    assert state(reseller(), "2027-02-01") == "good_standing"
    assert reseller().ask("2027-02-01", DUE, "R1").because[0].text == "nothing to terminate R1 by"


def test_knowledge_and_full_repair_on_one_day_end_what_they_begin() -> None:
    made = KNOWN.also(remedied("2027-02-01", finding="F1"))
    assert rows(made, "2027-02-01")[0][3:] == ("cured", "2027-02-01")
    assert len(rows(made.also(knows("2027-02-01", about="F1")), "2027-02-01")) == 1


def test_knowledge_about_a_fault_once_repaired_waits_for_the_repair_of_that_fault_too() -> None:
    made = reseller().also(
        finding("2027-01-10"),
        remedied("2027-01-20", finding="F1"),
        finding("2027-01-25", "F2"),
        knows("2027-02-01", about="F1"),
        remedied("2027-02-10", finding="F2"),
    )
    assert due(made, "2027-02-10") == "2027-03-03"


def test_correcting_the_words_of_an_entry_does_not_move_the_day_of_the_knowledge() -> None:
    told = knows("2027-02-01", label="k")
    letter = knows("2027-02-01", learned="2027-03-02", corrects="k", note="letter 7")
    assert due(reseller().also(told, letter), "2027-03-04") == "2027-03-03"


def test_a_correction_that_first_brings_the_element_is_knowledge_from_its_own_day() -> None:
    told = knows("2027-02-01", "other", label="k")
    brings = knows("2027-02-01", learned="2027-02-20", corrects="k")
    assert due(reseller().also(told, brings), "2027-03-04") == "2027-03-22"
