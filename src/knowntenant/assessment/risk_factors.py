"""Our own look at the factors by which the Department weighs risk (7.305(d)); no measure of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from knowntenant.assessment.recommendations import RECOMMENDATIONS
from knowntenant.facts.declaration import Fact
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Finding, Knowledge, Report, TrainingNote
from knowntenant.facts.types.department import ReportKind
from knowntenant.facts.types.knowledge import Element
from knowntenant.facts.types.resellers import FindingKind
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, YES_NO, ListOf, Shape
from knowntenant.persons.status import Status, status
from knowntenant.scope.lifting import PROVIDER

FACTORS = "assessment.risk_factors"
WINDOW = "certification.window"
OWN_AID = "our own aid: the Department weighs risk at its sole discretion"
ROW = Shape("risk factor", {"factor": TEXT, "clause": TEXT, "present": YES_NO, "why": TEXT})


@dataclass(frozen=True, slots=True)
class Sign:
    """Whether the record shows a factor; silence is unknown, as others may know more."""

    present: Verdict
    why: str
    facts: tuple[str, ...] = ()
    rests_on: tuple[Answer[object], ...] = ()


@decides(
    FACTORS,
    Declared(
        answers=ListOf(ROW),
        asks=(PROVIDER, RECOMMENDATIONS, WINDOW),
        readings=("D2", "D17"),
    ),
)
def risk_factors(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give the factors by which the Department weighs risk, and whether our record shows them.

    An aid of ours and no assessment. Use by malicious actors, or for training a model of concern,
    is yes where something recorded says so and unknown otherwise; the filings and the recommended
    measures are in our own records, so they are yes or no.
    """
    signs = {factor: look(inquiry) for factor, look in _LOOKS.items()}
    rows = tuple(_row(inquiry, factor, sign) for factor, sign in signs.items())
    reasons = tuple(_reason(inquiry, factor, sign) for factor, sign in signs.items())
    under = (answer for sign in signs.values() for answer in sign.rests_on)
    return Answer(rows, reasons, flags=(OWN_AID,)).resting_on(*under)


def _malicious(inquiry: Inquiry) -> Sign:
    findings = [f for f in inquiry.every(Finding) if f.kind is FindingKind.MALICIOUS_USE]
    reports = [r for r in inquiry.every(Report) if r.kind is ReportKind.MALICIOUS_ACTIVITY]
    return _shown([*findings, *reports], "findings and reports of malicious use")


def _training(inquiry: Inquiry) -> Sign:
    notes = [note for note in inquiry.every(TrainingNote) if not _of_us_person(inquiry, note)]
    known = [k for k in inquiry.every(Knowledge) if k.of is Element.COVERED_TRANSACTION]
    return _shown([*notes, *known], "notes of training for persons not known to be US persons")


def _certification(inquiry: Inquiry) -> Sign:
    """Say whether a certification is missing: none filed at all, or the window is over."""
    window = inquiry.ask(WINDOW)
    value = window.value if isinstance(window.value, dict) else {}
    if "exempt" in window.flags:
        return Sign(NO, "an exemption silences certifications", rests_on=(window,))
    never = not isinstance(value.get("previous"), date)
    late = value.get("state") == "late"
    why = "none was filed" if never else "the yearly one is late" if late else "filed in time"
    return Sign(YES if never or late else NO, why, rests_on=(window,))


def _recommended(inquiry: Inquiry) -> Sign:
    answer = inquiry.ask(RECOMMENDATIONS)
    open_ = len(answer.value) if isinstance(answer.value, tuple) else 0
    why = f"{open_} recommended measures are not carried out"
    return Sign(YES if open_ else NO, why, rests_on=(answer,))


def _shown(found: list[Fact], what: str) -> Sign:
    facts = tuple(ref for fact in found for ref in fact.refs)
    return Sign(YES if found else UNKNOWN, f"{len(found)} {what}", facts)


def _of_us_person(inquiry: Inquiry, note: TrainingNote) -> bool:
    account = inquiry.one(Account, note.account) if note.account else None
    customer = note.customer or (account.customer if account else None)
    return customer is not None and status(inquiry, customer).value == Status.US_PERSON


def _row(inquiry: Inquiry, factor: str, sign: Sign) -> dict[str, object]:
    (clause, *_) = inquiry.law.cite(FACTORS, factor)
    return {"factor": factor, "clause": clause, "present": sign.present, "why": sign.why}


def _reason(inquiry: Inquiry, factor: str, sign: Sign) -> Reason:
    return inquiry.law.reason(FACTORS, f"{factor}: {sign.why}", sign.facts, part=factor)


_LOOKS: Mapping[str, Callable[[Inquiry], Sign]] = {
    "malicious_use": _malicious,
    "model_training": _training,
    "certification_missing": _certification,
    "measures_not_taken": _recommended,
}
