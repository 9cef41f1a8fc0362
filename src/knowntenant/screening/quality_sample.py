"""Cleared alerts drawn for a second look: by stratum, at random, and the same for the same seed."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from knowntenant.screening.alerts import Alert, State

BANDS = (0.6, 0.8, 0.9, 0.95)
"""Where score bands begin, after the first one from 0."""


@dataclass(frozen=True, slots=True, order=True)
class Stratum:
    """A group that is drawn from by itself: the lower end of its score band, and who cleared."""

    band: float
    who: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """An alert that was drawn, with its stratum, and how many of how many were drawn there."""

    alert: Alert
    stratum: Stratum
    drawn: int
    of: int


def sample(
    alerts: Iterable[Alert],
    *,
    seed: str,
    share: Fraction,
    least: int = 1,
    bands: Sequence[float] = BANDS,
) -> list[Drawn]:
    """Draw cleared alerts; others are passed over, and the order of what comes does not matter.

    Each stratum gives `share` of its alerts, rounded up, at least `least`, at most all. The draw
    takes those with the smallest SHA-256 of seed and alert, so what one stratum gives does not hang
    on another, and a larger share only adds. Raises ValueError for a share outside 0 to 1, a
    negative `least`, or two different alerts under one id.
    """
    if not 0 <= share <= 1 or least < 0:
        message = "a sample needs a share from 0 to 1, and a least number from 0"
        raise ValueError(message)
    strata: dict[Stratum, list[Alert]] = defaultdict(list)
    for alert in _distinct(alerts):
        strata[stratum_of(alert, bands)].append(alert)
    return [
        Drawn(alert, stratum, count, len(members))
        for stratum, members in sorted(strata.items())
        for count in [min(len(members), max(least, ceil(share * len(members))))]
        for alert in sorted(members, key=lambda one: (_lot(seed, one), one.id))[:count]
    ]


def stratum_of(alert: Alert, bands: Sequence[float] = BANDS) -> Stratum:
    """Give the stratum of a cleared alert: its band, and whoever cleared it."""
    band = max((low for low in bands if low <= alert.score), default=0.0)
    return Stratum(band, alert.steps[-1].who)


def _distinct(alerts: Iterable[Alert]) -> Iterable[Alert]:
    found: dict[str, Alert] = {}
    for alert in alerts:
        if alert.state is not State.CLEARED:
            continue
        if found.setdefault(alert.id, alert) != alert:
            message = f"two different alerts have the id {alert.id}"
            raise ValueError(message)
    return found.values()


def _lot(seed: str, alert: Alert) -> str:
    # The seed's length stands before it, so that no seed and id run into another pair.
    return hashlib.sha256(
        f"{len(seed)}:{seed}{alert.id}".encode("utf-8", "surrogatepass")
    ).hexdigest()
