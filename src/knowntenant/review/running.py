"""The whole review: for every pack, all customers and everything that has none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowntenant.certification.counting import owned_by
from knowntenant.facts.inquiry import recall
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import Program
from knowntenant.facts.record import Record
from knowntenant.facts.types import Account, Customer
from knowntenant.law.law import Law
from knowntenant.obligations.registry import all_decisions
from knowntenant.review.asking import Review
from knowntenant.review.customers import Row
from knowntenant.review.elsewhere import Standing, of_no_customer, standings
from knowntenant.review.exposure import Exposure
from knowntenant.review.finding import Finding
from knowntenant.review.halves import look_at_all, not_collecting
from knowntenant.review.part import Matter
from knowntenant.review.signing import Blocker, blockers
from knowntenant.verification.register import REGISTER, register_of

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

Told = Callable[[int, int], None]
"""Told how many more customers were decided on, of how many."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the review by one pack came to, the most urgent finding first."""

    law: Law
    as_of: date
    customers: int
    findings: tuple[Finding, ...]
    register: tuple[Row, ...]
    resellers: tuple[Standing, ...]
    blockers: tuple[Blocker, ...]
    exposure: Exposure
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a review is to look at: the laws, the program, the day, and on how many processors."""

    laws: Sequence[Law]
    program: Program
    as_of: date
    workers: int = 1


def run(records: Sequence[Record], wanted: Wanted, told: Told) -> tuple[Reviewed, ...]:
    """Review all records by every law; packs of one zone share a ledger."""
    all_decisions()  # whoever reviews may ask any of them by name
    ledgers: dict[ZoneInfo, Ledger] = {}
    results: list[Reviewed] = []
    for law in wanted.laws:
        if law.zone not in ledgers:
            with not_collecting():
                ledgers[law.zone] = Ledger(records, law.zone)
        matter = Matter(ledgers[law.zone], law, wanted.program, wanted.as_of)
        results.append(_by_one(matter, wanted.workers, told))
    return tuple(results)


def customers_of(ledger: Ledger) -> tuple[str, ...]:
    """Give every customer, also those of whom only an account is told, in the order of telling."""
    stated = (key[0] for key in ledger.keys(Customer))
    return tuple(dict.fromkeys((*stated, *_holders(ledger))))


def _holders(ledger: Ledger) -> Iterable[str]:
    for key in ledger.keys(Account):
        for entry in ledger.entries(Account, key):
            customer = entry.record.values.get("customer")
            if isinstance(customer, str):
                yield customer


def _names(review: Review, findings: Iterable[Finding]) -> dict[str, str]:
    """Give the names of the customers that findings speak of."""
    named = dict.fromkeys(one.subject.customer for one in findings if one.subject.customer)
    told = ((id_, review.inquiry.one(Customer, id_)) for id_ in named)
    return {id_: stated.name or "" for id_, stated in told if stated is not None}


def _by_one(matter: Matter, workers: int, told: Told) -> Reviewed:
    customers = customers_of(matter.ledger)
    part = look_at_all(matter, customers, lambda more: told(more, len(customers)), workers)
    rest = matter.fresh()
    if rest.decides(REGISTER):  # row by row, it was made with the customers
        rest.inquiry.know(REGISTER, register_of(rest.inquiry, part.register))
    for customer, owned in part.owned.items():
        recall(rest.inquiry, owned_by, customer, owned)
    findings = (*part.findings, *of_no_customer(rest))
    names = {**_names(rest, findings), **part.names}
    ordered = tuple(sorted(findings, key=lambda one: one.order))
    return Reviewed(
        matter.law, matter.as_of, part.customers, ordered, tuple(part.register),
        standings(rest), blockers(rest),
        part.exposure, names,
    )  # fmt: skip
