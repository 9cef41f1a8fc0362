"""What customers are told about disclosure of what identifies them (7.301 cip, D31)."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Disclosure, Notice
from knowntenant.facts.types.accounts import OVER_STATES
from knowntenant.facts.types.privacy import Recipient
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, TEXT, YES_NO, Shape, fold
from knowntenant.scope.accounts import account_in_scope
from knowntenant.scope.holding import Holding, holding

NOTICE = "privacy.customer_notice"
ON_DISCLOSURE = "privacy.disclosure_notice"
ABOUT = "disclosure"
"""What a notice about disclosure says that it is about."""
PROGRAM_ONLY = "program-only"
STANDS = Shape(
    "notice to a customer", {"owed": YES_NO, "version": TEXT, "given": DAY, "acknowledged": YES_NO}
)
_READINGS = ("D16", "D17", "D31", "D32")


@decides(NOTICE, Declared(of="account", answers=STANDS, readings=_READINGS))
def customer_notice(inquiry: Inquiry, account: str) -> Answer[dict[str, object]]:
    """Say whether the notice about disclosure is still owed to a customer, and which was given.

    D31, 'notice-at-collection': owed from when data is taken, in the program's version, about an
    account within the subpart; 'program-only': nothing is sent by itself. version and given: of
    the last notice that counts; acknowledged: whether the customer confirmed it. Unknown while the
    program names no version, or while it is open whether the account is in scope.
    """
    taken = (inquiry.law.reading("D31"),)
    held = holding(inquiry, account)
    wanted = inquiry.program.customer_notice_version
    last = _last(inquiry, held.customer, wanted)
    scope = account_in_scope(inquiry, account)
    owed, text = _owed(inquiry, held, last, scope.value)
    given = inquiry.day_of(last.begun) if last is not None else None
    acknowledged = (last.acknowledged or UNKNOWN) if last is not None else NO
    version = last.version if last is not None else wanted or None
    value: dict[str, object] = {
        "owed": owed,
        "version": version,
        "given": given,
        "acknowledged": acknowledged,
    }
    reason = inquiry.law.reason(NOTICE, text, last.refs if last is not None else ())
    flags = () if wanted else ("the program names no version of the notice",)
    return Answer(value, (reason,), taken, flags).resting_on(scope)


@decides(ON_DISCLOSURE, Declared(of="disclosure", answers=YES_NO, readings=_READINGS))
def disclosure_notice(inquiry: Inquiry, disclosure: str) -> Answer[Verdict]:
    """Say whether a person is still to be told that what identifies it was disclosed.

    D31, 'notice-at-collection': where the law lets the provider tell; unknown where that is not
    stated. No for a disclosure to the person itself, about an all-US account, or told already.
    """
    taken = (inquiry.law.reading("D31"),)
    told = inquiry.one(Disclosure, disclosure)
    if told is None or told.person is None:
        text = f"about whom the disclosure {disclosure} was is not told"
        return Answer(UNKNOWN, (inquiry.law.reason(ON_DISCLOSURE, text),), taken)
    notice = _notice_of(inquiry, told.person, told.id)
    scope = account_in_scope(inquiry, told.person)
    if notice is not None:
        verdict, text = NO, f"{told.person} was told of {told.id}"
    elif taken[0].choice == PROGRAM_ONLY:
        verdict, text = NO, "the program says how customers are told, and nothing is sent by itself"
    elif scope.value is NO or told.recipient is Recipient.DATA_SUBJECT:
        verdict, text = NO, f"{told.id} calls for no notice"
    elif told.notice_lawful is NO:
        verdict, text = NO, f"the law forbids telling {told.person} of {told.id}"
    elif told.notice_lawful is YES:
        verdict, text = YES, f"{told.person} has not been told of {told.id}"
    else:
        verdict, text = UNKNOWN, f"whether the law lets {told.person} be told is not stated"
    facts = (*told.refs, *(notice.refs if notice is not None else ()))
    return Answer(verdict, (inquiry.law.reason(ON_DISCLOSURE, text, facts),), taken)


def _owed(
    inquiry: Inquiry, held: Holding, last: Notice | None, scope: Verdict
) -> tuple[Verdict, str]:
    if last is not None:
        return NO, f"{held.customer} has had the notice"
    if inquiry.law.reading("D31").choice == PROGRAM_ONLY:
        return NO, "the program says how customers are told, and nothing is sent by itself"
    over = bool(held.accounts) and all(account.state in OVER_STATES for account in held.accounts)
    if over or scope is NO:
        return NO, f"{held.named} is {'over' if over else 'out of scope'}"
    if scope is UNKNOWN:
        return UNKNOWN, f"whether {held.named} is in scope is open"
    if not inquiry.program.customer_notice_version:
        return UNKNOWN, f"which notice {held.customer} is to have, the program does not say"
    return YES, f"{held.customer} has not had the notice in the program's version"


def _last(inquiry: Inquiry, customer: str, version: str) -> Notice | None:
    """Give the last notice about disclosure in general, in the version wanted where one is."""
    found = [
        notice
        for notice in inquiry.where(Notice, to=customer)
        if fold(notice.about or "") == ABOUT and not notice.concerns
        if not version or fold(notice.version or "") == fold(version)
    ]
    return max(found, key=lambda notice: _order(inquiry, notice), default=None)


def _order(inquiry: Inquiry, notice: Notice) -> tuple[date, bool, str]:
    return inquiry.day_of(notice.begun), notice.acknowledged is YES, notice.version or ""


def _notice_of(inquiry: Inquiry, person: str, disclosure: str) -> Notice | None:
    notices = inquiry.where(Notice, to=person)
    return next((n for n in notices if disclosure in (n.concerns or ())), None)
