from fractions import Fraction

import pytest

from knowntenant.facts.types.models import Item
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.pack import Pack
from knowntenant.training.evidence import FOUNDATION
from tests.law.toy import packs
from tests.world import Telling, World, world

__all__ = ["packs"]
DAY = "2028-02-29"
DUAL = "training.dual_use"


def says(item: Item, verdict: str) -> Telling:
    return DAY, "model_evidence", {"model": "Nguyễn-1", "item": item, "verdict": verdict}


def has(parameters: object) -> Telling:
    return DAY, "model", {"id": "Nguyễn-1", "parameters": str(parameters)}


FOUR = world(*(says(item, "yes") for item in FOUNDATION if item is not Item.TENS_OF_BILLIONS))
WHOLE = FOUR.also(says(Item.CBRN, "yes"))


def number(pack: Pack, name: str) -> Fraction:
    value = pack.parameters[f"dual_use_parameters_{name}"].values[0].value
    assert value is not None
    return value


def asked(told: World, pack: Pack) -> Verdict | object:
    return told.inquiry(DAY, pack=pack).ask(DUAL, "Nguyễn-1").value


def test_tens_of_billions_follow_from_the_number_at_both_ends(packs: Pack) -> None:
    least, sure = number(packs, "least"), number(packs, "sure")
    assert asked(WHOLE.also(has(least - 1)), packs) is NO
    assert asked(WHOLE.also(has(least)), packs) is UNKNOWN
    assert asked(WHOLE.also(has(sure - 1)), packs) is UNKNOWN
    assert asked(WHOLE.also(has(sure)), packs) is YES
    assert asked(WHOLE, packs) is UNKNOWN


def test_a_person_answers_where_the_number_leaves_it_open(packs: Pack) -> None:
    told = WHOLE.also(has(number(packs, "least")), says(Item.TENS_OF_BILLIONS, "yes"))
    assert asked(told, packs) is YES


@pytest.mark.parametrize(
    ("number", "answer", "flagged"),
    [("1", "yes", 1), ("1", "unknown", 0), ("1", "no", 0), ("15e9", "yes", 0), ("70e9", "no", 1)],
)
def test_a_number_that_contradicts_the_answer_is_pointed_out(
    number: str, answer: str, flagged: int
) -> None:
    told = WHOLE.also(has(number), says(Item.TENS_OF_BILLIONS, answer))
    assert len(told.ask(DAY, DUAL, "Nguyễn-1").flags) == flagged


def test_safeguards_are_noted_and_change_nothing() -> None:
    told = WHOLE.also(has("70e9"))
    plain = told.ask(DAY, DUAL, "Nguyễn-1")
    for answer, cited in (("yes", True), ("no", False)):
        guarded = told.also(says(Item.SAFEGUARDS, answer)).ask(DAY, DUAL, "Nguyễn-1")
        assert guarded.value is plain.value is YES
        assert ("7.301 dual-use foundation model(2)" in guarded.clauses) is cited


def test_each_example_cites_its_own_clause() -> None:
    clauses = WHOLE.ask(DAY, DUAL, "Nguyễn-1").clauses
    head = "7.301 dual-use foundation model(1)"
    assert clauses == (head, f"{head}(i)", f"{head}(ii)", f"{head}(iii)")
