"""Is a model a large AI model of concern? A person decides; the evidence is added up beside it.

Two ways lead there (7.301 large ai model, 7.308(b)(2)): technical conditions published by the
Department, of which none was found; or the scale of a dual-use foundation model, or other technical
parameters of concern, together with a capability that could aid malicious cyber-enabled activity.
"""

from dataclasses import dataclass
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Model, ModelDecision, ModelEvidence
from knowntenant.facts.types.models import Item
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.days import Moment, instant_of
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.law.logic import some
from knowntenant.law.thresholds import Standing
from knowntenant.training.dual_use import dual_use
from knowntenant.training.evidence import ABUSES, reason_of
from knowntenant.training.open_questions import of_concern, verdicts_on
from knowntenant.training.thresholds import threshold_verdict

LARGE = "training.large_model"
MODALITIES = "model_modalities"
_NO_FIGURES = ("id", "large", "model", "item", "decided_by")
"""Fields that are no evidence on a model: the decision itself, and what or who it is about."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided of a model, when, and the facts that tell it."""

    verdict: Verdict
    happened: Moment
    facts: tuple[str, ...]


@decides(LARGE, Declared(of="model", answers=YES_NO))
def large_model(inquiry: Inquiry, model: str) -> Answer[Verdict]:
    """Say whether a model is a large AI model that could be used in malicious activity.

    Yes where a published interpretive rule is met, whoever decided what. Else as a person decided;
    and where nobody has, what the answers of the worksheet come to, flagged, as a person decides.
    Thresholds that nobody published as such rules never decide.
    """
    deemed = _deemed(inquiry, model)
    limbs = _limbs(inquiry, model)
    evidence = some((deemed.value, limbs.value))
    decided = decision_on(inquiry, model)
    answer = Answer(evidence, _summary(inquiry, model, evidence)).resting_on(limbs, deemed)
    if decided is None or decided.verdict is UNKNOWN:
        so_far = f"{model} was left open" if decided else f"nobody has on {model}"
        flag = f"a person decides: {so_far}; this is what the evidence comes to"
        return Answer(evidence, answer.because, flags=(flag, *answer.flags))
    return _as_decided(inquiry, model, decided, deemed.value, answer)


def decision_on(inquiry: Inquiry, model: str) -> Decided | None:
    """Give what a person decided of a model last, or None while nobody has.

    A decision taken again counts as of the day on which it was taken again.
    """
    facts = (inquiry.one(Model, model), "large"), (inquiry.one(ModelDecision, model), "verdict")
    last = (
        next((r for r in reversed(fact.records) if field in r.values), None) if fact else None
        for fact, field in facts
    )
    told = [
        Decided(verdict, record.happened, (record.ref,))
        for record, (_, field) in zip(last, facts, strict=True)
        if record and isinstance(verdict := record.values[field], Verdict)
    ]
    return max(
        told, key=lambda d: (inquiry.day_of(d.happened), instant_of(d.happened)), default=None
    )


def _as_decided(
    inquiry: Inquiry, model: str, decided: Decided, deemed: object, evidence: Answer[Verdict]
) -> Answer[Verdict]:
    text = f"a person decided whether {model} is a large AI model of concern: {decided.verdict}"
    reason = inquiry.law.reason(LARGE, text, decided.facts, part="decided")
    flags: list[str] = []
    if evidence.value not in (UNKNOWN, decided.verdict):
        flags.append(f"the decision on {model} contradicts the evidence: {evidence.value}")
    if _learned_since(inquiry, model, inquiry.day_of(decided.happened)):
        flags.append(f"answers about {model} are newer than the decision: look at it again")
    value = YES if deemed is YES else decided.verdict
    if value is not decided.verdict:
        flags.append(f"a published test is met, so {model} counts as one whatever was decided")
    return Answer(value, (reason, *evidence.because), flags=(*flags, *evidence.flags))


def _deemed(inquiry: Inquiry, model: str) -> Answer[Verdict]:
    """Say whether the technical conditions of a published interpretive rule are met."""
    sets = inquiry.law.pack.thresholds.values()
    published = [one.name for one in sets if one.standing is Standing.PUBLISHED]
    if not published:
        text = "no interpretive rule with technical conditions was found, so none is met"
        return Answer(NO, (inquiry.law.reason(LARGE, text, part="published"),))
    judged = [threshold_verdict(inquiry, model, set=name) for name in published]
    verdict = some(one.value for one in judged)
    text = f"technical conditions of a published interpretive rule are met by {model}: {verdict}"
    reason = inquiry.law.reason(LARGE, text, part="published")
    return Answer(verdict, (reason,)).resting_on(*judged)


def _limbs(inquiry: Inquiry, model: str) -> Answer[Verdict]:
    """Add up scale or parameters of concern, and capabilities that could be abused."""
    verdict = of_concern(verdicts_on(inquiry, model))
    items = (Item.OTHER_PARAMETERS, *ABUSES)
    reasons = tuple(reason_of(inquiry, LARGE, model, item) for item in items)
    flags = _modality(inquiry, model)
    return Answer(verdict, reasons, flags=flags).resting_on(dual_use(inquiry, model))


def _modality(inquiry: Inquiry, model: str) -> tuple[str, ...]:
    """Give what the pack notes of what a model takes in or gives out."""
    told = inquiry.one(Model, model)
    entries = (inquiry.law.entry(MODALITIES, kind) for kind in (told and told.modality) or ())
    return tuple(f"{entry.value}: {entry.note}" for entry in entries if entry and entry.note)


def _summary(inquiry: Inquiry, model: str, verdict: Verdict) -> tuple[Reason, ...]:
    text = f"the evidence on {model} as a large AI model of concern comes to: {verdict}"
    return (inquiry.law.reason(LARGE, text, part="evidence"),)


def _learned_since(inquiry: Inquiry, model: str, decided: date) -> bool:
    """Tell whether an answer or a figure about a model was learned after the day of a decision."""
    told = inquiry.one(Model, model)
    facts = [*inquiry.where(ModelEvidence, model=model), *((told,) if told else ())]
    return any(
        inquiry.day_of(record.first_learned(field)) > decided
        for fact in facts
        for field in {name for record in fact.records for name in record.values}
        if field not in _NO_FIGURES and (record := fact.told(field)) is not None
    )
