"""Complete customers of four sorts, with nothing to be found: situations take something away."""

from datetime import date
from random import Random

from knowntenant.sample.days import AS_OF, LAST_OPENING, between, plus
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.names import US, abroad, countries

REVIEWS = {"low": 1095, "medium": 730, "high": 365}
"""Days between re-verifications by risk tier, as programs have them when they say nothing."""

RECENT = date(2025, 1, 15)
"""Customers without a day of their own were opened from here on, so that no review is due yet."""

QUIET = 90
"""No plain customer's next review falls within so many days of the day of the review."""


def foreign_individual(seat: Seat, *, opened: date | None = None, code: str = "") -> Made:
    """Make a foreign individual, verified, with an open account in scope."""
    made = _begun(seat, opened, code or _from_abroad(seat))
    made.row.update(made.individual(made.country))
    _place(made, claims="no")
    made.check(made.id, made.row, made.opened)
    made.open(_product(seat.chance))
    return made


def foreign_entity(
    seat: Seat, *, opened: date | None = None, code: str = "", owned: bool = True
) -> Made:
    """Make a foreign entity, verified, with one owner of the whole unless told otherwise."""
    made = _begun(seat, opened, code or _from_abroad(seat))
    made.row.update(made.entity(made.country))
    _place(made, claims="no")
    made.check(made.id, made.row, made.opened)
    made.open(_product(seat.chance))
    if owned:
        made.person_owns(made.country.code, made.id, "100")
    return made


def us_individual(seat: Seat, *, opened: date | None = None) -> Made:
    """Make a US citizen whose status a document shows."""
    made = _begun(seat, opened, US)
    made.row.update(made.individual(made.country))
    _place(made, claims="yes")
    made.check(made.id, made.row, made.opened)
    made.open(_product(seat.chance))
    return made


def us_entity(seat: Seat, *, opened: date | None = None, percent: str = "100") -> Made:
    """Make an entity of the United States with a US owner of a share, both determined."""
    made = _begun(seat, opened, US)
    made.row.update(made.entity(made.country))
    _place(made, claims="yes")
    made.check(made.id, made.row, made.opened)
    made.open(_product(seat.chance))
    made.person_owns(US, made.id, percent)
    return made


def settle(made: Made, tier: str) -> None:
    """Set the risk tier and, where the next review would fall due, tell of one that was done."""
    made.row["tier"] = tier
    last = date.fromisoformat(str(made.rows["evidence"][0]["checked_on"]))
    if plus(last, REVIEWS[tier]) <= plus(AS_OF, QUIET):
        latest = plus(AS_OF, -1)
        earliest = plus(AS_OF, QUIET + 1 - REVIEWS[tier])
        made.check(made.id, made.row, between(made.chance, earliest, latest))


def _begun(seat: Seat, opened: date | None, code: str) -> Made:
    day = opened or between(seat.chance, RECENT, LAST_OPENING)
    made = Made(seat, countries()[code], day)
    made.row["id"] = made.id
    made.rows["customers"].append(made.row)
    return made


def _place(made: Made, claims: str) -> None:
    entity = made.row["kind"] == "entity"
    made.row.update(
        use_locations=(made.country.place,), claims_us_person=claims, tier="low",
        happened=made.opened.isoformat(),
    )  # fmt: skip
    if entity:
        made.row.update(is_business="yes", control_answered="yes")


def _from_abroad(seat: Seat) -> str:
    codes = abroad()
    return codes[seat.number % len(codes)]


def _product(chance: Random) -> str:
    return chance.choices(("vps", "gpu", "store", "cdn", "dns"), (60, 4, 20, 10, 6))[0]
