"""The order in which alerts are worked through: the most urgent first, total and stable."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from knowntenant.screening.alerts import Alert
from knowntenant.screening.fingerprint import Side
from knowntenant.screening.known_lists import UNWEIGHED, WEIGHTS

SCORE_DIGITS = 3
"""Scores closer than this are one score here: an agreeing passport outweighs the fourth digit."""
_WHOLE_DAY = len("1961-03-05")


class BirthAgreement(IntEnum):
    """How the birth dates of both sides agree."""

    DISJOINT = 0
    UNKNOWN = 1
    PARTLY = 2  # the year, or year and month, as far as both are told
    DAY = 3


@dataclass(frozen=True, slots=True, order=True)
class Urgency:
    """What the order rests on, field after field; the smaller comes first.

    score: negative, to three digits; identifiers: minus the number of those that both sides have;
    birth: minus the agreement; weight: minus the weight of the weightiest list; opened: the older
    first; exact: the score with all digits, negative; then the alert's id, which no other has.
    """

    score: float
    identifiers: int
    birth: int
    weight: int
    opened: datetime
    exact: float
    id: str


def by_urgency(alerts: Iterable[Alert], weights: Mapping[str, int] = WEIGHTS) -> list[Alert]:
    """Give alerts with the most urgent first; the order in which they come makes no difference."""
    return sorted(alerts, key=lambda alert: urgency(alert, weights))


def urgency(alert: Alert, weights: Mapping[str, int] = WEIGHTS) -> Urgency:
    """Say how urgent an alert is; only the entries that were hit count."""
    party = alert.fingerprint.party
    hit = [seen.side for seen in alert.fingerprint.entries if seen.score is not None]
    return Urgency(
        score=-round(alert.score, SCORE_DIGITS),
        identifiers=-max((shared_identifiers(party, side) for side in hit), default=0),
        birth=-max((birth_agreement(party, side) for side in hit), default=BirthAgreement.UNKNOWN),
        weight=-max((weights.get(side.list_name, UNWEIGHED) for side in hit), default=0),
        opened=alert.opened,
        exact=-alert.score,
        id=alert.id,
    )


def shared_identifiers(party: Side, entry: Side) -> int:
    """Count the numbers that both sides have, whatever kind and country each says they are of."""
    return len(_numbers(party) & _numbers(entry))


def _numbers(side: Side) -> set[str]:
    return {identifier.split(" ", 2)[2] for identifier in side.identifiers}


def birth_agreement(party: Side, entry: Side) -> BirthAgreement:
    """Say how birth dates agree: by the pair that agrees best, as precise as both are told."""
    pairs = [(ours, theirs) for ours in party.birth_dates for theirs in entry.birth_dates]
    return max((_agreement(*pair) for pair in pairs), default=BirthAgreement.UNKNOWN)


def _agreement(ours: str, theirs: str) -> BirthAgreement:
    first, last = _span(theirs)
    low, high = _span(ours)
    if first == last and low == high and low and first:
        short = min(len(low), len(first))
        if low[:short] != first[:short]:
            return BirthAgreement.DISJOINT
        return BirthAgreement.DAY if short == _WHOLE_DAY else BirthAgreement.PARTLY
    meets = low[:4] <= last[:4] and first[:4] <= high[:4]
    return BirthAgreement.PARTLY if meets else BirthAgreement.DISJOINT


def _span(told: str) -> tuple[str, str]:
    """Give the first and last of what is told; about a year means that year or the ones beside."""
    if told.startswith("~") and told[1:5].isdecimal():
        year = int(told[1:5])
        return f"{year - 1:04}", f"{year + 1:04}"
    first, _, last = told.partition("/")
    return first, last or first
