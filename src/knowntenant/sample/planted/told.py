"""Planted: what customers are told, and bound to tell (7.301, CIP; 7.302(f)(1))."""

from knowntenant.sample.customers import foreign_entity, foreign_individual
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.truth import Expected, Story


def disclosed_and_not_told(seat: Seat) -> Story:
    """A customer whose particulars went to the authorities, and who may be told of it."""
    made = foreign_individual(seat)
    disclosure = _disclosed(made, lawful="yes")
    return Story((made,), (Expected("tell_of_disclosure", disclosure, "7.301 cip"),))


def disclosed_under_an_order(seat: Seat) -> Story:
    """The same, where an order forbids to tell."""
    made = foreign_individual(seat)
    _disclosed(made, lawful="no")
    return Story((made,), why="the law forbids to tell this customer")


def terms_not_accepted(seat: Seat) -> Story:
    """A foreign entity that has not accepted the terms under which it tells of new owners."""
    made = foreign_entity(seat)
    made.add("notices", id=f"N-{made.id}", to=made.id, about="owners_added", version="2026-09",
             acknowledged="no", happened=made.opened.isoformat())  # fmt: skip
    return Story((made,), (Expected("bind_customer_to_tell", made.id, "7.302(f)(1)"),))


def _disclosed(made: Made, lawful: str) -> str:
    id_ = f"DI-{made.id}"
    made.add("disclosures", id=id_, person=made.id, recipient="law_enforcement",
             notice_lawful=lawful, happened="2027-06-11")  # fmt: skip
    return id_
