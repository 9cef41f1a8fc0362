"""Resellers that are to report training: bound, asked, suspended, let back (7.308(a), (f), D27)."""

from datetime import date

from knowntenant.facts.declaration import Fact
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import (
    Assurance,
    Notice,
    ReportingAgreement,
    Reseller,
    TrainingFinding,
)
from knowntenant.facts.types.resellers import ResellerState
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO, fold
from knowntenant.scope.foreign_resellers import foreign_or_us, is_us_reseller

BOUND = "training.reseller_bound"
MUST_ASK = "training.must_ask_reseller"
MUST_SUSPEND = "training.must_suspend"
ALLEGED = "alleged_violation"
NO_DAY = "no deadline in the text: upon receipt of evidence"


@decides(BOUND, Declared(of="reseller", answers=YES_NO, readings=("D17", "D27")))
def reseller_bound(inquiry: Inquiry, reseller: str) -> Answer[Verdict | None]:
    """Say whether a foreign reseller is bound to report, with all reasonable efforts made.

    Yes only where the agreement binds it to report covered transactions and the provider's efforts
    are recorded as made; unknown where either is not told; none of a US reseller, which is a
    provider itself, and after the relationship has ended.
    """
    stands = foreign_or_us(inquiry, reseller)
    if _beyond(inquiry, reseller):
        text = f"{reseller} is no foreign reseller with whom a relationship lasts"
        return Answer(None, (inquiry.law.reason(BOUND, text),)).resting_on(stands)
    told = inquiry.one(ReportingAgreement, reseller)
    parts = (told.reports_training, told.efforts_made) if told else (None, None)
    verdict = NO if NO in parts else YES if parts == (YES, YES) else UNKNOWN
    bound, efforts = (str(part or UNKNOWN) for part in parts)
    text = f"{reseller}: bound to report covered transactions: {bound}; efforts made: {efforts}"
    reason = inquiry.law.reason(BOUND, text, told.refs if told else ())
    return Answer(verdict, (reason,)).resting_on(stands)


@decides(MUST_ASK, Declared(of="reseller", answers=YES_NO, readings=("D17", "D27")))
def must_ask_reseller(inquiry: Inquiry, reseller: str) -> Answer[Verdict]:
    """Say whether a suspected violation is still to be put to a foreign reseller.

    From the receipt of evidence until the reseller is notified of it and asked for written
    confirmation with evidence of compliance or remediation (a notice about 'alleged_violation').
    """
    stands = foreign_or_us(inquiry, reseller)
    found = [] if _beyond(inquiry, reseller) else _findings(inquiry, reseller)
    asked = _asked_on(inquiry, reseller)
    open_ = [f for f in found if asked is None or _learned(inquiry, f, "reseller") > asked]
    if not open_:
        text = f"nothing is to be put to {reseller}"
        facts = tuple(ref for finding in found for ref in finding.refs)
        return Answer(NO, (inquiry.law.reason(MUST_ASK, text, facts),)).resting_on(stands)
    text = f"evidence against {reseller} was received and is not yet put to it"
    facts = tuple(ref for finding in open_ for ref in finding.refs)
    return Answer(YES, (inquiry.law.reason(MUST_ASK, text, facts),), flags=(NO_DAY,)).resting_on(
        stands
    )


@decides(MUST_SUSPEND, Declared(of="reseller", answers=YES_NO, readings=("D17", "D27")))
def must_suspend(inquiry: Inquiry, reseller: str) -> Answer[Verdict]:
    """Say whether supply to a foreign reseller is, or stays, suspended.

    From further evidence that it did not remediate or remains out of compliance, until it has
    given assurances that a person found adequate. This runs beside the end of the relationship
    under 7.303(e), and neither clears the other.
    """
    stands = foreign_or_us(inquiry, reseller)
    found = [] if _beyond(inquiry, reseller) else _findings(inquiry, reseller)
    further = [finding for finding in found if finding.further is YES]
    since = max((_learned(inquiry, f, "further") for f in further), default=None)
    if since is None:
        open_ = [f.id for f in found if f.further is UNKNOWN]
        text = f"no further evidence against {reseller} is recorded"
        reason = inquiry.law.reason(MUST_SUSPEND, text)
        flags = tuple(f"does {one} show that nothing was put right?" for one in open_)
        return Answer(UNKNOWN if open_ else NO, (reason,), flags=flags).resting_on(stands)
    facts = tuple(ref for finding in further for ref in finding.refs)
    assured = _assured(inquiry, reseller, since)
    if assured is not None:
        text = f"{reseller} has given adequate assurances since the further evidence of {since}"
        reason = inquiry.law.reason(MUST_SUSPEND, text, facts + assured.refs)
        return Answer(NO, (reason,)).resting_on(stands)
    text = f"further evidence against {reseller} came on {since}; no adequate assurances since"
    reason = inquiry.law.reason(MUST_SUSPEND, text, facts)
    return Answer(YES, (reason,), flags=(NO_DAY,)).resting_on(stands)


def _beyond(inquiry: Inquiry, reseller: str) -> bool:
    """Tell whether someone is a US reseller, or a reseller whose relationship has ended."""
    told = inquiry.one(Reseller, reseller)
    ended = told is not None and told.state is ResellerState.TERMINATED
    return ended or is_us_reseller(inquiry, reseller)


def _findings(inquiry: Inquiry, reseller: str) -> list[TrainingFinding]:
    """Give the evidence against a reseller that had been received by the day asked about."""
    found = inquiry.where(TrainingFinding, reseller=reseller)
    return [one for one in found if _learned(inquiry, one, "reseller") <= inquiry.day]


def _asked_on(inquiry: Inquiry, reseller: str) -> date | None:
    """Give the last day on which a suspected violation was put to a reseller."""
    days = [
        inquiry.day_of(notice.begun)
        for notice in inquiry.where(Notice, to=reseller)
        if fold(notice.about or "") == ALLEGED
    ]
    return max(days, default=None)


def _assured(inquiry: Inquiry, reseller: str, since: date) -> Assurance | None:
    for assurance in inquiry.where(Assurance, reseller=reseller):
        learned = _learned(inquiry, assurance, "adequate")
        if assurance.adequate is YES and since <= learned <= inquiry.day:
            return assurance
    return None


def _learned(inquiry: Inquiry, fact: Fact, field: str) -> date:
    record = fact.told(field) or fact.records[0]
    return inquiry.day_of(record.first_learned(field))
