"""Whether the program is maintained and carried out."""

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.program.standing import IN_PLACE
from tests.program.told import COMPLETE, ask, ask_without, foreign, step
from tests.world import Telling, World, world

IN_EFFECT: Telling = ("2027-02-15", "program_version", {"id": "V1", "version": "1.0"})
TRAINED: Telling = ("2027-02-20", "staff_training", {"id": "T1", "completed": "yes"})
UNTRAINED = "when the training of its staff is due is not known"
LIVED = world(IN_EFFECT, TRAINED)


def place(
    made: World = LIVED, day: str = "2027-06-01", /, **changes: object
) -> tuple[Verdict, str]:
    answer = ask(IN_PLACE, made, day, **changes)
    assert isinstance(answer.value, Verdict)
    assert answer.clauses == ("7.302(a)",)
    return answer.value, "; ".join(reason.text for reason in answer.because)


def test_all_of_it_together_is_in_place() -> None:
    verdict, why = place()
    assert verdict is YES
    assert why == (
        "without gaps in what is written; approved on 2027-02-15; V1 is in effect; "
        "its review is due by 2028-02-15; the training of its staff is due by 2028-02-20; "
        "no account in scope is open, so there is nothing to carry out yet"
    )


def test_without_a_program_nothing_is_known() -> None:
    assert ask_without(IN_PLACE, LIVED).value is UNKNOWN


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"contact_phone": ""}, "with gaps in what is written"),
        ({"version": "9"}, "V1 is in effect, which is not the program given"),
    ],
)
def test_gaps_and_another_version_stand_against_it(changes: dict[str, object], why: str) -> None:
    assert place(**changes) == (NO, why)


@pytest.mark.parametrize("changes", [{"approved_by": ""}, {"approved_on": None}])
def test_nothing_is_in_place_unapproved(changes: dict[str, object]) -> None:
    verdict, why = place(**changes)
    assert verdict is NO
    assert "nobody is told to have approved it" in why


def test_an_approval_of_a_later_day_does_not_count_yet() -> None:
    early = world(("2027-02-01", "program_version", {"id": "V0"}), TRAINED)
    assert place(early, "2027-02-14")[0] is NO
    assert "approved on 2027-02-15" in place(early, "2027-02-14")[1]


def test_the_hash_of_the_version_in_effect_is_that_of_the_file() -> None:
    told = ("2027-02-16", "program_version", {"id": "V1", "sha256": COMPLETE.sha256})
    assert place(LIVED.also(told))[0] is YES
    other = ("2027-02-16", "program_version", {"id": "V1", "sha256": "00"})
    assert place(LIVED.also(other)) == (NO, "V1 is in effect, which is not the program given")


def test_where_no_version_is_told_it_is_open() -> None:
    verdict, why = place(world(TRAINED))
    assert verdict is UNKNOWN
    assert why == "no version is told to be in effect"


def test_the_last_of_several_versions_is_in_effect() -> None:
    later = ("2027-03-01", "program_version", {"id": "V2", "version": "2"})
    assert place(LIVED.also(later))[0] is NO
    assert place(LIVED.also(later), "2027-02-28")[0] is YES
    assert place(LIVED.also(later), version="2")[0] is YES


@pytest.mark.parametrize(("day", "verdict"), [("2028-02-15", YES), ("2028-02-16", NO)])
def test_it_is_reviewed_within_the_days_it_sets_itself(day: str, verdict: Verdict) -> None:
    trained = ("2028-02-01", "staff_training", {"id": "T2", "completed": "yes"})
    assert place(LIVED.also(trained), day)[0] is verdict
    review = ("2028-02-10", "program_review", {"id": "W1", "complies": "yes"})
    assert place(LIVED.also(trained, review), day)[0] is YES


def test_a_review_that_finds_it_short_stands_against_it_until_the_next() -> None:
    short = ("2027-03-01", "program_review", {"id": "W1", "complies": "no"})
    assert place(LIVED.also(short)) == (NO, "review W1 found that it falls short")
    assert place(LIVED.also(short, ("2027-03-02", "program_review", {"id": "W2"})))[0] is YES


def test_where_no_review_is_told_it_is_open() -> None:
    verdict, why = place(world(TRAINED), reviewed_on=None)
    assert verdict is UNKNOWN
    assert "when its review is due is not known" in why


def test_a_review_stated_for_a_later_day_does_not_count() -> None:
    late = world(TRAINED)
    assert "when its review is due is not known" in place(late, "2027-02-14")[1] or (
        place(late, "2027-02-14")[0] is NO
    )


@pytest.mark.parametrize("keys", [{}, {"completed": "no"}])
def test_staff_whose_training_is_not_told_to_be_completed_leave_it_open(
    keys: dict[str, str],
) -> None:
    told = ("2027-02-20", "staff_training", {"id": "T1", **keys})
    assert place(world(IN_EFFECT, told)) == (UNKNOWN, UNTRAINED)


def test_training_is_due_again() -> None:
    review = ("2028-02-10", "program_review", {"id": "W1"})
    assert place(LIVED.also(review), "2028-02-20")[0] is YES
    verdict, why = place(LIVED.also(review), "2028-02-21")
    assert (verdict, why) == (NO, "the training of its staff is due by 2028-02-20")


def test_it_is_carried_out_where_steps_are_recorded_as_written() -> None:
    opened = LIVED.also(*foreign())
    verdict, why = place(opened)
    assert verdict is UNKNOWN
    assert why == "accounts are open in scope, and no step of verification is told"
    verified = opened.also(step("2027-03-02", method="non_documentary"))
    assert "steps of verification are recorded" in place(verified)[1]
    verdict, why = place(verified, non_documentary_methods="")
    assert (verdict, why) == (NO, "what happened is not what is written (program.drift)")
