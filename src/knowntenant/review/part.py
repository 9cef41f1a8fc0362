"""One slice of a review: some customers looked at in turn, each with an inquiry of its own.

An inquiry remembers every answer, so a fresh one for each customer keeps the memory small.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from knowntenant.certification.counting import Owned, owned_by
from knowntenant.certification.items import FORM
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.known import Known
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import Program
from knowntenant.facts.types import Account, Customer
from knowntenant.law.law import Law
from knowntenant.review.asking import Review
from knowntenant.review.customers import Row, of_customer
from knowntenant.review.exposure import Exposure, count
from knowntenant.review.finding import Finding

Told = Callable[[int], None]
STEP = 200
"""After so many customers the progress is told."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What is looked at, by which law and program, and as of the end of which day."""

    ledger: Ledger
    law: Law
    program: Program
    as_of: date

    def fresh(self) -> Review:
        """Give a review that remembers nothing yet."""
        known = Known(self.ledger, self.as_of)
        return Review(Inquiry(known, self.law, self.program, self.as_of))


@dataclass(slots=True)
class Part:
    """What one slice came to; parts are joined in the order of the customers.

    customers: how many of them were known by the day of the review; owned: what a certification
    counts of their owners.
    """

    customers: int = 0
    findings: list[Finding] = field(default_factory=list)
    register: list[Row] = field(default_factory=list)
    exposure: Exposure = field(default_factory=Exposure)
    names: dict[str, str] = field(default_factory=dict)
    owned: dict[str, Owned] = field(default_factory=dict)

    def join(self, other: "Part") -> None:
        """Append what another slice came to."""
        self.customers += other.customers
        self.findings += other.findings
        self.register += other.register
        self.exposure.add(other.exposure)
        self.names.update(other.names)
        self.owned.update(other.owned)


def look_at(matter: Matter, customers: Sequence[str], told: Told) -> Part:
    """Review customers one after the other; `told` hears how many were done since it last heard."""
    part = Part()
    for number, customer in enumerate(customers, start=1):
        _look_at_one(part, matter.fresh(), customer)
        if number % STEP == 0:
            told(STEP)
    told(len(customers) % STEP)
    return part


def _look_at_one(part: Part, review: Review, customer: str) -> None:
    stated = review.inquiry.one(Customer, customer)
    if stated is None and not review.inquiry.where(Account, customer=customer):
        return  # told of only after the day of the review
    findings, rows = of_customer(review, customer)
    count(review, customer, part.exposure)
    part.customers += 1
    if review.decides(FORM):
        part.owned[customer] = owned_by(review.inquiry, customer)
    part.findings += findings
    part.register += rows
    if findings or rows:
        part.names[customer] = (stated.name if stated else None) or ""
