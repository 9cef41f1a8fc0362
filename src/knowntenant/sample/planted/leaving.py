"""Planted: how long records are kept once a customer has left (7.302(e)(2))."""

from datetime import date

from knowntenant.sample.customers import foreign_individual
from knowntenant.sample.made import Made, Seat, Visit
from knowntenant.sample.plain import close
from knowntenant.sample.truth import Expected, Story

RETENTION = "7.302(e)(2)"
OPENED = date(2023, 9, 4)


def closed_two_years_ago(seat: Seat) -> Story:
    """An account closed more than two years ago."""
    return _free(_closed(seat, date(2025, 2, 10)))


def closed_on_a_leap_day(seat: Seat) -> Story:
    """An account closed on 29 February 2024."""
    return _free(_closed(seat, date(2024, 2, 29)))


def closed_two_years_ago_to_the_day(seat: Seat) -> Story:
    """An account closed two years ago to the day."""
    made = _closed(seat, date(2025, 6, 30))
    return Story((made,), why="the term ends with the day of the review; free from the next")


def closed_then_used(seat: Seat) -> Story:
    """An account closed more than two years ago, and used after that."""
    made = _closed(seat, date(2025, 3, 1))
    made.single.append(Visit(made.account, date(2026, 2, 10), "use", made.country.code))
    return Story((made,), why="the term runs from the last use, which came after the closing")


def never_closed(seat: Seat) -> Story:
    """An account that nobody has used for years, and that was never closed."""
    made = foreign_individual(seat, opened=OPENED)
    made.visits.clear()
    made.check(made.id, made.row, date(2025, 10, 6))
    return Story((made,), why="long unused, and open: no end is in sight while it is (D13)")


def legal_hold(seat: Seat) -> Story:
    """An account closed more than two years ago, under a legal hold."""
    made = _closed(seat, date(2024, 11, 4))
    _hold(made, "placed", "2025-01-20")
    return Story((made,), why="a hold stands, so nothing may be deleted")


def legal_hold_released(seat: Seat) -> Story:
    """The same, with the hold released."""
    made = _closed(seat, date(2024, 11, 4))
    _hold(made, "placed", "2025-01-20")
    _hold(made, "released", "2026-12-01")
    return _free(made)


def _closed(seat: Seat, day: date) -> Made:
    made = foreign_individual(seat, opened=OPENED)
    close(made, day)
    return made


def _free(made: Made) -> Story:
    return Story((made,), (Expected("records_past_retention", made.account, RETENTION),))


def _hold(made: Made, state: str, day: str) -> None:
    made.add("holds", id=f"H-{made.id}", customer=made.id, state=state,
             why="a subpoena in a matter that is made up", happened=day)  # fmt: skip
