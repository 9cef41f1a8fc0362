"""What the Department found in an assessment, and what came of it (7.305(a), (f))."""

from datetime import date
from enum import StrEnum

from knowntenant.facts.declaration import Fact, Retention, fact_type, told
from knowntenant.law.kinds import DAY, ID, TEXT, ListOf, choice


class RecommendationKind(StrEnum):
    """What is recommended: a remedy of the provider's own, or a special measure."""

    REMEDY = "remedy"
    SPECIAL_MEASURE = "special_measure"


@fact_type("shortcoming", key=("id",), retention=Retention.FILING, clause="7.305(a) s.2")
class Shortcoming(Fact):
    """A shortcoming of a CIP, named by the Department; it happened on the day of its notice."""

    id: str = told(ID, "the shortcoming's identifier")
    reseller: str | None = told(
        ID, "in whose CIP, where a reseller's", refers_to="reseller", also=("of",)
    )
    clauses: tuple[str, ...] | None = told(
        ListOf(TEXT), "the clauses that the CIP falls short of", also=("clause",)
    )
    fix_by: date | None = told(
        DAY, "last day for resubmission, as the Department set it", also=("due", "by")
    )
    planned_on: date | None = told(
        DAY, "when a corrective plan was made", also=("plan", "corrective_plan_on")
    )
    resubmitted_on: date | None = told(
        DAY, "when the CIP was handed in again", also=("resubmitted",)
    )


@fact_type("recommendation", key=("id",), retention=Retention.FILING, clause="7.305(f)(1)(i)")
class Recommendation(Fact):
    """A measure that the Department recommends after an assessment; it happened that day."""

    id: str = told(ID, "the recommendation's identifier")
    kind: RecommendationKind | None = told(
        choice("kind of recommendation", "a remedy or a special measure", RecommendationKind),
        "a remedy or a special measure",
    )
    what: str | None = told(TEXT, "the measure, in words")
    order: str | None = told(
        ID, "the special measure that it points to", refers_to="order", also=("measure",)
    )
    implemented_on: date | None = told(
        DAY, "when the measure was carried out", also=("implemented",)
    )
