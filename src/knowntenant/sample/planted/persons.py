"""Planted: who is a foreign person, and since when (7.301, US person; 7.302(d)(1)(i))."""

from datetime import date

from knowntenant.sample.customers import (
    foreign_entity,
    foreign_individual,
    us_entity,
    us_individual,
)
from knowntenant.sample.made import Made, Seat, Visit
from knowntenant.sample.names import US, countries
from knowntenant.sample.planted.expected import lacks, missing, shut
from knowntenant.sample.truth import Expected, Story

PHONE = "7.302(d)(1)(iii)(E)"
CLAIM = "7.302(d)(1)(i) s.1"
LOOKS = "7.302(d)(1)(i) s.3"
SEEN = date(2027, 5, 11)


def us_branch_abroad(seat: Seat) -> Story:
    """The London branch of a US bank."""
    made = us_entity(seat)
    _bank(made)
    made.row["branch_of"] = made.rows["owners"][-2]["owner"]
    made.row["located"] = "GB"
    for cell in ("organised_in", "headquartered_in", "phone"):
        del made.row[cell]
    return Story((made,), why="a branch is no person apart: this one is a US entity's")


def subsidiary_abroad(seat: Seat) -> Story:
    """The London subsidiary of a US bank."""
    made = foreign_entity(seat, code="GB", owned=False)
    _bank(made)
    del made.row["phone"]
    return Story((made,), lacks(made, PHONE))


def moved_abroad(seat: Seat) -> Story:
    """A Mexican who lived in the United States at sign-up and has moved home since."""
    made = us_individual(seat, opened=date(2026, 2, 1))
    made.row.update(citizen=("MX",), located="US")
    del made.row["phone"]
    made.add("customers", id=made.id, located="MX", basis="document", happened="2027-02-14")
    return Story((made,), (missing(made, PHONE),))


def moved_to_us(seat: Seat) -> Story:
    """A Brazilian who has moved to the United States since."""
    made = foreign_individual(seat, opened=date(2026, 2, 1), code="BR")
    del made.row["phone"]
    made.add("customers", id=made.id, located=US, basis="document", happened="2027-02-14")
    made.visits[:] = [made.visits[0]._replace(located=US)]
    made.single[:] = [made.single[0]._replace(located=US)]
    return Story((made,), why="a US person since the move, as a document shows")


def us_person_seen_abroad(seat: Seat) -> Story:
    """A US citizen whose account was used from an address in Vietnam."""
    made = us_individual(seat, opened=date(2026, 3, 2))
    made.single.append(Visit(made.account, SEEN, "use", "VN"))
    return Story((made,), (Expected("recheck_due", made.id, LOOKS),))


def us_person_seen_abroad_and_checked(seat: Seat) -> Story:
    """The same, whose status was looked at again afterwards."""
    made = us_individual(seat, opened=date(2026, 3, 2))
    made.single.append(Visit(made.account, SEEN, "use", "VN"))
    made.check(made.id, made.row, date(2027, 5, 20), showed="on a journey; lives where it did")
    return Story((made,), why="the status was looked at again after the access")


def us_claim_without_proof(seat: Seat) -> Story:
    """Somebody who says to be a US citizen, which nobody looked at."""
    made = us_individual(seat)
    made.row["basis"] = "stated"
    made.rows["evidence"].clear()
    return Story((made,), (Expected("us_claim_unproven", made.id, CLAIM), shut(made)))


def status_unknown(seat: Seat) -> Story:
    """An individual of whom no place is recorded, so that a special measure may forbid it."""
    made = foreign_individual(seat)
    for cell in ("citizen", "located", "basis"):
        del made.row[cell]
    return Story((made,), (Expected("status_unknown", made.id, "7.301 us person"), shut(made)))


def one_name(seat: Seat) -> Story:
    """An Indonesian with one name."""
    made = foreign_individual(seat, code="ID")
    return Story((made,), why="people with one name have a full name")


def _bank(made: Made) -> None:
    """Put a US company and its US owner above the customer, which nobody else owns."""
    made.rows["owners"].clear()
    del made.rows["evidence"][1:]
    bank = made.owned_by(made.entity(countries()[US]), made.id, "100")
    made.person_owns(US, bank, "100")
