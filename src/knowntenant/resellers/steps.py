"""What evidence against a reseller calls for: steps to close, and a report (7.303(e) s.2)."""

from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Reseller
from knowntenant.facts.types.resellers import FindingKind
from knowntenant.law.answer import Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ListOf, choice, fold
from knowntenant.persons.status import Status, status
from knowntenant.resellers.knowledge import findings
from knowntenant.resellers.termination import unresolved

STEPS = "resellers.required_steps"


class CloseStep(StrEnum):
    """A step that the receipt of evidence calls for."""

    STEPS_TO_CLOSE = "steps_to_close"
    REPORT_MALICIOUS_ACTIVITY = "report_malicious_activity"


CLOSE_STEP = choice("step", "what evidence calls for", CloseStep)


@decides(STEPS, Declared(of="reseller", answers=ListOf(CLOSE_STEP), readings=("D17", "D33")))
def required_steps(inquiry: Inquiry, reseller: str) -> Answer[tuple[CloseStep, ...]]:
    """Give the steps that evidence against a foreign reseller calls for and that are still open.

    Steps to close begin at the receipt of evidence (D33); malicious activity is reported too,
    through the process that the certification describes. Steps logged as taken are left out.
    """
    taken = (inquiry.law.reading("D33"),)
    open_ = unresolved(inquiry, reseller)
    if not open_ or status(inquiry, reseller).value == Status.US_PERSON:
        text = f"no open evidence against {reseller} calls for a step"
        return Answer((), (inquiry.law.reason(STEPS, text),), taken)
    wanted = [CloseStep.STEPS_TO_CLOSE]
    if any(f.what == FindingKind.MALICIOUS_USE for f in findings(inquiry, reseller)):
        wanted.append(CloseStep.REPORT_MALICIOUS_ACTIVITY)
    told = inquiry.one(Reseller, reseller)
    done = {fold(step) for step in (told.steps_taken or ())} if told else set()
    left = tuple(step for step in wanted if step not in done)
    facts = tuple(ref for finding in open_ for ref in finding.facts)
    text = f"evidence against {reseller} was received on {open_[0].day}"
    flags = ("no deadline in the text: upon receipt of evidence",)
    return Answer(left, (inquiry.law.reason(STEPS, text, facts),), taken, flags)
