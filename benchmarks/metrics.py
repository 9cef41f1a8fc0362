# ruff: noqa: INP001 - scripts stand here, run as `python -m benchmarks.NAME`
"""What a matcher's answers to labelled cases are worth: pure functions from answers to figures."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import nan, sqrt
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Case = TypeVar("Case")
TWO_SIDED_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to one case.

    kind: the class of the case. expected: the ids of the target, none for somebody who is not
    listed. answers: ids with scores, best first.
    """

    case: str
    kind: str
    expected: frozenset[str]
    answers: tuple[tuple[str, float], ...]

    @property
    def right(self) -> float:
        """The best score of the target, -1 where it was not found."""
        return max((score for number, score in self.answers if number in self.expected), default=-1)

    @property
    def wrong(self) -> float:
        """The best score of anybody else, -1 where there was nobody."""
        return max((score for one, score in self.answers if one not in self.expected), default=-1)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many alerts were right, at one threshold.

    A case of a listed target that is missed while somebody else is alerted counts as missed and as
    a false alert; a false alert beside the right one does not count.
    """

    found: int
    missed: int
    false_alerts: int
    negatives: int
    negatives_alerted: int

    @property
    def precision(self) -> float:
        """Right alerts among alerts."""
        return share(self.found, self.found + self.false_alerts)

    @property
    def recall(self) -> float:
        """Targets found among cases of targets."""
        return share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return share(2 * self.found, 2 * self.found + self.missed + self.false_alerts)

    @property
    def false_positive_rate(self) -> float:
        """Cases of people not listed that raise an alert, among all of those."""
        return share(self.negatives_alerted, self.negatives)


@dataclass(frozen=True, slots=True)
class Band:
    """Hits whose scores lie in one band: what the scores promise and what came true."""

    low: float
    high: float
    count: int
    predicted: float
    observed: float


def share(part: float, whole: float) -> float:
    """Divide; not a number where the whole is nothing."""
    return part / whole if whole else nan


def wilson(hits: int, total: int, z: float = TWO_SIDED_95) -> tuple[float, float]:
    """Give the confidence interval of a share by Wilson's score method, 95 % by default."""
    if not total:
        return 0.0, 1.0
    rate = hits / total
    middle = (rate + z * z / (2 * total)) / (1 + z * z / total)
    spread = rate * (1 - rate) / total + z * z / (4 * total * total)
    half = z / (1 + z * z / total) * sqrt(spread)
    low = 0.0 if hits == 0 else middle - half
    return low, 1.0 if hits == total else middle + half


def tally(outcomes: Iterable[Outcome], threshold: float) -> Tally:
    """Count what an alert from a threshold on gets right."""
    rows = np.array([counted(one, threshold) for one in outcomes], np.int64).reshape(-1, 5)
    found, missed, false_alerts, negatives, alerted = rows.sum(axis=0).tolist()
    return Tally(found, missed, false_alerts, negatives, alerted)


def counted(outcome: Outcome, threshold: float) -> tuple[int, int, int, int, int]:
    """Give what one case adds to the tally."""
    others = outcome.wrong >= threshold
    if not outcome.expected:
        return 0, 0, int(others), 1, int(others)
    found = outcome.right >= threshold
    return int(found), int(not found), int(not found and others), 0, 0


def bootstrap_f1(
    outcomes: Sequence[Outcome], threshold: float, draws: int = 2000, seed: int = 4
) -> tuple[float, float]:
    """Give the 95 % interval of F1 over cases drawn again with replacement."""
    if not outcomes:
        return 0.0, 1.0
    rows = np.array([counted(one, threshold)[:3] for one in outcomes], np.int64)
    kinds, sizes = np.unique(rows, axis=0, return_counts=True)
    random = np.random.default_rng(seed)
    drawn = random.multinomial(len(outcomes), sizes / sizes.sum(), size=draws) @ kinds
    whole = 2 * drawn[:, 0] + drawn[:, 1] + drawn[:, 2]
    scores = np.where(whole > 0, 2 * drawn[:, 0] / np.maximum(whole, 1), 0.0)
    low, high = np.quantile(scores, [0.025, 0.975]).tolist()
    return low, high


def threshold_at_rate(outcomes: Iterable[Outcome], rate: float) -> float:
    """Give the lowest threshold at which no more than a share of the negatives raise an alert."""
    scores = sorted((one.wrong for one in outcomes if not one.expected), reverse=True)
    allowed = int(len(scores) * rate)
    return max(0.0, scores[allowed] + 1e-9) if allowed < len(scores) else 0.0


def calibration(hits: Iterable[tuple[float, bool]], edges: Sequence[float]) -> list[Band]:
    """Lay hits into bands of scores, each from its lower edge up; the last holds its upper edge."""
    pairs = list(hits)
    made = []
    for low, high in pairwise(edges):
        last = high == edges[-1]
        held = [pair for pair in pairs if low <= pair[0] < high or (last and pair[0] == high)]
        total = len(held)
        predicted = share(sum(score for score, _ in held), total)
        made.append(Band(low, high, total, predicted, share(sum(r for _, r in held), total)))
    return made


def calibration_error(bands: Iterable[Band]) -> float:
    """Give the expected calibration error: the mean gap of the bands, weighed by their hits."""
    held = [band for band in bands if band.count]
    gaps = sum(band.count * abs(band.predicted - band.observed) for band in held)
    return share(gaps, sum(band.count for band in held))


def best_hits(outcomes: Iterable[Outcome]) -> list[tuple[float, bool]]:
    """Give the first answer of each case, and whether it was right."""
    first = [(one.answers[0], one.expected) for one in outcomes if one.answers]
    return [(score, number in expected) for (number, score), expected in first]


def every_hit(outcomes: Iterable[Outcome]) -> list[tuple[float, bool]]:
    """Give every answer, and whether it was right."""
    return [(score, one in case.expected) for case in outcomes for one, score in case.answers]


def rank(outcome: Outcome) -> int:
    """Give the place of the target among the answers, 1 for the first, 0 where it is missing."""
    places = (place for place, (one, _) in enumerate(outcome.answers, 1) if one in outcome.expected)
    return next(places, 0)


def mean_reciprocal_rank(outcomes: Iterable[Outcome]) -> float:
    """Give the mean of one over the rank of the target, over the cases of targets."""
    ranks = [rank(one) for one in outcomes if one.expected]
    return share(sum(1 / place for place in ranks if place), len(ranks))


def first_count(outcomes: Iterable[Outcome]) -> int:
    """Count the cases whose first answer is the target."""
    return sum(rank(one) == 1 for one in outcomes)


def tied_count(outcomes: Iterable[Outcome]) -> int:
    """Count the cases of targets where somebody else bears the very score of the target."""
    return sum(
        any(score == one.right and number not in one.expected for number, score in one.answers)
        for one in outcomes
        if one.expected
    )


def ranking_quality(pairs: Iterable[tuple[float, bool]]) -> float:
    """Give the chance that a true pair scores above a false one; a tie counts one half (AUC)."""
    scores = list(pairs)
    true = np.array([score for score, matches in scores if matches])
    false = np.sort(np.array([score for score, matches in scores if not matches]))
    below = np.searchsorted(false, true, "left").sum() + np.searchsorted(false, true, "right").sum()
    return share(float(below), 2.0 * len(true) * len(false))


def fold_of(groups: Sequence[str], folds: int, seed: int = 4) -> NDArray[np.int64]:
    """Deal cases into folds, evenly, so that the cases of one group fall into one fold."""
    distinct = sorted(set(groups))
    order = np.random.default_rng(seed).permutation(len(distinct))
    place = {distinct[number]: rank % folds for rank, number in enumerate(order.tolist())}
    return np.array([place[group] for group in groups], np.int64)


def cross_validated(
    cases: Sequence[Case],
    fold: NDArray[np.int64],
    judge: Callable[[list[Case], list[Case]], list[Outcome]],
) -> list[Outcome]:
    """Judge each fold by what was learned on the others; the outcomes come in the order of folds.

    judge: takes the cases to learn from and the cases held out, and gives outcomes of the latter.
    """
    made = []
    for held in sorted(set(fold.tolist())):
        learned = [case for case, place in zip(cases, fold, strict=True) if place != held]
        tested = [case for case, place in zip(cases, fold, strict=True) if place == held]
        made += judge(learned, tested)
    return made
