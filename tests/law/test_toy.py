"""The made-up pack is worth something only if nothing in it is as in the proposal by accident."""

from collections import Counter
from dataclasses import asdict
from fractions import Fraction

from knowntenant.law.deadline import Deadline
from knowntenant.law.pack import Pack
from tests.law.toy import NPRM, TOY


def numbers(deadline: Deadline) -> dict[str, int]:
    return {name: n for name, n in asdict(deadline).items() if isinstance(n, int)}


def values(pack: Pack, name: str) -> set[Fraction | None]:
    return {dated.value for dated in pack.parameters[name].values}


def test_every_parameter_has_only_other_values() -> None:
    assert list(TOY.parameters) == list(NPRM.parameters)
    assert [n for n in NPRM.parameters if values(TOY, n) & values(NPRM, n)] == []


def test_every_number_of_every_deadline_is_another() -> None:
    assert list(TOY.deadlines) == list(NPRM.deadlines)
    for name, deadline in NPRM.deadlines.items():
        made = numbers(TOY.deadlines[name])
        assert made.keys() == numbers(deadline).keys()
        assert [key for key, number in numbers(deadline).items() if made[key] == number] == [], name


def test_no_two_deadlines_of_one_mechanism_share_a_number() -> None:
    counted = Counter(
        (type(deadline).__name__, key, number)
        for deadline in TOY.deadlines.values()
        for key, number in numbers(deadline).items()
    )
    assert [row for row, times in counted.items() if times > 1] == []


def test_its_days_begin_at_another_hour_and_some_readings_are_others() -> None:
    assert TOY.zone.key != NPRM.zone.key
    others = [d for d, row in TOY.readings.items() if row.taken != NPRM.readings[d].taken]
    assert len(others) >= 5


def test_its_clauses_and_words_are_those_of_the_proposal() -> None:
    assert TOY.parent == NPRM.name
    assert (TOY.clauses, TOY.elements, TOY.lists) == (NPRM.clauses, NPRM.elements, NPRM.lists)
    assert TOY.sha256 != NPRM.sha256
