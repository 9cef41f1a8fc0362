"""Customers, and the steps taken to verify them."""

from tests.world import START, Telling, World, world

FOREIGN: tuple[Telling, ...] = (
    (START, "customer", {"id": "C1", "kind": "individual"}),
    (START, "presence", {"person": "C1", "citizen": "VN"}),
)
ACCOUNT: Telling = ("2027-01-01", "account", {"id": "A1", "customer": "C1", "state": "opened"})
COMPANY: tuple[Telling, ...] = (
    (START, "customer", {"id": "C1", "kind": "entity"}),
    (START, "presence", {"person": "C1", "organised_in": "VN"}),
    (START, "person", {"id": "P1", "kind": "individual"}),
    (START, "presence", {"person": "P1", "citizen": "VN"}),
    (START, "ownership", {"owner": "P1", "owned": "C1", "percent": "100"}),
    ACCOUNT,
)


def step(day: str, result: str, method: str = "documentary", **keys: str) -> Telling:
    """Tell a step about the customer, or about another `person`."""
    told = {"person": "C1", "method": method, "result": result, **keys}
    return day, "verification", told


def individual(*steps: Telling) -> World:
    """Tell a foreign individual with an open account, and the steps."""
    return world(*FOREIGN, ACCOUNT, *steps)


def company(*steps: Telling) -> World:
    """Tell a foreign company that one individual owns, with an open account, and the steps."""
    return world(*COMPANY, *steps)
