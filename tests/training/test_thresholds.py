from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.pack import Pack
from knowntenant.law.thresholds import Operations
from tests.law.toy import NPRM, TOY, packs
from tests.world import world

__all__ = ["packs"]
F = Fraction
DAY = "2028-02-29"
NOBODY = world()
ONE = world((DAY, "model", {"id": "محمد-1", "operations": "1e26", "biological": "no"}))


def bounds(pack: Pack) -> dict[str, Fraction]:
    """Give each set whose first limb is met by operations alone, with its number."""
    first = {name: one.limbs[0] for name, one in pack.thresholds.items() if one.limbs}
    return {name: limb.over for name, limb in first.items() if isinstance(limb, Operations)}


def test_exactly_at_the_number_of_a_set_is_never_over_by_operations_alone(packs: Pack) -> None:
    inquiry = NOBODY.inquiry(DAY, pack=packs)
    given: dict[str, Any] = {"biological": NO, "co_located": NO, "gbit_per_second": F(0)}
    for name, bound in bounds(packs).items():
        at = inquiry.ask("training.threshold_verdict", set=name, operations=bound, **given)
        beyond = inquiry.ask("training.threshold_verdict", set=name, operations=bound + 1, **given)
        every = packs.thresholds[name].mechanism == "all_of"
        assert (at.value, beyond.value) == (NO, NO if every else YES), name


def test_a_multiply_accumulate_counts_by_the_numbers_of_the_pack(packs: Pack) -> None:
    least, most = (
        packs.parameters[f"multiply_accumulate_{end}"].values[0].value for end in ("least", "most")
    )
    answer = NOBODY.inquiry(DAY, pack=packs).ask("training.operations", multiply_accumulates=F(7))
    assert least is not None
    assert most is not None
    assert answer.value == {"low": 7 * least, "likely": None, "high": 7 * most}


def test_operations_of_which_nothing_is_known_are_unknown() -> None:
    answer = NOBODY.ask(DAY, "training.operations")
    assert answer.value is UNKNOWN
    assert answer.flags == ("the number of operations is not known",)


def test_a_verdict_names_its_set_in_any_spelling_and_says_what_it_is_in_law() -> None:
    answer = ONE.ask(
        DAY,
        "training.threshold_verdict",
        "محمد-1",
        set="EO 14110-4.2(b)(i)",
        operations=F(10) ** 27,
    )
    assert answer.value is YES
    (flag,) = answer.flags
    assert flag.startswith("not law: eo-14110-4.2(b)(i): order revoked on 20 January 2025")
    assert answer.clauses == ("7.308(b)(2)",)


def test_a_set_that_is_not_there_is_unknown_with_the_nearest_names() -> None:
    answer = NOBODY.ask(DAY, "training.threshold_verdict", set="bis-702")
    assert answer.value is UNKNOWN
    assert "bis-702.7" in answer.flags[0]


def test_a_pack_without_sets_has_no_rows_and_says_so() -> None:
    answer = ONE.inquiry(DAY, pack=replace(NPRM, thresholds={})).ask(
        "training.thresholds", "محمد-1"
    )
    assert answer.value == ()
    assert answer.because[0].text == "the pack has no set of thresholds"


def test_a_set_published_as_a_rule_carries_no_warning() -> None:
    inquiry = ONE.inquiry(DAY, pack=TOY)
    answer = inquiry.ask("training.threshold_verdict", "محمد-1", set="interpretive-rules")
    assert (answer.value, answer.flags) == (YES, ())


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("1e25", "1e27", UNKNOWN), ("2e26", "3e26", YES), ("1e25", "1e26", NO)],
)
def test_all_sets_are_judged_by_the_same_band(low: str, high: str, expected: Verdict) -> None:
    told = world(
        (
            DAY,
            "model",
            {"id": "M1", "operations_low": low, "operations_high": high, "biological": "no"},
        )
    )
    rows = told.ask(DAY, "training.thresholds", "M1").value
    assert isinstance(rows, tuple)
    assert {row["set"]: row["verdict"] for row in rows}["eo-14110-4.2(b)(i)"] is expected


def test_a_band_that_contradicts_itself_settles_nothing_and_is_pointed_out() -> None:
    answer = NOBODY.ask(
        DAY,
        "training.threshold_verdict",
        set="bis-702.7",
        operations_low=F(9),
        operations_high=F(1),
    )
    assert answer.value is UNKNOWN
    assert answer.flags[1].startswith("the band of operations contradicts itself")
