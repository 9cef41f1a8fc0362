"""Planted: accounts that special measures reach, one of them through a nominee (7.307)."""

from datetime import date

from knowntenant.sample.customers import foreign_individual
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.planted.expected import shut
from knowntenant.sample.truth import Expected, Story

BOUND = "BV"
COMING = "HM"
"""Uninhabited islands, so that no plain customer and no real person is there."""

OPENED = date(2026, 5, 6)


def located_where_a_measure_binds(first: Seat, second: Seat) -> Story:
    """A customer located where a special measure forbids supply, and one who acts for it."""
    there = _at(first, BOUND)
    nominee = foreign_individual(second, opened=date(2026, 8, 3), code="DE")
    nominee.add("on_behalf_of", holder=nominee.id, person=there.id, happened="2026-08-03")
    reached = tuple(
        Expected("apply_measure", made.account, "7.307(b)(1)") for made in (there, nominee)
    )
    return Story((there, nominee), (*reached, shut(there), shut(nominee)))


def located_where_a_measure_is_coming(seat: Seat) -> Story:
    """A customer located where a special measure is issued, and does not bind yet."""
    made = _at(seat, COMING)
    return Story((made,), why="the measure is advisory, and what it calls for is told of it alone")


def _at(seat: Seat, place: str) -> Made:
    made = foreign_individual(seat, opened=OPENED, code="SE" if place == BOUND else "AU")
    made.row.update(located=place, use_locations=(place,))
    made.visits[:] = [visits._replace(located=place) for visits in made.visits]
    made.single[:] = [visit._replace(located=place) for visit in made.single]
    return made
