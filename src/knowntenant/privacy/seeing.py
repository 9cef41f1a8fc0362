"""Who of the staff may see a record, what is logged of it, and how records are protected.

Carries out 7.302(e)(3) s.2, and of s.1 that the program says how third parties are kept out.
"""

from collections.abc import Iterator
from enum import StrEnum

from knowntenant.facts.declaration import FactType, Sensitivity, fact_types
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Staff
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import TEXT, YES_NO, ListOf, Shape, choice, fold

MAY_SEE = "privacy.may_see"
GAPS = "privacy.protection_gaps"


class Logged(StrEnum):
    """What is written down of an attempt to see a record, allowed or not."""

    WHO = "who"
    RECORD = "record"
    PURPOSE = "purpose"
    MOMENT = "moment"
    OUTCOME = "outcome"


class ProtectionGap(StrEnum):
    """What the written program does not say of the protection of records."""

    THIRD_PARTIES = "third_parties"
    NEED_TO_KNOW = "need_to_know"
    PROTECTION = "protection"


LOGGED = choice("part of a log entry", "what is written down", Logged)
SEEN = Shape("sight of a record", {"allowed": YES_NO, "log": ListOf(LOGGED)})
GAP = choice("gap in protection", "what the program does not say", ProtectionGap)
_WORDS = {
    ProtectionGap.THIRD_PARTIES: "how records are kept from third parties",
    ProtectionGap.NEED_TO_KNOW: "which roles have a need to know",
    ProtectionGap.PROTECTION: "how records are encrypted or otherwise protected",
}


@decides(MAY_SEE, Declared(of="staff", answers=SEEN, takes={"record": TEXT, "purpose": TEXT}))
def may_see(
    inquiry: Inquiry, staff: str, record: str, purpose: str = ""
) -> Answer[dict[str, object]]:
    """Say whether an employee may see a kind of record, and what is logged of the attempt.

    record: the name of a fact type, such as evidence for a passport's image. Allowed with a need
    to know, stated of the employee or of the role by the program; unknown, and so to be refused
    for now, where neither says anything. Every attempt on a record of a customer is logged.
    """
    declared = fact_types().get(fold(record))
    if declared is not None and not _is_protected(declared):
        text = f"{declared.name} says nothing of a customer, and needs no protection"
        return Answer({"allowed": YES, "log": ()}, (inquiry.law.reason(MAY_SEE, text),))
    told = inquiry.one(Staff, staff)
    allowed, text = _judged(inquiry, staff, told, fold(record))
    if declared is None:
        allowed, text = UNKNOWN, "there is no such kind of record"
    flags = () if purpose else ("no purpose is given",)
    if allowed is UNKNOWN:
        flags = (*flags, "to be refused until a need to know is shown")
    reason = inquiry.law.reason(MAY_SEE, text, told.refs if told else ())
    return Answer({"allowed": allowed, "log": tuple(Logged)}, (reason,), flags=flags)


@decides(GAPS, Declared(answers=ListOf(GAP)))
def protection_gaps(inquiry: Inquiry) -> Answer[tuple[ProtectionGap, ...]]:
    """Give what the written program leaves unsaid of how records are protected."""
    found = tuple(_gaps(inquiry))
    reasons = tuple(
        inquiry.law.reason(GAPS, f"the program does not say {_WORDS[gap]}", part=gap)
        for gap in found
    )
    whole = (inquiry.law.reason(GAPS, "the program says how records are protected"),)
    return Answer(found, reasons or whole)


def _is_protected(declared: FactType) -> bool:
    """Tell whether a kind of record is one of customers, or holds what is not for everybody."""
    secret = any(f.sensitivity is not Sensitivity.PLAIN for f in declared.fields.values())
    return secret or declared.subject in ("account", "person")


def _judged(inquiry: Inquiry, staff: str, told: Staff | None, record: str) -> tuple[Verdict, str]:
    if told is None:
        return UNKNOWN, f"nothing is told of {staff} as one of the staff"
    if told.need_to_know is NO:
        return NO, f"{staff} has no need to know"
    if told.covers and record not in map(fold, told.covers):
        return NO, f"the need of {staff} to know does not cover this kind of record"
    if told.need_to_know is YES:
        return YES, f"{staff} has a need to know"
    return _by_role(inquiry, staff, told.role)


def _by_role(inquiry: Inquiry, staff: str, role: str | None) -> tuple[Verdict, str]:
    roles = {fold(one) for one in inquiry.program.access_roles}
    if role is None or not roles:
        return UNKNOWN, f"neither the facts nor the program say whether {staff} has a need to know"
    if fold(role) in roles:
        return YES, f"the program gives the role of {staff} a need to know"
    return NO, f"the program gives the role of {staff} no need to know"


def _gaps(inquiry: Inquiry) -> Iterator[ProtectionGap]:
    program = inquiry.program
    if not program.sharing_limits:
        yield ProtectionGap.THIRD_PARTIES
    if not program.access_roles:
        yield ProtectionGap.NEED_TO_KNOW
    if not program.record_protection:
        yield ProtectionGap.PROTECTION
