"""The whole review: for every pack, all customers and everything that has none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowntenant.facts.ledger import Ledger
from knowntenant.facts.program import Program
from knowntenant.facts.record import Record
from knowntenant.facts.types import Account, Customer, Reseller
from knowntenant.law.law import Law
from knowntenant.obligations.registry import all_decisions
from knowntenant.review.customers import Row
from knowntenant.review.elsewhere import Standing, of_no_customer, standing
from knowntenant.review.exposure import Exposure
from knowntenant.review.finding import Finding
from knowntenant.review.halves import look_at_all, not_collecting
from knowntenant.review.part import Matter

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


def _by_one(matter: Matter, workers: int, told: Told) -> Reviewed:
    customers = customers_of(matter.ledger)
    part = look_at_all(matter, customers, lambda more: told(more, len(customers)), workers)
    rest = matter.fresh()
    findings = (*part.findings, *of_no_customer(rest))
    standings = tuple(standing(rest, one) for one in rest.inquiry.every(Reseller))
    ordered = tuple(sorted(findings, key=lambda one: one.order))
    return Reviewed(
        matter.law, matter.as_of, part.customers, ordered, tuple(part.register), standings,
        part.exposure, part.names,
    )  # fmt: skip
