"""How high the score of a name can get at best, before it is laid beside the one asked about."""

from math import inf, log

import numpy as np
from numpy.typing import NDArray

from knowntenant.screening.algorithm import Weights
from knowntenant.screening.comparison import MORE, MOST_LEFT, SOME
from knowntenant.screening.features import NAMES, QUALIFIERS
from knowntenant.screening.index import Asked, Floats, Worth
from knowntenant.screening.party import Party

NAME = {feature.name: place for place, feature in enumerate(NAMES)}
REST = {feature.name: place for place, feature in enumerate(QUALIFIERS)}
TOLD = {
    "birth_date": ("born_same_day", "born_same_year", "born_slip", "born_circa"),
    "countries": ("country_same",),
    "address": ("address",),
}


def promising(weights: Weights, party: Party, asked: Asked, least: float) -> Worth:
    """Give a judge of names: which may still reach a score with all that the party tells of itself.

    Everything untold is taken for agreeing, and of spellings only what they take away counts, so
    nothing is passed over that could still be saved.
    """
    highest = log(least / (1.0 - least)) if least < 1.0 else inf
    needed = (highest - weights.shift) / weights.slope - _at_best(weights, party)
    asked_total = sum(asked.weights) + 0.05

    def judge(
        matched: Floats, slips: Floats, asked_left: Floats, listed_left: Floats
    ) -> NDArray[np.bool_]:
        asked_share = asked_left / asked_total
        listed_share = listed_left / (matched + listed_left + 0.05)
        values = {
            "slips": slips / (matched + 0.05),
            "matched": np.clip(matched - SOME, 0.0, MORE - SOME),
            "matched_much": np.clip(matched - MORE, 0.0, MORE),
            "asked_only": np.minimum(asked_left, MOST_LEFT),
            "asked_share": asked_share,
            "listed_only": np.minimum(listed_left, MOST_LEFT),
            "listed_share": listed_share,
            "contradiction": np.minimum(np.minimum(asked_left, listed_left), 1.0),
            "contradiction_share": np.minimum(asked_share, listed_share),
        }
        points = weights.start + weights.names[NAME["same_name"]]
        for name, value in values.items():
            points = points + weights.names[NAME[name]] * value
        return np.asarray(points >= needed)

    return judge


def _at_best(weights: Weights, party: Party) -> float:
    """Give what everything besides the name can add at most."""
    told = (
        ("birth_date", party.birth_date),
        ("countries", party.countries),
        ("address", party.address),
    )
    return sum(
        max(0.0, *(weights.qualifiers[REST[feature]] for feature in TOLD[name]))
        for name, value in told
        if value
    )
