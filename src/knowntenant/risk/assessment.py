"""The provider's own assessment of its risks, counted from facts (7.301 risk-based, 7.302(b) s.1).

The four things that the definition names each have a heading: what is sold, how accounts are
opened, what identity data there is, whom it serves. Ours besides: how accounts are reached, size,
resellers and past incidents.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import (
    Access,
    Account,
    Contact,
    Customer,
    Finding,
    Payment,
    Product,
    ProgramReview,
    Reseller,
    ScreeningHit,
    Verification,
)
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.facts.types.checks import Result
from knowntenant.facts.types.red_flags import RedFlag
from knowntenant.facts.types.resellers import FindingKind
from knowntenant.law.answer import NO, YES, Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, TEXT, WHOLE, ListOf, Shape, choice, fold
from knowntenant.persons.kind import kind_of
from knowntenant.persons.status import presence_of, status

ASSESSMENT = "risk.assessment"
THREATS = "risk.threats_considered_on"


class Heading(StrEnum):
    """What a row of the assessment is about."""

    SERVICES = "services"
    OPENING = "opening"
    ACCESS = "access"
    INFORMATION = "information"
    CUSTOMERS = "customers"
    SIZE = "size"
    RESELLERS = "resellers"
    INCIDENTS = "incidents"


HEADING = choice("heading", "what a row of the assessment is about", Heading)
ROW = Shape("risk row", {"heading": HEADING, "what": TEXT, "count": WHOLE})
Counts = Iterator[tuple[str, int]]


@decides(ASSESSMENT, Declared(answers=ListOf(ROW), readings=("D17",)))
def assessment(inquiry: Inquiry) -> Answer[tuple[dict[str, object], ...]]:
    """Give the provider's risk assessment as of the day: what there is under each heading.

    It is counted from facts; a heading under which nothing is told is flagged.
    """
    rows: list[dict[str, object]] = []
    empty: list[str] = []
    for heading, counted in _COUNTS.items():
        found = [(what, count) for what, count in counted(inquiry) if count]
        rows += [{"heading": heading, "what": what, "count": count} for what, count in found]
        empty += [] if found else [f"nothing is told of {heading}"]
    text = f"{len(rows)} rows under {len(_COUNTS)} headings as of {inquiry.day}"
    reason = inquiry.law.reason(ASSESSMENT, text)
    return Answer(tuple(rows), (reason,), (inquiry.law.reading("D17"),), tuple(empty))


@decides(THREATS, Declared(answers=DAY))
def threats_considered_on(inquiry: Inquiry) -> Answer[date | None]:
    """Give the day on which a review of the program last took the threat landscape into account.

    None where no review did; the text wants it weighed when procedures are designed.
    """
    reviews = [r for r in inquiry.every(ProgramReview) if r.threats_considered is YES]
    last = max(reviews, key=lambda one: inquiry.day_of(one.begun), default=None)
    if last is None:
        reason = inquiry.law.reason(THREATS, "no review of the program is told to weigh threats")
        return Answer(None, (reason,), flags=("the threat landscape was never weighed",))
    day = inquiry.day_of(last.begun)
    text = f"review {last.id} weighed the threat landscape on {day}"
    return Answer(day, (inquiry.law.reason(THREATS, text, last.refs),))


def _open_accounts(inquiry: Inquiry) -> list[Account]:
    return [account for account in inquiry.every(Account) if account.state in OPEN_STATES]


def _services(inquiry: Inquiry) -> Counts:
    kinds = Counter(fold(p.kind) if p.kind else "not stated" for p in inquiry.every(Product))
    held = Counter(account.product or "not stated" for account in _open_accounts(inquiry))
    yield from ((f"product lines of kind {kind}", n) for kind, n in sorted(kinds.items()))
    yield from ((f"open accounts for {product}", n) for product, n in sorted(held.items()))


def _opening(inquiry: Inquiry) -> Counts:
    accounts = _open_accounts(inquiry)
    through = sum(1 for account in accounts if account.reseller)
    products = {product.id: product for product in inquiry.every(Product)}
    held = [products[a.product] for a in accounts if a.product in products]
    means = Counter(str(p.means) for p in inquiry.every(Payment) if p.means)
    yield "open accounts opened directly", len(accounts) - through
    yield "open accounts opened through resellers", through
    yield "open accounts on trial offers", sum(1 for p in held if p.trial is YES)
    yield "open accounts with accelerators", sum(1 for p in held if p.accelerators is YES)
    yield from ((f"means of payment: {kind}", n) for kind, n in sorted(means.items()))


def _accesses(inquiry: Inquiry) -> Counts:
    """Count accounts by what was last done on them and by where that seemed to come from."""
    accesses = sorted(inquiry.every(Access), key=lambda one: inquiry.day_of(one.begun))
    last = {access.account: access for access in accesses}
    done = Counter(str(access.action) for access in last.values() if access.action)
    places = Counter(access.located.name for access in last.values() if access.located)
    yield from ((f"accounts last accessed for {what}", n) for what, n in sorted(done.items()))
    yield from ((f"accounts last accessed from {place}", n) for place, n in sorted(places.items()))


def _information(inquiry: Inquiry) -> Counts:
    reached = inquiry.every(Contact)
    yield "persons with an e-mail address", sum(1 for one in reached if one.email)
    yield "persons with a telephone number", sum(1 for one in reached if one.phone)
    yield (
        "persons with an address",
        sum(1 for o in reached if o.street_address or o.principal_place),
    )
    by_method = Counter(str(v.method) for v in inquiry.every(Verification) if v.method)
    yield from ((f"verification steps: {how}", n) for how, n in sorted(by_method.items()))


def _customers(inquiry: Inquiry) -> Counts:
    customers = inquiry.every(Customer)
    statuses = Counter(str(status(inquiry, one.id).value) for one in customers)
    kinds = Counter(str(kind_of(inquiry, one.id) or "kind not stated") for one in customers)
    places = Counter(place for one in customers if (place := _place(inquiry, one.id)))
    yield from ((name.replace("_", " "), n) for name, n in sorted(statuses.items()))
    yield from ((f"{kind}: customers", n) for kind, n in sorted(kinds.items()))
    yield from ((f"from {place}", n) for place, n in sorted(places.items()))


def _place(inquiry: Inquiry, customer: str) -> str:
    told = presence_of(inquiry, customer)
    if told is None:
        return ""
    citizen = told.citizen[0] if told.citizen else None
    place = told.organised_in or citizen or told.located or told.headquartered_in
    return place.name if place else ""


def _size(inquiry: Inquiry) -> Counts:
    yield "customers", len(inquiry.every(Customer))
    yield "open accounts", len(_open_accounts(inquiry))
    yield "staff in IaaS and related services", inquiry.program.iaas_employees or 0


def _resellers(inquiry: Inquiry) -> Counts:
    found = Counter(str(status(inquiry, one.id).value) for one in inquiry.every(Reseller))
    yield from ((f"resellers: {name.replace('_', ' ')}", n) for name, n in sorted(found.items()))


def _incidents(inquiry: Inquiry) -> Counts:
    findings = Counter(str(one.kind) for one in inquiry.every(Finding) if one.kind)
    malicious = findings.pop(FindingKind.MALICIOUS_USE.value, 0)
    failed = [v for v in inquiry.every(Verification) if v.result is Result.FAILED]
    flags = [flag for flag in inquiry.every(RedFlag) if flag.indicates_abuse is not NO]
    yield "malicious use through resellers", malicious
    yield from ((f"findings: {kind}", n) for kind, n in sorted(findings.items()))
    yield "failed verification steps", len(failed)
    yield "red flags", len(flags)
    yield "screening hits", len(inquiry.every(ScreeningHit))


_COUNTS: Mapping[Heading, Callable[[Inquiry], Counts]] = {
    Heading.SERVICES: _services,
    Heading.OPENING: _opening,
    Heading.ACCESS: _accesses,
    Heading.INFORMATION: _information,
    Heading.CUSTOMERS: _customers,
    Heading.SIZE: _size,
    Heading.RESELLERS: _resellers,
    Heading.INCIDENTS: _incidents,
}
