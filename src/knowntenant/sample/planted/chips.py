"""Planted: advanced accelerators and those who ask for them (export control, ear-cloud)."""

from knowntenant.sample.customers import foreign_entity
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.names import countries
from knowntenant.sample.truth import Expected, Story

EAR = "ear-cloud"


def parent_in_shenzhen(seat: Seat) -> Story:
    """A Malaysian company with advanced accelerators, whose ultimate parent sits in Shenzhen."""
    made = _with_parent(
        seat, "CN", name="深圳市远山样例智能有限公司", principal_place="样例路8号, 深圳"
    )
    question = Expected("settle_licence_question", made.id, "742.6(a)(6)(iii)(A)", EAR)
    return Story((made,), (question,))


def parent_in_japan(seat: Seat) -> Story:
    """The same with a parent in Japan."""
    made = _with_parent(seat, "JP")
    return Story((made,), why="neither the company nor its parent has its head office in D:5")


def export_red_flag_open(seat: Seat) -> Story:
    """A company whose delivery address is vague, which nobody has looked into."""
    made = foreign_entity(seat)
    _flag(made, kind="vague_delivery_address")
    asked = Expected("inquire_about_red_flag", made.id, "732 supp. 3: duty to inquire", EAR)
    return Story((made,), (asked,))


def export_red_flag_explained(seat: Seat) -> Story:
    """A company whose first order was large, which was looked into and explained."""
    made = foreign_entity(seat)
    _flag(made, kind="large_first_order", resolved="yes", inquiry="a contract of its customer seen")
    return Story((made,), why="somebody looked into it and recorded the explanation")


def _with_parent(seat: Seat, code: str, **cells: str) -> Made:
    made = foreign_entity(seat, code="MY", owned=False)
    made.account_row["product"] = "blast"
    told = made.entity(countries()[code]) | cells
    parent = made.owned_by(told, made.id, "100")
    made.person_owns(code, parent, "100")
    made.add("parent", child=made.id, parent=parent, ultimate="yes",
             happened=made.opened.isoformat())  # fmt: skip
    return made


def _flag(made: Made, **cells: str) -> None:
    made.add("export_red_flag", id=f"XF-{made.id}", customer=made.id, happened="2027-06-08",
             **cells)  # fmt: skip
