"""Exemptions, ADPs and red flags, told in a few words."""

from tests.world import START, Telling


def exemption(day: str, state: str, id_: str = "X1", **keys: str) -> Telling:
    """Tell where an exemption stands."""
    return day, "exemption", {"id": id_, "state": state, **keys}


def adp(id_: str = "ADP1", day: str = START, **keys: str) -> Telling:
    """Tell an ADP."""
    return day, "adp", {"id": id_, **keys}


def element(name: str, day: str = START, of: str = "ADP1", **keys: str) -> Telling:
    """Tell one element of an ADP; left alone, it is covered and words show how."""
    return day, "adp_element", {
        "adp": of, "element": name, **(keys or {"covered": "yes", "how": "handbook"}),
    }  # fmt: skip


def approved(id_: str = "ADP1", day: str = START) -> Telling:
    """Tell an ADP that the board approved and oversees."""
    return adp(id_, day, approved_by="board", approved_on=day, overseen_by="board")


def opened(id_: str, customer: str, day: str = START, **keys: str) -> Telling:
    """Tell an open account."""
    return day, "account", {"id": id_, "customer": customer, "state": "opened", **keys}


def foreigner(id_: str, day: str = START) -> tuple[Telling, Telling]:
    """Tell a customer from Vietnam."""
    return (
        (day, "customer", {"id": id_, "kind": "individual"}),
        (day, "presence", {"person": id_, "citizen": "VN", "located": "VN"}),
    )
