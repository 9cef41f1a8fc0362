"""The worksheet on a model: every question of the definitions, answered or with what is needed.

A person answers and decides; the worksheet prepares and remembers (7.301, 7.308(b)(2)).
"""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Model
from knowntenant.facts.types.models import ITEM, Item
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO, ListOf, Shape
from knowntenant.law.thresholds import short
from knowntenant.training.evidence import (
    answered,
    answered_on,
    contradictions,
    reason_of,
    verdict_of,
)
from knowntenant.training.open_questions import open_items, verdicts_on

WORKSHEET = "training.worksheet"
QUESTIONS = "worksheet_questions"
EVIDENCE = "worksheet_evidence"
ROW = Shape(
    "worksheet row",
    {
        "item": ITEM, "clause": TEXT, "question": TEXT, "verdict": YES_NO, "evidence": TEXT,
        "decided_by": ID, "on": DAY, "needed": TEXT, "matters": YES_NO,
    },
)  # fmt: skip


@decides(WORKSHEET, Declared(of="model", answers=ListOf(ROW)))
def worksheet(inquiry: Inquiry, model: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give every question about a model: its clause, the answer, on what evidence, by whom, when.

    needed: what evidence would settle a question that is still unknown; none where it is answered.
    matters: whether an answer to it could still change what the evidence comes to.
    """
    matters = open_items(verdicts_on(inquiry, model))
    rows = tuple(
        {**_row(inquiry, model, item), "matters": YES if item in matters else NO} for item in Item
    )
    reasons = tuple(reason_of(inquiry, WORKSHEET, model, item) for item in Item)
    return Answer(rows, reasons, flags=contradictions(inquiry, model))


def _row(inquiry: Inquiry, model: str, item: Item) -> dict[str, object]:
    told = answered(inquiry, model, item)
    verdict = verdict_of(inquiry, model, item)
    question = inquiry.law.entry(QUESTIONS, item)
    needed = inquiry.law.entry(EVIDENCE, item)
    return {
        "item": item,
        "clause": next(iter(inquiry.law.cite(WORKSHEET, item)), None),
        "question": question.note if question else None,
        "verdict": verdict,
        "evidence": (told.evidence if told else None) or _counted(inquiry, model, item),
        "decided_by": told.decided_by if told else None,
        "on": answered_on(inquiry, told) if told else None,
        "needed": needed.note if needed and verdict is UNKNOWN else None,
    }


def _counted(inquiry: Inquiry, model: str, item: Item) -> str | None:
    """Give the number of parameters told, where it speaks to the question."""
    told = inquiry.one(Model, model)
    if item is not Item.TENS_OF_BILLIONS or told is None or told.parameters is None:
        return None
    return f"{short(told.parameters)} parameters told"
