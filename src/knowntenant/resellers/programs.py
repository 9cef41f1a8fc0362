"""Resellers keep a CIP, and the Department gets copies (7.303(a), (b), (d), 7.305(a))."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Request, Reseller
from knowntenant.facts.types.department import RequestKind
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.deadline import WithinDays
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, YES_NO
from knowntenant.resellers.kind import ResellerKind, foreign_or_us, is_no_reseller

MUST_KEEP = "resellers.must_keep_cip"
COPY_DUE = "resellers.cip_copy_due"


@decides(MUST_KEEP, Declared(of="reseller", answers=YES_NO, readings=("D1", "D17", "D27")))
def must_keep_cip(inquiry: Inquiry, reseller: str) -> Answer[Verdict]:
    """Say whether the provider has to see to it that a reseller keeps and runs a written CIP.

    Yes for a foreign reseller, while the relationship lasts; a US reseller is a provider itself,
    and a customer who does not sell on is no reseller. Who benefits may make it foreign (D27).
    """
    told = inquiry.one(Reseller, reseller)
    stands = foreign_or_us(inquiry, reseller)
    facts = told.refs if told else ()
    if is_no_reseller(inquiry, reseller):
        verdict, text = NO, f"{reseller} is a customer of whom no resale is recorded"
    elif stands.value == ResellerKind.US_RESELLER:
        verdict, text = NO, f"{reseller} is a US reseller, which is a provider itself"
    elif told is not None and told.state == "terminated":
        verdict, text = NO, f"the relationship with {reseller} has ended"
    elif stands.value is UNKNOWN:
        verdict, text = UNKNOWN, f"whether {reseller} is a foreign person is not known"
    else:
        verdict, text = YES, f"{reseller} is a foreign reseller"
    reason = inquiry.law.reason(MUST_KEEP, text, facts)
    return Answer(verdict, (reason,), (inquiry.law.reading("D1"),)).resting_on(stands)


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
