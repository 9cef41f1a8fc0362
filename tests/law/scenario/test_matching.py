from dataclasses import replace
from datetime import date

import pytest

from knowntenant.law.answer import Answer, Reason, Taken
from knowntenant.law.scenario.matching import (
    Check,
    Cites,
    Flagged,
    HasStatus,
    Missed,
    Reads,
    Refuses,
    Value,
    legal_status,
    missed,
)
from knowntenant.law.scenario.wanted import Exactly
from tests.law.scenario.made import PACK

DUE = date(2027, 3, 11)
ANSWER: Answer[object] = Answer(
    DUE,
    (Reason("counted", ("7.302(d)(1)(iii)(E)",)),),
    (Taken("D13", "later", ("literal",)), Taken("D16", "multiply", ("direct", "widest"))),
    ("No deadline in the text: upon receipt",),
)


@pytest.mark.parametrize(
    "check",
    [
        Value("expect", Exactly(DUE), "2027-03-11"),
        Value("contains", Exactly(DUE), "2027-03-11"),
        Value("lacks", Exactly(None), "none"),
        Cites("7.302(d)"),
        Cites("7.302(d)(1)(iii)(E)"),
        Reads("D13", ""),
        Reads("D13", "later"),
        Refuses("", "widest"),
        Refuses("D13", "literal"),
        Flagged("no DEADLINE in the text"),
        HasStatus("Not in force"),
        HasStatus("withdrawn"),
    ],
)
def test_a_check_that_is_met_misses_nothing(check: Check) -> None:
    assert missed(check, ANSWER, PACK) is None


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        (Value("expect", Exactly(None), "none"), Missed("expect", "none", "2027-03-11")),
        (Cites("7.303"), Missed("citing", "7.303", "7.302(d)(1)(iii)(E)")),
        (
            Cites("7.302(d)(1)(iii)(E)(1)"),
            Missed("citing", "7.302(d)(1)(iii)(E)(1)", "7.302(d)(1)(iii)(E)"),
        ),
        (Reads("D32", ""), Missed("reading", "D32", "D13: later; D16: multiply")),
        (Reads("D13", "literal"), Missed("reading", "D13: literal", "D13: later; D16: multiply")),
        (
            Refuses("", "later"),
            Missed("refused", "later", "D13: literal; D16: direct; D16: widest"),
        ),
        (
            Refuses("D13", "widest"),
            Missed("refused", "D13: widest", "D13: literal; D16: direct; D16: widest"),
        ),
        (Flagged("policy"), Missed("flags", "policy", "No deadline in the text: upon receipt")),
        (
            HasStatus("in force since"),
            Missed("status", "in force since", "proposed, reported withdrawn; not in force"),
        ),
    ],
)
def test_a_check_that_is_not_met_says_what_came(check: Check, expected: Missed) -> None:
    assert missed(check, ANSWER, PACK) == expected


def test_where_nothing_came_the_word_is_none() -> None:
    assert missed(Cites("7.303"), Answer(None), PACK) == Missed("citing", "7.303", "none")


def test_a_pack_in_force_does_not_say_otherwise() -> None:
    assert legal_status(replace(PACK, status="final", in_force=True)) == "final"
