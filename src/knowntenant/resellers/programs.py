"""Resellers keep a CIP, and the Department gets copies (7.303(a), (b), (d), 7.305(a))."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Request, Reseller
from knowntenant.facts.types.department import RequestKind
from knowntenant.law.answer import NO, Answer, Reason, Verdict
from knowntenant.law.deadline import WithinDays
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, YES_NO
from knowntenant.scope.foreign_resellers import dealt_with
from knowntenant.scope.lifting import PROVIDER, lifted_for_reseller, lifts

MUST_KEEP = "resellers.must_keep_cip"
COPY_DUE = "resellers.cip_copy_due"
LIFTED, POINTER = "lifted", "pointer"
"""The parts under which the pack names what an exemption lifts, and what only points to that."""


@decides(
    MUST_KEEP,
    Declared(of="reseller", answers=YES_NO, asks=(PROVIDER,), readings=("D1", "D2", "D17", "D27")),
)
def must_keep_cip(inquiry: Inquiry, reseller: str) -> Answer[Verdict]:
    """Say whether the provider has to see to it that a reseller keeps and runs a written CIP.

    Yes for a foreign reseller, while the relationship lasts; a US reseller is a provider itself,
    and a customer who does not sell on is no reseller. Who benefits may make it foreign (D27). No
    while an exemption lifts the section on foreign resellers for it: 7.302(c), which a finding
    about a reseller does not name, only points to that section, and a flag says so.
    """
    told = inquiry.one(Reseller, reseller)
    found = dealt_with(inquiry, reseller)
    facts, taken = told.refs if told else (), (inquiry.law.reading("D1"),)
    exempt = lifted_for_reseller(inquiry, reseller, inquiry.law.cite(MUST_KEEP, LIFTED))
    if exempt is not None and found.value is not NO:
        text = f"no CIP is asked of {reseller}: {exempt.because[0].text}"
        because = (Reason(text, exempt.clauses, (*facts, *exempt.facts)),)
        left = [c for c in inquiry.law.cite(MUST_KEEP, POINTER) if not lifts(exempt, (c,))]
        flags = tuple(f"{clause} is not named as lifted; it points to what is" for clause in left)
        return Answer(NO, because, taken, flags).resting_on(exempt)
    reason = inquiry.law.reason(MUST_KEEP, found.because[0].text, facts)
    rests = Answer(found.value, found.because[1:], found.readings, found.flags)
    return Answer(found.value, (reason,), taken).resting_on(rests)


@decides(COPY_DUE, Declared(of="request", answers=DAY))
def cip_copy_due(inquiry: Inquiry, request: str) -> Answer[date | None]:
    """Give the last day for handing the Department the copy of a CIP that it asks for.

    Counted in calendar days from the day of the request (not of its receipt), without roll-forward.
    None where the request is for something else.
    """
    asked = inquiry.one(Request, request)
    if asked is None or asked.kind not in (
        None,
        RequestKind.PROVIDER_CIP,
        RequestKind.RESELLER_CIP,
    ):
        text = f"{request} is no request for a written CIP"
        return Answer(None, (inquiry.law.reason(COPY_DUE, text),))
    of_reseller = asked.kind is RequestKind.RESELLER_CIP or asked.reseller is not None
    name = "reseller_cip_copy" if of_reseller else "provider_cip_copy"
    deadline = inquiry.law.deadline(name, WithinDays)
    begun = inquiry.day_of(asked.begun)
    due = deadline.due(begun)
    text = f"asked on {begun}, within {deadline.count} calendar days: due {due}; no roll-forward"
    clauses = dict.fromkeys((deadline.clause, *(inquiry.law.cite(COPY_DUE) if of_reseller else ())))
    return Answer(due, (Reason(text, tuple(clauses), asked.refs),))
