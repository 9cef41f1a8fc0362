"""Red flags of diversion: what was noticed, what to ask, and the duty to inquire (732 supp. 3)."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import ExportRedFlag
from knowntenant.law.answer import NO, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, TEXT, YES_NO, ListOf, Shape, fold

FLAGS = "export_control.red_flags"
INQUIRE = "export_control.duty_to_inquire"
LIST = "diversion_red_flags"
ROW = Shape("export red flag", {"id": ID, "kind": TEXT, "resolved": YES_NO, "ask": TEXT})


@decides(FLAGS, Declared(of="customer", answers=ListOf(ROW)))
def red_flags(inquiry: Inquiry, customer: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give the signs of diversion that were noticed about a customer, and what to ask of each.

    No sign decides anything by itself; a person says when an inquiry has explained it. Signs that
    the pack does not list are given too, and flagged.
    """
    rows: list[dict[str, object]] = []
    because: list[Reason] = []
    strange: list[str] = []
    for told in inquiry.where(ExportRedFlag, customer=customer):
        kind = fold(told.kind or "")
        entry = inquiry.law.entry(LIST, kind)
        ask = entry.note if entry else "what explains it"
        resolved = told.resolved or NO
        rows.append({"id": told.id, "kind": kind or "not_stated", "resolved": resolved, "ask": ask})
        clauses = (entry.clause,) if entry else inquiry.law.cite(FLAGS)
        state = "resolved" if resolved is YES else "not resolved"
        because.append(Reason(f"red flag {told.id} is {state}", clauses, told.refs))
        if entry is None:
            strange.append(f"red flag {told.id} is of a kind that the pack does not list")
    if not because:
        because.append(inquiry.law.reason(FLAGS, f"no red flag is recorded of {customer}"))
    return Answer(tuple(rows), tuple(because), (), tuple(strange))


@decides(INQUIRE, Declared(of="customer", answers=YES_NO))
def duty_to_inquire(inquiry: Inquiry, customer: str) -> Answer[Verdict]:
    """Say whether a red flag about a customer has still to be inquired into.

    Going on without asking, or asking that nothing be told, does not protect: an unresolved flag
    may amount to knowledge.
    """
    found = red_flags(inquiry, customer)
    open_ = [t for t in inquiry.where(ExportRedFlag, customer=customer) if t.resolved is not YES]
    text = f"{len(open_)} red flags of {customer} are not resolved"
    reason = inquiry.law.reason(INQUIRE, text, tuple(ref for t in open_ for ref in t.refs))
    flags = tuple(f"possible imputed knowledge: red flag {t.id} is not resolved" for t in open_)
    return Answer(YES if open_ else NO, (reason,), (), flags).resting_on(found)
