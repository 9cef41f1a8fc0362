"""The figures of the quality page: examples by hand, and slow twins for everything counted."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import metrics
from benchmarks.metrics import Outcome

SCORES = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.5, 0.75, 0.9, 1.0])
IDS = st.sampled_from(["a", "b", "c", "d"])


def outcome(expected: list[str], answers: dict[str, float]) -> Outcome:
    best_first = sorted(answers.items(), key=lambda pair: -pair[1])
    return Outcome("1", "p_exact", frozenset(expected), tuple(best_first))


OUTCOMES = st.lists(
    st.builds(
        outcome, st.lists(IDS, max_size=2, unique=True), st.dictionaries(IDS, SCORES, max_size=4)
    ),
    max_size=12,
)
PAIRS = st.lists(st.tuples(SCORES, st.booleans()), max_size=20)


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0)],
)
def test_wilson_gives_the_intervals_of_the_textbook(
    hits: int, total: int, low: float, high: float
) -> None:
    assert metrics.wilson(hits, total) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_bounds_are_the_rates_that_the_score_test_just_keeps(case: tuple[int, int]) -> None:
    hits, total = case
    for bound in metrics.wilson(hits, total):
        if 0 < bound < 1:
            gap = abs(hits / total - bound) / math.sqrt(bound * (1 - bound) / total)
            assert gap == pytest.approx(metrics.TWO_SIDED_95, rel=1e-6)


def slow_tally(outcomes: list[Outcome], threshold: float) -> tuple[int, int, int, int, int]:
    found = missed = false_alerts = negatives = alerted = 0
    for one in outcomes:
        reached = [number for number, score in one.answers if score >= threshold]
        others = [number for number in reached if number not in one.expected]
        if not one.expected:
            negatives += 1
            if others:
                alerted += 1
                false_alerts += 1
        elif len(others) < len(reached):
            found += 1
        else:
            missed += 1
            if others:
                false_alerts += 1
    return found, missed, false_alerts, negatives, alerted


@given(OUTCOMES, SCORES)
def test_a_tally_counts_as_its_slow_twin(outcomes: list[Outcome], threshold: float) -> None:
    made = metrics.tally(outcomes, threshold)
    twin = slow_tally(outcomes, threshold)
    assert (
        made.found,
        made.missed,
        made.false_alerts,
        made.negatives,
        made.negatives_alerted,
    ) == twin


def test_a_tally_gives_the_four_usual_figures() -> None:
    made = metrics.Tally(found=6, missed=2, false_alerts=3, negatives=10, negatives_alerted=2)
    assert made.precision == pytest.approx(6 / 9)
    assert made.recall == pytest.approx(6 / 8)
    assert made.f1 == pytest.approx(2 / (9 / 6 + 8 / 6))
    assert made.false_positive_rate == pytest.approx(0.2)
    assert math.isnan(metrics.Tally(0, 0, 0, 0, 0).recall)


def test_the_bootstrap_interval_is_close_to_drawing_the_cases_one_by_one() -> None:
    outcomes = [outcome(["a"], {"a": 0.9})] * 60 + [outcome(["a"], {"b": 0.9})] * 15
    outcomes += [outcome([], {"b": 0.9})] * 10 + [outcome([], {})] * 40
    random = np.random.default_rng(1)
    drawn = [
        metrics.tally([outcomes[i] for i in random.integers(0, 125, 125)], 0.5).f1
        for _ in range(400)
    ]
    low, high = metrics.bootstrap_f1(outcomes, 0.5)
    assert low == pytest.approx(float(np.quantile(drawn, 0.025)), abs=0.03)
    assert high == pytest.approx(float(np.quantile(drawn, 0.975)), abs=0.03)
    assert low < metrics.tally(outcomes, 0.5).f1 < high


def test_the_bootstrap_interval_of_nothing_says_nothing() -> None:
    assert metrics.bootstrap_f1([], 0.5) == (0.0, 1.0)
    assert metrics.bootstrap_f1([outcome([], {})], 0.5) == (0.0, 0.0)


@given(OUTCOMES, st.sampled_from([0.0, 0.01, 0.25, 0.5, 1.0]))
def test_the_threshold_at_a_rate_is_the_lowest_that_keeps_it(
    outcomes: list[Outcome], rate: float
) -> None:
    found = metrics.threshold_at_rate(outcomes, rate)
    negatives = [one for one in outcomes if not one.expected]
    assert metrics.tally(negatives, found).negatives_alerted <= rate * len(negatives)
    lower = [score for one in negatives for _, score in one.answers if score < found]
    if lower:
        kept = metrics.tally(negatives, max(lower)).negatives_alerted
        assert kept > int(rate * len(negatives)) or max(one.wrong for one in negatives) > max(lower)


@given(PAIRS)
def test_bands_hold_every_hit_once_and_observe_what_came_true(
    pairs: list[tuple[float, bool]],
) -> None:
    edges = (0.0, 0.25, 0.5, 1.0)
    bands = metrics.calibration(pairs, edges)
    assert sum(band.count for band in bands) == len(pairs)
    for band, (low, high) in zip(bands, pairwise(edges), strict=True):
        held = [pair for pair in pairs if low <= pair[0] < high or (high == 1 == pair[0])]
        assert band.count == len(held)
        if held:
            assert band.observed == pytest.approx(sum(true for _, true in held) / len(held))
            assert band.predicted == pytest.approx(sum(score for score, _ in held) / len(held))


def test_the_calibration_error_weighs_the_gaps_by_their_hits() -> None:
    bands = [metrics.Band(0, 0.5, 3, 0.2, 0.4), metrics.Band(0.5, 1, 1, 0.9, 0.5)]
    empty = metrics.Band(1, 2, 0, math.nan, math.nan)
    assert metrics.calibration_error([*bands, empty]) == pytest.approx((3 * 0.2 + 0.4) / 4)
    assert math.isnan(metrics.calibration_error([empty]))


def test_hits_know_whether_they_were_right() -> None:
    cases = [outcome(["a"], {"b": 0.9, "a": 0.5}), outcome([], {"c": 0.1}), outcome(["a"], {})]
    assert metrics.best_hits(cases) == [(0.9, False), (0.1, False)]
    assert metrics.every_hit(cases) == [(0.9, False), (0.5, True), (0.1, False)]


@given(OUTCOMES)
def test_ordering_is_what_reading_the_answers_gives(outcomes: list[Outcome]) -> None:
    positives = [one for one in outcomes if one.expected]
    ranks = []
    tied = 0
    for one in positives:
        hits = [number in one.expected for number, _ in one.answers]
        ranks.append(hits.index(True) + 1 if True in hits else 0)
        best = max((s for n, s in one.answers if n in one.expected), default=-1)
        tied += best in [s for n, s in one.answers if n not in one.expected]
    assert [metrics.rank(one) for one in positives] == ranks
    assert metrics.first_count(outcomes) == ranks.count(1)
    assert metrics.tied_count(outcomes) == tied
    if positives:
        mean = sum(1 / place for place in ranks if place) / len(ranks)
        assert metrics.mean_reciprocal_rank(outcomes) == pytest.approx(mean)


@given(PAIRS)
def test_ranking_quality_is_the_share_of_couples_in_the_right_order(
    pairs: list[tuple[float, bool]],
) -> None:
    couples = [
        1.0 if true > false else 0.5 if true == false else 0.0
        for true, matches in pairs
        if matches
        for false, other in pairs
        if not other
    ]
    made = metrics.ranking_quality(pairs)
    if couples:
        assert made == pytest.approx(sum(couples) / len(couples))
    else:
        assert math.isnan(made)


@given(st.lists(IDS, min_size=1, max_size=30), st.integers(1, 5))
def test_folds_keep_groups_together_and_are_even(groups: list[str], folds: int) -> None:
    fold = metrics.fold_of(groups, folds).tolist()
    held = {
        group: {place for one, place in zip(groups, fold, strict=True) if one == group}
        for group in groups
    }
    assert all(len(places) == 1 for places in held.values())
    sizes = [sum(places == {number} for places in held.values()) for number in range(folds)]
    assert max(sizes) - min(sizes) <= 1


def test_each_fold_is_judged_by_the_others() -> None:
    cases = ["a1", "b1", "a2", "c1"]
    fold = metrics.fold_of([case[0] for case in cases], 3)
    seen: list[tuple[list[str], list[str]]] = []

    def judge(learned: list[str], tested: list[str]) -> list[Outcome]:
        seen.append((learned, tested))
        return [Outcome(case, "p", frozenset(), ()) for case in tested]

    outcomes = metrics.cross_validated(cases, fold, judge)
    assert sorted(one.case for one in outcomes) == sorted(cases)
    assert len(seen) == 3
    for learned, tested in seen:
        assert sorted(learned + tested) == sorted(cases)
        assert not {case[0] for case in learned} & {case[0] for case in tested}
