from fractions import Fraction

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.thresholds import OPEN, Estimate
from knowntenant.training.measured import estimate, measured
from tests.world import world

F = Fraction
DAY = "2028-02-29"
TOLD = world(
    (DAY, "cluster", {"id": "K1", "co_located": "yes", "gbit_per_second": "400"}),
    (DAY, "cluster", {"id": "K2", "operations_per_second": "1e20", "sparsity": "yes"}),
    (DAY, "model", {"id": "M1", "operations": "5", "biological": "no", "cluster": "K1"}),
    (DAY, "model", {"id": "M2", "macs": "7"}),
)


@pytest.mark.parametrize(
    ("counts", "band"),
    [
        ({}, OPEN),
        ({"operations": F(5)}, Estimate.exactly(F(5))),
        ({"operations": F(5), "operations_low": F(3)}, Estimate(F(3), F(5), None)),
        ({"operations_high": F(9)}, Estimate(None, None, F(9))),
        ({"floating_point_operations": F(2)}, Estimate(F(2), None, None)),
        ({"integer_operations": F(0), "floating_point_operations": F(2)}, Estimate.exactly(F(2))),
        ({"multiply_accumulates": F(2)}, Estimate.exactly(F(0))),
        ({"operations": F(5), "integer_operations": F(9)}, Estimate.exactly(F(5))),
        ({"operations": "many"}, OPEN),
    ],
)
def test_operations_are_a_total_a_band_or_a_sum_of_both_kinds(
    counts: dict[str, object], band: Estimate
) -> None:
    assert estimate(counts) == band


def test_what_is_told_of_a_model_and_its_cluster_is_put_together() -> None:
    found = measured(TOLD.inquiry(DAY), "M1", {})
    assert found.run.operations == Estimate.exactly(F(5))
    assert (found.run.biological, found.run.co_located, found.run.sparsity) == (NO, YES, NO)
    assert (found.run.gbit_per_second, found.run.operations_per_second) == (F(400), None)
    assert found.facts == ("fact 3", "fact 1")


def test_what_a_question_brings_along_goes_before_what_is_told() -> None:
    given = {"operations_low": F(6), "biological": UNKNOWN, "cluster": "K2", "co_located": NO}
    run = measured(TOLD.inquiry(DAY), "M1", given).run
    assert run.operations == Estimate(F(6), None, None)
    assert (run.biological, run.co_located, run.sparsity) == (UNKNOWN, NO, YES)
    assert (run.gbit_per_second, run.operations_per_second) == (None, F(10) ** 20)


def test_of_a_model_that_nobody_told_of_nothing_is_known() -> None:
    run = measured(TOLD.inquiry(DAY), "", {"cluster": "nowhere"}).run
    assert (run.operations, run.biological, run.co_located) == (OPEN, UNKNOWN, UNKNOWN)


def test_multiply_accumulates_are_kept_apart_until_a_set_counts_them() -> None:
    run = measured(TOLD.inquiry(DAY), "M2", {}).run
    assert run.operations == Estimate.exactly(F(0))
    assert run.multiply_accumulates == Estimate.exactly(F(7))
