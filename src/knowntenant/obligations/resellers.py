"""What evidence about resellers, and requests of the Department for CIPs, oblige to (7.303)."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Request, Reseller
from knowntenant.obligations.making import dated, now
from knowntenant.obligations.row import Obligation
from knowntenant.obligations.row import ObligationKind as Kind

ASKS = ("resellers.cip_copy_due", "resellers.required_steps", "resellers.termination_due")


def duties(inquiry: Inquiry) -> Iterator[Obligation]:
    """Give what is owed about every request for a CIP and every reseller."""
    for request in inquiry.every(Request):
        yield from of_request(inquiry, request)
    for reseller in inquiry.every(Reseller):
        yield from of_reseller(inquiry, reseller)


def of_request(inquiry: Inquiry, request: Request) -> Iterator[Obligation]:
    """Give what a request of the Department obliges to: the copy of a CIP within its term."""
    due = inquiry.ask("resellers.cip_copy_due", request.id)
    if isinstance(due.value, date):
        kind, done_by = Kind.HAND_OVER_CIP, "the transmittal"
        yield dated(inquiry, kind, request.id, due, due.value, done_by, request.answered_on)


def of_reseller(inquiry: Inquiry, reseller: Reseller) -> Iterator[Obligation]:
    """Give what evidence and knowledge about a reseller oblige to."""
    steps = inquiry.ask("resellers.required_steps", reseller.id)
    for step in steps.value if isinstance(steps.value, tuple) else ():
        kind = Kind.REPORT_MALICIOUS_ACTIVITY if "report" in step else Kind.TAKE_STEPS_TO_CLOSE
        yield now(kind, reseller.id, steps, f"a step '{step}' logged on the reseller")
    due = inquiry.ask("resellers.termination_due", reseller.id)
    if isinstance(due.value, date):
        ended = reseller.told("state") if reseller.state == "terminated" else None
        done = inquiry.day_of(ended.happened) if ended else None
        done_by = "the notice of termination"
        yield dated(inquiry, Kind.TERMINATE_RESELLER, reseller.id, due, due.value, done_by, done)
