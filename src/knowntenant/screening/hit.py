"""A hit: an entry that may be the party, with its score and everything that made the score."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the waterfall: what a feature saw, and what that moved the score by.

    feature: its name in the algorithm's table. points: what it adds in log-odds (natural
    logarithm); points of all lines together, through the algorithm's calibration, are the score.
    value: what the feature measured. reason: in words for a reviewer. asked, listed: the two values
    compared, as written by the party and by the list.
    """

    feature: str
    points: float
    value: float
    reason: str
    asked: str = ""
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words laid beside each other: similarity 0..1, and how (such as same, typo, initial)."""

    asked: str
    listed: str
    similarity: float
    how: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that may be the party.

    score: the share of such hits on the algorithm's tuning cases that were the same target, 0..1.
    asked_name, listed_name: the two names that were laid beside each other.
    """

    party: str
    entry: str
    score: float
    asked_name: str
    listed_name: str
    algorithm: str
    pairs: tuple[Pair, ...] = ()
    lines: tuple[Line, ...] = ()
