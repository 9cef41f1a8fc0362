"""Where signs of a violation may be told, and what such a letter is not (7.310)."""

from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Tip
from knowntenant.facts.types.enforcement import Regime
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, YES_NO, Shape, choice

REPORT = "enforcement.violation_report"
VOLUNTARY = "voluntary: nobody has to send it"
APART = "kept apart from reports and voluntary self-disclosures under the export rules"


class Route(StrEnum):
    """What becomes of a tip: a draft letter to the office named, or the export rules' own ways."""

    LETTER = "letter"
    EXPORT_RULES = "export_rules"


DRAFT = Shape(
    "violation report",
    {
        "route": choice("route", "what becomes of a tip", Route), "address": TEXT,
        "voluntary": YES_NO, "counts_as_self_disclosure": YES_NO,
    },
)  # fmt: skip


@decides(REPORT, Declared(of="tip", answers=DRAFT))
def violation_report(inquiry: Inquiry, tip: str) -> Answer[dict[str, object]]:
    """Give where signs of a violation may be told: the address of a letter that nobody has to send.

    Such a letter is neither a report nor a voluntary self-disclosure under the export rules; a tip
    about those takes their own ways. Unknown while nobody said which rules a tip is about.
    """
    told = inquiry.one(Tip, tip)
    if told is None or told.regime is None:
        text = f"under which rules {tip} would be a violation is not told"
        return Answer(UNKNOWN, (inquiry.law.reason(REPORT, text, told.refs if told else ()),))
    apart = inquiry.law.reason(REPORT, f"{tip}: {APART}", told.refs, part="apart")
    found: dict[str, object] = {"route": Route.EXPORT_RULES, "address": None}
    found |= {"voluntary": None, "counts_as_self_disclosure": NO}
    if told.regime is Regime.EXPORT_RULES:
        return Answer(found, (apart,), flags=(APART,))
    found |= {"route": Route.LETTER, "address": _address(inquiry), "voluntary": YES}
    where = inquiry.law.reason(REPORT, f"{tip} may be told by letter", told.refs, part="where")
    return Answer(found, (where, apart), flags=(VOLUNTARY, APART))


def _address(inquiry: Inquiry) -> str:
    """Give the address in the pack's list, line by line."""
    lines = inquiry.law.pack.lists.get("violation_report_address", {})
    return ", ".join(lines)
