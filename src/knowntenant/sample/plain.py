"""Plain customers: complete, of every lawful shape, and with nothing to be found."""

from collections.abc import Callable
from datetime import date

from knowntenant.sample.customers import (
    foreign_entity,
    foreign_individual,
    settle,
    us_entity,
    us_individual,
)
from knowntenant.sample.days import AS_OF, FIRST_OPENING, LAST_OPENING, between, plus
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.names import US, abroad, countries
from knowntenant.sample.resellers import WITH_ACCOUNTS

HOLDERS: tuple[tuple[str, ...], ...] = (
    ("100",),
    ("60", "40"),
    ("50", "30", "20"),
    ("34", "33", "33"),
)
"""Shares of owners who hold the whole together."""

SUB_ACCOUNTS = 0.08
SECOND_ACCOUNT = 0.1
NO_BUSINESS = 0.1
SUSPENDED = 0.03
CLOSED_FROM = date(2025, 8, 1)
"""Accounts closed from here on are not past two years on the day of the review."""


def plain(seat: Seat) -> Made:
    """Make one plain customer."""
    makers, weights = zip(*SHAPES, strict=True)
    chance = seat.chance
    maker: Callable[[Seat, date], Made] = chance.choices(makers, weights)[0]
    made = maker(seat, between(chance, FIRST_OPENING, LAST_OPENING))
    account = made.account_row
    if account["state"] == "opened":
        if made.rows["evidence"]:
            settle(made, chance.choices(("low", "medium", "high"), (6, 3, 1))[0])
        if chance.random() < SECOND_ACCOUNT:
            made.open("domain")
        if chance.random() < SUSPENDED:
            since = between(chance, made.opened, plus(AS_OF, -1))
            account.update(state="suspended", state_since=since.isoformat())
        if made.country.code != US and chance.random() < SUB_ACCOUNTS:
            account["reseller"] = chance.choice(WITH_ACCOUNTS)
    return made


def _foreign_individual(seat: Seat, opened: date) -> Made:
    return foreign_individual(seat, opened=opened)


def _foreign_entity(seat: Seat, opened: date) -> Made:
    made = foreign_entity(seat, opened=opened, owned=False)
    for share in seat.chance.choice(HOLDERS):
        made.person_owns(made.country.code, made.id, share)
    if seat.chance.random() < NO_BUSINESS:
        made.row.update(is_business="no", inquiries_address=made.row.pop("principal_place"))
    return made


def _foreign_chain(seat: Seat, opened: date) -> Made:
    """Make an entity held through one or two others, the last of them in another country."""
    made = foreign_entity(seat, opened=opened, owned=False)
    held = made.id
    for _ in range(seat.chance.choice((1, 1, 2))):
        country = countries()[seat.chance.choice(abroad())]
        held = made.owned_by(made.entity(country), held, "100")
    for share in seat.chance.choice(HOLDERS):
        made.person_owns(made.country.code, held, share)
    return made


def _foreign_led(seat: Seat, opened: date) -> Made:
    """Make an entity that small holders own together, and one person runs."""
    made = foreign_entity(seat, opened=opened, owned=False)
    for _ in range(5):
        made.person_owns(made.country.code, made.id, "20")
    made.person_owns(made.country.code, made.id, role="chief_executive")
    return made


def _us_individual(seat: Seat, opened: date) -> Made:
    return us_individual(seat, opened=opened)


def _us_entity(seat: Seat, opened: date) -> Made:
    made = us_entity(seat, opened=opened, percent="55")
    made.person_owns(US, made.id, "45")
    return made


def _us_entity_owned_abroad(seat: Seat, opened: date) -> Made:
    """Make an entity of the United States that is in scope by its owner, and complete."""
    made = us_entity(seat, opened=opened, percent="70")
    made.person_owns(seat.chance.choice(abroad()), made.id, "30")
    return made


def _closed(seat: Seat, opened: date) -> Made:
    """Make a customer who left, not so long ago that its records might go."""
    first = min(opened, date(2025, 6, 1))
    made = foreign_individual(seat, opened=first)
    close(made, between(seat.chance, CLOSED_FROM, plus(AS_OF, -1)))
    return made


def _without_iaas(seat: Seat, opened: date) -> Made:
    """Make a customer of products that are no IaaS, of whom little is known."""
    made = foreign_individual(seat, opened=opened)
    made.account_row["product"] = seat.chance.choice(("domain", "desk"))
    made.rows["usage"].clear()
    made.rows["evidence"].clear()
    del made.row["street_address"]
    return made


def close(made: Made, day: date) -> None:
    """Close the account, and end its use on the day before."""
    made.account_row.update(state="closed", closed_on=day.isoformat())
    made.visits[:] = [visits._replace(end=min(visits.end, day)) for visits in made.visits]
    made.rows["usage"][:] = [
        row for row in made.rows["usage"] if str(row["until"])[:10] <= day.isoformat()
    ]


SHAPES: tuple[tuple[Callable[[Seat, date], Made], int], ...] = (
    (_foreign_individual, 38),
    (_foreign_entity, 16),
    (_foreign_chain, 7),
    (_foreign_led, 2),
    (_us_individual, 10),
    (_us_entity, 12),
    (_us_entity_owned_abroad, 5),
    (_closed, 6),
    (_without_iaas, 4),
)
"""How plain customers are made, and how many of a hundred so."""
