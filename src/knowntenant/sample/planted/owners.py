"""Planted: who owns an entity (7.301, beneficial owner(2)), and what is not known of it."""

from datetime import date

from knowntenant.sample.customers import foreign_entity, us_entity
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.names import US, countries
from knowntenant.sample.planted.expected import behind_open, lacks, missing, not_verified
from knowntenant.sample.rows import Row
from knowntenant.sample.truth import Expected, Story

PHONE = "7.302(d)(1)(iii)(E)"
OWNERS = "7.302(d)(1)(iii)(B)(5)"
SHARES = "7.301 beneficial owner(2)"


def owner_of_exactly_25(seat: Seat) -> Story:
    """A US company of which a foreign individual owns exactly 25 percent."""
    made = us_entity(seat, percent="75")
    owner = _stranger(made, "25")
    return Story((made,), (*lacks(made, PHONE, str(owner["owner"])), not_verified(made)))


def owner_of_24_99(seat: Seat) -> Story:
    """The same with 24.99 percent, who is no beneficial owner."""
    made = us_entity(seat, percent="75.01")
    _stranger(made, "24.99")
    return Story((made,), why="below the share, so the account is all US, and that is shown")


def chain_of_three(seat: Seat) -> Story:
    """A US company held through two others, 42 percent of it by an individual abroad."""
    made = us_entity(seat, percent="40")
    parent = made.owned_by(made.entity(countries()[US]), made.id, "60")
    holding = made.owned_by(made.entity(countries()["SG"]), parent, "70")
    owner = made.person_owns("CN", holding, "100")
    made.person_owns(US, parent, "30")
    del owner["phone"]
    return Story((made,), lacks(made, PHONE, str(owner["owner"])))


def foreign_buyer_later(seat: Seat) -> Story:
    """A US company of which somebody abroad buys 30 percent after the opening."""
    made = us_entity(seat, opened=date(2025, 9, 1))
    buyer = _stranger(made, "30")
    buyer["happened"] = "2027-03-15"
    before = made.rows["owners"][0]
    made.add("owners", owner=before["owner"], owned=made.id, percent="70", happened="2027-03-15")
    untold = Expected("ask_about_owners", made.id, "7.302(f)(1)")
    return Story((made,), (missing(made, PHONE, str(buyer["owner"])), not_verified(made), untold))


def foreign_buyer_told(seat: Seat) -> Story:
    """The same, of a buyer who is complete, and of whom the customer told in time."""
    made = us_entity(seat, opened=date(2026, 11, 2))
    buyer = made.person_owns("VN", made.id, "30")
    buyer["happened"] = "2027-03-15"
    made.add("owners", owner=made.rows["owners"][0]["owner"], owned=made.id, percent="70",
             happened="2027-03-15")  # fmt: skip
    made.add("notices", id=f"N-{made.id}", sender=made.id, about="owners_added",
             concerns=(str(buyer["owner"]),), happened="2027-03-29")  # fmt: skip
    return Story((made,), why="the customer told of the new owner within the thirty days")


def owners_not_stated(seat: Seat) -> Story:
    """A foreign entity held by another, whose owners nobody has stated."""
    made = foreign_entity(seat, owned=False)
    made.owned_by(made.entity(made.country), made.id, "100")
    open_ = Expected("owners_incomplete", made.id, SHARES)
    return Story((made,), (open_, *lacks(made, OWNERS), *behind_open(made)))


def owners_left_open(seat: Seat) -> Story:
    """A foreign entity of which 40 percent are not accounted for."""
    made = foreign_entity(seat, owned=False)
    made.person_owns(made.country.code, made.id, "60")
    return Story((made,), (Expected("owners_incomplete", made.id, SHARES),))


def owner_without_name(seat: Seat) -> Story:
    """A foreign entity whose owner is on record without a name."""
    made = foreign_entity(seat)
    owner = made.rows["owners"][0]
    del owner["name"]
    name = Expected("data_missing", str(owner["owner"]), "7.302(d)(1)(iii)(A)(1)")
    return Story((made,), (name, *lacks(made, OWNERS)))


def shares_over_the_whole(seat: Seat) -> Story:
    """A foreign entity of which 60 and 55 percent are owned."""
    made = foreign_entity(seat, owned=False)
    made.person_owns(made.country.code, made.id, "60")
    made.person_owns(made.country.code, made.id, "55")
    return Story((made,), (Expected("shares_over_whole", made.id, SHARES),))


def owners_in_a_loop(seat: Seat) -> Story:
    """A foreign entity held by two others that own each other entirely."""
    made = foreign_entity(seat, owned=False)
    first = made.owned_by(made.entity(made.country), made.id, "100")
    second = made.owned_by(made.entity(countries()["AE"]), first, "100")
    made.add("owners", owner=first, owned=second, percent="100", happened=made.row["happened"])
    loop = Expected("ownership_loop", made.id, SHARES)
    return Story((made,), (loop, *lacks(made, OWNERS), *behind_open(made)))


def cross_holding(seat: Seat) -> Story:
    """A foreign entity held by one that owns half of one of its own owners."""
    made = foreign_entity(seat, owned=False)
    first = made.owned_by(made.entity(made.country), made.id, "100")
    made.person_owns(made.country.code, first, "80")
    second = made.owned_by(made.entity(made.country), first, "20")
    made.add("owners", owner=first, owned=second, percent="50", happened=made.row["happened"])
    made.person_owns(made.country.code, second, "50")
    return Story((made,), why="the loop is open: individuals outside it own all of it together")


def _stranger(made: Made, percent: str) -> Row:
    """Add a foreign owner of whom the telephone is missing, and whose identity was not checked."""
    told = made.individual(countries()["VN"])
    del told["phone"]
    made.owned_by(told, made.id, percent)
    return made.rows["owners"][-1]
