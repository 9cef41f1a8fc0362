"""From what was seen to a score: a sum of weights, two floors, and the calibration."""

from math import exp
from operator import mul

from knowntenant.screening.algorithm import Weights
from knowntenant.screening.comparison import Comparison
from knowntenant.screening.features import QUALIFIERS, TAKE
from knowntenant.screening.qualifiers import Qualified

OF_THE_TARGET = next(n for n, one in enumerate(QUALIFIERS) if one.name == "address")
"""Before this place of the table stand births and countries: what can tell namesakes apart."""


def name_points(weights: Weights, seen: Comparison) -> float:
    """Add up what two names come to, before anything else is looked at, in log-odds."""
    points: float = weights.start + sum(map(mul, weights.names, TAKE.of_name(seen)))
    return points


def floor(weights: Weights, terms: list[float], *, same_name: bool, same_number: bool) -> float:
    """Give the least that points may be: the same name, or the same number, is always looked at.

    terms: what each qualifier adds. Births and countries still tell namesakes apart; that an alias
    is weak, or what a list leaves untold, hides nobody of the same name.
    """
    least = float("-inf")
    if same_name:
        least = weights.same_at_least + sum(terms[:OF_THE_TARGET])
    return max(least, weights.number_at_least) if same_number else least


def points_of(weights: Weights, base: float, qualified: Qualified, *, same_name: bool) -> float:
    """Add what else was seen to what two names come to, in log-odds before calibration."""
    terms = list(map(mul, weights.qualifiers, TAKE.of_rest(qualified)))
    points: float = base + sum(terms)
    number = bool(qualified.identifier)
    if same_name or number:
        return max(points, floor(weights, terms, same_name=same_name, same_number=number))
    return points


def score_of(weights: Weights, points: float) -> float:
    """Give the score of points, 0 to 1."""
    return 1.0 / (1.0 + exp(-(weights.slope * points + weights.shift)))
