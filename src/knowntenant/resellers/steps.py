"""What evidence against a reseller calls for: steps to close, and a report (7.303(e) s.2)."""

from datetime import date
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Report, Reseller
from knowntenant.facts.types.resellers import FindingKind
from knowntenant.law.answer import Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ListOf, choice, fold
from knowntenant.resellers.knowledge import findings
from knowntenant.resellers.termination import terminated_on, unresolved
from knowntenant.scope.foreign_resellers import is_us_reseller

MALICIOUS_ACTIVITY = "malicious_activity"
STEPS = "resellers.required_steps"


class CloseStep(StrEnum):
    """A step that the receipt of evidence calls for."""

    STEPS_TO_CLOSE = "steps_to_close"
    REPORT_MALICIOUS_ACTIVITY = "report_malicious_activity"


CLOSE_STEP = choice("step", "what evidence calls for", CloseStep)


@decides(STEPS, Declared(of="reseller", answers=ListOf(CLOSE_STEP), readings=("D17", "D27", "D33")))
def required_steps(inquiry: Inquiry, reseller: str) -> Answer[tuple[CloseStep, ...]]:
    """Give the steps that evidence against a foreign reseller calls for and that are still open.

    Steps to close begin at the receipt of evidence (D33) and end with full remediation; malicious
    activity is reported too, remediated or not, through the process that the certification
    describes. Steps logged since the evidence are left out.
    """
    taken = (inquiry.law.reading("D33"),)
    ended = terminated_on(inquiry, reseller) is not None  # nothing is left to be closed
    open_ = [] if ended else unresolved(inquiry, reseller)
    misuse = [f for f in findings(inquiry, reseller) if f.what == FindingKind.MALICIOUS_USE]
    if not (open_ or misuse) or is_us_reseller(inquiry, reseller):
        text = f"no evidence against {reseller} calls for a step"
        return Answer((), (inquiry.law.reason(STEPS, text),), taken)
    wanted: list[CloseStep] = []
    if open_ and not _taken(inquiry, reseller, CloseStep.STEPS_TO_CLOSE, open_[0].day):
        wanted.append(CloseStep.STEPS_TO_CLOSE)
    report = CloseStep.REPORT_MALICIOUS_ACTIVITY
    if misuse and not _taken(inquiry, reseller, report, misuse[-1].day):
        wanted.append(report)
    received = sorted({*open_, *misuse})
    facts = tuple(ref for finding in received for ref in finding.facts)
    text = f"evidence against {reseller} was received on {received[0].day}"
    flags = ("no deadline in the text: upon receipt of evidence",)
    return Answer(tuple(wanted), (inquiry.law.reason(STEPS, text, facts),), taken, flags)


def _taken(inquiry: Inquiry, reseller: str, step: CloseStep, since: date) -> bool:
    """Tell whether a step was logged on or after a day; what answered older evidence is over."""
    told = inquiry.one(Reseller, reseller)
    if step is CloseStep.REPORT_MALICIOUS_ACTIVITY and _reported(inquiry, reseller, told, since):
        return True
    for record in told.records if told else ():
        steps = record.values.get("steps_taken")
        logged = {fold(str(taken)) for taken in steps} if isinstance(steps, tuple) else set()
        if step in logged and inquiry.day_of(record.happened) >= since:
            return True
    return False


def _reported(inquiry: Inquiry, reseller: str, told: Reseller | None, since: date) -> bool:
    """Tell whether a report of malicious activity about the reseller was filed since a day."""
    about = {reseller, told.account if told else None}
    about |= {finding.finding for finding in findings(inquiry, reseller)}
    return any(
        report.about in about and inquiry.day_of(report.begun) >= since
        for report in inquiry.every(Report)
        if fold(report.kind or "") == MALICIOUS_ACTIVITY
    )
