"""Planted: red flags of misuse, and what was done about them (7.301, red flag; 7.306(b)(3))."""

from datetime import date

from knowntenant.sample.customers import foreign_individual
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.truth import Expected, Story

OPENED = date(2027, 2, 1)
"""Recent, as the program puts customers with a red flag in the tier that is reviewed yearly."""


def red_flag_unanswered(seat: Seat) -> Story:
    """A customer with a red flag that nobody has answered."""
    made = foreign_individual(seat, opened=OPENED)
    flag = _flag(made)
    return Story((made,), (Expected("answer_red_flag", flag, "7.306(b)(3)"),))


def red_flag_answered(seat: Seat) -> Story:
    """The same, answered by new credentials."""
    made = foreign_individual(seat, opened=OPENED)
    flag = _flag(made)
    made.add("red_flag_response", flag=flag, kind="change_credentials",
             why="the password was on a list of stolen ones", happened="2027-06-17")  # fmt: skip
    return Story((made,), why="the customer's credentials were changed the next day")


def _flag(made: Made) -> str:
    id_ = f"RF-{made.id}"
    made.add("red_flag", id=id_, account=made.account, category="account_activity",
             drawn_from="incident", indicates_abuse="yes", happened="2027-06-16")  # fmt: skip
    return id_
