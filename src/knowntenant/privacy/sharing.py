"""With whom records, threat information and good practice may be shared (7.302(e)(3) s.1, s.3)."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import LegalBasis
from knowntenant.facts.types.privacy import RECIPIENT, SHARED, Recipient, Shared
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, YES_NO

MAY_SHARE = "privacy.may_share"
_FELLOWS = (Recipient.US_PROVIDER, Recipient.CONSORTIUM)
_ENTITLED = (Recipient.DEPARTMENT, Recipient.DATA_SUBJECT)


@decides(
    MAY_SHARE,
    Declared(answers=YES_NO, takes={"recipient": RECIPIENT, "what": SHARED, "basis": ID}),
)
def may_share(
    inquiry: Inquiry, recipient: Recipient, what: Shared = Shared.RECORD, basis: str = ""
) -> Answer[Verdict]:
    """Say whether something may be shared with somebody.

    Threat information and good practice go to fellow US providers and their consortia. A record
    goes to the Department, as the proposal has it, and to the person whom it is about; to others
    only on a ground in other law (`basis`: the id of a legal_basis fact). Unknown for law
    enforcement without one, and for threat information to outsiders, which may hold a record.
    """
    if recipient in _FELLOWS and what is not Shared.RECORD:
        return _answer(inquiry, YES, f"{_said(what)} may go to {_said(recipient)}", "fellows")
    if what is Shared.BEST_PRACTICE:
        return _answer(inquiry, YES, "good practice is no record of a customer", "records")
    if recipient in _ENTITLED and what is Shared.RECORD:
        text = f"for {_said(recipient)} to see a record is consistent with the proposal"
        return _answer(inquiry, YES, text, "records")
    if basis:
        return _on_ground(inquiry, recipient, basis)
    return _without_ground(inquiry, recipient, what)


def _without_ground(inquiry: Inquiry, recipient: Recipient, what: Shared) -> Answer[Verdict]:
    if what is Shared.THREAT_INFORMATION:
        text = f"threat information for {_said(recipient)} may hold a record of a customer"
        return _answer(inquiry, UNKNOWN, text, "records")
    if recipient is Recipient.LAW_ENFORCEMENT:
        text = "other law may open the record to law enforcement, and no ground is named"
        return _answer(inquiry, UNKNOWN, text, "records", ("name the ground: a legal_basis",))
    text = f"no ground is named on which {_said(recipient)} may see a record"
    return _answer(inquiry, NO, text, "records")


def _on_ground(inquiry: Inquiry, recipient: Recipient, basis: str) -> Answer[Verdict]:
    told = inquiry.one(LegalBasis, basis)
    if told is None:
        return _answer(inquiry, UNKNOWN, f"nothing is told of the ground {basis}", "records")
    if told.recipient not in (None, recipient):
        verdict, text = NO, f"the ground {basis} speaks of {_said(told.recipient or recipient)}"
    elif told.until is not None and inquiry.day > told.until:
        verdict, text = NO, f"the ground {basis} ended on {told.until}"
    elif told.lawful is YES:
        verdict, text = YES, f"other law allows it: {basis}"
    elif told.lawful is NO:
        verdict, text = NO, f"other law does not allow it: {basis}"
    else:
        verdict, text = UNKNOWN, f"whether the ground {basis} allows it is not told"
    return _answer(inquiry, verdict, text, "records", facts=told.refs)


def _answer(  # noqa: PLR0913, PLR0917 - one argument per part of the answer
    inquiry: Inquiry,
    verdict: Verdict,
    text: str,
    part: str,
    flags: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
) -> Answer[Verdict]:
    reason = inquiry.law.reason(MAY_SHARE, text, facts, part=part)
    return Answer(verdict, (reason,), flags=flags)


def _said(word: str) -> str:
    return word.replace("_", " ")
