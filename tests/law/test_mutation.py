"""A check is only as good as the wrong answers that it is tried with."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

import pytest

from knowntenant.imports.vocabulary import VOCABULARY
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason
from knowntenant.law.kinds import DAY, ID, PERCENT, YES_NO, Form, ListOf, Shape, choice
from tests.law.mutation import MUTANTS, another, example, mutated, opposite, unknown


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"
    BLUE = "blue"


COLOUR = choice("colour", "a colour", Colour)
ROW = Shape("row", {"state": YES_NO, "since": DAY})
LEAP = date(2028, 2, 29)


@pytest.mark.parametrize(
    ("form", "value", "turned", "other"),
    [
        (YES_NO, YES, NO, NO),
        (YES_NO, NO, YES, YES),
        (YES_NO, UNKNOWN, YES, NO),
        (COLOUR, Colour.RED, Colour.GREEN, Colour.BLUE),
        (COLOUR, UNKNOWN, None, Colour.RED),
        (DAY, LEAP, None, date(2028, 3, 1)),
        (DAY, None, date(2027, 2, 28), date(2027, 2, 28)),
        (PERCENT, Fraction(25), None, Fraction(26)),
        (ID, "阮文", None, "阮文 and more"),
        (ListOf(ID), ("阮文",), (), ("阮文 and more",)),
        (ListOf(ID), (), ("C1",), ("C1",)),
        (ListOf(ID), UNKNOWN, ("C1",), ("C1",)),
        (ListOf(ROW), (), ({"state": YES, "since": date(2027, 2, 28)},), None),
        (ROW, {"state": NO, "since": None}, {"state": YES, "since": date(2027, 2, 28)}, None),
        (ROW, UNKNOWN, {"state": YES, "since": date(2027, 2, 28)}, None),
    ],
)
def test_answers_are_turned_round_or_made_others(
    form: Form, value: object, turned: object, other: object
) -> None:
    assert opposite(value, form) == turned
    assert other is None or another(value, form) == other


@pytest.mark.parametrize(
    "form", [d.answers for d in VOCABULARY.decisions.values()], ids=list(VOCABULARY.decisions)
)
def test_every_decision_has_wrong_answers_of_each_kind(form: Form) -> None:
    right = example(form)
    for mutant in MUTANTS.values():
        assert mutant(right, form) != right


def test_a_wrong_answer_keeps_its_reasons() -> None:
    answer = Answer(YES, (Reason("because", ("7.9",)),), flags=("a flag",))
    wrong = mutated(answer, YES_NO, unknown)
    assert (wrong.value, wrong.because, wrong.flags) == (UNKNOWN, answer.because, ("a flag",))
