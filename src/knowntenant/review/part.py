"""One slice of a review: some customers looked at in turn, each with an inquiry of its own.

An inquiry remembers every answer, so a fresh one for each customer keeps the memory small.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.known import Known
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import Program
from knowntenant.facts.types import Customer
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
    """What one slice came to; parts are joined in the order of the customers."""

    findings: list[Finding] = field(default_factory=list)
    register: list[Row] = field(default_factory=list)
    exposure: Exposure = field(default_factory=Exposure)
    names: dict[str, str] = field(default_factory=dict)

    def join(self, other: "Part") -> None:
        """Append what another slice came to."""
        self.findings += other.findings
        self.register += other.register
        self.exposure.add(other.exposure)
        self.names.update(other.names)


def look_at(matter: Matter, customers: Sequence[str], told: Told) -> Part:
    """Review customers one after the other; `told` hears how many were done since it last heard."""
    part = Part()
    done = 0
    for customer in customers:
        review = matter.fresh()
        findings, rows = of_customer(review, customer)
        count(review, customer, part.exposure)
        part.findings += findings
        part.register += rows
        if findings or rows:
            stated = review.inquiry.one(Customer, customer)
            part.names[customer] = (stated.name if stated else None) or ""
        done += 1
        if done == STEP:
            told(done)
            done = 0
    told(done)
    return part
