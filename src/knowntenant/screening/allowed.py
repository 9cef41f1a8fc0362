"""Good-guy lists: a customer and a target that are known to be two, for a time and as they stand.

A row speaks of one party and of the entries it was made about, by their ids and never by a name,
so another target of the same name is a hit as before. It is bound to the fingerprint as a clearance
is, ends by itself, and needs two people, because it silences alerts before anybody has seen them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from knowntenant.law.problem import Problem
from knowntenant.screening.alerts import Alert
from knowntenant.screening.clearance import MARGIN, Carried, Clearance, carry, compare
from knowntenant.screening.fingerprint import Fingerprint

LONGEST_DAYS = 366
"""The longest term of a row, in days; renewed by two people, or it ends."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A row of a good-guy list.

    who: asked for it; approved_by: another person; when: an instant with a zone; until: the last
    day on which it counts.
    """

    party: str
    fingerprint: Fingerprint
    algorithm: str
    who: str
    approved_by: str
    when: datetime
    why: str
    until: date


def allow(  # noqa: PLR0913 - what a row says
    alert: Alert, *, who: str, approved_by: str, when: datetime, why: str, until: date
) -> Allowed:
    """Make a row about the party and the target of an alert."""
    return Allowed(
        alert.party, alert.fingerprint, alert.algorithm, who, approved_by, when, why, until
    )


def problems_of(row: Allowed, place: str, longest: int = LONGEST_DAYS) -> Iterator[Problem]:
    """Say all that is wrong with a row; place: where it stands. longest: its term in days."""
    if not row.who.strip() or not row.approved_by.strip():
        yield Problem(place, "a row needs who asked for it and who approved it.", "Say both.")
    elif " ".join(row.who.split()).casefold() == " ".join(row.approved_by.split()).casefold():
        yield Problem(place, "one person asked and approved.", "Another person has to approve.")
    if not row.why.strip():
        yield Problem(place, "a row needs its reason.", "Say how the two are told apart.")
    if row.when.tzinfo is None:
        yield Problem(place, "'when' needs a zone.", "Give it as in 2027-03-01T09:30Z.")
    days = (row.until - row.when.date()).days
    if days < 0:
        yield Problem(place, "'until' is before 'when'.", "Give the last day that counts.")
    elif days > longest:
        yield Problem(place, f"the term is {days} days; {longest} at most.", "Renew it in time.")


def in_force(rows: Iterable[Allowed], today: date) -> list[Allowed]:
    """Leave out rows that have ended, that are yet to begin, and that have problems."""
    return [
        row
        for row in rows
        if row.when.date() <= today <= row.until and not any(problems_of(row, ""))
    ]


def screen(alert: Alert, rows: Iterable[Allowed], today: date, margin: float = MARGIN) -> Carried:
    """Say whether good-guy rows cover an alert, whole and unchanged; today: in the provider's zone.

    UNKNOWN where no row speaks of it, or all of them have ended.
    """
    return compare(alert, as_clearances(rows, today), margin)


def passed(
    alert: Alert, rows: Iterable[Allowed], now: datetime, today: date, margin: float = MARGIN
) -> tuple[Alert, Carried]:
    """Give a new alert as the good-guy rows leave it; see `clearance.carry`."""
    return carry(alert, as_clearances(rows, today), now, margin)


def expiring(rows: Iterable[Allowed], today: date, days: int) -> list[Allowed]:
    """Give the rows in force that end within a number of days, the first to end first."""
    ending = [row for row in in_force(rows, today) if (row.until - today).days <= days]
    return sorted(ending, key=lambda row: (row.until, row.party, row.fingerprint.digest()))


def as_clearances(rows: Iterable[Allowed], today: date) -> list[Clearance]:
    """Give the rows in force as clearances, as for `clearance.carry_all`."""
    return [
        Clearance(
            row.party, row.fingerprint, row.algorithm, row.who, row.when,
            f"good-guy list until {row.until}: {row.why}",
        )
        for row in in_force(rows, today)
    ]  # fmt: skip
