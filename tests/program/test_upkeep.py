"""When the program is reviewed, and its staff trained, again."""

from datetime import date

import pytest

from knowntenant.law.answer import UNKNOWN
from knowntenant.program.upkeep import REVIEW_DUE, TRAINING_DUE
from tests.program.told import ask, ask_without
from tests.world import Telling, world

VERSION: Telling = ("2028-02-29", "program_version", {"id": "V1"})
REVIEW: Telling = ("2028-03-01", "program_review", {"id": "W1"})
HELD: Telling = ("2028-02-29", "staff_training", {"id": "T1", "completed": "yes"})


@pytest.mark.parametrize("question", [REVIEW_DUE, TRAINING_DUE])
def test_nothing_is_known_without_a_program_or_a_day_to_count_from(question: str) -> None:
    made = world(VERSION, REVIEW, HELD)
    answer = ask_without(question, made)
    assert (answer.value, answer.clauses) == (UNKNOWN, ("7.302(a)",))
    assert ask(question, world(), "2028-01-01", reviewed_on=None).value is UNKNOWN


def test_reviews_are_counted_from_the_last_review_or_a_later_version() -> None:
    stated = date(2027, 2, 15)
    assert ask(REVIEW_DUE, world(), "2027-02-14").value is UNKNOWN
    assert ask(REVIEW_DUE, world(), "2027-02-15").value == date(2028, 2, 15)
    assert ask(REVIEW_DUE, world(VERSION), "2028-02-29").value == date(2029, 2, 28)
    assert ask(REVIEW_DUE, world(VERSION, REVIEW), "2028-03-01").value == date(2029, 3, 1)
    half = ask(REVIEW_DUE, world(REVIEW), "2028-03-01", program_review_days=180, reviewed_on=stated)
    assert half.value == date(2028, 8, 28)
    assert half.facts == ("fact 1",)


def test_training_is_counted_from_the_last_that_was_completed() -> None:
    later: Telling = ("2028-04-01", "staff_training", {"id": "T2", "completed": "no"})
    answer = ask(TRAINING_DUE, world(HELD, later), "2028-05-01")
    assert answer.value == date(2029, 2, 28)
    assert answer.facts == ("fact 1",)
