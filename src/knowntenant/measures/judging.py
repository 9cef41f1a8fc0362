"""Is one account reached by a measure, and why: by a place, or by a person named (7.307(b))."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.places import Place
from knowntenant.facts.types import Account, Order
from knowntenant.law.answer import NO, YES
from knowntenant.measures.links import (
    ORDER,
    Because,
    Hop,
    above,
    all_principals,
    behind,
    principals_of_account,
    resellers_of,
)
from knowntenant.measures.reach import Doubt, standing
from knowntenant.ownership.owners import find_owners
from knowntenant.scope.accounts import no_iaas_product
from knowntenant.scope.holding import Holding

DOUBTS = {doubt: rank for rank, doubt in enumerate(Doubt, start=len(ORDER))}


@dataclass(frozen=True, slots=True)
class Match:
    """An account that a measure reaches, or may reach: why, and through whom."""

    account: str
    because: Because | Doubt
    via: str

    @property
    def is_sure(self) -> bool:
        """Whether the facts settle that the measure reaches the account."""
        return isinstance(self.because, Because)

    @property
    def rank(self) -> tuple[int, str]:
        """Where it stands among all reasons for one account; the first is given."""
        known = ORDER if isinstance(self.because, Because) else DOUBTS
        return known[self.because], self.via  # type: ignore[index]  # each rank by its own enum

    def as_row(self) -> dict[str, object]:
        """Give the match as expectations are written."""
        return {"account": self.account, "because": self.because, "via": self.via}


def judged(inquiry: Inquiry, account: Account, order: Order) -> Match | None:
    """Say whether an order reaches an account, or None where it does not.

    An order that names a jurisdiction and a person reaches what either of them reaches.
    """
    found: list[Match] = []
    if order.jurisdiction is not None:
        found += _by_place(inquiry, account, order.jurisdiction)
    if order.person is not None:
        found += _by_person(inquiry, account, order.person)
    return _first(inquiry, account, found)


def judged_by_place(inquiry: Inquiry, account: Account, named: Place) -> Match | None:
    """Say whether a measure against a jurisdiction reaches an account, or None."""
    return _first(inquiry, account, list(_by_place(inquiry, account, named)))


def judged_by_person(inquiry: Inquiry, account: Account, named: str) -> Match | None:
    """Say whether an account involves a person, or None."""
    return _first(inquiry, account, list(_by_person(inquiry, account, named)))


def _first(inquiry: Inquiry, account: Account, found: list[Match]) -> Match | None:
    first = min(found, key=lambda match: match.rank, default=None)
    held = Holding(account.id, holder_of(account), account, (account,))
    if first is None or no_iaas_product(inquiry, held) is not None:
        return None  # what is held is no account of the subpart
    return first


def holder_of(account: Account) -> str:
    """Give who contracts for an account; the account's own id where nobody is told."""
    return account.customer or account.id


def _by_place(inquiry: Inquiry, account: Account, named: Place) -> Iterator[Match]:
    for because, person in _kept_for(inquiry, account):
        verdict, doubt = standing(inquiry, person, named)
        if verdict is not NO:
            yield Match(account.id, doubt or because, person)
    for owner in find_owners(inquiry, holder_of(account)).owners:
        verdict, doubt = standing(inquiry, owner, named)
        if verdict is YES or doubt not in (None, Doubt.PLACE_NOT_TOLD):
            yield Match(account.id, Doubt.OWNER_THERE, owner)


def _kept_for(inquiry: Inquiry, account: Account) -> Iterator[Hop]:
    """Give by whom, and for whom, an account is kept."""
    holder = holder_of(account)
    resellers = resellers_of(inquiry, account)
    yield Because.LOCATED, holder
    for reseller in resellers:
        yield Because.RESELLER_ACCOUNT, reseller
    acting = (holder, *resellers)
    kept_for = all_principals(inquiry, (*acting, *principals_of_account(inquiry, account)))
    for principal in kept_for:
        if principal not in acting:
            yield Because.ON_BEHALF_OF, principal


def _by_person(inquiry: Inquiry, account: Account, named: str) -> Iterator[Match]:
    holder = holder_of(account)
    if holder == named:
        yield Match(account.id, Because.NAMED, named)
    hops = [*above(inquiry, holder)]
    hops += [(Because.RESELLER_ACCOUNT, r) for r in resellers_of(inquiry, account)]
    hops += [(Because.ON_BEHALF_OF, p) for p in principals_of_account(inquiry, account)]
    hops += [(Because.THROUGH_RESELLER, account.reseller)] if account.reseller else []
    for because, person in hops:
        if named in behind(inquiry, person):
            yield Match(account.id, because, person)
