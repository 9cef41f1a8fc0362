"""The answers given about a model, question by question, as the worksheet collects them (7.301)."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Model, ModelEvidence
from knowntenant.facts.types.models import Item
from knowntenant.law.answer import NO, UNKNOWN, YES, Reason, Verdict

FOUNDATION = (Item.BROAD_DATA, Item.SELF_SUPERVISION, Item.TENS_OF_BILLIONS, Item.WIDE_CONTEXTS)
"""The limbs of a dual-use foundation model that are one question each."""
RISKS = (Item.CBRN, Item.OFFENSIVE_CYBER, Item.EVADES_CONTROL, Item.OTHER_SERIOUS_RISK)
"""Its fifth limb: the three examples of tasks of serious risk, and any other such task."""
ABUSES = (
    Item.SOCIAL_ENGINEERING, Item.VULNERABILITY_DISCOVERY, Item.DENIAL_OF_SERVICE,
    Item.DATA_POISONING, Item.TARGET_SELECTION, Item.DISINFORMATION, Item.COMMAND_AND_CONTROL,
    Item.OTHER_ABUSE,
)  # fmt: skip
"""Capabilities that could aid or automate malicious cyber-enabled activity, and any other one."""


def answered(inquiry: Inquiry, model: str, item: Item) -> ModelEvidence | None:
    """Give what a person answered to a question about a model, or None where nobody has."""
    return inquiry.one(ModelEvidence, (model, item))


def verdict_of(inquiry: Inquiry, model: str, item: Item) -> Verdict:
    """Give the answer to a question: a person's; of the parameters also by their number."""
    told = answered(inquiry, model, item)
    verdict = told.verdict if told is not None and told.verdict is not None else UNKNOWN
    if verdict is UNKNOWN and item is Item.TENS_OF_BILLIONS:
        return by_number(inquiry, model)
    return verdict


def by_number(inquiry: Inquiry, model: str) -> Verdict:
    """Say whether a model has tens of billions of parameters, by the number told; both ends ours.

    Between the two numbers of the pack a person judges.
    """
    told = inquiry.one(Model, model)
    if told is None or told.parameters is None:
        return UNKNOWN
    if told.parameters >= inquiry.law.number("dual_use_parameters_sure", inquiry.day):
        return YES
    least = inquiry.law.number("dual_use_parameters_least", inquiry.day)
    return NO if told.parameters < least else UNKNOWN


def answered_on(inquiry: Inquiry, told: ModelEvidence) -> date | None:
    """Give the day on which the present answer was given."""
    record = told.told("verdict")
    return inquiry.day_of(record.happened) if record else None


def reason_of(inquiry: Inquiry, decision: str, model: str, item: Item) -> Reason:
    """Give one question with its answer as a reason of a decision, on the clause of the item."""
    told = answered(inquiry, model, item)
    verdict = verdict_of(inquiry, model, item)
    text = f"{model}, {item.replace('_', ' ')}: {verdict}"
    return inquiry.law.reason(decision, text, told.refs if told else (), part=item)


def contradictions(inquiry: Inquiry, model: str) -> tuple[str, ...]:
    """Say where an answer about a model and a number told of it do not go together."""
    told = answered(inquiry, model, Item.TENS_OF_BILLIONS)
    number = by_number(inquiry, model)
    if told is None or told.verdict in (None, UNKNOWN) or number in (UNKNOWN, told.verdict):
        return ()
    return (f"the number of parameters told of {model} says {number}, the answer {told.verdict}",)
