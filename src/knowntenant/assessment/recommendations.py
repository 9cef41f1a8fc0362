"""Measures that the Department recommended, and those not carried out yet (7.305(f)(1))."""

from knowntenant.assessment.exempt import lifted, standing
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Recommendation
from knowntenant.facts.types.assessments import RecommendationKind
from knowntenant.law.answer import Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, ListOf, Shape, choice
from knowntenant.scope.lifting import PROVIDER

RECOMMENDATIONS = "assessment.recommendations"
KINDS = choice("kind of recommendation", "a remedy or a special measure", RecommendationKind)
ROW = Shape(
    "recommendation row",
    {"recommendation": ID, "kind": KINDS, "clause": TEXT, "made_on": DAY, "order": ID},
)
FLAG = "no deadline in the text; not carried out, it is a risk factor that the Department weighs"


@decides(RECOMMENDATIONS, Declared(answers=ListOf(ROW), asks=(PROVIDER,), readings=("D2",)))
def recommendations(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give the recommended measures that are not carried out on the day asked about.

    A special measure comes into force by its own order (7.307), which the row names if it is told.
    Empty where an exemption lifts assessments.
    """
    exempt = lifted(inquiry)
    if exempt is not None:
        reason = inquiry.law.reason(RECOMMENDATIONS, "an exemption lifts assessments")
        return Answer((), (reason,)).resting_on(exempt)
    open_ = [one for one in inquiry.every(Recommendation) if not _done(inquiry, one)]
    rows = tuple(_row(inquiry, one) for one in open_)
    reasons = tuple(
        inquiry.law.reason(
            RECOMMENDATIONS, f"{one.id} was recommended and is open", one.refs, part=_kind(one)
        )
        for one in open_
    )
    nothing = (inquiry.law.reason(RECOMMENDATIONS, "no recommended measure is open"),)
    answer = Answer(rows, reasons or nothing, flags=(FLAG,) if open_ else ())
    return answer.resting_on(*standing(inquiry)) if rows else answer


def _done(inquiry: Inquiry, told: Recommendation) -> bool:
    return told.implemented_on is not None and told.implemented_on <= inquiry.day


def _kind(told: Recommendation) -> RecommendationKind:
    """Give the kind; one that names a special measure, or says nothing, is what it looks like."""
    pointed = RecommendationKind.SPECIAL_MEASURE if told.order else RecommendationKind.REMEDY
    return told.kind or pointed


def _row(inquiry: Inquiry, told: Recommendation) -> dict[str, object]:
    kind = _kind(told)
    (clause, *_) = inquiry.law.cite(RECOMMENDATIONS, kind)
    made = inquiry.day_of(told.begun)
    return {
        "recommendation": told.id, "kind": kind, "clause": clause, "made_on": made,
        "order": told.order,
    }  # fmt: skip
