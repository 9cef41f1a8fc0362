"""Two versions of a program on the same customers: who changes tier, what more is to be done, cost.

The proposal asks whether the duties are feasible; this answers it with the provider's own figures.
It prepares a change of program and decides nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.program import Program
from knowntenant.facts.types import Account
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.facts.types.persons import Tier
from knowntenant.law.answer import YES

DAYS_OF_YEAR = Fraction(365)


@dataclass(slots=True)
class Load:
    """What one program asks of the customers in scope. checks: re-verifications in a year."""

    tiers: Counter[Tier] = field(default_factory=Counter)
    checks: Fraction = Fraction(0)
    cost: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Moved:
    """A customer whose tier differs between the programs, and why it has the new one."""

    customer: str
    old: Tier
    new: Tier
    why: str


@dataclass(slots=True)
class Comparison:
    """Two programs on the same customers. customers: those with an open account in scope."""

    customers: int = 0
    old: Load = field(default_factory=Load)
    new: Load = field(default_factory=Load)
    moved: list[Moved] = field(default_factory=list)

    @property
    def more_checks(self) -> Fraction:
        """How many more re-verifications a year the new program asks; fewer where negative."""
        return self.new.checks - self.old.checks


Fresh = Callable[[Program], Inquiry]
"""Makes an inquiry with a program in place; a fresh one for each customer keeps memory small."""


def compare(customers: Iterable[str], old: Program, new: Program, fresh: Fresh) -> Comparison:
    """Compare two programs on customers; only those with an open account in scope are counted."""
    result = Comparison()
    for customer in customers:
        before = fresh(old)
        if not _is_reached(before, customer):
            continue
        result.customers += 1
        was, becomes = before.ask("risk.tier", customer), fresh(new).ask("risk.tier", customer)
        was_tier, becomes_tier = _tier(was.value), _tier(becomes.value)
        _add(result.old, old, was_tier)
        _add(result.new, new, becomes_tier)
        if was_tier is not becomes_tier:
            why = becomes.because[0].text
            result.moved.append(Moved(customer, was_tier, becomes_tier, why))
    return result


def yearly_checks(program: Program, tier: Tier) -> Fraction:
    """Give how often in a year of 365 days a customer of a tier is verified again.

    None where the program sets no days: then it is not done on a schedule.
    """
    days = program.review_days(tier)
    return DAYS_OF_YEAR / days if days else Fraction(0)


def cost_of_check(program: Program) -> Fraction:
    """Give what one re-verification costs: a check by document, and its review by a person."""
    return program.cost_document_check + program.cost_review


def _add(load: Load, program: Program, tier: Tier) -> None:
    checks = yearly_checks(program, tier)
    load.tiers[tier] += 1
    load.checks += checks
    load.cost += checks * cost_of_check(program)


def _is_reached(inquiry: Inquiry, customer: str) -> bool:
    accounts = inquiry.where(Account, customer=customer)
    return any(
        inquiry.ask("scope.account_in_scope", account.id).value is YES
        for account in accounts
        if account.state in OPEN_STATES
    )


def _tier(value: object) -> Tier:
    return Tier(str(value))
