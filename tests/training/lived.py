"""What is told of a transaction, its model and its parties, in a few words."""

from tests.world import Telling, World, world

COVERED, SINCE = "training.covered", "training.covered_since"
KNOWN, DUE = "training.known_since", "training.report_due"
RESELLER_DUE, FORWARD = "training.reseller_report_due", "training.forward_due"
DAY = "2027-05-01"


def abroad(id_: str, day: str = "2026-01-05") -> Telling:
    """Tell an entity organised abroad."""
    return day, "presence", {"person": id_, "organised_in": "VN"}


def american(id_: str, day: str = "2026-01-05") -> Telling:
    """Tell an entity organised in the United States."""
    return day, "presence", {"person": id_, "organised_in": "US-OR"}


def model(day: str = DAY, large: str = "yes", **keys: str) -> Telling:
    """Tell of the model M1, and whether a person found it large."""
    return day, "model", {"id": "M1", "large": large, **keys}


def deal(day: str = DAY, **keys: str) -> Telling:
    """Tell of the transaction T1: a sale to B, unless it is said otherwise."""
    told = {"id": "T1", "kind": "sale", "by": "B", "model": "M1", **keys}
    return day, "transaction", {key: value for key, value in told.items() if value}


def knows(day: str, by: str = "provider", of: str = "covered_transaction", **keys: str) -> Telling:
    """Tell what provider or reseller knew of T1, unless it is said of what."""
    return day, "knowledge", {"about": "T1", "of": of, "by": by, **keys}


def reseller(place: str = "MY") -> tuple[Telling, Telling]:
    """Tell a reseller and where it is organised."""
    return (
        ("2026-01-05", "reseller", {"id": "R1", "state": "active"}),
        ("2026-01-05", "presence", {"person": "R1", "organised_in": place}),
    )


BOUGHT = world(abroad("B"), model(), deal())
"""A covered transaction of the first of May 2027."""
RESOLD = world(abroad("B"), *reseller(), model(), deal(reseller="R1"))
"""The same, through a foreign reseller."""


def said(made: World, day: str, question: str, of: str = "T1", **readings: str) -> str:
    """Give the value of an answer as text, under the readings named."""
    return str(made.inquiry(day, readings=readings).ask(question, of).value)
