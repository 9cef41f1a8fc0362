"""Who stands behind an account: owners, those in control, principals, resellers (7.307(b)).

Here every link counts, whatever its share: to involve a person is more than to be owned by it.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Account, Control, OnBehalfOf, Ownership, Reseller
from knowntenant.facts.types.accounts import OVER_STATES
from knowntenant.law.answer import YES

Hop = tuple["Because", str]
"""A link and the person at its other end."""


class Because(StrEnum):
    """Why a measure reaches an account; of several reasons the first in this order is given."""

    NAMED = "named"
    RESELLER_ACCOUNT = "reseller_account"
    LOCATED = "located"
    ON_BEHALF_OF = "on_behalf_of"
    OWNER = "owner"
    CONTROL = "control"
    THROUGH_RESELLER = "through_reseller"


ORDER = {because: rank for rank, because in enumerate(Because)}


def is_live(account: Account) -> bool:
    """Tell whether an account is kept, or asked for: those closed or refused are neither."""
    return account.state not in OVER_STATES


def resellers_of(inquiry: Inquiry, account: Account) -> tuple[str, ...]:
    """Give the resellers whose own reseller account this is."""
    return tuple(reseller.id for reseller in inquiry.where(Reseller, account=account.id))


def principals(inquiry: Inquiry, acting: str) -> tuple[str, ...]:
    """Give those on whose behalf a person or an account acts, at first hand."""
    links = inquiry.where(OnBehalfOf, holder=acting)
    return tuple(link.person for link in links if link.ended is not YES)


def principals_of_account(inquiry: Inquiry, account: Account) -> tuple[str, ...]:
    """Give those for whom an account itself is kept, its beneficiary included."""
    own = (account.beneficiary,) if account.beneficiary else ()
    return (*own, *principals(inquiry, account.id))


def all_principals(inquiry: Inquiry, acting: Iterable[str]) -> tuple[str, ...]:
    """Give all for whom somebody acts, a nominee of a nominee included."""
    front = list(acting)
    for one in front:  # grows while it is walked
        front += [p for p in principals(inquiry, one) if p not in front]
    return tuple(front)


def above(inquiry: Inquiry, person: str) -> Iterator[Hop]:
    """Give the links from a person to those right behind it."""
    for principal in principals(inquiry, person):
        yield Because.ON_BEHALF_OF, principal
    for edge in inquiry.where(Ownership, owned=person):
        if edge.percent != 0:  # a share that is not told is one
            yield Because.OWNER, edge.owner
    for control in inquiry.where(Control, over=person):
        if control.counts:
            yield Because.CONTROL, control.person


@remembered
def behind(inquiry: Inquiry, person: str) -> frozenset[str]:
    """Give a person and everybody behind it, through any number of links."""
    front = {person: None}
    walk = [person]
    for one in walk:  # grows while it is walked
        walk += [other for _, other in above(inquiry, one) if other not in front]
        front |= dict.fromkeys(walk)
    return frozenset(front)


def in_front_of(inquiry: Inquiry, persons: Iterable[str]) -> tuple[str, ...]:
    """Give persons and all whom they own, control or are acted for by: the same links, downward.

    It asks for links by either end, so it may give somebody too many; never somebody too few.
    """
    walk = list(dict.fromkeys(persons))
    seen = set(walk)
    for one in walk:  # grows while it is walked
        below = [edge.owned for edge in inquiry.where(Ownership, owner=one)]
        below += [control.over for control in inquiry.where(Control, person=one)]
        below += [link.holder for link in inquiry.where(OnBehalfOf, person=one)]
        new = [other for other in dict.fromkeys(below) if other not in seen]
        seen.update(new)
        walk += new
    return tuple(walk)


def accounts_of(inquiry: Inquiry, person: str) -> Iterator[str]:
    """Give the accounts that a person holds, resells through, benefits from, or is itself."""
    for field in ("customer", "reseller", "beneficiary"):
        for account in inquiry.where(Account, **{field: person}):
            yield account.id
    reseller = inquiry.one(Reseller, person)
    if reseller is not None and reseller.account:
        yield reseller.account
    if inquiry.one(Account, person) is not None:
        yield person
