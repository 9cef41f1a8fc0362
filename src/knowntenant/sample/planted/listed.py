"""Planted: customers behind whom somebody stands on a list (OFAC's; the affiliates rule)."""

from datetime import date

from knowntenant.sample.customers import foreign_entity, foreign_individual
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.names import countries
from knowntenant.sample.truth import Expected, Story

OFAC, AFFILIATES = "ofac", "affiliates-50"
OPENED = date(2026, 11, 16)
"""Recent, as the program puts customers with a hit in the tier that is reviewed yearly."""


def blocked_in_the_aggregate(seat: Seat) -> Story:
    """A company of which two blocked persons hold 30 percent each through holdings."""
    made = foreign_entity(seat, opened=OPENED, code="AE", owned=False)
    for code in ("EG", "VN"):
        holding = made.owned_by(made.entity(countries()["TR"]), made.id, "30")
        _list(made, str(made.person_owns(code, holding, "100")["owner"]), "sdn")
    made.person_owns("AE", made.id, "40")
    made.add("blocked_property", id=f"BP-{made.id}", account=made.account,
             reported_on="2027-04-21", happened="2027-04-15")  # fmt: skip
    return Story((made,), (_blocked(made),))


def held_below_half(seat: Seat) -> Story:
    """The same, of which one blocked person holds 49.9 percent."""
    made = foreign_entity(seat, opened=OPENED, code="AE", owned=False)
    _list(made, str(made.person_owns("EG", made.id, "49.9")["owner"]), "sdn")
    made.person_owns("AE", made.id, "50.1")
    return Story((made,), why="49.9 percent is less than half; the answer only warns of it")


def led_by_a_blocked_person(seat: Seat) -> Story:
    """A company whose chief executive is blocked and owns none of it."""
    made = foreign_entity(seat, opened=OPENED)
    led = made.person_owns("VN", made.id, role="chief_executive")
    _list(made, str(led["owner"]), "sdn")
    return Story((made,), (_blocked(made, "faq 400"),))


def hit_confirmed(seat: Seat) -> Story:
    """A customer whose hit of the sanctions list a person confirmed; prepaid credit is blocked."""
    made = foreign_individual(seat, opened=OPENED)
    _hit(made, "confirmed")
    credit = f"BP-{made.id}"
    made.add("blocked_property", id=credit, account=made.account, happened="2027-06-24")
    report = Expected("report_blocked_property", credit, "501.603(b)(1)", OFAC)
    open_ = Expected("settle_listing", made.id, "744.11", AFFILIATES)  # which of its lists?
    return Story((made,), (_blocked(made), report, open_))


def hit_cleared(seat: Seat) -> Story:
    """A customer with the name of somebody listed, which a person looked into and cleared."""
    made = foreign_individual(seat, opened=OPENED)
    _hit(made, "cleared")
    return Story((made,), why="the day of birth is another, so the hit was cleared")


def half_held_by_a_listed_company(seat: Seat) -> Story:
    """A company of which a company on the Entity List holds exactly half."""
    made = _held_by_listed(seat, "50", "50")
    kind, clause = "hold_for_licence", "affiliates rule: held 50 percent"
    return Story((made,), (Expected(kind, made.id, clause, AFFILIATES),))


def less_held_by_a_listed_company(seat: Seat) -> Story:
    """The same with 30 percent, which is a red flag to look into."""
    made = _held_by_listed(seat, "30", "70")
    kind, clause = "inquire_about_red_flag", "732 supp. 3: red flag 29"
    return Story((made,), (Expected(kind, made.id, clause, AFFILIATES),))


def _held_by_listed(seat: Seat, share: str, rest: str) -> Made:
    made = foreign_entity(seat, opened=OPENED, code="SG", owned=False)
    holder = made.owned_by(made.entity(countries()["CN"]), made.id, share)
    made.person_owns("CN", holder, "100")
    made.person_owns("SG", made.id, rest)
    _list(made, holder, "entity_list")
    return made


def _blocked(made: Made, clause: str = "ofac guidance: accounts") -> Expected:
    return Expected("block_account", made.account, clause, OFAC)


def _list(made: Made, person: str, name: str) -> None:
    programme = "CYBER2" if name == "sdn" else ""
    made.add("listed", person=person, list_name=name, entry=f"made-up-{person}",
             programme=programme, happened="2027-04-14")  # fmt: skip


def _hit(made: Made, disposition: str) -> None:
    made.add("screening_hits", id=f"HIT-{made.id}", person=made.id, listed="sdn",
             entry=f"made-up-{made.id}", score="0.94", disposition=disposition,
             happened="2027-06-23")  # fmt: skip
