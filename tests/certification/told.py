"""What is told of filings, in a few words, and answers as rows by their name."""

from knowntenant.facts.reading import Given
from knowntenant.law.answer import Answer
from tests.world import Telling

WINDOW, COMPILED = "certification.window", "certification.compiled_window"
FORM, UPDATES = "certification.form", "certification.updates"
BLOCKERS, SUBMISSIONS = "certification.blockers", "certification.reseller_submissions"
ATTESTATIONS, CHANGES = "certification.attestations", "certification.irregular_updates"
FURNISH, SUPPLY = "certification.may_furnish", "certification.may_supply_reseller"


def filed(day: str, id_: str = "CERT", kind: str = "initial", **keys: Given) -> Telling:
    """Tell a certification that was filed."""
    return day, "certification", {"id": id_, "kind": kind, **keys}


def reseller(id_: str = "R1", place: str = "VN", day: str = "2026-01-05") -> tuple[Telling, ...]:
    """Tell a reseller and where it is organised; 'none' where nothing shows that."""
    active: Telling = (day, "reseller", {"id": id_, "state": "active"})
    if place == "none":
        return (active,)
    return active, (day, "presence", {"person": id_, "organised_in": place})


def exempt(day: str = "2026-01-05", **keys: str) -> Telling:
    """Tell an exemption that was granted: the provider's own, unless it names somebody."""
    return day, "exemption", {"id": f"X-{keys.get('reseller', '')}", "state": "granted", **keys}


def rows(answer: Answer[object], by: str) -> dict[str, dict[str, object]]:
    """Give the rows of an answer by one of their columns."""
    assert isinstance(answer.value, tuple)
    return {str(row[by]): row for row in answer.value}
