"""A foreign customer of whom everything asked is there, and pieces of it to leave out."""

from collections.abc import Collection

from tests.world import Telling, World

DAY = "2027-01-01"
OPENED: Telling = (DAY, "account", {"id": "A1", "customer": "C1", "state": "requested"})
PIECES: dict[str, Telling] = {
    "name": (DAY, "customer", {"id": "C1", "name": "Nguyễn Thị Hoa"}),
    "street": (DAY, "contact", {"person": "C1", "street_address": "12 Hàng Bông"}),
    "box": (DAY, "contact", {"person": "C1", "fpo_box": "FPO AP 96349"}),
    "exception": (DAY, "contact", {"person": "C1", "address_exception": "no_street_names"}),
    "principal_place": (DAY, "contact", {"person": "C1", "principal_place": "深圳市南山区"}),
    "inquiries": (DAY, "contact", {"person": "C1", "inquiries_address": "PO Box 7"}),
    "use": (DAY, "contact", {"person": "C1", "use_locations": ["VN", "SG"]}),
    "email": (DAY, "contact", {"person": "C1", "email": "hoa@example.com"}),
    "phone": (DAY, "contact", {"person": "C1", "phone": "+84 912 345 678"}),
    "token": (DAY, "payment", {"account": "A1", "means": "card", "token": "tok_1"}),
    "wallet": (DAY, "payment", {"customer": "C1", "means": "crypto", "wallet": "bc1q"}),
    "ip": (DAY, "access", {"account": "A1", "ip": "203.0.113.9", "action": "sign_up"}),
    "organised": (DAY, "presence", {"person": "C1", "organised_in": "VN"}),
}
OF_INDIVIDUAL = ("name", "street", "use", "email", "phone", "token", "ip")
OF_ENTITY = ("name", "principal_place", "use", "email", "phone", "token", "ip", "organised")


def individual_with(pieces: Collection[str]) -> World:
    """Tell a foreign individual with an account asked for, and the pieces named."""
    kind: Telling = (DAY, "customer", {"id": "C1", "kind": "individual"})
    place: Telling = (DAY, "presence", {"person": "C1", "citizen": "VN"})
    return World((kind, place, OPENED, *(PIECES[piece] for piece in pieces)))


def entity_with(pieces: Collection[str]) -> World:
    """Tell a foreign entity that a foreign owner with a name holds, and the pieces named."""
    kind: Telling = (DAY, "customer", {"id": "C1", "kind": "entity"})
    place: Telling = (DAY, "presence", {"person": "C1", "located": "VN"})
    owner: tuple[Telling, ...] = (
        (DAY, "person", {"id": "P1", "kind": "individual", "name": "Sukarno"}),
        (DAY, "presence", {"person": "P1", "citizen": "US", "basis": "document"}),
        (DAY, "ownership", {"owner": "P1", "owned": "C1", "percent": "100"}),
    )
    return World((kind, place, *owner, OPENED, *(PIECES[piece] for piece in pieces)))
