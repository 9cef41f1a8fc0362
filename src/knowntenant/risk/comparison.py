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
from knowntenant.facts.types.checks import Method, Result
from knowntenant.facts.types.persons import Tier
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.persons.steps import steps_of
from knowntenant.risk.tiers import TIER_OF, placed

DAYS_OF_YEAR = Fraction(365)


@dataclass(slots=True)
class Load:
    """What one program asks of the customers in scope in a year.

    checks: re-verifications; hours: of people; cost: in the program's currency.
    """

    tiers: Counter[Tier] = field(default_factory=Counter)
    checks: Fraction = Fraction(0)
    hours: Fraction = Fraction(0)
    cost: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Moved:
    """A customer whose tier differs between the programs; by: what puts it there now, and why."""

    customer: str
    old: Tier
    new: Tier
    by: str
    why: str


@dataclass(slots=True)
class Comparison:
    """Two programs on the same customers.

    customers: those with an open account in scope; open_: those of whom that is not known, and who
    are left out.
    """

    customers: int = 0
    open_: int = 0
    old: Load = field(default_factory=Load)
    new: Load = field(default_factory=Load)
    moved: list[Moved] = field(default_factory=list)


Fresh = Callable[[Program], Inquiry]
"""Makes an inquiry with a program in place; a fresh one for each customer keeps memory small."""


def compare(customers: Iterable[str], old: Program, new: Program, fresh: Fresh) -> Comparison:
    """Compare two programs on customers; only those with an open account in scope are counted."""
    result = Comparison()
    for customer in customers:
        before = fresh(old)
        reached = _reached(before, customer)
        result.open_ += reached is UNKNOWN
        if reached is not YES:
            continue
        result.customers += 1
        after = fresh(new)
        was, becomes = placed(before, customer), placed(after, customer)
        documentary = _by_document(before, customer)
        _add(result.old, old, was.tier, documentary=documentary)
        _add(result.new, new, becomes.tier, documentary=documentary)
        if was.tier is not becomes.tier:
            why = after.ask(TIER_OF, customer).because[0].text
            result.moved.append(Moved(customer, was.tier, becomes.tier, becomes.ground, why))
    return result


def yearly_checks(program: Program, tier: Tier) -> Fraction:
    """Give how often in a year of 365 days a customer of a tier is verified again.

    None where the program sets no days: then it is not done on a schedule.
    """
    days = program.review_days(tier)
    return DAYS_OF_YEAR / days if days else Fraction(0)


def cost_of_check(program: Program, *, documentary: bool) -> Fraction:
    """Give what one re-verification costs: its check, the hours of people, and what else."""
    check = program.cost_document_check if documentary else program.cost_non_documentary_check
    return check + program.hours_per_review * program.cost_manual_hour + program.cost_review


def _add(load: Load, program: Program, tier: Tier, *, documentary: bool) -> None:
    checks = yearly_checks(program, tier)
    load.tiers[tier] += 1
    load.checks += checks
    load.hours += checks * program.hours_per_review
    load.cost += checks * cost_of_check(program, documentary=documentary)


def _by_document(inquiry: Inquiry, customer: str) -> bool:
    """Tell whether a customer was last verified by document; so is one who never was."""
    passed = [step for step in steps_of(inquiry, customer) if step.result is Result.PASSED]
    return not passed or passed[-1].method is not Method.NON_DOCUMENTARY


def _reached(inquiry: Inquiry, customer: str) -> Verdict:
    """Say whether a customer has an open account in scope."""
    accounts = inquiry.where(Account, customer=customer)
    scopes = {
        inquiry.ask("scope.account_in_scope", account.id).value
        for account in accounts
        if account.state in OPEN_STATES
    }
    return YES if YES in scopes else UNKNOWN if UNKNOWN in scopes else NO
