"""How much a word tells: a rare one much, a frequent, generic or connecting one little."""

from math import exp, log

from knowntenant.screening.word_tables import (
    genericness,
    is_particle,
    org_frequency,
    person_frequency,
)

RAREST = 5e-5  # the share of names below which a word counts as equally rare
SURPRISE = 10.0  # natural logarithm of 1/RAREST, rounded: it scales weights to 0..1
SMALL = 0.12  # of a particle or a single letter
LEAST_OF_A_NAME = 0.2
LEAST_OF_A_WORD = 0.08
GENERIC_LOSS = 0.75


def person_weight(word: str, share: float) -> float:
    """Weigh a word of a person's name, 0 to 1; share: of the listed names that hold it."""
    if len(word) == 1 or is_particle(word):
        return SMALL
    return max(_rarity(share, person_frequency(word)), LEAST_OF_A_NAME)


def organization_weight(word: str, share: float) -> float:
    """Weigh a word of a company's name, 0 to 1; generic words tell little."""
    if len(word) == 1:
        return SMALL
    rarity = _rarity(share, org_frequency(word))
    return max(rarity * (1.0 - GENERIC_LOSS * genericness(word)), LEAST_OF_A_WORD)


def _rarity(share: float, frequency: float) -> float:
    return min(-log(max(share, exp(frequency), RAREST)), SURPRISE) / SURPRISE
