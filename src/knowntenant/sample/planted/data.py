"""Planted: what is asked before an account is opened (7.302(d)(1)(iii)(A) to (F))."""

from knowntenant.sample.customers import foreign_entity, foreign_individual
from knowntenant.sample.made import Seat
from knowntenant.sample.planted.expected import lacks
from knowntenant.sample.rows import Cell
from knowntenant.sample.truth import Story

ASKED = "7.302(d)(1)(iii)"


def missing_phone(seat: Seat) -> Story:
    """A foreign individual without a telephone number."""
    return _without(seat, "phone", "(E)")


def missing_email(seat: Seat) -> Story:
    """A foreign individual without an e-mail address."""
    return _without(seat, "email", "(D)")


def missing_address(seat: Seat) -> Story:
    """A foreign individual without any address."""
    return _without(seat, "street_address", "(B)(1)")


def missing_places_of_use(seat: Seat) -> Story:
    """A foreign individual who did not say where the product will be used."""
    return _without(seat, "use_locations", "(B)(1)")


def missing_jurisdiction(seat: Seat) -> Story:
    """A foreign entity without the law under which it was formed."""
    made = foreign_entity(seat)
    del made.row["organised_in"]
    return Story((made,), lacks(made, f"{ASKED}(B)(4)"))


def missing_payment(seat: Seat) -> Story:
    """A foreign individual without a means of payment."""
    made = foreign_individual(seat)
    made.rows["payments"].clear()
    return Story((made,), lacks(made, f"{ASKED}(C)", made.account))


def missing_sign_up_address(seat: Seat) -> Story:
    """A foreign individual of whose account no access was ever recorded."""
    made = foreign_individual(seat)
    made.visits.clear()
    made.single.clear()
    return Story((made,), lacks(made, f"{ASKED}(F)", made.account))


def trial_without_phone(seat: Seat) -> Story:
    """A foreign individual on a free trial, without a telephone number."""
    made = foreign_individual(seat, code="VN")
    made.account_row["product"] = "trial"
    del made.row["phone"]
    return Story((made,), lacks(made, f"{ASKED}(E)"))


def military_box(seat: Seat) -> Story:
    """A foreign individual whose only address is a box of the military post."""
    why = "a box of the military post stands in for the street address"
    return _instead(seat, why, military_box="PSC 999, FPO AP 96999")


def address_exception(seat: Seat) -> Story:
    """A foreign individual in a place without street addresses."""
    why = "an officer recorded by a reason code why there is no address (D22)"
    return _instead(seat, why, address_exception="no-street-names")


def crypto_payment(seat: Seat) -> Story:
    """A foreign individual who pays from a wallet."""
    made = foreign_individual(seat)
    made.rows["payments"].clear()
    made.add("payments", id=f"M-{made.account}", account=made.account, means="crypto",
             wallet_address=f"hgtest1q{'qx' * 9}{made.seat.number:06}",
             happened=made.opened.isoformat())  # fmt: skip
    return Story((made,), why="a wallet's address is a means of payment; no card is asked for")


def only_a_domain(seat: Seat) -> Story:
    """A foreign individual who only registers a domain, and of whom little is known."""
    made = foreign_individual(seat)
    made.account_row["product"] = "domain"
    made.rows["evidence"].clear()
    del made.row["phone"]
    return Story((made,), why="domain registration alone is no IaaS product")


def _without(seat: Seat, cell: str, element: str) -> Story:
    made = foreign_individual(seat)
    del made.row[cell]
    of = made.account if cell == "use_locations" else ""
    return Story((made,), lacks(made, f"{ASKED}{element}", of))


def _instead(seat: Seat, why: str, **cells: Cell) -> Story:
    made = foreign_individual(seat)
    del made.row["street_address"]
    made.row.update(cells)
    return Story((made,), why=why)
