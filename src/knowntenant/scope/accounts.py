"""Is an account within the subpart, and since when? All-US ones are out (D32)."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Account, Control, Customer, Ownership, Person, Presence
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, YES_NO
from knowntenant.ownership.owners import answered, find_owners
from knowntenant.persons.status import Status, status
from knowntenant.scope.bundles import product_days
from knowntenant.scope.holding import Holding, first_open_day, holding, open_since
from knowntenant.scope.products import product_in_scope

IN_SCOPE = "scope.account_in_scope"
SINCE = "scope.in_scope_since"


@decides(IN_SCOPE, Declared(of="account", answers=YES_NO, readings=("D16", "D17", "D32")))
@remembered
def account_in_scope(inquiry: Inquiry, account: str) -> Answer[Verdict]:
    """Say whether the subpart reaches an account (or a customer's accounts) on the day asked about.

    No when its product is no IaaS product, or when the customer and all beneficial owners are US
    persons; yes when any of them is a foreign person; else unknown.
    """
    held = holding(inquiry, account)
    taken = inquiry.law.reading("D32")
    if taken.choice == "frozen-at-opening" and held.account is not None:
        begun = None if held.account.state else inquiry.day_of(held.account.begun)
        opened = first_open_day(inquiry, held.account) or begun or inquiry.day
        inquiry = inquiry.on(min(inquiry.day, opened))
    product = no_iaas_product(inquiry, held)
    if product is not None:
        return product
    return _by_persons(inquiry, held.customer)


@remembered
def _by_persons(inquiry: Inquiry, customer: str) -> Answer[Verdict]:
    """Give the answer for all accounts of a customer whose product may be within the subpart."""
    found = find_owners(inquiry, customer)
    persons = tuple(dict.fromkeys((customer, *found.owners)))
    statuses = tuple(status(inquiry, person) for person in persons)
    verdict, text = _judged(persons, statuses, open_ends=bool(found.gaps))
    reason = inquiry.law.reason(IN_SCOPE, text)
    taken = inquiry.law.reading("D32")
    return Answer(verdict, (reason,), (taken,)).resting_on(*statuses, answered(found))


@decides(SINCE, Declared(of="account", answers=DAY, readings=("D16", "D17", "D32")))
def in_scope_since(inquiry: Inquiry, account: str) -> Answer[date | None]:
    """Give the day on which the account's present time within the subpart began, or none (D32)."""
    now = account_in_scope(inquiry, account)
    if now.value is not YES:
        return Answer(None, (inquiry.law.reason(SINCE, f"{account} is not in scope"),)).resting_on(
            now
        )
    since = inquiry.day
    for day in reversed(days_of_change(inquiry, account)):
        if account_in_scope(inquiry.on(day), account).value is not YES:
            break
        since = day
    text = f"{account} has been in scope since {since}"
    return Answer(since, (inquiry.law.reason(SINCE, text),)).resting_on(now)


def no_iaas_product(inquiry: Inquiry, held: Holding) -> Answer[Verdict] | None:
    """Give the answer 'out of scope' when all that is held is known to be no IaaS product."""
    products = {a.product for a in held.accounts if a.product}
    if not products or len(products) < len({a.product for a in held.accounts}):
        return None
    answers = [product_in_scope(inquiry, product) for product in sorted(products)]
    if any(answer.value is not NO for answer in answers):
        return None
    text = f"{held.named} holds no IaaS product"
    return Answer(NO, (inquiry.law.reason(IN_SCOPE, text),)).resting_on(*answers)


def persons_of(inquiry: Inquiry, customer: str) -> tuple[str, ...]:
    """Give the customer and its beneficial owners as far as they are known."""
    return tuple(dict.fromkeys((customer, *find_owners(inquiry, customer).owners)))


def entered_scope_on(inquiry: Inquiry, account: Account) -> date | None:
    """Give the day on which an account that was opened out of scope entered it (D32), or None."""
    opened = open_since(inquiry, account)
    if opened is None or not any(day > opened for day in days_of_change(inquiry, account.id)):
        return None
    if account_in_scope(inquiry.on(opened), account.id).value is not NO:
        return None
    since = in_scope_since(inquiry, account.id).value
    return since if isinstance(since, date) else None


def ever_in_scope(inquiry: Inquiry, account: str) -> Verdict:
    """Say whether an account was within the subpart on any day up to the one asked about."""
    seen = verdicts_so_far(inquiry, account)
    return YES if YES in seen else UNKNOWN if UNKNOWN in seen else NO


def verdicts_so_far(inquiry: Inquiry, account: str) -> set[Verdict]:
    """Give every answer that held about an account's scope on some day so far."""
    days = (*days_of_change(inquiry, account), inquiry.day)
    return {account_in_scope(inquiry.on(day), account).value for day in days}


def days_of_change(inquiry: Inquiry, account: str) -> tuple[date, ...]:
    """Give the days, from the account's first on, on which its scope may have changed."""
    held = holding(inquiry, account)
    first = inquiry.day_of(held.account.begun) if held.account else date.min
    days: set[date] = {first} if held.account else set()
    customers = {held.customer}
    for record in (record for account in held.accounts for record in account.records):
        if record.values.keys() & {"customer", "product"}:  # another holder, another product
            days.add(inquiry.day_of(record.happened))
            customers.add(str(record.values.get("customer", held.customer)))
        days.update(product_days(inquiry, str(record.values.get("product"))))
    days.update(v.start for p in inquiry.law.pack.parameters.values() for v in p.values)
    for person in _ever_concerned(inquiry, customers):
        days.update(_days_of(inquiry, person))
    return tuple(sorted(day for day in days if first <= day <= inquiry.day))


def _ever_concerned(inquiry: Inquiry, customers: set[str]) -> tuple[str, ...]:
    """Give everybody who ever stood above the customers, former owners and head offices too."""
    ledger = inquiry.known.ledger
    found = dict.fromkeys(customers)
    front = list(customers)
    for person in front:  # grows while it is walked
        told = inquiry.known.records(Presence, person)
        above = [str(record.values.get("branch_of") or "") for record in told]
        for shape, field in ((Ownership, "owned"), (Control, "over")):
            above += [key[0] for key in ledger.keys_where(shape, field, person)]
        front += [other for other in dict.fromkeys(above) if other and other not in found]
        found.update(dict.fromkeys(other for other in above if other))
    return tuple(found)


def _days_of(inquiry: Inquiry, person: str) -> set[date]:
    known = inquiry.known
    found = {
        day for shape in (Customer, Person, Presence) for day in known.days_of_change(shape, person)
    }
    for shape, field in ((Ownership, "owned"), (Control, "over")):
        for key in known.ledger.keys_where(shape, field, person):
            found.update(known.days_of_change(shape, key))
    return found


def _judged(
    persons: tuple[str, ...], statuses: tuple[Answer[Status], ...], *, open_ends: bool
) -> tuple[Verdict, str]:
    values = {answer.value for answer in statuses}
    if Status.FOREIGN_PERSON in values:
        pairs = zip(persons, statuses, strict=True)
        foreign = [p for p, answer in pairs if answer.value == Status.FOREIGN_PERSON]
        return YES, f"foreign: {', '.join(foreign)}"
    if UNKNOWN in values:
        return UNKNOWN, "it is not known whether everybody concerned is a US person"
    if open_ends:
        return UNKNOWN, "those known are US persons, but not all owners are known"
    return NO, f"the customer and all beneficial owners are US persons: {', '.join(persons)}"
