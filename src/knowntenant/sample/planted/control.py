"""Planted: who controls an entity without owning it (7.301, beneficial owner(1))."""

from knowntenant.sample.customers import foreign_entity, us_entity
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.names import countries
from knowntenant.sample.planted.expected import lacks, not_verified, shut
from knowntenant.sample.truth import Expected, Story


def control_without_shares(seat: Seat) -> Story:
    """A US company whose chief executive is abroad, owns nothing and was not verified."""
    made = us_entity(seat)
    made.owned_by(made.individual(countries()["DE"]), made.id, role="chief_executive")
    return Story((made,), (not_verified(made), shut(made)))


def five_at_20_unanswered(seat: Seat) -> Story:
    """A foreign entity with five owners at 20 percent, which never said who controls it."""
    made = _five(seat)
    del made.row["control_answered"]
    return Story((made,), (
        Expected("control_not_answered", made.id, "7.301 beneficial owner(1)"),
        *lacks(made, "7.302(d)(1)(iii)(B)(5)"),
    ))  # fmt: skip


def five_at_20_led(seat: Seat) -> Story:
    """The same, with a chief executive who is named and verified."""
    made = _five(seat)
    made.person_owns(made.country.code, made.id, role="chief_executive")
    return Story((made,), why="nobody reaches the share; who controls it is named and verified")


def _five(seat: Seat) -> Made:
    made = foreign_entity(seat, owned=False)
    for _ in range(5):
        made.person_owns(made.country.code, made.id, "20")
    return made
