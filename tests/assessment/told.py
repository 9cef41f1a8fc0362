"""What the Department is told to have asked, named or recommended, in a few words."""

from collections.abc import Mapping

from knowntenant.facts.reading import Given
from tests.world import Telling, World

DUE, SHORTCOMINGS = "assessment.shortcoming_due", "assessment.shortcomings"
REQUEST_DUE, READINESS = "assessment.request_due", "assessment.audit_readiness"
RECOMMENDATIONS, FACTORS = "assessment.recommendations", "assessment.risk_factors"
LIFTED = {"D2": "lift-assessments"}
EXEMPT: Telling = ("2026-01-05", "exemption", {"id": "X1", "state": "granted"})
NONE: Mapping[str, str] = {}


def named(day: str = "2027-12-01", **keys: Given) -> Telling:
    """Tell a shortcoming that the Department named."""
    return day, "shortcoming", {"id": "S1", **keys}


def rows(
    made: World, day: str, question: str, by: str, readings: Mapping[str, str] = NONE
) -> dict[str, dict[str, object]]:
    """Ask, and give the rows of the answer by one of their columns."""
    value = made.inquiry(day, readings=readings).ask(question).value
    assert isinstance(value, tuple)
    return {str(row[by]): row for row in value}
