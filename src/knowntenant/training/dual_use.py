"""Is a model a dual-use foundation model? Five limbs, added up from people's answers (7.301)."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types.models import Item
from knowntenant.law.answer import YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.training.evidence import (
    FOUNDATION,
    RISKS,
    answered,
    contradictions,
    reason_of,
)
from knowntenant.training.open_questions import scale, verdicts_on

DUAL_USE = "training.dual_use"


@decides(DUAL_USE, Declared(of="model", answers=YES_NO))
def dual_use(inquiry: Inquiry, model: str) -> Answer[Verdict]:
    """Say whether a model is a dual-use foundation model, as far as the answers about it go.

    All five limbs are needed: broad data, self-supervision, tens of billions of parameters, a wide
    range of contexts, and high performance, reached or easily reached, at a task of serious risk;
    any one such task is enough. Safeguards built in for end users change nothing.
    """
    verdict = scale(verdicts_on(inquiry, model))
    reasons = [reason_of(inquiry, DUAL_USE, model, item) for item in (*FOUNDATION, *RISKS)]
    guarded = answered(inquiry, model, Item.SAFEGUARDS)
    if guarded is not None and guarded.verdict is YES:
        text = f"{model} has safeguards for end users, which do not take it out"
        reasons.append(inquiry.law.reason(DUAL_USE, text, guarded.refs, part=Item.SAFEGUARDS))
    return Answer(verdict, tuple(reasons), flags=contradictions(inquiry, model))
