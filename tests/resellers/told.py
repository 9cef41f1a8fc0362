"""What is told of a reseller, in a few words."""

from tests.world import Telling, World, world

CLOCKS, DUE = "resellers.clocks", "resellers.termination_due"
STATE, BREACH, STEPS = "resellers.state", "resellers.in_breach", "resellers.required_steps"
THIRD = "7.303(e) s.3"
DECLARED = {"D34": "declared-only"}
NO_CURE = {"D33": "no-cure"}


def reseller(organised_in: str = "NO", id_: str = "R1") -> World:
    """Give the world of one reseller; 'none' where nothing shows where it belongs."""
    active: Telling = ("2026-01-05", "reseller", {"id": id_, "state": "active"})
    if organised_in == "none":
        return world(active)
    return world(active, ("2026-01-05", "presence", {"person": id_, "organised_in": organised_in}))


def finding(day: str, id_: str = "F1", **keys: str) -> Telling:
    """Tell evidence against R1."""
    return day, "finding", {"id": id_, "reseller": "R1", "kind": "no_cip", **keys}


def knows(day: str, of: str = "not_remediated", about: str = "R1", **keys: str) -> Telling:
    """Tell what the provider knew about R1 or a finding."""
    return day, "knowledge", {"about": about, "of": of, **keys}


def remedied(day: str, extent: str = "full", **keys: str) -> Telling:
    """Tell what R1 put right."""
    return day, "remediation", {"reseller": "R1", "extent": extent, **keys}


def ended(day: str) -> Telling:
    """Tell that the relationship with R1 ended."""
    return day, "reseller", {"id": "R1", "state": "terminated"}


def rows(made: World, day: str, **readings: str) -> list[tuple[str, ...]]:
    """Give the clocks of R1 on a day: limb, start, due day, state, end."""
    found = made.inquiry(day, readings=readings).ask(CLOCKS, "R1").value
    assert isinstance(found, tuple)
    return [tuple(str(value) for value in clock.values()) for clock in found]
