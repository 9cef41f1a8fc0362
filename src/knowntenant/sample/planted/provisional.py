"""Planted: use before verification is complete, and its end (7.302(d)(3)(ii), 7.304(a)(2)(ix))."""

from knowntenant.sample.customers import foreign_individual
from knowntenant.sample.days import AS_OF, plus
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.planted.expected import UNVERIFIED, shut, unverified
from knowntenant.sample.truth import Expected, Story


def provisional_with_its_day(seat: Seat) -> Story:
    """Provisional use that ends in fifteen days."""
    made = _provisional(seat, deprovision_in=15)
    ends = Expected("provisional_use_ending", made.account, UNVERIFIED)
    return Story((made,), (ends, unverified(made)[0], shut(made)))


def provisional_without_its_day(seat: Seat) -> Story:
    """Provisional use without a day on which it ends."""
    made = _provisional(seat, deprovision_in=0)
    del made.account_row["deprovision_on"]
    return Story((made,), unverified(made))


def provisional_past_its_day(seat: Seat) -> Story:
    """Provisional use that was to end twelve days ago."""
    made = _provisional(seat, deprovision_in=-12)
    over = Expected("provisional_use_over", made.account, UNVERIFIED)
    return Story((made,), (over, unverified(made)[0], shut(made)))


def _provisional(seat: Seat, deprovision_in: int) -> Made:
    day = plus(AS_OF, deprovision_in)
    made = foreign_individual(seat, opened=plus(day, -28))
    made.rows["evidence"].clear()
    made.account_row.update(
        state="provisional", deprovision_on=day.isoformat(), permissions="2 virtual CPUs, no GPU"
    )
    return made
