"""Times an identity could not be verified, and how each was resolved (7.304(b)(5), (6))."""

from dataclasses import dataclass
from datetime import date

from knowntenant.certification.counting import owned_by
from knowntenant.certification.filers import OWN, filer_of
from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Account, Customer, Redress, Verification
from knowntenant.facts.types.accounts import OVER_STATES
from knowntenant.facts.types.checks import RedressState, Result
from knowntenant.persons.steps import steps_of
from knowntenant.scope.holding import holding


@dataclass(frozen=True, slots=True)
class Failure:
    """A step that failed: the day, about whom, and how it was resolved ('' where it was not)."""

    day: date
    person: str
    resolved: str
    facts: tuple[str, ...]


def failures(inquiry: Inquiry, of: str, since: date) -> list[Failure]:
    """Give the failed steps after a day about customers and owners of a filer.

    A step that was learned of later than it failed counts from then: no filing before could.
    Every failed step is a time at which the identity could not be verified, whether or not another
    step succeeds later: that is then its resolution.
    """
    found = [
        Failure(inquiry.day_of(step.begun), step.person or "", _resolved(inquiry, step), step.refs)
        for step in _steps(inquiry, of, since, Result.FAILED)
    ]
    return sorted(found, key=lambda failure: (failure.day, failure.person))


def unsettled(inquiry: Inquiry, of: str, since: date) -> int:
    """Count the steps after a day of which it is not recorded what came of them."""
    return len(_steps(inquiry, of, since, None))


def _steps(inquiry: Inquiry, of: str, since: date, came: Result | None) -> list[Verification]:
    return [
        step
        for step in inquiry.every(Verification)
        if step.result is came and _counts_on(inquiry, step) > since
        if of in _filers(inquiry, step.person or "")  # last, as it is dear
    ]


def _counts_on(inquiry: Inquiry, step: Verification) -> date:
    """Give the day from which what came of a step counts: when it was so and known."""
    told = step.told("result") or step.records[0]
    return max(inquiry.day_of(told.happened), inquiry.day_of(told.first_learned("result")))


def _filers(inquiry: Inquiry, person: str) -> set[str]:
    """Give in whose certifications a person's steps count: where its customers hold accounts."""
    customers = _customers_with(inquiry, "").get(person, (person,))
    accounts = [account for one in customers for account in holding(inquiry, one).accounts]
    return {filer_of(inquiry, account) for account in accounts} or {OWN}


def _resolved(inquiry: Inquiry, step: Verification) -> str:
    """Say how a failed step was resolved, or '' where nothing on record resolves it.

    What resolves it: the step's own resolution; a later step that passed, or that tells a
    resolution; redress that was resolved that day or later; or that no account is left, all of
    the customer's being refused or closed.
    """
    if step.resolution:
        return "resolution recorded"
    if _later_step(inquiry, step):
        return "resolved by a later step"
    customers = _customers_with(inquiry, "").get(step.person or "", (step.person or "",))
    if any(_redressed(inquiry, one, inquiry.day_of(step.begun)) for one in customers):
        return "redress resolved"
    accounts = [account for one in customers for account in holding(inquiry, one).accounts]
    over = bool(accounts) and all(account.state in OVER_STATES for account in accounts)
    return "refused or closed" if over else ""


def _later_step(inquiry: Inquiry, step: Verification) -> bool:
    steps = steps_of(inquiry, step.person) if step.person else []
    later = steps[steps.index(step) + 1 :] if step in steps else []
    return any(one.result is Result.PASSED or one.resolution for one in later)


def _redressed(inquiry: Inquiry, customer: str, since: date) -> bool:
    for redress in inquiry.where(Redress, customer=customer):
        told = redress.told("state")
        done = told is not None and redress.state is RedressState.RESOLVED
        if done and told is not None and inquiry.day_of(told.happened) >= since:
            return True
    return False


@remembered
def _customers_with(inquiry: Inquiry, _: str) -> dict[str, tuple[str, ...]]:
    """Give, for everybody concerned, the customers with whom: a customer itself, or an owner."""
    customers = {customer.id for customer in inquiry.every(Customer)}
    customers |= {account.customer for account in inquiry.every(Account) if account.customer}
    found: dict[str, list[str]] = {}
    for customer in sorted(customers):
        owners = (owner.id for owner in owned_by(inquiry, customer).owners)
        for person in dict.fromkeys((customer, *owners)):
            found.setdefault(person, []).append(customer)
    return {person: tuple(ids) for person, ids in found.items()}
